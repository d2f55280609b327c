package org.einlass.server.registration.imports.list;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list as a file: its encoding, its separator, its lines and quotation marks. */
final class ListFileTest {
    private static final String UMLAUTS =
            "Vorname;Nachname;Organisation\r\nJürgen;Größler;Landkreis Gotha – Straßenamt €\r\n";

    @Test
    void readsTheSameGuestsInEveryEncoding() {
        List<byte[]> files = List.of(
                UMLAUTS.getBytes(UTF_8),
                ("\uFEFF" + UMLAUTS).getBytes(UTF_8),
                UMLAUTS.getBytes(Charset.forName("windows-1252")),
                ("\uFEFF" + UMLAUTS).getBytes(UTF_16LE),
                ("\uFEFF" + UMLAUTS).getBytes(UTF_16BE));

        assertThat(files)
                .extracting(file -> ListSamples.guests(file).guests().get(0).attendee())
                .containsOnly(Attendee.of("Jürgen", "Größler", "Landkreis Gotha – Straßenamt €"));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void findsTheSeparator(String separator) {
        AttendeeRow guest = ListSamples.onlyGuest(
                String.join(separator, "Vorname", "Nachname", "Funktion"),
                String.join(separator, "Zoë", "Weiß", "\"Leiterin; Sprecherin, Rednerin\tGastgeberin\""));

        assertThat(guest.attendee().function()).isEqualTo("Leiterin; Sprecherin, Rednerin Gastgeberin");
    }

    @Test
    void skipsTheLineInWhichExcelNamesTheSeparator() {
        AttendeeRow guest = ListSamples.onlyGuest("sep=,", "Vorname,Nachname", "Zoë,Weiß");

        assertThat(guest.line()).isEqualTo(3);
    }

    @Test
    void namesTheLineOfTheFileWhereARowBegins() {
        AttendeeList list = ListSamples.guests(
                "Nachname;Organisation",
                "",
                "Weiß;\"Amt für",
                "Statistik\"",
                ";;",
                "Größler;\"Stadt \"\"Erfurt\"\"\"",
                ";ohne Namen");

        assertThat(list.guests()).extracting(AttendeeRow::line).containsExactly(3L, 6L);
        assertThat(list.guests())
                .extracting(guest -> guest.attendee().organisation())
                .containsExactly("Amt für Statistik", "Stadt \"Erfurt\"");
        assertThat(list.problems()).extracting(RowProblem::line).containsExactly(7L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void countsLinesWhateverEndsThem(String end) {
        String text = String.join(end, "Nachname;Funktion", "A;\"x", "y\"", "\"B\"b;", "", ";Leiter", "D;");

        AttendeeList list = ListSamples.guests(text.getBytes(UTF_8));

        assertThat(list.guests()).extracting(AttendeeRow::line).containsExactly(2L, 7L);
        assertThat(list.problems()).extracting(RowProblem::line).containsExactly(4L, 6L);
    }

    @Test
    void losesOneRowToALostQuotationMarkAndNoneBehindIt() {
        AttendeeList list = ListSamples.guests(
                "Nachname;Organisation", "Weiß;\"Stadt Erfurt", "Größler;\"Stadt Gera\"", "Schmidt;Stadt Jena");

        assertThat(list.rows()).isEqualTo(3);
        assertThat(list.guests())
                .extracting(guest -> guest.attendee().familyName())
                .containsExactly("Größler", "Schmidt");
        assertThat(list.problems())
                .containsExactly(new RowProblem(
                        2,
                        null,
                        "Text stands behind a closing quotation mark.",
                        "Double the quotation marks inside a field, or delete them."));
    }
}
