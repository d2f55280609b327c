package org.einlass.server.journal;

import org.jspecify.annotations.Nullable;

/**
 * What an entry is about, and how it is kept.
 *
 * @param type the kind of entry, as the table names it
 * @param subject registration id, or {@code ?} and look-up id of a code that nobody knows
 * @param refers the id of the entry, registration, area or conflict that it refers to
 * @param proven absent where nobody here knows the code itself
 * @param content hash of what it says
 * @param body its JSON, without a sealed message
 * @param receivedAt UTC milliseconds
 */
public record ResolvedReferences(
        String epoch,
        String type,
        @Nullable String door,
        @Nullable String lookup,
        @Nullable String subject,
        @Nullable String refers,
        @Nullable Boolean proven,
        String content,
        String body,
        long receivedAt) {

    /** The same about another registration. */
    ResolvedReferences about(String other) {
        return new ResolvedReferences(epoch, type, door, lookup, other, refers, proven, content, body, receivedAt);
    }
}
