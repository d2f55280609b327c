package org.einlass.kiosk.sync;

import java.util.List;
import java.util.Optional;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.jspecify.annotations.Nullable;

/** The entries of the journal that the server has not taken yet. From any thread; every change is durable. */
public interface Outbox {

    /**
     * The next entries to report, all of one epoch; of those that were rejected least often, the newest, in
     * their order.
     *
     * @param rejections how often they may have been rejected at most
     * @param most how many entries at most
     */
    Optional<Batch> next(int rejections, int most);

    /** The server has said what became of these entries; {@code fates} in the batch's order. */
    void settle(Batch batch, List<Fate> fates);

    /**
     * The server did not take this batch as it is; its entries stay, and are tried again in smaller company.
     */
    void rejected(Batch batch);

    /** The server has taken what it had rejected: all rejected entries may travel in big batches again. */
    void forgive();

    /** The new life of a server that was restored: everything is to be reported once more. */
    void reportEverythingAgain();

    Backlog backlog();

    /**
     * Entries on their way, as the JSON they were journalled in.
     *
     * @param predecessor the epoch before this one; null at the device's first start
     * @param highWater the highest sequence number of this epoch
     * @param rejections how often these entries were rejected before
     */
    record Batch(EpochId epoch, @Nullable EpochId predecessor, long highWater, int rejections, List<Item> items) {

        public Batch {
            items = List.copyOf(items);
        }
    }

    /** One entry in a batch. */
    record Item(long sequence, String json) {}

    /**
     * How much is waiting.
     *
     * @param waiting entries without a fate
     * @param rejected those of them that the server has rejected at least once
     * @param quarantined entries that the server keeps for a person to look at
     * @param total all entries of the journal
     */
    record Backlog(long waiting, long rejected, long quarantined, long total) {}
}
