package org.einlass.server.registration.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.RegistrationStatus;
import org.jspecify.annotations.Nullable;

/**
 * Some pairs of registrations that may be one person, for a person to decide about.
 *
 * @param next the cursor of the next page; absent behind the last pair
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TwinPage(List<Pair> pairs, @Nullable String next) {

    public TwinPage {
        pairs = List.copyOf(pairs);
    }

    /** Why two registrations may be one person. */
    public enum Reason {
        SAME_MAIL,
        SAME_NAME
    }

    /** What was decided about pairs that may be one person. */
    public record Decided(List<Merged> merged, List<Distinct> distinct) {

        public Decided {
            merged = List.copyOf(merged);
            distinct = List.copyOf(distinct);
        }
    }

    /** Both codes lead to the registration that remains. */
    public record Merged(Person remaining, Person twin) {}

    /** They look alike and are two people; the one with the lower id stands first. */
    public record Distinct(Person first, Person second) {}

    /** Two registrations, the one with the lower id first. */
    public record Pair(Person first, Person second, Reason reason) {

        String cursor() {
            return first.registration() + "." + second.registration();
        }
    }

    /** As an organiser tells two people apart. */
    public record Person(RegistrationId registration, String name, String organisation, RegistrationStatus status) {

        /** Without the person. */
        @Override
        public String toString() {
            return "registration " + registration;
        }
    }
}
