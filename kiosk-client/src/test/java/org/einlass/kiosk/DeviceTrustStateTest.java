package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.wire.DeviceTrust;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.contract.wire.WipeReceipt;
import org.einlass.contract.wire.WipeState;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.VirtualExecutor;
import org.einlass.kiosk.store.DeviceStore;
import org.einlass.kiosk.sync.HeartbeatUplink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeviceTrustStateTest {
    private static final UUID ORDER = new UUID(5, 5);

    private final VirtualExecutor loop = new VirtualExecutor(Sample.MORNING);
    private final Organiser organiser = new Organiser();
    private Belongings belongings = new Belongings();
    private DeviceStore deviceStore;
    private DeviceTrustState deviceTrustState;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        deviceStore = DeviceStore.open(folder, SampleEntries.epoch());
        deviceTrustState = new DeviceTrustState(loop, deviceStore.keepsakes(), "mark-1", organiser, belongings);
        deviceTrustState.begin();
    }

    @AfterEach
    void close() {
        deviceStore.close();
    }

    @Test
    void aRevokedDeviceWorksNoMoreAndLosesItsRoster() {
        deviceTrustState.revoked();

        assertThat(deviceTrustState.isWithdrawn()).isTrue();
        assertThat(belongings.deeds).containsExactly("withdraw", "drop roster");
    }

    @Test
    void aRevokedDeviceStaysSoAfterARestart() {
        deviceTrustState.revoked();

        assertThat(restart("mark-1")).isFalse();

        assertThat(belongings.deeds).containsExactly("drop roster", "withdraw");
    }

    @Test
    void aNewTokenBringsARevokedDeviceBackToLife() {
        deviceTrustState.revoked();

        assertThat(restart("mark-2")).isTrue();

        assertThat(belongings.deeds).isEmpty();
        assertThat(restart("mark-2")).isTrue();
    }

    @Test
    void aWithdrawalThatTheServerKnowsNothingOfEndsAtTheNextHeartbeat() {
        deviceTrustState.revoked();

        hear(DeviceTrust.ENROLLED, null);

        assertThat(deviceTrustState.isWithdrawn()).isFalse();
        assertThat(belongings.deeds).endsWith("readmit");
        assertThat(restart("mark-1")).isTrue();
    }

    @Test
    void aWipeIsNotedThenDoneThenReceiptedAndNoMoreThanOnce() {
        belongings.beforeDestruction = () -> assertThat(
                        deviceStore.keepsakes().custody().orElseThrow().wipe())
                .isEqualTo(ORDER);
        hear(DeviceTrust.WIPED, ORDER);

        assertThat(belongings.deeds).containsExactly("withdraw", "destroy");
        assertThat(organiser.receipts).containsExactly(List.of("roster"));

        hear(DeviceTrust.WIPED, ORDER);
        hear(DeviceTrust.WIPED, ORDER);
        assertThat(belongings.deeds).containsExactly("withdraw", "destroy");
        assertThat(organiser.receipts).hasSize(1);
        assertThat(restart("mark-1")).isFalse();
    }

    @Test
    void theReceiptIsRepeatedUntilTheServerTakesItOverRestartsToo() {
        organiser.silent = true;
        hear(DeviceTrust.WIPED, ORDER);
        hear(DeviceTrust.WIPED, ORDER);
        restart("mark-1");
        hear(DeviceTrust.WIPED, ORDER);
        assertThat(organiser.receipts).hasSize(3);

        organiser.silent = false;
        hear(DeviceTrust.WIPED, ORDER);
        hear(DeviceTrust.WIPED, ORDER);

        assertThat(organiser.receipts).hasSize(4);
        assertThat(belongings.deeds).containsExactly("withdraw");
    }

    @Test
    void aPowerCutInTheMiddleOfAWipeIsGoneOnFromWithoutNetwork() {
        belongings.cut = true;
        hear(DeviceTrust.WIPED, ORDER);
        assertThat(organiser.receipts).isEmpty();

        restart("mark-1");

        assertThat(belongings.deeds).containsExactly("withdraw", "destroy");
        assertThat(organiser.receipts).hasSize(1);
    }

    @Test
    void aNewTokenDoesNotSaveWhatWasOrderedToBeDestroyed() {
        belongings.cut = true;
        hear(DeviceTrust.WIPED, ORDER);

        assertThat(restart("mark-2")).isTrue();

        assertThat(belongings.deeds).containsExactly("destroy");
        assertThat(organiser.receipts).hasSize(1);
        assertThat(deviceStore.keepsakes().custody()).isEmpty();
    }

    @Test
    void whatCouldNotBeDestroyedIsTriedAgainAndNotReceipted() {
        belongings.stubborn = true;
        hear(DeviceTrust.WIPED, ORDER);
        hear(DeviceTrust.WIPED, ORDER);
        assertThat(organiser.receipts).isEmpty();

        belongings.stubborn = false;
        hear(DeviceTrust.WIPED, ORDER);

        assertThat(belongings.deeds).containsExactly("withdraw", "destroy", "destroy", "destroy");
        assertThat(organiser.receipts).hasSize(1);
    }

    @Test
    void aNewOrderIsCarriedOutAfterAnOldOne() {
        hear(DeviceTrust.WIPED, ORDER);
        hear(DeviceTrust.WIPED, new UUID(6, 6));

        assertThat(belongings.deeds).filteredOn("destroy"::equals).hasSize(2);
        assertThat(organiser.receipts).hasSize(2);
    }

    @Test
    void noTimeThatPassesWithdrawsADevice() {
        hear(DeviceTrust.UNRECOGNISED, null);
        loop.pass(Duration.ofDays(10_000));

        assertThat(deviceTrustState.isWithdrawn()).isFalse();
        assertThat(belongings.deeds).isEmpty();
    }

    private void hear(DeviceTrust deviceTrust, UUID wipe) {
        deviceTrustState.heard(new HeartbeatAnswer(
                Sample.EVENT, new DeviceId("kiosk-1"), deviceTrust, wipe, null, false, Sample.MORNING, null));
        loop.settle();
    }

    private boolean restart(String token) {
        belongings = new Belongings();
        deviceStore.close();
        deviceStore = DeviceStore.open(folder, SampleEntries.epoch());
        deviceTrustState = new DeviceTrustState(loop, deviceStore.keepsakes(), token, organiser, belongings);
        boolean mayWork = deviceTrustState.begin();
        loop.settle();
        return mayWork;
    }

    /** What the device has, and what becomes of it. */
    private static final class Belongings implements DeviceTrustState.Ward {
        private final List<String> deeds = new ArrayList<>();
        private boolean cut;
        private boolean stubborn;
        private Runnable beforeDestruction = () -> {};

        @Override
        public void withdraw() {
            deeds.add("withdraw");
        }

        @Override
        public void readmit() {
            deeds.add("readmit");
        }

        @Override
        public void dropRoster() {
            deeds.add("drop roster");
        }

        @Override
        public void destroy(Consumer<List<String>> then) {
            deeds.add("destroy");
            beforeDestruction.run();
            if (!cut) {
                then.accept(stubborn ? List.of() : List.of("roster"));
            }
        }

        @Override
        public List<String> kept() {
            return List.of("settings-token");
        }
    }

    /** A server that takes receipts. */
    private static final class Organiser implements HeartbeatUplink {
        private final List<List<String>> receipts = new ArrayList<>();
        private boolean silent;

        @Override
        public void beat(Heartbeat heartbeat, Consumer<Reply<HeartbeatAnswer>> then) {}

        @Override
        public void receipt(UUID order, WipeReceipt receipt, Consumer<Reply<WipeState>> then) {
            receipts.add(receipt.destroyed());
            assertThat(receipt.kept()).containsExactly("settings-token");
            then.accept(
                    silent
                            ? new Reply.Silent<>(NoAnswer.UNREACHABLE)
                            : new Reply.Answered<>(new WipeState(
                                    order, Sample.MORNING, Sample.MORNING, receipt.destroyed(), receipt.kept())));
        }
    }
}
