package org.einlass.server.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.server.journal.HistoryEntry;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.history.PastChange;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept of one person in one event. Secrets by which somebody could come in are not in it.
 *
 * @param at when this was so
 * @param registrations the person's: the one that was asked for first, then those that were merged into it
 * @param eraseOn the day on which all this is erased; absent where none is set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Disclosure(
        EventId event,
        Wording title,
        Instant at,
        List<Kept> registrations,
        @Nullable LocalDate eraseOn) {

    public Disclosure {
        registrations = List.copyOf(registrations);
    }

    /**
     * What is kept of one registration.
     *
     * @param contacts by what lists know the person: mail address, position in an order
     * @param codes tickets and badges, without what stands on them
     * @param changes what was changed online, with what stood there before, the newest first
     * @param history what happened at doors and desks, the newest first
     * @param notes what else is noted, by kind
     */
    public record Kept(
            Registration registration,
            Map<String, String> contacts,
            List<CodeTable.Line> codes,
            List<PastChange> changes,
            List<HistoryEntry> history,
            List<Note> notes) {

        public Kept {
            contacts = Map.copyOf(contacts);
            codes = List.copyOf(codes);
            changes = List.copyOf(changes);
            history = List.copyOf(history);
            notes = List.copyOf(notes);
        }
    }

    /** What a note is about. */
    public enum Kind {
        /** The number under which the person is reached. */
        PHONE,
        /** Somebody of the team has met and accompanies the person. */
        ACCOMPANIED,
        /** The person consented that sessions stand on the certificate. */
        SESSION_CONSENT,
        /** A badge that was printed before the event: box, letters of the names in it, number. */
        BADGE_SHEET,
        /** What a desk wrote into a field: its name and the value. */
        DESK_FIELD,
        /** What stood in the registration, as JSON, and the keys that led to it, until a list replaced them. */
        BEFORE_IMPORT,
        /** An entry of a device that was set aside, as the device sent it. */
        QUARANTINED
    }

    /**
     * A note.
     *
     * @param content empty where the kind says it all
     * @param by who noted or printed it; empty where that is not kept
     * @param at absent where that is not kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Note(
            Kind kind, String content, String by, @Nullable Instant at) {

        /** Without what it says of the person. */
        @Override
        public String toString() {
            return "note of kind " + kind;
        }
    }
}
