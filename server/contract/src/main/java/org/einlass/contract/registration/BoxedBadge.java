package org.einlass.contract.registration;

import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;

/**
 * A badge that was printed before the event and lies in a box, to be handed out by a person.
 *
 * @param print the print's id, under which the handing out is journalled
 * @param box number of the box, and of the counter where it stands; from 1
 * @param letters which names the box holds, as the sign above it says: "A–F"
 * @param number the badge's place in the box; it stands on the badge, too
 */
public record BoxedBadge(EntryId print, int box, String letters, int number) {

    /** Where it lies, for staff: "Kasten 2 (A–F), Nr. 37". */
    public Wording words() {
        return new Wording(
                "Kasten " + box + " (" + letters + "), Nr. " + number,
                "box " + box + " (" + letters + "), no. " + number);
    }

    /** "2 · 37", as it stands on the badge. */
    public static String mark(int box, int number) {
        return box + " · " + number;
    }
}
