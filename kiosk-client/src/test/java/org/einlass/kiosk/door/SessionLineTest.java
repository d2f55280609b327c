package org.einlass.kiosk.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.RoomSheet;
import org.einlass.kiosk.gate.Sample;
import org.junit.jupiter.api.Test;

/** What stands below the door's title during a day. */
final class SessionLineTest {
    private static final Instant TEN = Sample.MORNING;
    private final DoorSheet sheet = sheet(List.of(
            slot("Workshop KI", TEN, TEN.plus(Duration.ofHours(1)), 34, 28),
            slot("Registermodernisierung", TEN.plus(Duration.ofHours(2)), TEN.plus(Duration.ofHours(3)), null, 0)));

    @Test
    void namesTheSessionOfNowWithHowManyHaveBookedAndTheNextOneAfterwards() {
        assertThat(at(Duration.ofMinutes(-30))).startsWith("Als Nächstes: Workshop KI, ");
        assertThat(at(Duration.ofMinutes(-20))).startsWith("Jetzt: Workshop KI, ");
        assertThat(at(Duration.ofMinutes(59)))
                .startsWith("Jetzt: Workshop KI, ")
                .endsWith(" Uhr · 28 von 34 gebucht");
        assertThat(at(Duration.ofMinutes(60))).matches("Als Nächstes: Registermodernisierung, .{11} Uhr");
        assertThat(at(Duration.ofMinutes(110))).startsWith("Jetzt: Registermodernisierung");
        assertThat(at(Duration.ofHours(3))).isEqualTo(sheet.eventTitle().german());
    }

    @Test
    void namesTheEventWhereTheServerTellsNothingOfTheRoom() {
        assertThat(SessionLine.of(Sample.sheet(), TEN)).isEqualTo(Sample.sheet().eventTitle());
    }

    private String at(Duration since) {
        return SessionLine.of(sheet, TEN.plus(since)).german();
    }

    private static DoorSheet sheet(List<RoomSheet.Slot> slots) {
        RoomSheet room = new RoomSheet(new AreaId("loge-4"), new Wording("Loge 4", "Box 4"), 34, slots);
        return Sample.at(Sample.sheet(), Sample.DOOR, new Wording("Loge 4", "Box 4"), Direction.ENTRY, room);
    }

    private static RoomSheet.Slot slot(String title, Instant from, Instant until, Integer seats, long booked) {
        return new RoomSheet.Slot(
                new SessionId("s" + booked), new Wording(title, title + " (English)"), from, until, seats, booked);
    }
}
