package org.einlass.kiosk.door;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.DeskMemory;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.Journal;
import org.einlass.kiosk.gate.JournalException;
import org.jspecify.annotations.Nullable;

/**
 * What a helper does at a door besides scanning, with or without a server. Each action is in the journal
 * before it returns; what cannot be done is a {@link DoorRefusal} with its sentence, and leaves nothing
 * behind.
 *
 * <p>All methods run on the gate's loop.
 */
public final class DoorActions {
    private final Edges edges;

    /**
     * What the door touches of the world.
     *
     * @param ids makes a new id for an entry of this device
     * @param sheet the door sheet that holds now; null before the first
     */
    public record Edges(
            DeviceClock clock,
            Supplier<EntryId> ids,
            Journal journal,
            DeskMemory memory,
            Supplier<@Nullable DoorSheet> sheet) {}

    public DoorActions(Edges edges) {
        this.edges = edges;
    }

    /**
     * A scan of this device was a mistake and counts no more: whoever it let in may be scanned anew, and whom
     * it counted is not counted.
     *
     * @return why not; empty where it is done
     */
    public Optional<DoorRefusal> undo(EntryId scan) {
        return open(sheet -> {
            if (!(edges.memory().find(scan).orElse(null) instanceof JournalEntry.Scanned)) {
                return Optional.of(DoorRefusal.UNKNOWN_SCAN);
            }
            if (edges.memory().isUndone(scan)) {
                return Optional.of(DoorRefusal.UNDONE_ALREADY);
            }
            write(sheet, head -> new JournalEntry.Undone(head, scan));
            return Optional.empty();
        });
    }

    private Optional<DoorRefusal> open(Function<DoorSheet, Optional<DoorRefusal>> work) {
        DoorSheet sheet = edges.sheet().get();
        if (sheet == null) {
            return Optional.of(DoorRefusal.NO_SHEET);
        }
        try {
            return work.apply(sheet);
        } catch (JournalException broken) {
            return Optional.of(DoorRefusal.NO_JOURNAL);
        }
    }

    private void write(DoorSheet sheet, Function<EntryHead, JournalEntry> entry) {
        EntryId id = edges.ids().get();
        edges.journal()
                .write(sequence -> entry.apply(
                        new EntryHead(id, sequence, sheet.phase(), edges.clock().stamp(), null)));
    }
}
