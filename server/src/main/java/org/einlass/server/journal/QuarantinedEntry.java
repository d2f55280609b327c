package org.einlass.server.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.einlass.contract.id.DeviceId;
import org.jspecify.annotations.Nullable;

/**
 * Something that a device reported and that became no fact, and what a person decided about it.
 *
 * @param device who sent it
 * @param content hash of what it says; with the device it names the entry
 * @param entry the id it bears, where one could be read
 * @param epoch the start of the device's program that it belongs to, where known
 * @param sequence its number within the epoch, where one could be read
 * @param reason why it became no fact
 * @param body what was reported, as it came
 * @param decision absent as long as nobody has decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuarantinedEntry(
        DeviceId device,
        String content,
        @Nullable String entry,
        @Nullable String epoch,
        @Nullable Long sequence,
        String reason,
        String body,
        Instant receivedAt,
        @Nullable Decision decision) {

    /** What became of an entry in quarantine. */
    public enum Fate {
        /** It is a fact now. */
        RELEASED,
        /** It never counts. */
        DISMISSED
    }

    /**
     * A person's decision.
     *
     * @param by who decided, as audit rows name them
     * @param reason in the person's own words
     */
    public record Decision(Fate fate, Instant at, String by, String reason) {}
}
