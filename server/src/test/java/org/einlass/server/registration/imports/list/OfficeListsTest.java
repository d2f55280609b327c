package org.einlass.server.registration.imports.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.registration.Category;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.imports.question.ImportQuestion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lists of Swiss and Austrian offices and of shops that nobody here has seen before: each comes in right, or
 * what is not certain is asked. A line is written with {@code /} for its end.
 */
final class OfficeListsTest {
    private static final EventTerms TERMS = new EventTerms(
            List.of(new Category(
                    new CategoryId("teilnehmer"), new Wording("Teilnehmer", "Participant"), "#1d5a96", true)),
            List.of(),
            List.of(),
            new EventDays(LocalDate.parse("2026-11-28"), LocalDate.parse("2026-11-29")));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            French words            | Prénom;Nom;Organisation;Statut/Eva;Schmidt;Bienne;inscrit/Jan;Kurz;Vaud;annulé/Ole;Lang;EPFL;liste d'attente | Eva Schmidt, Jan Kurz CANCELLED, Ole Lang WAITLISTED
            Italian words           | Nome;Vorname;Nachname;Stato/1;Eva;Schmidt;confermata/2;Jan;Kurz;annullato/3;Ole;Lang;lista d'attesa | Eva Schmidt, Jan Kurz CANCELLED, Ole Lang WAITLISTED
            excused is not coming   | Name, Vorname;Dienststelle;Teilnahme/Schmidt, Eva;Magistrat;Ja/Kurz, Jan;Landesregierung;entschuldigt | Eva Schmidt, Jan Kurz CANCELLED
            an Austrian degree      | Familienname;Rufname;Akad. Grad;Rückmeldung/Schmidt;Eva;Mag.;Zusage/Kurz;Jan;DI (FH);Absage | Mag. Eva Schmidt, DI (FH) Jan Kurz CANCELLED
            a person and an office  | Person;Institution;An-/Abmeldung/Eva Schmidt;Gera;angemeldet/Jan Kurz;Jena;abgemeldet | Eva Schmidt, Jan Kurz CANCELLED
            guests at tables        | Nr.;Gast;Tisch/1;Eva Schmidt;3/2;Jan Kurz;3 | Eva Schmidt, Jan Kurz
            quoted semicolons       | "Nachname";"Vorname";"Firma";"Status"/"Schmidt";"Eva";"Amt ""IT""; Referat 4";"angemeldet"/"Kurz";"Jan";"X";"nimmt nicht teil" | Eva Schmidt, Jan Kurz CANCELLED
            a date of cancellation  | Vorname;Nachname;Abgemeldet am/Eva;Schmidt;/Jan;Kurz;01.06.2026 | Eva Schmidt, Jan Kurz CANCELLED
            a shop's void tickets   | Ticket Full Name,Ticket Reference,Void Status/Eva Schmidt,AB-1,Not Void/Jan Kurz,AB-2,Void | Eva Schmidt, Jan Kurz CANCELLED
            family name in capitals | Teilnehmer;Firma/SCHMIDT Eva Dr.;Gera/KURZ Jan;Jena | Dr. Eva SCHMIDT, Jan KURZ
            a separator by name     | `sep=;/Vorname;Nachname;Gelöscht/Eva;Schmidt;0/Jan;Kurz;1` | Eva Schmidt, Jan Kurz CANCELLED
            days in every form      | Vorname;Nachname;Tage/Eva;Schmidt;Sa/Jan;Kurz;beide Tage/Ole;Lang;28.11.26 + 29.11.26/Ute;Roth;Samstag und Sonntag | Eva Schmidt 28, Jan Kurz 28 29, Ole Lang 28 29, Ute Roth 28 29
            tickets without a name  | Vorname;Nachname;Ticketcode/Eva;Schmidt;AAAABBBBCCCC1/;;AAAABBBBCCCC2/-;-;AAAABBBBCCCC3 | Eva Schmidt, unnamed, unnamed
            a position without one  | Order code,Position ID,Attendee name/AB1,1,Eva Schmidt/AB1,2, | Eva Schmidt, unnamed
            abbreviated headings    | Teilnehmer;Ort;abgem./Eva Schmidt;Gera;/Jan Kurz;Jena;x | Eva Schmidt, Jan Kurz CANCELLED
            ticks and crosses       | Vorname;Nachname;kommt?/Eva;Schmidt;✅/Jan;Kurz;❌ | Eva Schmidt, Jan Kurz CANCELLED
            words of pretix         | Order code,Status,Attendee name/A1,Paid,Eva Schmidt/A2,Pending (overdue),Jan Kurz/A3,Canceled (paid fee),Ole Lang | Eva Schmidt, Jan Kurz WAITLISTED, Ole Lang CANCELLED
            German words of pretix  | Bestellnummer;Status;Name/A1;bezahlt;Eva Schmidt/A2;überfällig;Jan Kurz/A3;storniert (bezahlte Gebühr);Ole Lang | Eva Schmidt, Jan Kurz WAITLISTED, Ole Lang CANCELLED
            a reason in brackets    | Name;Status/Eva Schmidt;bestätigt/Jan Kurz;Storniert (Krankheit)/Ole Lang;storniert, 3.5./Ute Roth;Warteliste (Platz 3) | Eva Schmidt, Jan Kurz CANCELLED, Ole Lang CANCELLED, Ute Roth WAITLISTED
            where a registration is | Vorname;Nachname;Stand der Anmeldung/Eva;Schmidt;bestätigt/Jan;Kurz;abgemeldet | Eva Schmidt, Jan Kurz CANCELLED
            days among words        | Name;Tage/Eva Schmidt;nur am 28.11./Jan Kurz;Tag 1 + 2/Ole Lang;28.11.2026, 09:00 Uhr/Ute Roth;28. und 29. | Eva Schmidt 28, Jan Kurz 28 29, Ole Lang 28, Ute Roth 28 29
            a day for every payment | Vorname;Nachname;Bezahlt am/Eva;Schmidt;01.06.2026/Jan;Kurz;3.6.26 | Eva Schmidt, Jan Kurz
            nothing left to pay     | Vorname;Nachname;Offener Betrag/Eva;Schmidt;0,00 €/Jan;Kurz; | Eva Schmidt, Jan Kurz
            who does not come owes  | Name;Status;Payment date;Balance due/Eva Schmidt;paid;2026-06-01;0.00/Jan Kurz;canceled;;80.00/Ole Lang;free;;0.00 | Eva Schmidt, Jan Kurz CANCELLED, Ole Lang
            who booked is no guest  | Vorname (Teilnehmer);Nachname (Teilnehmer);Vorname (Bucher);Nachname (Bucher);Ticketcode/Jörg;Müller;Eva;Schmidt;AAAABBBBCCCC1/;;Eva;Schmidt;AAAABBBBCCCC2 | Jörg Müller, unnamed
            an office's columns     | lfd. Nr.;Amt/Sachgebiet;Name, Vorname;Amtsbez.;TN 28.11.;TN 29.11./1;10.1 Organisation;Schmidt, Eva;OAR'in;X;X/2;30 Rechtsamt;von der Aue, Dr. Ida;RD;;X | Eva Schmidt 28 29, Dr. Ida von der Aue 29
            a form asks for days    | Ihr Vor- und Nachname;An welchen Tagen nehmen Sie teil?/Eva Schmidt;Samstag, 28.11.2026, Sonntag, 29.11.2026/Jan Kurz;Samstag, 28.11.2026 | Eva Schmidt 28 29, Jan Kurz 28
            a refund of a void one  | Ticket Name,Ticket Full Name,Void Status,Ticket Reference,Ticket Company Name,Refunded Amount/Standard,Eva Schmidt,,AB-1,Gera,0.0/Standard,Jan Kurz,VOID,AB-2,Jena,99.0/Standard,,,AB-3,,0.0 | Eva Schmidt, Jan Kurz CANCELLED, unnamed
            XING Events             | Bestellnummer;Ticketnummer;Ticketname;Barcode;Status;Zahlungsstatus;Zahlungsmethode;Preis;Vorname;Nachname;Check-in-Zeit/17;17-1;Standard;10000000012345;gültig;bezahlt;Rechnung;99,00;Eva;Schmidt;/17;17-2;Standard;10000000012352;storniert;erstattet;Rechnung;99,00;Jan;Kurz;/18;18-1;Gratis;10000000012369;gültig;kostenlos;;0,00;Ole;Lang; | Eva Schmidt, Jan Kurz CANCELLED, Ole Lang
            Sweap                   | first_name;last_name;invitation_status;entourage;checkin_status;ticket_id/Eva;Schmidt;accepted;0;none;a8f3c2e1-0b7d/Jan;Kurz;declined;0;none;a8f3c2e1-0b7e/Ole;Lang;waitlist;0;none;a8f3c2e1-0b7f | Eva Schmidt, Jan Kurz CANCELLED, Ole Lang WAITLISTED
            words of WooCommerce    | Order Status,Attendee Name/wc-completed,Eva Schmidt/wc-refunded,Jan Kurz/wc-on-hold,Ole Lang/wc-failed,Ute Roth | Eva Schmidt, Jan Kurz CANCELLED, Ole Lang WAITLISTED, Ute Roth CANCELLED
            moderated registrations | Name,Registration state,Payment date/"Müller, Jörg",Completed,2026-10-02/"Kurz, Jan",Awaiting moderation,/"Roth, Ute",Rejected, | Jörg Müller, Jan Kurz WAITLISTED, Ute Roth CANCELLED
            two words of a booking  | Vorname;Nachname;Buchungsstatus;Teilnehmerstatus/Eva;Schmidt;Bestätigt;Teilnehmend/Jan;Kurz;Bestätigt;Storniert/Ole;Lang;Zahlung ausstehend;Teilnehmend | Eva Schmidt, Jan Kurz CANCELLED, Ole Lang WAITLISTED
            a question with number  | G01Q01. Ihre Daten [Vorname];G01Q01. Ihre Daten [Nachname];G01Q02. Nehmen Sie an der Tagung teil?/Eva;Schmidt;Ja/Ole;Lang;Nein | Eva Schmidt, Ole Lang CANCELLED
            ticks in colour         | Nachname;Vorname;28. Nov;29. Nov/Schmidt;Eva;✅;✅/Kurz;Jan;✔;– | Eva Schmidt 28 29, Jan Kurz 28
            a shop's unnamed ticket | Ticket Name,Ticket Full Name,Ticket Reference/Standard,Eva Schmidt,AB-1/Standard,,AB-2 | Eva Schmidt, unnamed
            """)
    void comesInWithoutAQuestion(String habit, String list, String people) throws IOException {
        AttendeeList read = read(list);

        assertThat(read.questions()).isEmpty();
        assertThat(read.problems()).isEmpty();
        assertThat(read.guests().stream().map(OfficeListsTest::told).collect(Collectors.joining(", ")))
                .isEqualTo(people);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no answer in words      | Vorname;Nachname;Status/Eva;Schmidt;angemeldet/Ole;Lang;k.A. | value.status.ka
            last year's absence     | Familienname;Vorname;Rückmeldung/Schmidt;Eva;Zusage/Lang;Ole;no-show 2025 | value.ruckmeldung.noshow2025
            an empty answer         | Familienname;Vorname;Rückmeldung/Schmidt;Eva;Zusage/Lang;Ole; | empty.ruckmeldung
            who has not paid        | Vorname;Name;Zahlstatus/Eva;Schmidt;bezahlt/Jan;Kurz;offen | value.zahlstatus.offen
            no day of payment       | Vorname;Nachname;Bezahlt am/Eva;Schmidt;01.06.2026/Jan;Kurz; | empty.bezahlt-am
            no payment date         | First name,Last name,Payment date/Eva,Schmidt,2026-06-01/Jan,Kurz, | empty.payment-date
            nothing came in         | Vorname;Nachname;Zahlungseingang/Eva;Schmidt;120,00 €/Jan;Kurz;0,00 € | value.zahlungseingang.nothing
            an amount still open    | Vorname;Nachname;Offener Betrag/Eva;Schmidt;0,00/Jan;Kurz;1.250,00/Ole;Lang;80,- | value.offener-betrag.amount
            the rest of it          | Vorname;Nachname;Restbetrag (EUR)/Eva;Schmidt;0/Jan;Kurz;40 | value.restbetrag-eur.amount
            a balance due           | First name,Last name,Balance due/Eva,Schmidt,$0.00/Jan,Kurz,$40.00 | value.balance-due.amount
            an amount outstanding   | First name,Last name,Amount outstanding/Eva,Schmidt,0/Jan,Kurz,40 | value.amount-outstanding.amount
            an open invoice         | Vorname;Nachname;Rechnungsstatus/Eva;Schmidt;bezahlt/Jan;Kurz;offen | value.rechnungsstatus.offen
            an invoice, yes or no   | Vorname;Nachname;Rechnung offen/Eva;Schmidt;nein/Jan;Kurz;ja | value.rechnung-offen.ja
            a fee not yet paid      | Vorname;Nachname;Teilnahmegebühr bezahlt/Eva;Schmidt;ja/Jan;Kurz;nein | value.teilnahmegebuhr-bezahlt.nein
            one debt in 3 columns   | Name;Zahlungsstatus;Bezahlt am;Offener Betrag/Eva Schmidt;bezahlt;01.06.2026;0,00/Jan Kurz;offen;;80,00 | value.zahlungsstatus.offen
            a debt that was paid    | Name;Zahlungsstatus;Offener Betrag/Eva Schmidt;bezahlt;0,00/Jan Kurz;bezahlt;80,00 | value.offener-betrag.amount
            Converia                | Personen-ID;Titel;Vorname;Nachname;Institution;Teilnahmestatus;Teilnehmertyp;Bezahlter Betrag;Offener Betrag;Storniert am/1;Dr.;Eva;Schmidt;Gera;angemeldet;Referent;120,00;0,00;/2;;Ole;Lang;Suhl;angemeldet;Teilnehmer;0,00;120,00;/3;;Jan;Kurz;Jena;storniert;Teilnehmer;0,00;120,00;12.10.2026 | value.offener-betrag.amount
            Cvent                   | Confirmation Number,First Name,Last Name,Invitee Status,Amount Due,Balance Due,Participant/AB1,Eva,Schmidt,Accepted,$120.00,$0.00,Yes/AB2,Ole,Lang,Accepted,$120.00,$120.00,Yes/AB3,Jan,Kurz,Declined,$0.00,$0.00,No | column.participant, value.balance-due.amount
            guestoo                 | Vorname,Nachname,Einladungsstatus,Teilnahmestatus/Eva,Schmidt,Eingeladen,Zugesagt/Jan,Kurz,Eingeladen,Keine Rückmeldung | value.einladungsstatus.eingeladen, value.teilnahmestatus.keineruckmeldung
            due once, balanced now  | First name,Last name,Amount due,Balance due/Eva,Schmidt,$120.00,$0.00/Jan,Kurz,$120.00,$120.00 | value.balance-due.amount
            a yes under a person    | First name,Last name,Participant/Eva,Schmidt,Yes/Jan,Kurz,No | column.participant
            another one instead     | First name,Last name,Substituted by/Eva,Schmidt,/Jan,Kurz,Ole Lang | column.substituted-by
            a remark of an office   | Name;Vorname;Bemerkungen/Schmidt;Eva;ab 13 Uhr/Kurz;Jan;entfällt | column.bemerkungen
            French money            | Nom;Prénom;Remboursé;Payé/Schmidt;Eva;Non;Oui/Kurz;Jan;Oui;Oui | column.rembourse, column.paye
            a reminder              | Name;Mahnstufe/Eva Schmidt;/Jan Kurz;2 | column.mahnstufe
            a remark                | Name;Firma;Bemerkung/Eva Schmidt;Gera;/Ole Lang;Suhl;hat am 3.6. abgemeldet | column.bemerkung
            a remark in a sentence  | Name;Firma;Notiz/Eva Schmidt;Gera;vegan/Ole Lang;Suhl;muss absagen, Vertretung folgt | column.notiz
            a French remark         | Name;Firma;Notes/Eva Schmidt;Gera;/Ole Lang;Suhl;annulé | column.notes
            maybe                   | Name;Firma;kommt/Eva Schmidt;Gera;ja/Ole Lang;Suhl;vielleicht | value.kommt.vielleicht
            two years               | Vorname;Nachname;Status 2025;Status 2026/Eva;Schmidt;no-show;zugesagt/Jan;Kurz;dabei;abgesagt | column.status-2025, column.status-2026
            only on a screen        | Vorname;Name;Teilnahme vor Ort/Eva;Schmidt;Ja/Jan;Kurz;Online | column.teilnahme-vor-ort
            a state that is none    | Ticket First Name,Ticket Last Name,State/Eva,Schmidt,complete/Jan,Kurz,void/Ole,Lang,reminder | value.state.reminder
            nobody of a row         | Vorname;Nachname;Anzahl Teilnehmer/Eva;Schmidt;1/Jan;Kurz;0 | column.anzahl-teilnehmer
            who comes instead       | Vorname;Nachname;Ersetzt durch/Eva;Schmidt;/Jan;Kurz;Ole Lang | column.ersetzt-durch
            who is let in           | Vorname;Nachname;Freischaltung/Eva;Schmidt;ja/Jan;Kurz;nein | column.freischaltung
            a consent with a limit  | Name;Teilnahme/Eva Schmidt;ja/Ute Roth;ja (nur 28.11.) | value.teilnahme.janur2811
            a refusal taken back    | Name;Status/Eva Schmidt;bestätigt/Ute Roth;storniert (kommt doch) | value.status.storniertkommtdoch
            numbers as status       | Vorname;Nachname;Teilnahmestatus/Eva;Schmidt;1/Ole;Lang;0 | value.teilnahmestatus.1, value.teilnahmestatus.0
            """)
    void asksWhatIsNotCertain(String habit, String list, String questions) throws IOException {
        assertThat(read(list).questions()).extracting(ImportQuestion::id).containsExactly(questions.split(", ", -1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            two people in a field   | Teilnehmer;Firma/Eva Schmidt;Gera/Kurz/Lang;Jena    | 3 Teilnehmer
            two whole names         | Teilnehmende;Behörde/Eva Schmidt;Gera/Ole Lang, Ute Roth;Jena/Schmidt, Eva Maria;Suhl | 3 Teilnehmende
            a refusal among days    | Name;An welchen Tagen nehmen Sie teil?/Eva Schmidt;28.11.2026/Jan Kurz;leider gar nicht | 3 An welchen Tagen nehmen Sie teil?
            numbered empty rows     | Nr;Vorname;Nachname/1;Eva;Schmidt/2;;               | 3 Nachname
            a family                | Anrede;Vorname;Nachname/Frau;Eva;Schmidt/Familie;;Wart | 3 Anrede
            two people as a number  | Vorname;Nachname/Eva;Schmidt/zwei;Personen          | 3 Nachname
            the family name first   | Name;Firma/Eva Schmidt;Gera/Schmidt Peter;Jena/Öztürk Cem;Berlin | 3 Name, 4 Name
            one person spelled twice| Vorname;Nachname;Firma/Jörg;Müller;Gera/Joerg;Mueller;Gera | 3 null
            headings turned round   | Vorname;Nachname/Eva;Schmidt/Name;Vorname           | 3 Nachname
            a ticket and half a name| Vorname;Nachname;Ticketcode/Eva;Schmidt;AAAABBBB1/Ole;;AAAABBBB2 | 3 Nachname
            """)
    void refusesByPlaceWhatNobodyCanRead(String habit, String list, String places) throws IOException {
        assertThat(read(list.replace("Kurz/Lang", "Kurz\0Lang")).problems())
                .extracting(one -> one.line() + " " + one.column())
                .containsExactly(places.split(", ", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Telefon               | 03641 4711-12    | 03641 4711-12
            Tel.                  | Tel.: 0361 0123  | 0361 0123
            Telefon (dienstlich)  | (0361) 123       | (0361) 123
            Mobil-Nr.             | '+49 170 123     | +49 170 123
            Handynummer           | ="0170123"     | 0170123
            phone_number          | tel:+49361123    | +49361123
            Ticket Phone Number   | +49 361 123      | +49 361 123
            Mobile phone          | 0361\u2013123   | 0361-123
            Telefonnummer         | 4,93641E+11      | ``
            Telefon               | -13              | ``
            Telefon               | k. A.            | ``
            Order Phone Number    | +49 361 123      | ``
            Notfall-Telefon       | +49 361 123      | ``
            """)
    void knowsTheColumnsOfTelephones(String heading, String field, String number) throws IOException {
        AttendeeList read = read("Name;" + heading + "/Eva Schmidt;" + field);

        assertThat(read.guests())
                .singleElement()
                .satisfies(row -> assertThat(row.details().phone()).isEqualTo(number));
    }

    private static AttendeeList read(String list) throws IOException {
        String text = list.replace("An-/Ab", "An-\0Ab")
                .replace("Amt/Sach", "Amt\0Sach")
                .replace('/', '\n')
                .replace('\0', '/');
        ListRequest request = new ListRequest(Locale.ENGLISH, null, ImportAnswers.NONE);
        return (AttendeeList) new ListReader(TERMS, ListLimits.USUAL).read(text.getBytes(UTF_8), request);
    }

    private static String told(AttendeeRow row) {
        String status =
                row.status().name().equals("CONFIRMED") ? "" : row.status().name();
        String name = row.isUnnamed() ? "unnamed" : row.attendee().fullName();
        String days = row.days().stream()
                .sorted()
                .map(day -> "" + day.getDayOfMonth())
                .collect(Collectors.joining(" "));
        return Stream.of(name, status, days).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
