package org.einlass.contract.counter;

import java.util.List;
import java.util.Objects;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;

/**
 * What a desk says of its counter, again and again for as long as it is open.
 *
 * @param name as guests read it, such as 2 or "Akkreditierung"; 1 to {@value #LONGEST_NAME} characters
 * @param open whether guests may be sent there
 * @param served whom this desk has dealt with since; at most {@value #MOST_SERVED}
 * @param ended scans of guests whom nobody expects any more; at most {@value #MOST_SERVED}
 */
public record CounterReport(String name, boolean open, List<RegistrationId> served, List<EntryId> ended) {
    /** As many as a kiosk's screen shows. */
    public static final int LONGEST_NAME = 40;

    public static final int MOST_SERVED = 100;

    public CounterReport {
        served = List.copyOf(Objects.requireNonNullElse(served, List.of()));
        ended = List.copyOf(Objects.requireNonNullElse(ended, List.of()));
    }

    /** Whether a text can be the name of a counter. */
    public static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.equals(text.strip())
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
