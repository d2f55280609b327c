package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.server.database.Databases;
import org.einlass.server.device.DeviceKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A door lets in whom it scanned: its disk names every code of the event, and proves none of them. */
final class DoorOverridesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aDoorThatScannedNobodyLetsNobodyIn(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice door = door(congress);
            Congress.Guest guest = congress.guest();

            door.override(door.nextId(), Congress.NORTH, guest.ticket(), Verdict.ADMITTED);
            door.deliverAll();

            assertThat(congress.people("arena")).isZero();
            assertThat(congress.differences()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDoorLetsInWhomItScannedInWhateverOrderItSaysSo(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice door = door(congress);
            Congress.Guest guest = congress.guest();
            EntryId scan = door.nextId();
            JournalEntry refused = door.show(
                    scan, Congress.NORTH, guest.ticket(), Outcome.refused(Refusal.AREA_FULL, Outcome.Source.DEVICE));
            JournalEntry override = door.override(scan, Congress.NORTH, guest.ticket(), Verdict.ADMITTED);

            door.deliver(List.of(override));
            assertThat(congress.people("arena")).isZero();
            door.deliver(List.of(refused));

            assertThat(congress.people("arena")).isEqualTo(1);
            assertThat(congress.differences()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeskLetsInWithoutAScan(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice desk = congress.machine("desk-1");
            Congress.Guest guest = congress.guest();

            desk.override(desk.nextId(), Congress.NORTH, guest.ticket(), Verdict.ADMITTED);
            desk.deliverAll();

            assertThat(congress.people("arena")).isEqualTo(1);
        }
    }

    private static SimulatedDevice door(Congress congress) {
        SimulatedDevice door = congress.machine("door-1");
        congress.enrol(new DeviceId("door-1"), DeviceKind.DOOR);
        return door;
    }
}
