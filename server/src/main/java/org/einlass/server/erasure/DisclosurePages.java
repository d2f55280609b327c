package org.einlass.server.erasure;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.registration.Accreditation;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.reports.list.PrintedList;
import org.einlass.server.event.EventDocument;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.detail.RegistrationDetails;

/** A disclosure in words, as a list to be printed. */
final class DisclosurePages {
    private static final Wording DAY_AND_CLOCK = new Wording("d.M.uuuu, H.mm", "d MMM uuuu, HH:mm");

    private final EventDocument event;
    private final Locale locale;

    DisclosurePages(EventDocument event, Locale locale) {
        this.event = event;
        this.locale = locale;
    }

    PrintedList of(Disclosure disclosure) {
        List<PrintedList.Row> rows = new ArrayList<>();
        disclosure.registrations().forEach(kept -> add(rows, kept));
        return new PrintedList(
                say("Auskunft über gespeicherte Daten", "Disclosure of what is kept"),
                event.title().in(locale),
                note(disclosure),
                disclosure.at(),
                event.zone(),
                locale,
                List.of(
                        say("Angabe", "Field"),
                        say("Inhalt", "Content"),
                        say("Wo, von wem", "Where, by whom"),
                        say("Wann", "When")),
                "",
                false,
                rows);
    }

    private String note(Disclosure disclosure) {
        String erased = disclosure.eraseOn() == null
                ? say("Ein Löschtermin ist nicht gesetzt.", "No day of erasure is set.")
                : say("Löschtermin: ", "Day of erasure: ") + disclosure.eraseOn() + ".";
        return say(
                        "Alles, was der Server über eine Person gespeichert hat. Die Codes selbst stehen nicht hier: Wer"
                                + " sie liest, käme mit ihnen hinein. ",
                        "Everything that the server keeps of one person. The codes themselves are not here: whoever read"
                                + " them could come in by them. ")
                + erased;
    }

    private void add(List<PrintedList.Row> rows, Disclosure.Kept kept) {
        Registration registration = kept.registration();
        String group = say("Angaben", "Fields");
        fields(registration.particulars()).forEach((field, value) -> row(rows, group, field, value, "", ""));
        row(rows, group, say("Kennung", "Id"), registration.id().toString(), "", "");
        row(
                rows,
                group,
                say("Buchungsnummer", "Booking number"),
                registration.bookingNumber().digits(),
                "",
                "");
        if (registration.ownKey() != null) {
            row(rows, group, say("Schlüssel des Veranstalters", "Organiser's key"), registration.ownKey(), "", "");
        }
        new TreeMap<>(kept.contacts())
                .forEach((kind, value) -> row(
                        rows,
                        group,
                        kind.equals("mail") ? say("E-Mail", "Email") : say("Bestellposition", "Order position"),
                        value,
                        "",
                        ""));
        kept.codes()
                .forEach(code -> row(
                        rows,
                        say("Tickets und Ausweise", "Tickets and badges"),
                        code.kind() + " " + code.number(),
                        code.valid() ? say("gültig", "valid") : say("beendet", "ended"),
                        "",
                        moment(code.issuedAt())));
        kept.changes()
                .forEach(change -> row(
                        rows,
                        say("Änderungen, mit dem Stand davor", "Changes, with what stood there before"),
                        change.kind().name(),
                        change.before() == null
                                ? "\u2013"
                                : fields(change.before()).entrySet().stream()
                                        .map(field -> field.getKey() + ": " + field.getValue())
                                        .collect(Collectors.joining("; ")),
                        change.by(),
                        moment(change.at())));
        kept.history()
                .forEach(entry -> row(
                        rows,
                        say("An Türen und Countern", "At doors and desks"),
                        entry.type(),
                        entry.phase().name(),
                        entry.door() == null ? entry.device() : entry.door() + ", " + entry.device(),
                        moment(entry.at())));
        kept.notes()
                .forEach(note -> row(
                        rows,
                        say("Weitere Angaben", "Further notes"),
                        kind(note.kind()),
                        note.content(),
                        note.by(),
                        note.at() == null ? "" : moment(note.at())));
    }

    private String kind(Disclosure.Kind kind) {
        return switch (kind) {
            case PHONE -> say("Telefonnummer", "Telephone number");
            case ACCOMPANIED -> say("Wird begleitet", "Is accompanied");
            case SESSION_CONSENT -> say("Einwilligung zum Zertifikat", "Consent about the certificate");
            case BADGE_SHEET ->
                say("Gedruckter Ausweis: Kasten, Buchstaben, Nummer", "Printed badge: box, letters, number");
            case DESK_FIELD -> say("Vom Schalter eingetragen", "Entered by a desk");
            case BEFORE_IMPORT -> say("Stand vor einem Import", "As it was before an import");
            case QUARANTINED -> say("Zurückgelegter Eintrag eines Geräts", "Entry of a device that was set aside");
        };
    }

    private Map<String, String> fields(RegistrationFields fields) {
        Attendee attendee = fields.attendee();
        Map<String, String> all = new LinkedHashMap<>();
        all.put(say("Anrede", "Salutation"), attendee.salutation());
        all.put(say("Titel", "Title"), attendee.title());
        all.put(say("Vorname", "Given name"), attendee.givenName());
        all.put(say("Namenszusatz", "Name particle"), attendee.particle());
        all.put(say("Nachname", "Family name"), attendee.familyName());
        all.put(say("Funktion", "Function"), attendee.function());
        all.put(say("Organisation", "Organisation"), attendee.organisation());
        all.put(say("Abteilung", "Department"), attendee.department());
        all.put(say("Name auf dem Ausweis", "Badge name"), attendee.badgeName());
        all.put(say("Aussprache", "Pronunciation"), attendee.pronunciation());
        PhotoConsent photographs = attendee.photoConsent();
        all.put(
                say("Fotos", "Photographs"),
                say(photographs.words().german(), photographs.words().english()));
        all.put(say("Status", "Status"), fields.status().name());
        all.put(say("Kategorie", "Category"), fields.category().text());
        all.put(
                say("Sektor", "Sector"),
                fields.sector() == null ? "" : fields.sector().name());
        all.put(say("Bundesland", "Federal state"), fields.federalState());
        all.put(say("Programme", "Programmes"), joined(fields.programmes()));
        all.put(say("Tage", "Days"), joined(fields.days()));
        all.put(say("Gebucht", "Booked"), joined(fields.bookings()));
        addDetails(all, fields.details());
        all.values().removeIf(String::isEmpty);
        return all;
    }

    private void addDetails(Map<String, String> all, RegistrationDetails details) {
        all.put(say("Delegation", "Delegation"), details.delegation());
        Accreditation accreditation = details.accreditation();
        all.put(
                say("Presse", "Press"),
                accreditation == null ? "" : accreditation.words().in(locale));
        all.put(
                say("Unterstützungsbedarf, mit Einwilligung", "Access needs, with consent"),
                joined(details.accessNeeds().stream()
                        .map(need -> need.words().in(locale))
                        .toList()));
        all.put(say("Hinweis für das Team", "Hint for the staff"), details.staffHint());
        new TreeMap<>(details.answers()).forEach((question, answer) -> all.put(question, answer));
    }

    private static String joined(Iterable<?> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.toString()));
        return texts.stream().sorted().collect(Collectors.joining(", "));
    }

    private static void row(
            List<PrintedList.Row> rows, String group, String what, String content, String where, String when) {
        rows.add(new PrintedList.Row(group, List.of(what, content, where, when)));
    }

    private String moment(Instant at) {
        return DateTimeFormatter.ofPattern(DAY_AND_CLOCK.in(locale), locale).format(at.atZone(event.zone()));
    }

    private String say(String german, String english) {
        return new Wording(german, english).in(locale);
    }
}
