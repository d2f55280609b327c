package org.einlass.server.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A column that a registration list may have, with the headings it is known by; case, blanks and marks do not count. */
enum Column {
    KEY(
            "id",
            "key",
            "schluessel",
            "kennung",
            "nr",
            "nummer",
            "teilnehmernummer",
            "registrationid",
            "ordercode",
            "bestellnummer"),
    SALUTATION("anrede", "salutation"),
    TITLE("titel", "title", "akademischertitel", "academictitle"),
    GIVEN_NAME("vorname", "vornamen", "givenname", "firstname"),
    PARTICLE("namenszusatz", "namensvorsatz", "adelszusatz", "particle", "nameprefix"),
    FAMILY_NAME("nachname", "familienname", "zuname", "name", "familyname", "lastname", "surname"),
    FUNCTION("funktion", "position", "amtsbezeichnung", "function", "jobtitle", "role"),
    ORGANISATION(
            "organisation",
            "organization",
            "institution",
            "behoerde",
            "firma",
            "unternehmen",
            "company",
            "einrichtung"),
    DEPARTMENT("abteilung", "referat", "department"),
    BADGE_NAME("badgename", "nameaufbadge", "nameaufnamensschild", "namensschild"),
    PRONUNCIATION("aussprache", "pronunciation"),
    CATEGORY("kategorie", "teilnahmeart", "category", "ticketart", "tickettype"),
    SECTOR("sektor", "ebene", "verwaltungsebene", "sector", "level"),
    FEDERAL_STATE("bundesland", "federalstate"),
    PROGRAMMES("programm", "programme", "programmes", "kongress", "kongresse", "congress", "veranstaltungsteil"),
    DAYS("tag", "tage", "day", "days"),
    STATUS("status"),
    EXTERNAL_CODE("code", "ticketcode", "barcode", "qrcode", "externercode", "externalcode", "secret");

    private final Set<String> headings;

    Column(String... headings) {
        this.headings = Set.of(headings);
    }

    static Optional<Column> of(String heading) {
        String plain = plain(heading);
        return Arrays.stream(values())
                .filter(column -> column.headings.contains(plain))
                .findFirst();
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]", "");
    }
}
