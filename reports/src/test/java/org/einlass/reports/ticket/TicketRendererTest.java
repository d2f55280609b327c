package org.einlass.reports.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.einlass.reports.proof.QrReader;
import org.einlass.reports.proof.ReadBack;
import org.einlass.reports.proof.VeraPdf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TicketRendererTest {

    private static final TicketRenderer PRESS = new TicketRenderer();

    @ParameterizedTest
    @EnumSource(TicketSize.class)
    void aTicketSaysWhatItsHolderNeeds(TicketSize size) {
        String text = ReadBack.text(PRESS.set(SampleTickets.typical(), size).pdf());

        assertThat(text)
                .contains("Digitales Thüringen 2022")
                .contains("Montag, 4. Juli 2022, 09:00 – 21:00 Uhr")
                .contains("Arena / Steigerwaldstadion, Mozartallee 3, 99096 Erfurt")
                .contains("Prof. Dr. Anna-Maria von der Heide")
                .contains("123 456 789")
                .contains("Ab Erfurt Hauptbahnhof mit der Straßenbahn")
                .contains("Aufzüge führen in alle Logen")
                .contains("0361 000000");
    }

    @ParameterizedTest
    @MethodSource("ticketsInAllSizes")
    void everyTicketIsFitForArchivesAndScreenReaders(Ticket ticket, TicketSize size) {
        assertThat(VeraPdf.findings(PRESS.set(ticket, size).pdf())).isEmpty();
    }

    @Test
    void theHotlineCanBeCalledFromTheTicketAndIsALinkToAScreenReader() {
        byte[] pdf = PRESS.set(SampleTickets.typical(), TicketSize.PHONE).pdf();

        assertThat(ReadBack.links(pdf)).containsExactly("tel:0361000000");
        assertThat(ReadBack.structure(pdf)).containsEntry("Link", 1);
        assertThat(VeraPdf.findings(pdf)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ticketsInAllSizes")
    void theCodeIsReadFromThePageAsAnotherProgramDrawsIt(Ticket ticket, TicketSize size) {
        byte[] pdf = PRESS.set(ticket, size).pdf();

        assertThat(QrReader.read(ReadBack.render(pdf, 0, 100))).contains(SampleTickets.CODE);
    }

    static Stream<Arguments> ticketsInAllSizes() {
        return Stream.of(SampleTickets.shortest(), SampleTickets.typical(), SampleTickets.extreme())
                .flatMap(ticket -> Stream.of(TicketSize.values()).map(size -> Arguments.of(ticket, size)));
    }

    @ParameterizedTest
    @EnumSource(TicketSize.class)
    void aTextTooLongForOnePageGoesOnOnTheNextAndLosesNothing(TicketSize size) {
        Ticket ticket = SampleTickets.extreme();

        String text = ReadBack.text(PRESS.set(ticket, size).pdf());

        assertThat(text).contains(ReadBack.normal(ticket.occasion().directions()));
        assertThat(text.replace(" ", "")).contains("W".repeat(500));
    }

    @Test
    void theCalendarEntryKeepsToTheStandardsLineLengthAndEscapes() {
        String file = new String(
                CalendarFile.of(SampleTickets.typical(), Instant.parse("2022-06-01T10:00:00Z")),
                StandardCharsets.UTF_8);

        List<String> lines = List.of(file.split("\r\n"));
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(lines)
                .contains("DTSTART:20220704T070000Z", "DTEND:20220704T190000Z", "SUMMARY:Digitales Thüringen 2022");
        assertThat(file.replace("\r\n ", ""))
                .contains("LOCATION:Arena / Steigerwaldstadion\\, Mozartallee 3\\, 99096 Erfurt")
                .doesNotContain(SampleTickets.CODE);
    }
}
