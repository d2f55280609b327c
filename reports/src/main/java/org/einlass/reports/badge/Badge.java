package org.einlass.reports.badge;

import java.util.List;
import java.util.Locale;

/**
 * What stands on one attendee's badge. Texts may be empty where there is nothing to say; they are cleaned when they are set.
 *
 * @param code the text of the badge's QR code, for ours 29 characters
 * @param event the event's title
 * @param programmes the programmes this attendee is registered for, in order
 * @param language which of the category's two words comes first: German unless it is English
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
        Locale language) {

    public Badge {
        programmes = List.copyOf(programmes);
    }
}
