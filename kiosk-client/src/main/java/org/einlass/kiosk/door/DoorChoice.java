package org.einlass.kiosk.door;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.gate.SerialExecutor;
import org.einlass.kiosk.gate.Uplink;
import org.jspecify.annotations.Nullable;

/**
 * The doors that a device is assigned to, and the one at which it stands: chosen by its helper, with or
 * without network, and still chosen after a restart. On the gate's loop, but for {@link #refresh}.
 */
public final class DoorChoice {
    private static final System.Logger LOG = System.getLogger(DoorChoice.class.getName());

    private final DoorMemory memory;
    private final Uplink uplink;
    private final Consumer<DoorSheet> stand;
    private @Nullable DoorId placed;

    /** @param stand places the device at a door */
    public DoorChoice(DoorMemory memory, Uplink uplink, Consumer<DoorSheet> stand) {
        this.memory = memory;
        this.uplink = uplink;
        this.stand = stand;
    }

    /**
     * The door that was chosen before the restart, where the settings are still the same. Once, before the
     * loop begins.
     *
     * @param configured the settings' door
     */
    public Optional<DoorSheet> restored(DoorId configured) {
        placed = configured;
        try {
            return memory.chosen()
                    .filter(choice -> choice.placed().equals(configured))
                    .flatMap(choice -> find(choice.chosen()));
        } catch (JournalException broken) {
            return Optional.empty();
        }
    }

    /** Asks the server for the doors of this device; {@code then} is run where they came. Any thread. */
    public void refresh(Runnable then) {
        uplink.fetchAssigned(reply -> reply.answer().ifPresent(assigned -> {
            memory.keepAssigned(assigned.sheets());
            then.run();
        }));
    }

    /** The doors among which the helper chooses, as the server told them last. */
    public List<DoorSheet> doors() {
        return memory.assigned();
    }

    private Optional<DoorSheet> find(DoorId door) {
        return doors().stream().filter(sheet -> sheet.door().equals(door)).findFirst();
    }

    /** From now on the device stands at this door. @return why not; empty where it does */
    Optional<DoorRefusal> choose(DoorId door) {
        Optional<DoorSheet> sheet = find(door);
        if (sheet.isEmpty()) {
            return Optional.of(DoorRefusal.NOT_ASSIGNED);
        }
        memory.keepChosen(new DoorMemory.Choice(placed == null ? door : placed, door));
        stand.accept(sheet.get());
        return Optional.empty();
    }

    /**
     * The organiser says where the device may scan. Where it stands at none of these doors, it moves to the first as
     * soon as it has that door's sheet, and stands there after a restart, too. On the gate's loop.
     *
     * @param doors none means every door
     * @param here the sheet that holds now; null before the first
     */
    public void assigned(List<DoorId> doors, @Nullable DoorSheet here, SerialExecutor loop) {
        DoorId present = here == null ? placed : here.door();
        if (doors.isEmpty() || present == null || doors.contains(present)) {
            return;
        }
        DoorId next = doors.get(0);
        LOG.log(System.Logger.Level.INFO, "The organiser has placed this device at the door " + next + ".");
        uplink.stand(next);
        uplink.fetchSheet(reply -> reply.answer()
                .filter(sheet -> next.equals(sheet.door()))
                .ifPresent(sheet -> loop.execute(() -> move(sheet))));
    }

    private void move(DoorSheet sheet) {
        memory.keepAssigned(List.of(sheet));
        memory.keepChosen(new DoorMemory.Choice(placed == null ? sheet.door() : placed, sheet.door()));
        stand.accept(sheet);
    }

    private static boolean isSamePlace(DoorSheet here, DoorSheet there) {
        if (here.gives() != null && there.gives() != null) {
            return here.gives().scope().equals(there.gives().scope());
        }
        return here.room() != null
                && there.room() != null
                && here.room().area().equals(there.room().area());
    }

    /**
     * The door of the other direction at the same room, or the point that takes back what is given here.
     *
     * @return why not; empty where the device stands there
     */
    Optional<DoorRefusal> turn(DoorSheet here) {
        Direction other = here.direction() == Direction.EXIT ? Direction.ENTRY : Direction.EXIT;
        return doors().stream()
                .filter(sheet -> sheet.direction() == other && isSamePlace(here, sheet))
                .findFirst()
                .map(sheet -> choose(sheet.door()))
                .orElse(Optional.of(DoorRefusal.NO_OTHER_WAY));
    }
}
