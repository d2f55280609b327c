package org.einlass.server.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Category;
import org.einlass.server.event.EventDocument;
import org.einlass.server.statistics.CountedRegistration;
import org.einlass.server.statistics.OrganisationSpellings;

/** Registrations without names as the rows of a table. */
final class RawRegistrationRows {
    static final List<String> HEADINGS = List.of(
            "registration",
            "confirmed",
            "category",
            "counts_as_visitor",
            "sector",
            "federal_state",
            "organisation",
            "organisation_merged",
            "programmes",
            "days",
            "booked_sessions");

    private final Set<CategoryId> visiting;

    private final OrganisationSpellings spellings;

    /** @param spellings of all registrations, as the report merges them */
    RawRegistrationRows(EventDocument event, OrganisationSpellings spellings) {
        this.spellings = spellings;
        visiting = event.categories().stream()
                .filter(Category::countsAsVisitor)
                .map(Category::id)
                .collect(Collectors.toSet());
    }

    List<String> of(CountedRegistration one) {
        return List.of(
                one.id(),
                one.confirmed() ? "yes" : "no",
                one.category().text(),
                visiting.contains(one.category()) ? "yes" : "no",
                one.sector() == null ? "" : one.sector().name(),
                one.federalState(),
                one.organisation(),
                spellings.spelling(one.organisation()),
                joined(one.programmes().stream().map(ProgrammeId::text)),
                joined(one.days().stream().map(LocalDate::toString)),
                joined(one.booked().stream().map(SessionId::text)));
    }

    private static String joined(Stream<String> values) {
        return values.sorted().collect(Collectors.joining(" "));
    }
}
