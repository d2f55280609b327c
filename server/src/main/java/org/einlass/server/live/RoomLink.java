package org.einlass.server.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.einlass.contract.id.AreaId;
import org.jspecify.annotations.Nullable;

/**
 * A link to the page of one room, without its secret.
 *
 * @param revokedAt since when it opens nothing any more; absent while it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomLink(
        String id,
        AreaId area,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    /** Whether it opens the page at that moment. */
    public boolean isOpen(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** A new link with its secret, told once. */
    public record Made(RoomLink link, String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "link " + link.id();
        }
    }
}
