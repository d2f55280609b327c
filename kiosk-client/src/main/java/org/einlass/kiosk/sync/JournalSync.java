package org.einlass.kiosk.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReceipt.EntryReceipt;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.contract.wire.JournalReport;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.Jitter;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.SerialExecutor;

/**
 * Delivers the journal: newest entries first, batch after batch, whatever the server answers. An entry is
 * done when the server has named its fate and not before; nothing is ever dropped.
 *
 * <p>A batch that the server rejects is split: its entries go again in smaller company until the one it
 * cannot bear travels alone, always after those that were rejected less often. So a poison entry holds nobody
 * up but its own batch.
 *
 * <p>All methods run on the loop.
 */
public final class JournalSync {
    private static final int[] BATCH_BY_REJECTIONS = {JournalReport.MOST_ENTRIES, 25, 1};

    /** More than one batch with one poison entry can cause; then it is not the entries that are wrong. */
    private static final int MOST_REJECTED_IN_A_ROW = 30;

    /** Entries rejected this often have travelled alone: only a new server will take them. */
    private static final int ALONE = BATCH_BY_REJECTIONS.length;

    private final SyncSettings settings;
    private final SerialExecutor serialExecutor;
    private final RandomGenerator chance;
    private final Outbox outbox;
    private final JournalUplink journalUplink;
    private final BooleanSupplier guestWaits;
    private final JournalOffer offer = new JournalOffer();
    private boolean scheduled;
    private boolean travelling;
    private boolean askedToWait;
    private int failures;
    private int rejectedInARow;
    private long turn;
    private boolean retryRejected = true;

    /** @param guestWaits whether somebody stands before a scanner right now: live scans go before replays */
    public JournalSync(
            SyncSettings settings,
            SerialExecutor serialExecutor,
            RandomGenerator chance,
            Outbox outbox,
            JournalUplink journalUplink,
            BooleanSupplier guestWaits) {
        this.settings = settings;
        this.serialExecutor = serialExecutor;
        this.chance = chance;
        this.outbox = outbox;
        this.journalUplink = journalUplink;
        this.guestWaits = guestWaits;
    }

    /** There are, or may be, entries to deliver. */
    public void wake() {
        if (travelling) {
            return;
        }
        outbox.next(0, ScanQuestion.MOST_CARRIED).ifPresent(offer::offer);
        if (!scheduled) {
            in(settings.gathering());
        }
    }

    /** What the next question may carry. */
    JournalOffer offer() {
        return offer;
    }

    /**
     * A question that carried entries has come back. A server that names no fates of theirs is told by a
     * report.
     */
    void carried(Outbox.Batch batch, Reply<ScanAnswer> reply) {
        serialExecutor.execute(() -> {
            offer.returned();
            reply.answer().map(ScanAnswer::receipt).ifPresent(receipt -> settled(batch, receipt));
            wake();
        });
    }

    /**
     * The server was heard of elsewhere: no need to wait out a pause, unless the server itself asked for it.
     */
    public void serverIsBack() {
        if (failures > 0 && !travelling && !askedToWait) {
            failures = 0;
            scheduled = false;
            wake();
        }
    }

    private void in(Duration about) {
        in(about, Duration.ZERO);
    }

    private void in(Duration about, Duration atLeast) {
        scheduled = true;
        askedToWait = !atLeast.isZero();
        long mine = ++turn;
        serialExecutor.after(Jitter.of(about, atLeast, chance), () -> begin(mine));
    }

    private void begin(long mine) {
        if (mine != turn) {
            return;
        }
        scheduled = false;
        if (guestWaits.getAsBoolean()) {
            in(settings.gathering().dividedBy(8));
            return;
        }
        if (!offer.withdraw()) {
            in(settings.gathering().dividedBy(8));
            return;
        }
        nextBatch().ifPresent(this::send);
    }

    private Optional<Outbox.Batch> nextBatch() {
        for (int rejections = 0; rejections < ALONE; rejections++) {
            Optional<Outbox.Batch> batch = outbox.next(rejections, BATCH_BY_REJECTIONS[rejections]);
            if (batch.isPresent()) {
                return batch;
            }
        }
        return retryRejected ? rejectedOne() : Optional.empty();
    }

    private Optional<Outbox.Batch> rejectedOne() {
        retryRejected = false;
        serialExecutor.after(settings.rejectedPause(), this::retryRejected);
        return outbox.next(Integer.MAX_VALUE, 1);
    }

    private void retryRejected() {
        retryRejected = true;
        wake();
    }

    private void send(Outbox.Batch batch) {
        travelling = true;
        long mine = ++turn;
        journalUplink.carry(batch, reply -> serialExecutor.execute(() -> heard(mine, batch, reply)));
        serialExecutor.after(settings.patience(), () -> heard(mine, batch, new Reply.Silent<>(NoAnswer.TOO_LATE)));
    }

    private void heard(long mine, Outbox.Batch batch, Reply<JournalReceipt> reply) {
        if (mine != turn) {
            return;
        }
        turn++;
        travelling = false;
        boolean moved = reply.fold(receipt -> settled(batch, receipt), noAnswer -> silent(batch, noAnswer));
        if (moved) {
            failures = 0;
            in(Duration.ZERO);
            return;
        }
        in(pause(failures++), reply.retryAfter());
    }

    /** A receipt that does not name the fate of each entry is none. */
    private boolean settled(Outbox.Batch batch, JournalReceipt receipt) {
        Optional<List<Fate>> fates = fates(batch.items().size(), receipt);
        if (fates.isEmpty()) {
            return false;
        }
        outbox.settle(batch, fates.get());
        rejectedInARow = 0;
        if (batch.rejections() >= ALONE) {
            outbox.forgive();
        }
        return true;
    }

    private static Optional<List<Fate>> fates(int count, JournalReceipt receipt) {
        Fate[] fates = new Fate[count];
        for (EntryReceipt entry : receipt.entries()) {
            if (entry.index() < 0 || entry.index() >= count || entry.fate() == null) {
                return Optional.empty();
            }
            fates[entry.index()] = entry.fate();
        }
        boolean complete = IntStream.range(0, count).noneMatch(index -> fates[index] == null);
        return complete ? Optional.of(List.of(fates)) : Optional.empty();
    }

    private boolean silent(Outbox.Batch batch, NoAnswer noAnswer) {
        if (noAnswer != NoAnswer.REJECTED) {
            return false;
        }
        outbox.rejected(batch);
        rejectedInARow++;
        return rejectedInARow <= MOST_REJECTED_IN_A_ROW;
    }

    private Duration pause(int failuresBefore) {
        Duration pause = settings.firstPause().multipliedBy(1L << Math.min(failuresBefore, 16));
        return pause.compareTo(settings.longestPause()) < 0 ? pause : settings.longestPause();
    }
}
