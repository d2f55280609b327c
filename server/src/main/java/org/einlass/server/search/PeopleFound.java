package org.einlass.server.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.search.SearchField;
import org.einlass.contract.search.SearchHit;
import org.einlass.server.registration.search.FoundPerson;

/**
 * Whom a search found.
 *
 * @param registered how many people were searched
 */
public record PeopleFound(List<Hit> hits, int registered) {

    public PeopleFound {
        hits = List.copyOf(hits);
    }

    /**
     * One of them.
     *
     * @param name as it is read out; empty for a place whose person is still to be named
     * @param numberEnd the last three digits of the booking number, which tell namesakes apart and find
     *     nobody
     * @param foundIn where the words of the search stood
     * @param complete whether all of them were found
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Hit(
            RegistrationId registration,
            String name,
            Attendee attendee,
            CategoryId category,
            RegistrationStatus status,
            String numberEnd,
            List<SearchField> foundIn,
            boolean complete) {
        private static final int TOLD_DIGITS = 3;

        public Hit {
            foundIn = List.copyOf(foundIn);
        }

        static Hit of(FoundPerson person, SearchHit<Boolean> hit) {
            String digits = person.bookingNumber().digits();
            return new Hit(
                    person.registration(),
                    person.attendee().fullName(),
                    person.attendee(),
                    person.category(),
                    person.status(),
                    digits.substring(digits.length() - TOLD_DIGITS),
                    hit.fields().stream().sorted().toList(),
                    hit.complete());
        }

        /** Without the person. */
        @Override
        public String toString() {
            return "registration " + registration;
        }
    }
}
