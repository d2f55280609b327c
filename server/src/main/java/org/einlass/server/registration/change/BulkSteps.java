package org.einlass.server.registration.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.Store;
import org.einlass.server.database.StoreUnavailable;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.rejection.Rejected;

/**
 * Does the same for many registrations in transactions of {@value #ROWS} each, so that guests at doors are
 * answered between them. What was done stays done where a later one cannot be.
 */
final class BulkSteps {
    static final int ROWS = 10;

    private final Store store;

    BulkSteps(Store store) {
        this.store = store;
    }

    /**
     * @param step does it for some of them in one transaction, and returns what it did to each that is different now
     * @param then takes that once the transaction is committed
     * @return how many are different now
     * @throws Rejected where one cannot be done; where others were before, the sentence says how many
     * @throws StoreUnavailable where the store fails after some; the sentence says how many are certainly done
     */
    <T> int run(
            EventId event,
            Collection<RegistrationId> registrations,
            BiFunction<Transaction, List<RegistrationId>, List<T>> step,
            Consumer<T> then) {
        List<RegistrationId> all = new ArrayList<>(new LinkedHashSet<>(registrations));
        int done = 0;
        int different = 0;
        for (int from = 0; from < all.size(); from += ROWS) {
            List<RegistrationId> some = all.subList(from, Math.min(all.size(), from + ROWS));
            try {
                List<T> changes = store.writeAlone(WriteKey.of(event), transaction -> step.apply(transaction, some))
                        .toCompletableFuture()
                        .join();
                changes.forEach(then);
                different += changes.size();
                done += some.size();
            } catch (CompletionException failed) {
                if (done > 0 && failed.getCause() instanceof Rejected why) {
                    throw afterSome(why, done, all.size(), failed);
                }
                if (done > 0 && failed.getCause() instanceof StoreUnavailable why) {
                    throw why.saying(then(why.sentence(), done, all.size()));
                }
                throw failed;
            }
        }
        return different;
    }

    private static Rejected afterSome(Rejected why, int done, int all, Exception failed) {
        Rejected told = why.saying(
                then(why.sentence(), done, all),
                new Wording(
                        why.remedy().german() + " Danach dieselben noch einmal; was fertig ist, bleibt, wie es ist.",
                        why.remedy().english() + " Then send the same once more; what is done stays as it is."));
        told.addSuppressed(failed);
        return told;
    }

    private static Wording then(Wording why, int done, int all) {
        return new Wording(
                done + " von " + all + " Anmeldungen sind fertig. Dann: " + why.german(),
                done + " of " + all + " registrations are done. Then: " + why.english());
    }
}
