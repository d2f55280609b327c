package org.einlass.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.Set;
import org.einlass.contract.registration.AccessNeed;
import org.einlass.contract.registration.Accreditation;
import org.jspecify.annotations.Nullable;

/**
 * What a staffed desk may know of a guest without a ticket in its hands, so that it finds people by name
 * while there is no network. More fields will come; what a desk does not know it leaves alone.
 *
 * @param badge as the server would order it now
 * @param notes what the staff should know of the guest; absent where there is nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttendeeCard(BadgeOrder badge, @Nullable Notes notes) {

    /** A guest of whom the staff need not know more. */
    public AttendeeCard(BadgeOrder badge) {
        this(badge, null);
    }

    /**
     * What only staff are told. Nothing of it stands on a badge or in the rows of kiosks.
     *
     * @param accessNeeds those that the guest consented to tell
     * @param hint what an organiser wants the staff to know, or empty
     * @param delegation with whom the guest comes, or empty
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Notes(
            @Nullable Accreditation accreditation, Set<AccessNeed> accessNeeds, String hint, String delegation) {

        public Notes {
            accessNeeds = accessNeeds == null ? Set.of() : Set.copyOf(accessNeeds);
            hint = Objects.requireNonNullElse(hint, "");
            delegation = Objects.requireNonNullElse(delegation, "");
        }

        /** Without what it says of the guest. */
        @Override
        public String toString() {
            return "notes for the staff";
        }
    }

    /** Without the name. */
    @Override
    public String toString() {
        return "guest card of registration " + badge.registration();
    }
}
