package org.einlass.server.registration.imports.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.einlass.contract.Wording;
import org.einlass.server.registration.imports.text.TextKey;

/**
 * What a column of a registration list may tell, with the headings by which it is known: first the German
 * one, then the English one, then what other tools write. No running number is taken for a key: the next list
 * counts anew.
 */
public enum KnownHeading {
    KEY(
            "Schlüssel",
            "Key",
            "ID",
            "Teilnehmer-ID",
            "Teilnehmernummer",
            "Anmelde-ID",
            "Anmeldenummer",
            "Registrierungsnummer",
            "Registration number",
            "Attendee ID",
            "Personen-ID",
            "Person ID",
            "Gast-ID",
            "Guest ID",
            "Registrant ID",
            "Attendee #",
            "Registration ID",
            "External ID",
            "Ticket-ID",
            "Ticketnummer",
            "Ticketnr.",
            "Ticket number",
            "Ticket reference",
            "api_id",
            "guest_api_id"),
    SALUTATION("Anrede", "Salutation", "Civilité"),
    TITLE(
            "Titel",
            "Title",
            "Akademischer Titel",
            "Academic title",
            "Akad. Titel",
            "Akademischer Grad",
            "Akad. Grad",
            "Titel / Grad",
            "Titre",
            "Prefix",
            "Honorific",
            "Namenstitel"),
    GIVEN_NAME(
            "Vorname",
            "Given name",
            "Vornamen",
            "First name",
            "Forename",
            "Rufname",
            "Vorname(n)",
            "Prénom",
            "Voornaam",
            "Imię"),
    PARTICLE("Namenszusatz", "Name particle", "Namensvorsatz", "Vorsatzwort", "Particle", "Name prefix"),
    FAMILY_NAME(
            "Nachname",
            "Family name",
            "Familienname",
            "Zuname",
            "Last name",
            "Surname",
            "Nom de famille",
            "Achternaam",
            "Nazwisko"),
    WHOLE_NAME(
            "Name",
            "Full name",
            "Nom",
            "Naam",
            "Nom complet",
            "Nachname Vorname",
            "Familienname, Vorname",
            "Familienname Vorname",
            "Last name, first name",
            "Surname, first name",
            "Vollständiger Name",
            "Vor- und Nachname",
            "Vorname Nachname",
            "Vor- und Zuname",
            "Nachname, Vorname",
            "Name, Vorname",
            "Vorname, Name",
            "Teilnehmername",
            "Teilnehmer",
            "Teilnehmerin",
            "Teilnehmer*in",
            "Teilnehmer:in",
            "Teilnehmende",
            "Teilnehmende/r",
            "Namenszeile",
            "Teilnehmer/in",
            "Teilnehmende Person",
            "Name der teilnehmenden Person",
            "Name des Teilnehmers",
            "Person",
            "Gast",
            "Gäste",
            "Guest",
            "Guest name",
            "Attendee",
            "Attendee name"),
    FUNCTION(
            "Funktion",
            "Function",
            "Position",
            "Amtsbezeichnung",
            "Amtsbez.",
            "Dienstbez.",
            "Dienstbezeichnung",
            "Dienststellung",
            "Fonction",
            "Berufsbezeichnung",
            "Job title"),
    ROLE("Rolle", "Role"),
    ORGANISATION(
            "Organisation",
            "Organization",
            "Behörde",
            "Dienststelle",
            "Einrichtung",
            "Institution",
            "Firma",
            "Firmenname",
            "Entreprise",
            "Société",
            "Organisme",
            "Organisatie",
            "Bedrijf",
            "Unternehmen",
            "Arbeitgeber",
            "Hochschule",
            "Verwaltung",
            "Company",
            "Company name",
            "Employer",
            "Affiliation",
            "Organisation name",
            "Organization name"),
    DEPARTMENT(
            "Abteilung",
            "Department",
            "Referat",
            "Organisationseinheit",
            "Unit",
            "Amt",
            "Sachgebiet",
            "Fachbereich",
            "Fachdienst",
            "Dezernat",
            "Org.-Einheit",
            "OE"),
    BADGE_NAME("Badge-Name", "Badge name", "Anzeigename", "Display name", "Name auf dem Namensschild"),
    PRONUNCIATION("Aussprache", "Pronunciation"),
    /** The answer about photographs, "yes" being the consent. */
    PHOTOGRAPHS(
            "Fotos",
            "Photographs",
            "Photos",
            "Fotos erlaubt",
            "Foto erlaubt",
            "Fotoerlaubnis",
            "Fotoeinwilligung",
            "Fotofreigabe",
            "Fotografieren erlaubt",
            "Einwilligung Fotos",
            "Einwilligung Foto",
            "Einwilligung in Fotos",
            "Einwilligung Bildaufnahmen",
            "Bildaufnahmen",
            "Fotoaufnahmen",
            "Photo consent",
            "Photography consent",
            "Consent to photographs",
            "Photos allowed",
            "Photo permission",
            "Photo release"),
    /** The same asked the other way round: "yes" is the wish not to be photographed, "no" is no consent yet. */
    NO_PHOTOGRAPHS(
            "Keine Fotos",
            "No photographs",
            "No photos",
            "No photo",
            "Kein Foto",
            "Fotoverbot",
            "Fotowiderspruch",
            "Widerspruch Fotos",
            "Widerspruch Bildaufnahmen",
            "Nicht fotografieren",
            "Photo opt-out",
            "Do not photograph"),
    CATEGORY("Kategorie", "Category", "Teilnehmerkategorie", "Teilnehmerart"),
    TICKET_TYPE(
            "Ticketart",
            "Ticket type",
            "Ticket",
            "Ticketname",
            "Ticket name",
            "Tickettyp",
            "Ticketkategorie",
            "Ticket category",
            "Produkt",
            "Product",
            "Item",
            "Registration type",
            "Registrierungsart",
            "Anmeldeart",
            "Teilnahmeart",
            "Attendee type",
            "Participant type",
            "Guest type",
            "Guest category",
            "Teilnehmertyp",
            "Teilnehmergruppe",
            "Personentyp",
            "Gästegruppe",
            "Gästekategorie",
            "Price tier"),
    SECTOR("Sektor", "Sector", "Ebene", "Verwaltungsebene"),
    FEDERAL_STATE("Bundesland", "Federal state", "State"),
    PROGRAMMES("Programme", "Programmes", "Programm", "Program", "Programs", "Kongress", "Kongresse", "Congress"),
    PARTICIPATION("Ich nehme teil am", "I attend", "Ich nehme teil an", "Teilnahme an", "Teilnahme am"),
    DAYS("Tage", "Days", "Tag", "Day", "Teilnahmetage", "Anwesenheitstage", "Days of attendance", "Teilnahmetag"),
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
    MAIL(
            "E-Mail",
            "Email",
            "E-Mail-Adresse",
            "Email address",
            "Mail",
            "Mailadresse",
            "Adresse e-mail",
            "Courriel",
            "Mail-Adresse",
            "E-Mail dienstlich"),
    PHONE(
            "Telefon",
            "Phone",
            "Telefonnummer",
            "Telefonnr.",
            "Telefon-Nr.",
            "Telefon dienstlich",
            "Telefon mobil",
            "Tel.",
            "Tel-Nr.",
            "Tel. dienstlich",
            "Mobil",
            "Mobiltelefon",
            "Mobilnummer",
            "Mobil-Nr.",
            "Mobilfunk",
            "Mobilfunknummer",
            "Handy",
            "Handynummer",
            "Handy-Nr.",
            "Rufnummer",
            "Fernsprecher",
            "Phone number",
            "Phone no.",
            "Telephone",
            "Telephone number",
            "Mobile",
            "Mobile number",
            "Mobile phone",
            "Cell",
            "Cell phone",
            "Cell phone number",
            "Téléphone",
            "Telefoon"),
    ORDER(
            "Bestellnummer",
            "Order code",
            "Bestellcode",
            "Bestellnr.",
            "Buchungsnummer",
            "Buchungsnr.",
            "Numéro de commande",
            "Bestell-ID",
            "Bestellung",
            "Order",
            "Order #",
            "Order number",
            "Order ID",
            "Order reference",
            "Buchungscode",
            "Auftragsnummer"),
    ORDER_POSITION("Positions-ID", "Position ID", "Positionsnummer", "Position number", "Bestellposition"),
    TICKET_CODE(
            "Ticketcode",
            "Ticket code",
            "Externer Code",
            "External code",
            "Barcode",
            "Barcode #",
            "Barcode number",
            "Barcodenummer",
            "Barcodenr.",
            "Strichcode",
            "QR-Code",
            "QR-Code-URL",
            "QR code URL",
            "QR-Code-Inhalt",
            "Ticket secret",
            "Ticket-Geheimnis",
            "Secret",
            "Geheimnis",
            "Geheimer Code",
            "Check-in code",
            "Checkin-Code"),
    DELEGATION("Delegation", "Delegation", "Delegation name"),
    ACCESS_NEEDS(
            "Unterstützungsbedarf",
            "Access needs",
            "Barrierefreiheit",
            "Bedarf Barrierefreiheit",
            "Assistenzbedarf",
            "Accessibility",
            "Accessibility needs",
            "Special needs"),
    ACCESS_CONSENT(
            "Einwilligung Unterstützungsbedarf",
            "Access consent",
            "Einwilligung Barrierefreiheit",
            "Consent access needs",
            "Einwilligung Gesundheitsdaten"),
    STAFF_HINT(
            "Hinweis für das Team",
            "Staff hint",
            "Hinweis fürs Team",
            "Teamhinweis",
            "Interner Hinweis",
            "Hinweis Check-in",
            "Staff note",
            "Check-in note"),
    /** A question of the organiser's own, of which a list may have many. */
    QUESTION("Frage", "Question");

    /** What a whole row of headings looks like under a separator that is not its own. */
    static final Pattern SEVERAL_HEADINGS = Pattern.compile("[;\\t]|,.*,");

    private static final Map<String, KnownHeading> BY_HEADING = byHeading();

    private final List<String> headings;

    KnownHeading(String... headings) {
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
    static Optional<KnownHeading> of(String heading) {
        boolean several = SEVERAL_HEADINGS.matcher(heading).find();
        return several ? Optional.empty() : Optional.ofNullable(BY_HEADING.get(key(heading)));
    }

    /** "Attendee #" is a number, not the attendee. */
    private static String key(String heading) {
        return TextKey.of(heading.replace("#", "number"));
    }

    private static Map<String, KnownHeading> byHeading() {
        Map<String, KnownHeading> columns = new HashMap<>();
        for (KnownHeading known : values()) {
            known.headings.forEach(heading -> columns.put(key(heading), known));
        }
        return Map.copyOf(columns);
    }
}
