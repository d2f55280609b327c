package org.einlass.server.registration.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.registration.CodeStock;
import org.einlass.server.registration.RegistrationIssuer;

/**
 * Writes a list in slices, each a short transaction of its own, and a slice in steps. A slice ends after the step
 * for which somebody waits, so scans are answered between two steps; while no guest comes it takes more of them,
 * because each commit writes many pages of the indexes anew. The import is noted as running with the first
 * slice and as done with the last. One that does not get there is taken back ({@link ImportUndo}).
 */
final class ImportWriter {
    private final Store store;
    private final RegistrationIssuer issuer;
    private final Clock clock;
    private final ImportBatch.ImportContext context;
    private final AuditTrail trail;
    private final SliceSize size = new SliceSize();

    ImportWriter(Store store, RegistrationIssuer issuer, Clock clock, ImportBatch.ImportContext context) {
        this.store = store;
        this.issuer = issuer;
        this.clock = clock;
        this.context = context;
        this.trail = AuditTrail.of(AuditAction.LIST_IMPORTED, context.event().text());
    }

    /** What is written in the transaction of the last slice. */
    @FunctionalInterface
    interface End {
        void write(Transaction transaction);
    }

    /**
     * Writes all rows, and then cancels {@code cancelled}.
     *
     * @return what became of the rows, step by step
     * @throws java.util.concurrent.CompletionException with {@link org.einlass.server.rejection.Rejected} where
     *     another list is coming in or being taken back
     */
    List<ImportCounts> write(List<ImportRow> rows, List<RegistrationId> cancelled, End end) {
        int all = rows.size() + cancelled.size();
        List<ImportCounts> counts = new ArrayList<>();
        int fresh = (int) rows.stream().filter(context::isNew).count();
        CodeStock stock = store.read(handle -> issuer.stock(handle, context.event(), fresh));
        int at = 0;
        do {
            int from = at;
            Slice slice = store.writeAlone(
                            WriteKey.of(context.event()),
                            transaction -> slice(transaction, rows, cancelled, from, stock, end))
                    .toCompletableFuture()
                    .join();
            counts.addAll(slice.counts());
            at = slice.to();
        } while (at < all);
        return counts;
    }

    /** What became of the rows of a slice, and where the next one begins. */
    private record Slice(List<ImportCounts> counts, int to) {}

    private Slice slice(
            Transaction transaction,
            List<ImportRow> rows,
            List<RegistrationId> cancelled,
            int from,
            CodeStock stock,
            End end) {
        int all = rows.size() + cancelled.size();
        if (from == 0) {
            context.begin(transaction, trail, clock.instant());
        }
        progress(transaction, from);
        List<ImportCounts> counts = new ArrayList<>();
        long start = System.nanoTime();
        long stepStart = start;
        int to = from;
        do {
            int next = Math.min(all, to + size.rows());
            counts.add(new ImportBatch(context, part(rows, to, next)).write(transaction, issuer, stock));
            MissingPeople.cancel(transaction, context, part(cancelled, to - rows.size(), next - rows.size()), issuer);
            long now = System.nanoTime();
            size.took(next - to, now - stepStart, store.askedWithin(SliceSize.GUESTS_COME));
            stepStart = now;
            to = next;
        } while (to < all && store.waiting() == 0 && size.mayGoOn(to - from, stepStart - start));
        progress(transaction, to);
        if (to == all) {
            end.write(transaction);
            ImportStates.done(transaction.handle(), context.event(), context.importId());
        }
        return new Slice(counts, to);
    }

    /** Keeps others from taking it for cut off while the slice is written. */
    private void progress(Transaction transaction, int done) {
        ImportStates.progress(transaction.handle(), context.event(), context.importId(), done, clock.instant());
    }

    private static <T> List<T> part(List<T> all, int from, int to) {
        int first = Math.max(0, Math.min(from, all.size()));
        return all.subList(first, Math.max(first, Math.min(to, all.size())));
    }
}
