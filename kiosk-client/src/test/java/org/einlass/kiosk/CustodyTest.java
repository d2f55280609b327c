package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.contract.wire.Standing;
import org.einlass.contract.wire.WipeReceipt;
import org.einlass.contract.wire.WipeState;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.Silence;
import org.einlass.kiosk.gate.VirtualLoop;
import org.einlass.kiosk.store.Store;
import org.einlass.kiosk.sync.Custodian;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CustodyTest {
    private static final UUID ORDER = new UUID(5, 5);

    private final VirtualLoop loop = new VirtualLoop(Sample.MORNING);
    private final Organiser organiser = new Organiser();
    private Belongings belongings = new Belongings();
    private Store store;
    private Custody custody;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        store = Store.open(folder, SampleEntries.epoch());
        custody = new Custody(loop, store.keepsakes(), "mark-1", organiser, belongings);
        custody.begin();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRevokedDeviceWorksNoMoreAndLosesItsRoster() {
        custody.revoked();

        assertThat(custody.isWithdrawn()).isTrue();
        assertThat(belongings.deeds).containsExactly("withdraw", "drop roster");
    }

    @Test
    void aRevokedDeviceStaysSoAfterARestart() {
        custody.revoked();

        assertThat(restart("mark-1")).isFalse();

        assertThat(belongings.deeds).containsExactly("drop roster", "withdraw");
    }

    @Test
    void aNewTokenBringsARevokedDeviceBackToLife() {
        custody.revoked();

        assertThat(restart("mark-2")).isTrue();

        assertThat(belongings.deeds).isEmpty();
        assertThat(restart("mark-2")).isTrue();
    }

    @Test
    void aWithdrawalThatTheServerKnowsNothingOfEndsAtTheNextHeartbeat() {
        custody.revoked();

        hear(Standing.ENROLLED, null);

        assertThat(custody.isWithdrawn()).isFalse();
        assertThat(belongings.deeds).endsWith("readmit");
        assertThat(restart("mark-1")).isTrue();
    }

    @Test
    void aWipeIsNotedThenDoneThenReceiptedAndNoMoreThanOnce() {
        belongings.beforeDestruction = () ->
                assertThat(store.keepsakes().custody().orElseThrow().wipe()).isEqualTo(ORDER);
        hear(Standing.WIPED, ORDER);

        assertThat(belongings.deeds).containsExactly("withdraw", "destroy");
        assertThat(organiser.receipts).containsExactly(List.of("roster"));

        hear(Standing.WIPED, ORDER);
        hear(Standing.WIPED, ORDER);
        assertThat(belongings.deeds).containsExactly("withdraw", "destroy");
        assertThat(organiser.receipts).hasSize(1);
        assertThat(restart("mark-1")).isFalse();
    }

    @Test
    void theReceiptIsRepeatedUntilTheServerTakesItOverRestartsToo() {
        organiser.silent = true;
        hear(Standing.WIPED, ORDER);
        hear(Standing.WIPED, ORDER);
        restart("mark-1");
        hear(Standing.WIPED, ORDER);
        assertThat(organiser.receipts).hasSize(3);

        organiser.silent = false;
        hear(Standing.WIPED, ORDER);
        hear(Standing.WIPED, ORDER);

        assertThat(organiser.receipts).hasSize(4);
        assertThat(belongings.deeds).containsExactly("withdraw");
    }

    @Test
    void aPowerCutInTheMiddleOfAWipeIsGoneOnFromWithoutNetwork() {
        belongings.cut = true;
        hear(Standing.WIPED, ORDER);
        assertThat(organiser.receipts).isEmpty();

        restart("mark-1");

        assertThat(belongings.deeds).containsExactly("withdraw", "destroy");
        assertThat(organiser.receipts).hasSize(1);
    }

    @Test
    void aNewTokenDoesNotSaveWhatWasOrderedToBeDestroyed() {
        belongings.cut = true;
        hear(Standing.WIPED, ORDER);

        assertThat(restart("mark-2")).isTrue();

        assertThat(belongings.deeds).containsExactly("destroy");
        assertThat(organiser.receipts).hasSize(1);
        assertThat(store.keepsakes().custody()).isEmpty();
    }

    @Test
    void whatCouldNotBeDestroyedIsTriedAgainAndNotReceipted() {
        belongings.stubborn = true;
        hear(Standing.WIPED, ORDER);
        hear(Standing.WIPED, ORDER);
        assertThat(organiser.receipts).isEmpty();

        belongings.stubborn = false;
        hear(Standing.WIPED, ORDER);

        assertThat(belongings.deeds).containsExactly("withdraw", "destroy", "destroy", "destroy");
        assertThat(organiser.receipts).hasSize(1);
    }

    @Test
    void aNewOrderIsCarriedOutAfterAnOldOne() {
        hear(Standing.WIPED, ORDER);
        hear(Standing.WIPED, new UUID(6, 6));

        assertThat(belongings.deeds).filteredOn("destroy"::equals).hasSize(2);
        assertThat(organiser.receipts).hasSize(2);
    }

    @Test
    void noTimeThatPassesWithdrawsADevice() {
        hear(Standing.UNRECOGNISED, null);
        loop.pass(Duration.ofDays(10_000));

        assertThat(custody.isWithdrawn()).isFalse();
        assertThat(belongings.deeds).isEmpty();
    }

    private void hear(Standing standing, UUID wipe) {
        custody.heard(new HeartbeatAnswer(
                Sample.EVENT, new DeviceId("kiosk-1"), standing, wipe, null, false, Sample.MORNING));
        loop.settle();
    }

    private boolean restart(String token) {
        belongings = new Belongings();
        store.close();
        store = Store.open(folder, SampleEntries.epoch());
        custody = new Custody(loop, store.keepsakes(), token, organiser, belongings);
        boolean mayWork = custody.begin();
        loop.settle();
        return mayWork;
    }

    /** What the device has, and what becomes of it. */
    private static final class Belongings implements Custody.Ward {
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
    }

    /** A server that takes receipts. */
    private static final class Organiser implements Custodian {
        private final List<List<String>> receipts = new ArrayList<>();
        private boolean silent;

        @Override
        public void beat(Heartbeat heartbeat, Consumer<Reply<HeartbeatAnswer>> then) {}

        @Override
        public void receipt(UUID order, WipeReceipt receipt, Consumer<Reply<WipeState>> then) {
            receipts.add(receipt.destroyed());
            then.accept(
                    silent
                            ? new Reply.Silent<>(Silence.UNREACHABLE)
                            : new Reply.Answered<>(
                                    new WipeState(order, Sample.MORNING, Sample.MORNING, receipt.destroyed())));
        }
    }
}
