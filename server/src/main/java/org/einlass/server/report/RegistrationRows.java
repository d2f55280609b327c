package org.einlass.server.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Accreditation;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.server.event.EventDocument;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.jspecify.annotations.Nullable;

/**
 * Registrations as the rows of a table, under headings that an import reads again. Booking numbers stand in
 * none: a number beside its name would let anybody in who finds the list. Nor do access needs, which only staff on
 * duty are told.
 */
public final class RegistrationRows {
    private static final List<Wording> HEADINGS = List.of(
            new Wording("Schlüssel", "Key"),
            new Wording("Status", "Registration status"),
            new Wording("Anrede", "Salutation"),
            new Wording("Titel", "Title"),
            new Wording("Vorname", "Given name"),
            new Wording("Namenszusatz", "Name particle"),
            new Wording("Nachname", "Family name"),
            new Wording("Funktion", "Function"),
            new Wording("Organisation", "Organisation"),
            new Wording("Abteilung", "Department"),
            new Wording("Badge-Name", "Badge name"),
            new Wording("Aussprache", "Pronunciation"),
            new Wording("Fotos", "Photographs"),
            new Wording("Kategorie", "Category"),
            new Wording("Sektor", "Sector"),
            new Wording("Bundesland", "Federal state"),
            new Wording("Programme", "Programmes"),
            new Wording("Tage", "Days"),
            new Wording("Buchungen", "Bookings"),
            new Wording("E-Mail", "Email"),
            new Wording("Telefon", "Phone"),
            new Wording("Delegation", "Delegation"),
            new Wording("Hinweis für das Team", "Staff hint"),
            new Wording("Presse", "Press"),
            new Wording("Interne Kennung", "Internal id"));

    private static final int MOST_QUESTIONS = 200;

    private final EventDocument document;
    private final Map<String, String> mails;
    private final Locale locale;

    /** @param mails mail addresses by registration */
    RegistrationRows(EventDocument document, Map<String, String> mails, Locale locale) {
        this.document = document;
        this.mails = mails;
        this.locale = locale;
    }

    /** The headings, and a row for each, made when it is wanted. */
    Iterable<List<String>> of(List<Registration> registrations) {
        List<String> questions = registrations.stream()
                .flatMap(one -> one.particulars().details().answers().keySet().stream())
                .distinct()
                .sorted()
                .limit(MOST_QUESTIONS)
                .toList();
        List<String> headings = Stream.concat(HEADINGS.stream().map(heading -> heading.in(locale)), questions.stream())
                .toList();
        return () -> Stream.concat(Stream.of(headings), registrations.stream().map(one -> row(one, questions)))
                .iterator();
    }

    private List<String> row(Registration registration, List<String> questions) {
        Map<String, String> answers = registration.particulars().details().answers();
        Stream<String> answered = questions.stream().map(question -> answers.getOrDefault(question, ""));
        return Stream.concat(row(registration).stream(), answered).toList();
    }

    private List<String> row(Registration registration) {
        RegistrationFields fields = registration.particulars();
        Attendee attendee = fields.attendee();
        String key = registration.ownKey();
        return List.of(
                key == null ? "" : key,
                status(fields.status()).in(locale),
                attendee.salutation(),
                attendee.title(),
                attendee.givenName(),
                attendee.particle(),
                attendee.isUnnamed() ? "N. N." : attendee.familyName(),
                attendee.function(),
                attendee.organisation(),
                attendee.department(),
                attendee.badgeName(),
                attendee.pronunciation(),
                attendee.photoConsent().words().in(locale),
                category(fields.category()),
                fields.sector() == null ? "" : fields.sector().name(),
                fields.federalState(),
                joined(fields.programmes().stream().map(ProgrammeId::text)),
                joined(fields.days().stream().map(LocalDate::toString)),
                joined(fields.bookings().stream().map(SessionId::text)),
                mails.getOrDefault(registration.id().toString(), ""),
                fields.details().phone(),
                fields.details().delegation(),
                fields.details().staffHint(),
                accreditation(fields.details().accreditation()),
                registration.id().toString());
    }

    private String accreditation(@Nullable Accreditation accreditation) {
        return accreditation == null ? "" : accreditation.words().in(locale);
    }

    public static Wording status(RegistrationStatus status) {
        return switch (status) {
            case CONFIRMED -> new Wording("bestätigt", "confirmed");
            case WAITLISTED -> new Wording("Warteliste", "waitlisted");
            case CANCELLED -> new Wording("storniert", "cancelled");
            case BLOCKED -> new Wording("gesperrt", "blocked");
            case REPRESENTED -> new Wording("vertreten", "represented");
        };
    }

    private String category(CategoryId id) {
        return document.categories().stream()
                .filter(category -> category.id().equals(id))
                .map(category -> category.title().in(locale))
                .findFirst()
                .orElse(id.text());
    }

    private static String joined(Stream<String> values) {
        return values.sorted().collect(Collectors.joining(", "));
    }
}
