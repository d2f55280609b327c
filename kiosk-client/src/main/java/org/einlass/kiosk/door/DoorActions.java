package org.einlass.kiosk.door;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.RoomSheet;
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
    /** The most people that can be counted in a room. */
    public static final int MOST_PEOPLE = 1_000_000;

    private final Edges edges;
    private @Nullable OperatorId operator;

    /**
     * What the door touches of the world.
     *
     * @param ids makes a new id for an entry of this device
     * @param sheet the door sheet that holds now; null before the first
     * @param choice the doors among which the helper chooses
     */
    public record Edges(
            DeviceClock clock,
            Supplier<EntryId> ids,
            Journal journal,
            DeskMemory memory,
            Supplier<@Nullable DoorSheet> sheet,
            DoorChoice choice) {}

    public DoorActions(Edges edges) {
        this.edges = edges;
    }

    /** This helper stands at the door now; null for nobody. */
    public void signIn(@Nullable OperatorId staff) {
        operator = staff;
    }

    /** Who stands at the door now; null where nobody has signed in. */
    public @Nullable OperatorId staff() {
        return operator;
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

    /**
     * Somebody counted the people in the room behind the door.
     *
     * @param people zero to {@value #MOST_PEOPLE}
     * @return why not; empty where it is done
     */
    public Optional<DoorRefusal> count(int people) {
        return open(sheet -> {
            RoomSheet room = sheet.room();
            if (room == null) {
                return Optional.of(DoorRefusal.NO_ROOM);
            }
            if (people < 0 || people > MOST_PEOPLE) {
                return Optional.of(DoorRefusal.OUT_OF_RANGE);
            }
            write(sheet, head -> new JournalEntry.Counted(head, room.area(), people));
            return Optional.empty();
        });
    }

    /** The doors among which the helper chooses. */
    public DoorChoice choice() {
        return edges.choice();
    }

    /** The device stands at this door from now on. @return why not; empty where it does */
    public Optional<DoorRefusal> choose(DoorId door) {
        return remembered(() -> edges.choice().choose(door));
    }

    /** From the entrance of a room to its exit, and back. @return why not; empty where it is done */
    public Optional<DoorRefusal> turn() {
        return open(sheet -> remembered(() -> edges.choice().turn(sheet)));
    }

    private static Optional<DoorRefusal> remembered(Supplier<Optional<DoorRefusal>> work) {
        try {
            return work.get();
        } catch (JournalException broken) {
            return Optional.of(DoorRefusal.NO_JOURNAL);
        }
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
                        new EntryHead(id, sequence, sheet.phase(), edges.clock().stamp(), operator)));
    }
}
