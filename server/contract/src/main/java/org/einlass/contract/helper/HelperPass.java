package org.einlass.contract.helper;

import java.time.LocalDate;
import org.einlass.contract.id.OperatorId;

/**
 * What a device learns of a helper while the badge is shown; sealed by the badge's code.
 *
 * @param operator who acts, in the journal's words
 * @param name as the helper is called at the device; it stands in no journal
 * @param day of the event, the only one on which the badge opens a device
 * @param pin the {@link org.einlass.contract.code.PinHash} of the helper's PIN, as text
 */
public record HelperPass(OperatorId operator, String name, LocalDate day, String pin) {

    /** Without the name and the hash. */
    @Override
    public String toString() {
        return "pass of " + operator;
    }
}
