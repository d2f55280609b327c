package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.DeviceTime;
import org.jspecify.annotations.Nullable;

/**
 * A device asks: may the bearer of this code pass this door? Asked again with the same id it gets the same
 * answer for ever.
 *
 * @param code the text as read; a secret, so it travels in the body and is never logged
 * @param journal up to {@value #MOST_CARRIED} entries of the device's journal, taken in the same transaction
 *     as the question; their fates come with the answer. A server that cannot read them answers without, and
 *     they are to be reported by themselves.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScanQuestion(
        EntryId id,
        DoorId door,
        String code,
        DeviceTime time,
        @Nullable JournalReport journal) {

    /** The most entries that one question carries. */
    public static final int MOST_CARRIED = 20;

    /** A question that carries nothing. */
    public ScanQuestion(EntryId id, DoorId door, String code, DeviceTime time) {
        this(id, door, code, time, null);
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "question " + id + " at door " + door;
    }
}
