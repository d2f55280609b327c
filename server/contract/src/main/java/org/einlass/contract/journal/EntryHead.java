package org.einlass.contract.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.OperatorId;
import org.jspecify.annotations.Nullable;

/**
 * What every journal entry bears.
 *
 * @param id of the entry; a scan's id is its entry's id
 * @param sequence place in the device's epoch, from 1, gap-free
 * @param operator the member of staff; absent at a self-service kiosk
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryHead(
        EntryId id,
        long sequence,
        Phase phase,
        DeviceTime time,
        @Nullable OperatorId operator) {

    public EntryHead {
        if (sequence < 1) {
            throw new IllegalArgumentException("Sequence numbers of journal entries begin at 1.");
        }
    }
}
