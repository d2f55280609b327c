package org.einlass.reports.badge;

import java.util.List;
import java.util.Locale;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.PhotoConsent;

/**
 * What stands on one attendee's badge. Texts may be empty where there is nothing to say; they are cleaned
 * when they are set.
 *
 * @param code the text of the badge's QR code, for ours 29 characters
 * @param event the event's title
 * @param programmes the programmes this attendee is registered for, in order
 * @param language which of the category's two words comes first: German unless it is English
 * @param agenda the attendee's sessions, a line each, in order of time
 * @param noPhotographs whether the bearer wants none; the sign says so
 * @param mark small in the corner, for whoever sorts badges into boxes: "2 · 37"; usually empty
 */
public record Badge(
        BadgeName name,
        String function,
        String organisation,
        String department,
        CategoryBand category,
        String code,
        String event,
        List<String> programmes,
        Locale language,
        List<String> agenda,
        boolean noPhotographs,
        String mark) {

    /** A badge that is handed out as it comes out of the printer. */
    public Badge(
            BadgeName name,
            String function,
            String organisation,
            String department,
            CategoryBand category,
            String code,
            String event,
            List<String> programmes,
            Locale language) {
        this(
                name,
                function,
                organisation,
                department,
                category,
                code,
                event,
                programmes,
                language,
                List.of(),
                false,
                "");
    }

    /** The badge of an attendee; salutation and pronunciation are not printed. */
    public static Badge of(
            Attendee attendee,
            CategoryBand category,
            String code,
            String event,
            List<String> programmes,
            Locale language) {
        Badge badge = new Badge(
                BadgeName.of(attendee),
                attendee.function(),
                attendee.organisation(),
                attendee.department(),
                category,
                code,
                event,
                programmes,
                language);
        return badge.with(badge.agenda, attendee.photoConsent() == PhotoConsent.NO, badge.mark);
    }

    public Badge {
        programmes = List.copyOf(programmes);
        agenda = List.copyOf(agenda);
    }

    /** The same badge with its bearer's sessions. */
    public Badge withAgenda(List<String> lines) {
        return with(lines, noPhotographs, mark);
    }

    /** The same badge with its place in a box. */
    public Badge marked(String place) {
        return with(agenda, noPhotographs, place);
    }

    private Badge with(List<String> otherAgenda, boolean photographsUnwanted, String otherMark) {
        return new Badge(
                name,
                function,
                organisation,
                department,
                category,
                code,
                event,
                programmes,
                language,
                otherAgenda,
                photographsUnwanted,
                otherMark);
    }
}
