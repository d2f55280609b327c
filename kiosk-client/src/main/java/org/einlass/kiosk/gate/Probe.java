package org.einlass.kiosk.gate;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.einlass.contract.wire.DoorSheet;

/**
 * Looks for the server again and again, and brings the door sheet in force; a server that asked to be left
 * alone is not looked for before that time is over. On the gate's loop.
 */
final class Probe {
    private final GateSettings settings;
    private final SerialExecutor serialExecutor;
    private final DeviceClock clock;
    private final RandomGenerator chance;
    private final Uplink uplink;
    private final ServerAvailability serverAvailability;
    private final ServerBackOff serverBackOff;
    private final Consumer<DoorSheet> then;
    private long turn;
    private boolean sheetKnown;

    Probe(
            GateSettings settings,
            Gate.Edges edges,
            ServerAvailability serverAvailability,
            ServerBackOff serverBackOff,
            Consumer<DoorSheet> then) {
        this.settings = settings;
        this.serialExecutor = edges.loop();
        this.clock = edges.clock();
        this.chance = edges.chance();
        this.uplink = edges.uplink();
        this.serverAvailability = serverAvailability;
        this.serverBackOff = serverBackOff;
        this.then = then;
    }

    /** Probes now. */
    void begin() {
        long mine = ++turn;
        long asked = clock.nanos();
        uplink.fetchSheet(reply -> serialExecutor.execute(() -> heard(reply, mine, asked)));
        serialExecutor.after(settings.probePause().multipliedBy(2), () -> again(mine));
    }

    /** Trust was lost: the next probe comes soon. */
    void hurry() {
        later(++turn);
    }

    private void heard(Reply<DoorSheet> reply, long mine, long asked) {
        serverBackOff.heed(reply);
        if (mine != turn) {
            return;
        }
        reply.answer().ifPresent(sheet -> arrived(sheet, asked));
        later(++turn);
    }

    private void arrived(DoorSheet sheet, long asked) {
        sheetKnown = true;
        if (clock.nanos() - asked <= settings.deadline().toNanos()) {
            clock.contact(sheet.serverTime());
            serverAvailability.heardInTime();
        }
        then.accept(sheet);
    }

    /** Half as long to one and a half times as long, so that fifty kiosks do not knock at the same moment. */
    private void later(long mine) {
        Duration pause = serverAvailability.isTrusted() && sheetKnown ? settings.sheetPause() : settings.probePause();
        serialExecutor.after(Jitter.of(pause, chance), () -> again(mine));
    }

    /**
     * Only the newest turn goes on, however many timers were set, and not before the server's respite is
     * over.
     */
    private void again(long mine) {
        if (mine != turn) {
            return;
        }
        Duration left = serverBackOff.left();
        if (left.isZero()) {
            begin();
            return;
        }
        serialExecutor.after(left, () -> again(mine));
    }
}
