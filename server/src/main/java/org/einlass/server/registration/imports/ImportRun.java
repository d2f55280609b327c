package org.einlass.server.registration.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.Write;
import org.einlass.server.database.WriteKey;
import org.einlass.server.registration.RegistrationIssuer;

/**
 * Writes a list in slices, each a short transaction of its own; the scans that wait are answered between two of
 * them. The import is noted as running with the first slice and as done with the last. One that does not get
 * there is taken back ({@link ImportUndo}).
 */
final class ImportRun {
    private final Store store;
    private final RegistrationIssuer issuer;
    private final Clock clock;
    private final ImportPortion.ImportContext context;
    private final AuditTrail trail;
    private final SliceSize size = new SliceSize();

    ImportRun(Store store, RegistrationIssuer issuer, Clock clock, ImportPortion.ImportContext context) {
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
     * @return what became of the rows, slice by slice
     * @throws java.util.concurrent.CompletionException with {@link org.einlass.server.rejection.Rejected} where
     *     another list is coming in or being taken back
     */
    List<ImportCounts> write(List<ImportRow> rows, List<RegistrationId> cancelled, End end) {
        int all = rows.size() + cancelled.size();
        List<ImportCounts> counts = new ArrayList<>();
        int at = 0;
        do {
            int from = at;
            int to = Math.min(all, from + size.rows());
            ImportPortion portion = new ImportPortion(context, part(rows, from, to));
            List<RegistrationId> gone = part(cancelled, from - rows.size(), to - rows.size());
            counts.add(slice(to - from, transaction -> {
                note(transaction, from, to);
                ImportCounts written = portion.write(transaction, issuer);
                MissingPeople.cancel(transaction, context, gone, issuer);
                if (to == all) {
                    end.write(transaction);
                    ImportStates.done(transaction.handle(), context.event(), context.importId());
                }
                return written;
            }));
            at = to;
        } while (at < all);
        return counts;
    }

    private static <T> List<T> part(List<T> all, int from, int to) {
        int first = Math.max(0, Math.min(from, all.size()));
        return all.subList(first, Math.max(first, Math.min(to, all.size())));
    }

    private void note(Transaction transaction, int from, int to) {
        if (from == 0) {
            context.begin(transaction, trail, clock.instant());
        }
        ImportStates.progress(transaction.handle(), context.event(), context.importId(), to, clock.instant());
    }

    /** The time of the slice counts from when the writer takes it, not from when it begins to wait. */
    private ImportCounts slice(int rows, Write<ImportCounts> writing) {
        return store.writeAlone(WriteKey.of(context.event()), transaction -> {
                    long start = System.nanoTime();
                    ImportCounts written = writing.in(transaction);
                    size.took(rows, System.nanoTime() - start);
                    return written;
                })
                .toCompletableFuture()
                .join();
    }
}
