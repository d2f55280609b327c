package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order to wipe a device, and how far it has come.
 *
 * @param wipedAt when the device's receipt arrived; absent before
 * @param destroyed what the receipt names
 * @param kept what the receipt says that the device could not destroy, in the words of {@link WipeReceipt.Kept}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WipeState(
        UUID order, Instant orderedAt, @Nullable Instant wipedAt, List<String> destroyed, List<String> kept) {

    public WipeState {
        destroyed = List.copyOf(Objects.requireNonNullElse(destroyed, List.of()));
        kept = List.copyOf(Objects.requireNonNullElse(kept, List.of()));
    }
}
