package org.einlass.kiosk.desk.state;

import java.time.Instant;
import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.kiosk.team.TeamSign;
import org.jspecify.annotations.Nullable;

/**
 * How the desk itself is, for the team.
 *
 * @param online whether the server answers
 * @param waiting journal entries that the server has not taken yet
 * @param people how many people can be found
 * @param rosterHeard when the server last said what has changed; null where it never did
 * @param printer how the printer is, in one sentence with the remedy; empty before anything is known
 * @param signs what of the device needs somebody
 * @param paperMade when the list was made that is printed where nothing but paper is left; null where there is none
 */
public record DeskCorner(
        boolean online,
        long waiting,
        int people,
        @Nullable Instant rosterHeard,
        Wording printer,
        List<TeamSign> signs,
        @Nullable Instant paperMade) {

    public DeskCorner {
        signs = List.copyOf(signs);
    }

    /** Of the device, before the desk adds what it knows itself. */
    public DeskCorner(
            boolean online,
            long waiting,
            int people,
            @Nullable Instant rosterHeard,
            Wording printer,
            List<TeamSign> signs) {
        this(online, waiting, people, rosterHeard, printer, signs, null);
    }

    /** The same, with the list for paper. */
    public DeskCorner withPaper(@Nullable Instant made) {
        return new DeskCorner(online, waiting, people, rosterHeard, printer, signs, made);
    }

    /** Before anything is known. */
    public static final DeskCorner UNKNOWN = new DeskCorner(true, 0, 0, null, Wording.same(""), List.of());
}
