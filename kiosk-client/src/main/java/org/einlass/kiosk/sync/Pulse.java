package org.einlass.kiosk.sync;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.kiosk.gate.Jitter;
import org.einlass.kiosk.gate.Loop;
import org.einlass.kiosk.gate.Reply;

/** Tells the server every half minute, give or take half, how this device is, and brings home what it hears. On the loop. */
public final class Pulse {
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final Loop loop;
    private final RandomGenerator chance;
    private final Custodian custodian;
    private final Supplier<Heartbeat> state;
    private final Consumer<HeartbeatAnswer> heard;
    private long turn;

    /**
     * A pulse that does not beat yet.
     *
     * @param state how the device is now; asked on the loop
     * @param heard told on the loop
     */
    public Pulse(
            Loop loop,
            RandomGenerator chance,
            Custodian custodian,
            Supplier<Heartbeat> state,
            Consumer<HeartbeatAnswer> heard) {
        this.loop = loop;
        this.chance = chance;
        this.custodian = custodian;
        this.state = state;
        this.heard = heard;
    }

    /** Beats now; an answer to an earlier beat, which may be out of date, is not listened to any more. */
    public void beat() {
        long mine = ++turn;
        custodian.beat(state.get(), reply -> loop.execute(() -> answered(mine, reply)));
        loop.after(PAUSE.multipliedBy(2), () -> again(mine));
    }

    private void answered(long mine, Reply<HeartbeatAnswer> reply) {
        if (mine != turn) {
            return;
        }
        long next = ++turn;
        loop.after(Jitter.of(PAUSE, reply.retryAfter(), chance), () -> again(next));
        reply.answer().ifPresent(heard);
    }

    /** Only the newest turn goes on, however many timers were set. */
    private void again(long mine) {
        if (mine == turn) {
            beat();
        }
    }
}
