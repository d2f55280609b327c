package org.einlass.kiosk.simulation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.kiosk.gate.Journal;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.gate.PassageQuery;
import org.einlass.kiosk.sync.Outbox;
import org.einlass.kiosk.sync.WireJson;
import org.jspecify.annotations.Nullable;

/** A device's disk: keeps what was made durable through crashes, can be full, restored and copied. */
final class SimDisk {
    private final List<EpochId> epochs = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Mistake mistake;
    private boolean full;

    private static final class Row {
        private final int epoch;
        private final JournalEntry entry;
        private @Nullable Fate fate;
        private int rejections;

        Row(int epoch, JournalEntry entry) {
            this.epoch = epoch;
            this.entry = entry;
        }

        Row copy() {
            Row copy = new Row(epoch, entry);
            copy.fate = fate;
            copy.rejections = rejections;
            return copy;
        }
    }

    SimDisk(Mistake mistake) {
        this.mistake = mistake;
    }

    /** The disk as it is now, as a backup program copies it. */
    SimDisk copy() {
        SimDisk copy = new SimDisk(mistake);
        copy.epochs.addAll(epochs);
        rows.forEach(row -> copy.rows.add(row.copy()));
        return copy;
    }

    void setFull(boolean isFull) {
        full = isFull;
    }

    /** The power fails. What was durable stays. */
    void powerFails() {
        if (mistake == Mistake.DISK_LIES && !rows.isEmpty()) {
            rows.remove(rows.size() - 1);
        }
    }

    List<JournalEntry> entries() {
        return rows.stream().map(row -> row.entry).toList();
    }

    /** The program starts: a new epoch begins. */
    Opened open(EpochId epoch) {
        epochs.add(epoch);
        return new Opened(epochs.size() - 1);
    }

    /** The disk in the hands of one start of the program. */
    final class Opened implements Journal, Outbox {
        private final int epoch;
        private long last;

        Opened(int epoch) {
            this.epoch = epoch;
        }

        @Override
        public JournalEntry write(LongFunction<JournalEntry> entry) {
            if (full) {
                throw new JournalException("full", new IOException("no space left"));
            }
            JournalEntry made = entry.apply(last + 1);
            rows.add(new Row(epoch, made));
            last++;
            return made;
        }

        @Override
        public Optional<Instant> firstPassage(PassageQuery wanted) {
            return rows.stream()
                    .map(row -> row.entry)
                    .filter(JournalEntry.Scanned.class::isInstance)
                    .map(JournalEntry.Scanned.class::cast)
                    .filter(scan -> wanted.codes().contains(scan.code())
                            && scan.outcome().verdict() != Verdict.REFUSED)
                    .map(SimDisk::knownTime)
                    .filter(at -> !at.isBefore(wanted.since()))
                    .min(Comparator.naturalOrder());
        }

        @Override
        public boolean printed(RegistrationId registration, Phase phase) {
            return false;
        }

        @Override
        public Optional<Batch> next(int rejections, int most) {
            Predicate<Row> due = row -> row.fate == null && row.rejections <= rejections;
            Optional<Row> newest = rows.stream()
                    .filter(due)
                    .min(Comparator.<Row>comparingInt(row -> row.rejections)
                            .thenComparing(
                                    Comparator.comparingInt(rows::indexOf).reversed()));
            return newest.map(row -> batch(row, most));
        }

        private Batch batch(Row newest, int most) {
            List<Row> due = rows.stream()
                    .filter(row -> row.fate == null && row.rejections == newest.rejections && row.epoch == newest.epoch)
                    .toList();
            List<Item> items = due.subList(Math.max(0, due.size() - most), due.size()).stream()
                    .map(row -> new Item(row.entry.head().sequence(), WireJson.write(row.entry)))
                    .toList();
            EpochId before = newest.epoch == 0 ? null : epochs.get(newest.epoch - 1);
            return new Batch(epochs.get(newest.epoch), before, highWater(newest.epoch), newest.rejections, items);
        }

        private long highWater(int ofEpoch) {
            return rows.stream()
                    .filter(row -> row.epoch == ofEpoch)
                    .mapToLong(row -> row.entry.head().sequence())
                    .max()
                    .orElse(0);
        }

        @Override
        public void settle(Batch batch, List<Fate> fates) {
            for (int i = 0; i < fates.size(); i++) {
                row(batch, batch.items().get(i)).fate = fates.get(i);
            }
        }

        @Override
        public void rejected(Batch batch) {
            for (Item item : batch.items()) {
                Row row = row(batch, item);
                row.rejections++;
                if (mistake == Mistake.DROPS_REJECTED) {
                    rows.remove(row);
                }
            }
        }

        private Row row(Batch batch, Item item) {
            int of = epochs.indexOf(batch.epoch());
            return rows.stream()
                    .filter(row -> row.epoch == of && row.entry.head().sequence() == item.sequence())
                    .findFirst()
                    .orElseGet(() -> new Row(
                            of,
                            Objects.requireNonNull(WireJson.read(item.json(), JournalEntry.class)
                                    .orElse(null))));
        }

        @Override
        public void forgive() {
            rows.stream().filter(row -> row.fate == null).forEach(row -> row.rejections = 0);
        }

        @Override
        public void reportEverythingAgain() {
            rows.forEach(row -> {
                row.fate = null;
                row.rejections = 0;
            });
        }

        @Override
        public Backlog backlog() {
            long waiting = rows.stream().filter(row -> row.fate == null).count();
            long quarantined =
                    rows.stream().filter(row -> row.fate == Fate.QUARANTINED).count();
            return new Backlog(waiting, 0, quarantined, rows.size());
        }
    }

    private static Instant knownTime(JournalEntry entry) {
        Duration offset = entry.head().time().serverOffset();
        return entry.head().time().wall().plus(offset == null ? Duration.ZERO : offset);
    }
}
