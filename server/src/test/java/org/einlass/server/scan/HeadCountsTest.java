package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.database.Databases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many people are in a room, and when it is full. */
final class HeadCountsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void correctsTheHeadCountByWhatSomebodyCounted(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice door = congress.machine("door-1");
            List<Congress.Guest> guests = congress.guests(4);
            door.scan(Congress.FRONT, guests.get(0).ticket());
            door.scan(Congress.FRONT, guests.get(1).ticket());
            congress.after(Duration.ofMinutes(1));
            JournalEntry counted = door.count("arena", 34);
            congress.after(Duration.ofMinutes(1));
            door.scan(Congress.FRONT, guests.get(2).ticket());
            door.scan(Congress.EXIT, guests.get(0).ticket());
            door.scan(Congress.FRONT, guests.get(1).ticket());
            door.scan(Congress.FRONT, guests.get(3).ticket());
            door.deliverAll();
            assertThat(congress.people("arena")).isEqualTo(35);

            door.undo(counted.head().id());
            door.deliverAll();
            assertThat(congress.people("arena")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhoComesToAFullRoomAndAdmitsThemWhenSomebodyHasLeft(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice door = congress.machine("door-1");
            List<Congress.Guest> guests = congress.guests(Congress.SEATS + 1);
            for (int i = 0; i < Congress.SEATS; i++) {
                assertThat(door.scan(Congress.WORKSHOP, guests.get(i).ticket()).verdict())
                        .isEqualTo(Verdict.ADMITTED);
            }
            assertThat(door.scan(Congress.WORKSHOP, guests.get(Congress.SEATS).ticket())
                            .refusal())
                    .isEqualTo(Refusal.AREA_FULL);

            congress.after(Duration.ofMinutes(1));
            door.scan(Congress.WORKSHOP_EXIT, guests.get(0).ticket());
            door.deliverAll();

            assertThat(congress.people("loge-4")).isEqualTo(Congress.SEATS - 1);
            assertThat(congress.people("arena")).isEqualTo(Congress.SEATS);
            assertThat(door.scan(Congress.WORKSHOP, guests.get(Congress.SEATS).ticket())
                            .verdict())
                    .isEqualTo(Verdict.ADMITTED);
        }
    }
}
