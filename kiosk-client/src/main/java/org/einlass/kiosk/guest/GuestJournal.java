package org.einlass.kiosk.guest;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.einlass.contract.code.EventPublicKey;
import org.einlass.contract.code.SealedDeskMessage;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.DeskMessage;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.Journal;
import org.einlass.kiosk.gate.JournalException;

/**
 * Writes down what guests say of themselves at a device. On the gate's loop.
 *
 * @param chance must be a {@link java.security.SecureRandom} outside tests
 * @param writing a letter as JSON in UTF-8
 */
public record GuestJournal(
        DeviceClock clock,
        Supplier<EntryId> ids,
        Journal journal,
        RandomGenerator chance,
        Function<DeskMessage, byte[]> writing) {

    /**
     * Writes an entry of no member of staff; it is on the disk when this returns.
     *
     * @throws JournalException where the disk takes nothing
     */
    void write(DoorSheet sheet, Function<EntryHead, JournalEntry> entry) {
        EntryId id = ids.get();
        journal.write(sequence -> entry.apply(new EntryHead(id, sequence, sheet.phase(), clock.stamp(), null)));
    }

    /** What only the server may read of an entry. */
    SealedDeskMessage letter(EventPublicKey box, DoorSheet sheet, EntryHead head, DeskMessage message) {
        return box.seal(sheet.event(), head.id(), writing.apply(message), chance);
    }
}
