package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.server.account.Accounts;
import org.einlass.server.database.Databases;
import org.einlass.server.device.DeviceService;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventChanges;
import org.einlass.server.event.EventService;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.live.ClosingService;
import org.einlass.server.live.ClosingState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An event is closed though a kiosk is off, and that one comes back a day later. */
final class ClosingServiceTest {
    @TempDir
    private Path folder;

    private Congress congress;
    private DeviceService devices;
    private ClosingService closing;

    private void open(Databases database) {
        congress = new Congress(database, folder);
        Random chance = new Random(3);
        devices = new DeviceService(
                congress.store(),
                new Accounts(congress.store(), congress.clock),
                congress.dataKeys(),
                congress.clock,
                chance);
        EventChanges changes = new EventChanges(
                new CodeKeyTable(congress.seal()), chance, congress.services().effects());
        closing = new ClosingService(
                congress.store(),
                new EventService(congress.store(), changes, congress.clock),
                devices,
                congress.services().clarifications(),
                event -> Optional.empty(),
                congress.clock);
        congress.execute(
                "update events set handout = ? where id = ?",
                "{\"firstDay\": \"2022-07-04\", \"lastDay\": \"2022-07-04\"}",
                Congress.EVENT.text());
    }

    @AfterEach
    void close() {
        congress.close();
    }

    private void beat(SimulatedDevice device, int waiting) {
        Heartbeat heartbeat =
                new Heartbeat("test", DoorRule.VERSION, "KIOSK", null, waiting, 0, 0, 0, null, null, "READY");
        congress.execute(
                "update devices set said = ?, seen_at = ? where id = ?",
                JournalJson.text(heartbeat),
                congress.clock.millis(),
                device.id.text());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aKioskThatWasOffDeliversADayLaterAndTheFrozenNumbersSaySo(Databases database) {
        open(database);
        SimulatedDevice on = congress.machine("kiosk-1");
        SimulatedDevice off = congress.machine("kiosk-2");
        List<Congress.Guest> guests = congress.guests(5);
        guests.subList(0, 3).forEach(guest -> on.admitAlone(Congress.NORTH, guest.ticket()));
        on.deliverAll();
        guests.subList(3, 5).forEach(guest -> off.admitAlone(Congress.NORTH, guest.ticket()));
        beat(off, 2);
        congress.after(Duration.ofHours(8));
        beat(on, 0);

        assertThat(step(ClosingState.Kind.DELIVERED)).containsExactly("kiosk-2");
        Congress.await(closing.freeze(Congress.EVENT, "anna"));
        Congress.await(closing.change(Congress.EVENT, Phase.CLOSED));
        assertThat(frozen().arrived()).isEqualTo(3);
        assertThat(frozen().behind()).containsExactly("kiosk-2");
        assertThat(frozen().late()).isEmpty();

        congress.after(Duration.ofDays(1));
        off.deliverAll();
        beat(off, 0);

        assertThat(frozen().arrived()).as("frozen").isEqualTo(3);
        assertThat(frozen().arrivedNow()).isEqualTo(5);
        assertThat(frozen().late()).singleElement().satisfies(late -> {
            assertThat(late.device()).isEqualTo("kiosk-2");
            assertThat(late.entries()).isEqualTo(2);
        });
        beat(on, 0);
        assertThat(step(ClosingState.Kind.DELIVERED)).isEmpty();
    }

    private ClosingState.Frozen frozen() {
        return Objects.requireNonNull(closing.read(Congress.EVENT).frozen());
    }

    private List<String> step(ClosingState.Kind kind) {
        return closing.read(Congress.EVENT).steps().stream()
                .filter(step -> step.kind() == kind)
                .flatMap(step -> step.open().stream())
                .toList();
    }
}
