package org.einlass.server.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries in quarantine.
 *
 * @param next cursor of the next page; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuarantinePage(
        List<QuarantinedEntry> entries, @Nullable String next) {

    public QuarantinePage {
        entries = List.copyOf(entries);
    }
}
