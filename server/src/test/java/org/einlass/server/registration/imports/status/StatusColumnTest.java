package org.einlass.server.registration.imports.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.imports.question.ImportQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns that decide about admission, by whatever name, and what is asked about them. */
final class StatusColumnTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Status                  | STATUS
            approval_status         | STATUS
            Attendee Status         | STATUS
            Registration state      | STATUS
            Bestellstatus           | STATUS
            Status der Anmeldung    | STATUS
            Order status            | STATUS
            RSVP                    | STATUS
            Zu-/Absage              | STATUS
            Payment status          | PAYMENT
            Zahlungsstatus          | PAYMENT
            Bezahlt                 | PAYMENT
            Paid                    | PAYMENT
            Bezahlt am              | PAYMENT
            Zahlungsdatum           | PAYMENT
            Payment date            | PAYMENT
            Zahlungseingang am      | PAYMENT
            Datum der Zahlung       | PAYMENT
            Gezahlter Betrag        | PAYMENT
            Rechnungsstatus         | PAYMENT
            Offener Betrag          | OWED
            Noch offen (EUR)        | OWED
            Restbetrag              | OWED
            Zu zahlender Betrag     | OWED
            Rechnung offen          | OWED
            Balance due             | OWED
            Amount outstanding      | OWED
            Amount Due              | OWED
            Due date                | NONE
            Fällig am               | NONE
            Rechnungsbetrag         | NONE
            Ticket storniert        | CANCELLED
            Storniert am            | CANCELLED
            Canceled at             | CANCELLED
            Void Status             | CANCELLED
            Abgemeldet (ja/nein)    | CANCELLED
            Refunded                | CANCELLED
            Warteliste              | WAITLISTED
            On waitlist             | WAITLISTED
            Zusage                  | CONFIRMED
            Nimmt teil              | CONFIRMED
            Approved                | CONFIRMED
            Gesperrt                | BLOCKED
            Blocked                 | BLOCKED
            Stornogrund             | UNCLEAR
            Refund reason           | UNCLEAR
            Zahlung                 | UNCLEAR
            Payment Type            | NONE
            Payment providers       | NONE
            State                   | NONE
            Home State              | NONE
            checked_in_at           | NONE
            Total Paid              | NONE
            Stornobedingungen       | NONE
            Organisation            | NONE
            Datenschutz bestätigt   | NONE
            """)
    void knowsHeadingsThatDecide(String heading, StatusHeading meaning) {
        assertThat(StatusHeading.of(heading)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            STATUS     | pending_approval      | WAITLISTED
            STATUS     | Withdrawn             | CANCELLED
            STATUS     | Storniert am 12.05.26 | CANCELLED
            CANCELLED  | Ja                    | CANCELLED
            CANCELLED  | 2026-05-12 10:00      | CANCELLED
            CANCELLED  | not void              | NONE
            CANCELLED  | FALSE                 | NONE
            WAITLISTED | 3                     | WAITLISTED
            WAITLISTED | nein                  | NONE
            CONFIRMED  | x                     | CONFIRMED
            CONFIRMED  | nein                  | CANCELLED
            PAYMENT    | free                  | NONE
            PAYMENT    | refunded              | CANCELLED
            PAYMENT    | 12.05.2026            | NONE
            PAYMENT    | 120,00 €              | NONE
            OWED       | 0,00 €                | NONE
            OWED       | -20,00                | NONE
            OWED       | nein                  | NONE
            OWED       | bezahlt               | NONE
            BLOCKED    | true                  | BLOCKED
            """)
    void knowsTheWordsUnderThem(StatusHeading heading, String word, StatusVerdict verdict) {
        assertThat(StatusWords.verdict(heading, word)).contains(verdict);
    }

    @Test
    void asksAboutAHeadingThatOnlySmellsOfIt() {
        StatusColumn column = column("Stornogrund", StatusHeading.UNCLEAR, "krank", "");

        assertThat(column.decides(ImportAnswers.NONE)).isTrue();
        assertThat(column.settle(ImportAnswers.NONE))
                .extracting(ImportQuestion::id, ImportQuestion::options)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("column.stornogrund", List.of("status", "ignore")));
        assertThat(column.decides(ImportAnswers.of(List.of("column.stornogrund:ignore"))))
                .isFalse();
    }

    @Test
    void asksAboutAnUnknownValueOnceAndTakesTheAnswer() {
        StatusColumn column = column("Status", StatusHeading.STATUS, "paid", "Ehrengast", "Ehrengast");

        List<ImportQuestion> questions = column.settle(ImportAnswers.NONE);

        assertThat(questions).extracting(ImportQuestion::id).containsExactly("value.status.ehrengast");
        assertThat(questions.get(0).lines()).containsExactly(3L, 4L);
        assertThat(column.verdict("Ehrengast")).isEmpty();
        assertThat(column.settle(ImportAnswers.of(List.of("value.status.ehrengast:confirmed"))))
                .isEmpty();
        assertThat(column.verdict("Ehrengast")).contains(StatusVerdict.CONFIRMED);
    }

    @Test
    void asksOnceAboutEmptyFieldsOfAFilledColumn() {
        StatusColumn column = column("Status", StatusHeading.STATUS, "paid", "", "");

        assertThat(column.settle(ImportAnswers.NONE))
                .extracting(ImportQuestion::id, ImportQuestion::rows)
                .containsExactly(org.assertj.core.api.Assertions.tuple("empty.status", 2));
    }

    @Test
    void asksWhetherSomebodyWhoOwesMayCome() {
        StatusColumn column = column("Paid", StatusHeading.PAYMENT, "Yes", "No");

        assertThat(column.settle(ImportAnswers.NONE))
                .extracting(ImportQuestion::id)
                .containsExactly("value.paid.no");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PAYMENT | 0,00
            PAYMENT | offen
            PAYMENT | nein
            OWED    | 80,00 €
            OWED    | EUR 1.250,-
            OWED    | ja
            OWED    | offen
            OWED    | Ratenzahlung
            """)
    void leavesToAPersonWhatADebtMeans(StatusHeading heading, String word) {
        assertThat(StatusWords.verdict(heading, word)).isEmpty();
    }

    @Test
    void leavesEmptyColumnsAndAmountsAlone() {
        assertThat(column("Is active", StatusHeading.CONFIRMED, "", "").decides(ImportAnswers.NONE))
                .isFalse();
        assertThat(column("Zahlung", StatusHeading.UNCLEAR, "25,00 €", "0,00 €").decides(ImportAnswers.NONE))
                .isFalse();
    }

    private static StatusColumn column(String heading, StatusHeading kind, String... fields) {
        StatusColumn column = new StatusColumn(0, heading, kind);
        for (int at = 0; at < fields.length; at++) {
            column.see(at + 2L, fields[at]);
        }
        return column;
    }
}
