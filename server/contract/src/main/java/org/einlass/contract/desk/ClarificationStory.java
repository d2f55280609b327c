package org.einlass.contract.desk;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.FieldCorrection;
import org.jspecify.annotations.Nullable;

/**
 * What one device says of a case that is to be clarified. Never who of the staff acted.
 *
 * @param at when, by the server's clock
 * @param uncertainty how wrong that may be, either way
 * @param sure false where the device's clock was never compared with the server's
 * @param device as people call it
 * @param door where; absent for what happens at no door
 * @param refusal why the device refused; absent for everything else
 * @param alone whether the device decided without the server
 * @param changes what a desk changed; empty for everything else
 * @param name of somebody whom a desk registered, or what was answered to which question; absent for everything else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClarificationStory(
        EntryId entry,
        Action action,
        Instant at,
        Duration uncertainty,
        boolean sure,
        String device,
        @Nullable Wording door,
        @Nullable Refusal refusal,
        boolean alone,
        List<FieldCorrection> changes,
        @Nullable String name) {

    /** What was done. */
    public enum Action {
        ADMITTED,
        PROVISIONAL,
        REFUSED,
        /** By hand, against the verdict. */
        LET_IN,
        SENT_AWAY,
        REGISTERED,
        REPRESENTED,
        CORRECTED,
        /** A question of the organiser's own. */
        ANSWERED,
        REISSUED,
        PRINTED,
        FROM_PAPER,
        UNDONE,
        /** Something else, or of a newer server. */
        @JsonEnumDefaultValue
        OTHER
    }

    public ClarificationStory {
        changes = List.copyOf(Objects.requireNonNullElse(changes, List.of()));
    }

    /** Without names. */
    @Override
    public String toString() {
        return action + " at " + at;
    }
}
