package org.einlass.server.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.einlass.contract.id.EventId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a program's token; its secret is not.
 *
 * @param name what the token is for, as its maker wrote it
 * @param event the only event it may touch; absent for all
 * @param expires when it ends by itself; absent for the token of the first start
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiToken(
        String id,
        String name,
        Role role,
        @Nullable EventId event,
        Instant created,
        @Nullable Instant expires) {}
