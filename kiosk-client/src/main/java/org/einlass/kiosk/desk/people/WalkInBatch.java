package org.einlass.kiosk.desk.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.kiosk.gate.Desk;
import org.einlass.kiosk.gate.DeskRefusal;
import org.einlass.kiosk.gate.DeskResult;

/**
 * Several people whom a desk registered in one step; nobody comes in by that.
 *
 * @param orders their badges, in the order in which they were asked for
 * @param entries what the journal has of them, the last one first
 * @param why there are no more, where something stood against it
 */
public record WalkInBatch(List<BadgeOrder> orders, List<EntryId> entries, Optional<DeskRefusal> why) {

    public WalkInBatch {
        orders = List.copyOf(orders);
        entries = List.copyOf(entries);
    }

    /** Registers one after the other, as far as it goes. On the gate's loop. */
    public static WalkInBatch register(
            Desk desk, List<Map<AttendeeField, String>> people, CategoryId category, Set<ProgrammeId> programmes) {
        List<BadgeOrder> orders = new ArrayList<>();
        List<EntryId> entries = new ArrayList<>();
        for (Map<AttendeeField, String> fields : people) {
            DeskResult<BadgeOrder> result = desk.register(fields, category, programmes);
            if (result.objection().isPresent()) {
                return new WalkInBatch(orders, entries, result.objection());
            }
            result.fold(
                    (entry, order) -> {
                        orders.add(order);
                        entries.add(0, entry);
                        return true;
                    },
                    why -> false);
        }
        return new WalkInBatch(orders, entries, Optional.empty());
    }
}
