package org.einlass.server.registration.imports.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.einlass.contract.Wording;

/**
 * What a column of a registration list may tell, with the headings by which it is known: first the German one, then the
 * English one, then what other tools write. No running number is taken for a key: the next list counts anew.
 */
public enum ListColumn {
    KEY(
            "Schlüssel",
            "Key",
            "ID",
            "Teilnehmer-ID",
            "Teilnehmernummer",
            "Anmelde-ID",
            "Anmeldenummer",
            "Registrierungsnummer",
            "Attendee ID",
            "Registration ID",
            "External ID"),
    SALUTATION("Anrede", "Salutation"),
    TITLE("Titel", "Title", "Akademischer Titel", "Academic title"),
    GIVEN_NAME("Vorname", "Given name", "Vornamen", "First name", "Forename"),
    PARTICLE("Namenszusatz", "Name particle", "Namensvorsatz", "Vorsatzwort", "Particle", "Name prefix"),
    FAMILY_NAME("Nachname", "Family name", "Familienname", "Zuname", "Last name", "Surname"),
    WHOLE_NAME(
            "Name",
            "Full name",
            "Vollständiger Name",
            "Vor- und Nachname",
            "Vorname Nachname",
            "Nachname, Vorname",
            "Name, Vorname",
            "Teilnehmername",
            "Attendee name"),
    FUNCTION("Funktion", "Function", "Position", "Amtsbezeichnung", "Dienstbezeichnung", "Job title"),
    ORGANISATION(
            "Organisation",
            "Organization",
            "Behörde",
            "Dienststelle",
            "Einrichtung",
            "Institution",
            "Firma",
            "Unternehmen",
            "Company"),
    DEPARTMENT("Abteilung", "Department", "Referat", "Organisationseinheit", "Unit"),
    BADGE_NAME("Badge-Name", "Badge name", "Anzeigename", "Display name", "Name auf dem Namensschild"),
    PRONUNCIATION("Aussprache", "Pronunciation"),
    CATEGORY("Kategorie", "Category", "Teilnehmerkategorie", "Teilnehmerart", "Ticketart", "Ticket type"),
    SECTOR("Sektor", "Sector", "Ebene", "Verwaltungsebene"),
    FEDERAL_STATE("Bundesland", "Federal state", "State"),
    PROGRAMMES("Programme", "Programmes", "Programm", "Program", "Programs", "Kongress", "Kongresse", "Congress"),
    DAYS("Tage", "Days", "Tag", "Day", "Teilnahmetage", "Anwesenheitstage", "Days of attendance"),
    BOOKINGS(
            "Buchungen",
            "Bookings",
            "Workshops",
            "Workshop",
            "Sessions",
            "Session",
            "Gebuchte Workshops",
            "Gebuchte Sessions",
            "Booked sessions",
            "Booked workshops"),
    STATUS("Status", "Registration status", "Anmeldestatus"),
    TICKET_CODE(
            "Ticketcode",
            "Ticket code",
            "Externer Code",
            "External code",
            "Barcode",
            "QR-Code",
            "Ticket secret",
            "Ticket-Geheimnis");

    /** What a whole row of headings looks like under a separator that is not its own. */
    private static final Pattern SEVERAL_HEADINGS = Pattern.compile("[;\\t]|,.*,");

    private static final Map<String, ListColumn> BY_HEADING = byHeading();

    private final List<String> headings;

    ListColumn(String... headings) {
        this.headings = List.of(headings);
    }

    /** The heading that we use ourselves. */
    public Wording words() {
        return new Wording(headings.get(0), headings.get(1));
    }

    /** Every heading by which the column is known. */
    public List<String> headings() {
        return headings;
    }

    /** The column of that heading, whatever its case, umlauts, blanks and hyphens. */
    static Optional<ListColumn> of(String heading) {
        boolean several = SEVERAL_HEADINGS.matcher(heading).find();
        return several ? Optional.empty() : Optional.ofNullable(BY_HEADING.get(TextKey.of(heading)));
    }

    private static Map<String, ListColumn> byHeading() {
        Map<String, ListColumn> columns = new HashMap<>();
        for (ListColumn listColumn : values()) {
            listColumn.headings.forEach(heading -> columns.put(TextKey.of(heading), listColumn));
        }
        return Map.copyOf(columns);
    }
}
