package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * What the server said to a scan, once and for ever.
 *
 * @param refusal present exactly with {@link Verdict#REFUSED}
 * @param sentence the refusal's sentence for staff, for devices that do not know the reason
 * @param arrivedAt when this registration had first arrived, where it had: a friendly repetition, or the time
 *     to show
 * @param unconfirmed present where an admission was answered to another scan whose outcome nobody has
 *     reported yet
 * @param badge what to print; present with an admission at a door that prints
 * @param receipt what became of the entries that came with the question; absent where it carried none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScanAnswer(
        EntryId id,
        Verdict verdict,
        @Nullable Refusal refusal,
        @Nullable Wording sentence,
        @Nullable Instant arrivedAt,
        @Nullable Unconfirmed unconfirmed,
        @Nullable BadgeOrder badge,
        Instant answeredAt,
        @Nullable JournalReceipt receipt) {

    /** An answer to a question that carried no entries. */
    public ScanAnswer(
            EntryId id,
            Verdict verdict,
            @Nullable Refusal refusal,
            @Nullable Wording sentence,
            @Nullable Instant arrivedAt,
            @Nullable Unconfirmed unconfirmed,
            @Nullable BadgeOrder badge,
            Instant answeredAt) {
        this(id, verdict, refusal, sentence, arrivedAt, unconfirmed, badge, answeredAt, null);
    }

    /** The same answer, with what became of the entries that came with this question. */
    public ScanAnswer with(JournalReceipt fates) {
        return new ScanAnswer(id, verdict, refusal, sentence, arrivedAt, unconfirmed, badge, answeredAt, fates);
    }

    /** "Not confirmed at kiosk 3, 09:12": an answer that has no outcome yet. */
    public record Unconfirmed(String device, Instant at) {}
}
