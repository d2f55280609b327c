package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.einlass.contract.counter.HelpCall;
import org.einlass.contract.counter.HelpReason;
import org.einlass.contract.counter.HelpReport;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.server.counter.HelpCallService;
import org.einlass.server.database.Databases;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is called where, and who comes. */
final class HelpCallServiceTest {
    private static final DeviceId DESK = new DeviceId("desk-1");
    private static final DeviceId KIOSK = new DeviceId("kiosk-1");
    private static final DeviceId DOOR = new DeviceId("door-1");

    @TempDir
    private Path folder;

    private Congress congress;
    private HelpCallService calls;

    private void open(Databases database) {
        congress = new Congress(database, folder);
        congress.enrol(KIOSK, DeviceKind.KIOSK);
        calls = new HelpCallService(congress.store(), congress.clock);
    }

    @AfterEach
    void close() {
        congress.close();
    }

    private HelpCall says(DeviceId device, EntryId call, HelpReason reason, boolean ended) {
        return calls.report(Congress.EVENT, device, new HelpReport(call, reason, ended))
                .toCompletableFuture()
                .join();
    }

    private EntryId newId() {
        return congress.machine("ids").nextId();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aCallIsListedUntilSomebodyHasCome(Databases database) {
        open(database);
        EntryId kiosk = newId();
        EntryId door = newId();
        says(KIOSK, kiosk, HelpReason.GUEST, false);
        congress.after(Duration.ofSeconds(5));
        says(DOOR, door, HelpReason.URGENT, false);
        assertThat(says(KIOSK, kiosk, HelpReason.GUEST, false).isAcknowledged()).isFalse();

        calls.acknowledge(Congress.EVENT, kiosk, DESK).toCompletableFuture().join();
        calls.acknowledge(Congress.EVENT, kiosk, null).toCompletableFuture().join();

        HelpCall heard = says(KIOSK, kiosk, HelpReason.GUEST, false);
        assertThat(heard.acknowledgedBy()).as("whoever came first").isEqualTo("desk-1");
        assertThat(calls.open(Congress.EVENT).calls())
                .as("those that nobody comes to stand first")
                .extracting(HelpCall::call)
                .containsExactly(door, kiosk);
        calls.end(Congress.EVENT, kiosk).toCompletableFuture().join();
        assertThat(says(KIOSK, kiosk, HelpReason.GUEST, false).ended())
                .as("said again, it does not come back")
                .isTrue();
        assertThat(calls.open(Congress.EVENT).calls())
                .extracting(HelpCall::call)
                .containsExactly(door);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aDeviceHasOneCallAndMayTakeItBack(Databases database) {
        open(database);
        EntryId first = newId();
        EntryId second = newId();
        says(KIOSK, first, HelpReason.GUEST, false);
        says(KIOSK, second, HelpReason.DEVICE, false);

        assertThat(calls.open(Congress.EVENT).calls())
                .extracting(HelpCall::call)
                .containsExactly(second);
        assertThatThrownBy(() -> calls.acknowledge(Congress.EVENT, first, DESK)
                        .toCompletableFuture()
                        .join())
                .hasCauseInstanceOf(Rejected.class);
        assertThat(says(KIOSK, second, HelpReason.DEVICE, true).ended()).isTrue();
        assertThat(calls.open(Congress.EVENT).calls()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aCallThatNobodyEndedIsForgottenAfterTwoHours(Databases database) {
        open(database);
        says(KIOSK, newId(), HelpReason.GUEST, false);

        congress.after(Duration.ofHours(2).plusSeconds(1));

        assertThat(calls.open(Congress.EVENT).calls()).isEmpty();
        assertThatThrownBy(() -> says(KIOSK, null, HelpReason.GUEST, false)).isInstanceOf(Rejected.class);
    }
}
