package org.einlass.server.registration.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import that wrote something.
 *
 * @param undoneAt absent while it stands
 * @param added people whom it added
 * @param changed people whom it changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PastImport(
        String id, Instant importedAt, @Nullable Instant undoneAt, int added, int changed) {}
