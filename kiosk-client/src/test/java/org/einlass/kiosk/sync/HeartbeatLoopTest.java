package org.einlass.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
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
import org.einlass.kiosk.gate.VirtualExecutor;
import org.einlass.kiosk.store.StoreException;
import org.junit.jupiter.api.Test;

final class HeartbeatLoopTest {
    private static final Heartbeat WELL = new Heartbeat("0.1.0", 2, "KIOSK", null, 0, 0, 0, 0, null, null, "READY");

    private final VirtualExecutor loop = new VirtualExecutor(Sample.MORNING);
    private final Ear ear = new Ear();
    private final List<DeviceTrust> heard = new ArrayList<>();
    private final HeartbeatLoop heartbeatLoop =
            new HeartbeatLoop(loop, new Random(7), ear, () -> WELL, answer -> heard.add(answer.standing()));

    @Test
    void beatsAboutEveryHalfMinuteWhateverTheServerDoes() {
        heartbeatLoop.beat();
        loop.pass(Duration.ofMinutes(30));
        int answered = ear.beats.size();
        ear.reply = new Reply.Silent<>(NoAnswer.UNREACHABLE);
        loop.pass(Duration.ofMinutes(30));
        int silent = ear.beats.size() - answered;
        ear.reply = null;
        loop.pass(Duration.ofMinutes(30));
        int lost = ear.beats.size() - answered - silent;

        assertThat(answered).isBetween(40, 90);
        assertThat(silent).isBetween(40, 90);
        assertThat(lost).isBetween(25, 35);
        assertThat(heard).hasSize(answered).containsOnly(DeviceTrust.ENROLLED);
    }

    @Test
    void neverListensToAnAnswerThatIsOlderThanTheLastBeat() {
        ear.reply = null;
        heartbeatLoop.beat();
        heartbeatLoop.beat();

        ear.beats.get(0).accept(answer(DeviceTrust.ENROLLED));
        ear.beats.get(1).accept(answer(DeviceTrust.REVOKED));
        loop.settle();

        assertThat(heard).containsExactly(DeviceTrust.REVOKED);
    }

    @Test
    void waitsAsLongAsABusyServerAsks() {
        ear.reply = new Reply.Silent<>(NoAnswer.BUSY, Duration.ofMinutes(1));
        heartbeatLoop.beat();

        loop.pass(Duration.ofSeconds(59));

        assertThat(ear.beats).hasSize(1);
    }

    @Test
    void goesOnAfterAMomentInWhichTheDeviceCannotSayHowItIs() {
        AtomicBoolean unreadable = new AtomicBoolean(true);
        HeartbeatLoop limping = new HeartbeatLoop(
                loop,
                new Random(7),
                ear,
                () -> {
                    if (unreadable.get()) {
                        throw new StoreException("The journal cannot be read.", new Exception());
                    }
                    return WELL;
                },
                answer -> {});
        assertThatThrownBy(limping::beat).isInstanceOf(StoreException.class);

        unreadable.set(false);
        loop.pass(HeartbeatLoop.PAUSE.multipliedBy(2));

        assertThat(ear.beats).hasSize(1);
    }

    private static Reply<HeartbeatAnswer> answer(DeviceTrust deviceTrust) {
        return new Reply.Answered<>(new HeartbeatAnswer(
                Sample.EVENT, new DeviceId("kiosk-1"), deviceTrust, null, null, false, Sample.MORNING, null));
    }

    /** A server that hears hearts. */
    private static final class Ear implements HeartbeatUplink {
        private final List<Consumer<Reply<HeartbeatAnswer>>> beats = new ArrayList<>();
        private Reply<HeartbeatAnswer> reply = answer(DeviceTrust.ENROLLED);

        @Override
        public void beat(Heartbeat heartbeat, Consumer<Reply<HeartbeatAnswer>> then) {
            beats.add(then);
            if (reply != null) {
                then.accept(reply);
            }
        }

        @Override
        public void receipt(UUID order, WipeReceipt receipt, Consumer<Reply<WipeState>> then) {}
    }
}
