package org.einlass.server.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.einlass.contract.Wording;
import org.einlass.contract.id.RegistrationId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom people await by name.
 *
 * @param function what the person does; may be empty
 * @param session that they booked and that begins soon; absent where none does
 * @param startsAt when it begins; absent with {@code session}
 * @param since since when they are here; absent where they are not
 * @param accompaniedSince since when somebody accompanies them; absent where nobody does
 * @param phone under which they are reached; absent where nobody knows, and for whoever may not see it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AwaitedGuest(
        RegistrationId registration,
        AwaitedRole role,
        String name,
        String function,
        String organisation,
        @Nullable Wording session,
        @Nullable Instant startsAt,
        @Nullable Instant since,
        @Nullable Instant accompaniedSince,
        @Nullable String phone) {

    /** Whether they are here. */
    public boolean here() {
        return since != null;
    }

    /** Whether a session of theirs begins soon and they are not here. */
    public boolean isMissed() {
        return session != null && since == null;
    }

    /** Without the person. */
    @Override
    public String toString() {
        return role + " " + registration;
    }
}
