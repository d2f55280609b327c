package org.einlass.kiosk.sync;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.kiosk.gate.Jitter;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.SerialExecutor;

/**
 * Tells the server every half minute, give or take half, how this device is, and brings home what it hears.
 * On the loop.
 */
public final class HeartbeatLoop {
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final SerialExecutor serialExecutor;
    private final RandomGenerator chance;
    private final HeartbeatUplink heartbeatUplink;
    private final Supplier<Heartbeat> state;
    private final Consumer<HeartbeatAnswer> heard;
    private long turn;

    /**
     * A pulse that does not beat yet.
     *
     * @param state how the device is now; asked on the loop
     * @param heard told on the loop
     */
    public HeartbeatLoop(
            SerialExecutor serialExecutor,
            RandomGenerator chance,
            HeartbeatUplink heartbeatUplink,
            Supplier<Heartbeat> state,
            Consumer<HeartbeatAnswer> heard) {
        this.serialExecutor = serialExecutor;
        this.chance = chance;
        this.heartbeatUplink = heartbeatUplink;
        this.state = state;
        this.heard = heard;
    }

    /** Beats now; an answer to an earlier beat, which may be out of date, is not listened to any more. */
    public void beat() {
        long mine = ++turn;
        serialExecutor.after(PAUSE.multipliedBy(2), () -> again(mine));
        heartbeatUplink.beat(state.get(), reply -> serialExecutor.execute(() -> answered(mine, reply)));
    }

    private void answered(long mine, Reply<HeartbeatAnswer> reply) {
        if (mine != turn) {
            return;
        }
        long next = ++turn;
        serialExecutor.after(Jitter.of(PAUSE, reply.retryAfter(), chance), () -> again(next));
        reply.answer().ifPresent(heard);
    }

    /** Only the newest turn goes on, however many timers were set. */
    private void again(long mine) {
        if (mine == turn) {
            beat();
        }
    }
}
