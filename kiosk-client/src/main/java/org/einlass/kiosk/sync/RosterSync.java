package org.einlass.kiosk.sync;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.kiosk.gate.Jitter;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.SerialExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the device's roster like the server's: first one snapshot, fetched by range and installed after its
 * checksum, then changes. A server that does not know the device's cursor any more was restored: the roster
 * is fetched anew and the whole journal is reported again.
 *
 * <p>All methods run on the loop.
 */
public final class RosterSync {
    private static final Logger LOG = System.getLogger(RosterSync.class.getName());

    private final SyncSettings settings;
    private final SerialExecutor serialExecutor;
    private final RandomGenerator chance;
    private final RosterSource source;
    private final RosterStore shelf;
    private final Runnable newIncarnation;
    private boolean fromTheStart;
    private int failures;
    private long turn;
    private @Nullable Download download;

    /** @param newIncarnation run when the server was found to be restored */
    public RosterSync(
            SyncSettings settings,
            SerialExecutor serialExecutor,
            RandomGenerator chance,
            RosterSource source,
            RosterStore shelf,
            Runnable newIncarnation) {
        this.settings = settings;
        this.serialExecutor = serialExecutor;
        this.chance = chance;
        this.source = source;
        this.shelf = shelf;
        this.newIncarnation = newIncarnation;
    }

    /** Begins to follow the server's roster. Once, and again after {@link #stop}. */
    public void open() {
        step();
    }

    /** Follows it no more; what is on its way is dropped. */
    public void stop() {
        turn++;
        drop();
    }

    private void step() {
        long mine = ++turn;
        Optional<RosterCursor> cursor = fromTheStart ? Optional.empty() : shelf.cursor();
        serialExecutor.after(settings.patience(), () -> silent(mine, NoAnswer.TOO_LATE, Duration.ZERO));
        if (download != null) {
            source.fetchPart(download.snapshot(), download.length(), reply -> then(mine, reply, this::part));
            return;
        }
        cursor.ifPresentOrElse(
                known -> source.fetchChanges(known, reply -> then(mine, reply, this::changed)),
                () -> source.fetchSnapshot(reply -> then(mine, reply, this::announced)));
    }

    /** What comes in is worked on once, on the loop, and only if nobody has stopped waiting for it. */
    private <T> void then(long mine, Reply<T> reply, Work<T> work) {
        serialExecutor.execute(() -> {
            if (mine == turn) {
                reply.fold(value -> done(mine, value, work), silence -> silent(mine, silence, reply.retryAfter()));
            }
        });
    }

    private interface Work<T> {
        /** @return how long to wait until the next step */
        Duration on(T value) throws IOException;
    }

    private <T> boolean done(long mine, T value, Work<T> work) {
        try {
            Duration pause = work.on(value);
            failures = 0;
            in(pause, Duration.ZERO);
            return true;
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "The roster could not be written; it will be fetched again.", unwritable);
            drop();
            return silent(mine, NoAnswer.GARBLED, Duration.ZERO);
        }
    }

    private boolean silent(long mine, NoAnswer why, Duration retryAfter) {
        if (mine != turn) {
            return false;
        }
        if (why == NoAnswer.GONE) {
            restored();
        }
        if (why == NoAnswer.REJECTED) {
            drop();
        }
        in(pause(failures++), retryAfter);
        return false;
    }

    private void restored() {
        drop();
        if (!fromTheStart) {
            fromTheStart = true;
            newIncarnation.run();
        }
    }

    private Duration announced(RosterSnapshot snapshot) throws IOException {
        download = new Download(snapshot, shelf.place());
        return Duration.ZERO;
    }

    private Duration part(byte[] bytes) throws IOException {
        Download running = download;
        if (running == null) {
            return Duration.ZERO;
        }
        if (!running.append(bytes)) {
            return Duration.ZERO;
        }
        drop();
        if (!running.isWhole()) {
            throw new IOException("The roster's checksum is wrong.");
        }
        shelf.install(running.snapshot(), running.file());
        fromTheStart = false;
        return Duration.ZERO;
    }

    private Duration changed(RosterChanges changes) throws IOException {
        shelf.apply(changes);
        return changes.more() ? Duration.ZERO : settings.rosterPause();
    }

    /** A file that the server does not hold any more is not asked for again. */
    private void drop() {
        download = null;
    }

    private void in(Duration about, Duration atLeast) {
        long mine = ++turn;
        serialExecutor.after(Jitter.of(about, atLeast, chance), () -> {
            if (mine == turn) {
                step();
            }
        });
    }

    private Duration pause(int failuresBefore) {
        Duration pause = settings.firstPause().multipliedBy(1L << Math.min(failuresBefore, 16));
        return pause.compareTo(settings.longestPause()) < 0 ? pause : settings.longestPause();
    }
}
