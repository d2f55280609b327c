package org.einlass.kiosk.door;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.RoomSheet;
import org.einlass.kiosk.screen.door.DoorMessages;

/** What stands below the door's title: the session of now and its bookings, else the next one, else the event. */
final class SessionLine {
    /** From then on guests come for the session that begins. */
    private static final Duration ENTRY = Duration.ofMinutes(20);

    private SessionLine() {}

    static Wording of(DoorSheet sheet, Instant now) {
        RoomSheet room = sheet.room();
        if (room == null) {
            return sheet.eventTitle();
        }
        Optional<RoomSheet.Slot> current = room.sessions().stream()
                .filter(slot -> slot.endsAt().isAfter(now)
                        && !slot.startsAt().minus(ENTRY).isAfter(now))
                .max(Comparator.comparing(RoomSheet.Slot::startsAt));
        Optional<RoomSheet.Slot> next = room.sessions().stream()
                .filter(slot -> slot.startsAt().isAfter(now))
                .min(Comparator.comparing(RoomSheet.Slot::startsAt));
        return current.map(slot -> say("session.now", slot, sheet))
                .or(() -> next.map(slot -> say("session.next", slot, sheet)))
                .orElse(sheet.eventTitle());
    }

    private static Wording say(String key, RoomSheet.Slot slot, DoorSheet sheet) {
        Wording session = DoorMessages.say(
                key,
                slot.title(),
                DoorVerdicts.time(slot.startsAt(), sheet.zone()),
                DoorVerdicts.time(slot.endsAt(), sheet.zone()));
        if (slot.seats() != null) {
            return DoorMessages.say("session.bookedOf", session, slot.booked(), slot.seats());
        }
        return slot.booked() == 0 ? session : DoorMessages.say("session.booked", session, slot.booked());
    }
}
