package org.einlass.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.einlass.reports.badge.BadgeFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "105, 148, A6",
        "105.13, 148.17, A6",
        "148, 105, A6",
        "62, 100, LABEL_62_100",
        "61.0, 99.1, LABEL_62_100",
        "54, 86, CARD_86_54",
        "85.6, 53.98, CARD_86_54",
        "148, 210, A6_BUTTERFLY",
        "210, 297, A4_EIGHT",
    })
    void goesByThePaperThatLiesThereUprightOrAcross(double width, double height, BadgeFormat format) {
        assertThat(FormatChoice.BY_PAPER.on(loaded(true, new PaperSize(width, height))))
                .contains(format);
    }

    @Test
    void takesNoLabelForTheNextLargerOne() {
        PrinterStatus printer = loaded(true, new PaperSize(63.5, 101.6));

        assertThat(FormatChoice.BY_PAPER.on(printer)).isEmpty();
    }

    @Test
    void sendsNothingThatDoesNotFitAndSaysSo() {
        PrinterStatus printer = loaded(true, new PaperSize(62, 100));
        FormatChoice choice = FormatChoice.named("a6");

        PrinterStatus judged = choice.judge(printer);

        assertThat(choice.on(printer)).isEmpty();
        assertThat(judged.isBlocked()).isTrue();
        assertThat(judged.faults()).containsExactly(PrinterFault.OTHER_PAPER);
        assertThat(judged.sentence().german()).contains("„Ost“", "liegt 62 x 100 mm", "braucht 105 x 148 mm");
        assertThat(judged.sentence().english()).contains("“Ost”", "62 x 100 mm", "105 x 148 mm");
    }

    @Test
    void doesNotSayNoForAPrintSystemThatOnlyKnowsWhatSomebodyHasSetUp() {
        PrinterStatus queue = loaded(false, new PaperSize(210, 297));
        FormatChoice choice = FormatChoice.named("62x100");

        assertThat(choice.on(queue)).contains(BadgeFormat.LABEL_62_100);
        assertThat(choice.judge(queue).isBlocked()).isFalse();
        assertThat(choice.judge(queue).faults()).containsExactly(PrinterFault.OTHER_PAPER);
    }

    /** The American sheet is wider and shorter than the one that is drawn: what is sent would lose 18 mm. */
    @ParameterizedTest
    @CsvSource({"216, 279", "279, 216"})
    void sendsNoA4SheetToAPrinterWithUsLetter(double width, double height) {
        PrinterStatus letter = loaded(true, new PaperSize(width, height));

        for (FormatChoice choice : List.of(FormatChoice.named("a4"), FormatChoice.BY_PAPER)) {
            assertThat(choice.on(letter)).isEmpty();
            assertThat(choice.judge(letter).isBlocked()).isTrue();
            assertThat(choice.judge(letter).faults()).containsExactly(PrinterFault.OTHER_PAPER);
        }
    }

    @Test
    void sendsNothingToAQueueThatKnowsNoPaperOfThatSize() {
        PrinterStatus letter = loaded(false, new PaperSize(215.9, 279.4))
                .offering(List.of(PaperRange.of(new PaperSize(215.9, 279.4))));

        for (FormatChoice choice : List.of(FormatChoice.named("a4"), FormatChoice.BY_PAPER)) {
            assertThat(choice.on(letter)).isEmpty();
            assertThat(choice.judge(letter).isBlocked()).isTrue();
            assertThat(choice.judge(letter).sentence().german()).contains("„Ost“", "abgeschnitten", "nicht gedruckt");
        }
        assertThat(FormatChoice.named("a4").on(letter.offering(List.of()))).contains(BadgeFormat.A4_EIGHT);
    }

    @Test
    void sendsALabelToAQueueThatCutsItFromARoll() {
        PrinterStatus roll = loaded(false, new PaperSize(62, 29))
                .offering(List.of(new PaperRange(new PaperSize(12, 25), new PaperSize(62, 1000))));

        assertThat(FormatChoice.named("62x100").on(roll)).contains(BadgeFormat.LABEL_62_100);
        assertThat(FormatChoice.named("62x100").judge(roll).isBlocked()).isFalse();
        assertThat(FormatChoice.named("a6").on(roll)).isEmpty();
    }

    @Test
    void findsTheRightTrayAmongSeveral() {
        PrinterStatus printer = loaded(true, new PaperSize(216, 279), new PaperSize(105, 148));

        assertThat(FormatChoice.named("a6").on(printer)).contains(BadgeFormat.A6);
        assertThat(FormatChoice.BY_PAPER.on(printer)).contains(BadgeFormat.A6);
        assertThat(FormatChoice.BY_PAPER.judge(printer)).isEqualTo(printer);
    }

    @Test
    void printsWhatIsSetElseA6WhereThePrinterDoesNotTell() {
        PrinterStatus silent = PrinterStatus.unknown("Windows", -1);

        assertThat(FormatChoice.BY_PAPER.on(silent)).contains(BadgeFormat.A6);
        assertThat(FormatChoice.named("86x54").on(silent)).contains(BadgeFormat.CARD_86_54);
        assertThat(FormatChoice.named("86x54").judge(silent)).isEqualTo(silent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a5", "62 x 100", "A6_BUTTERFLY"})
    void knowsItsFormatsByName(String name) {
        assertThatThrownBy(() -> FormatChoice.named(name)).isInstanceOf(IllegalArgumentException.class);
    }

    private static PrinterStatus loaded(boolean certain, PaperSize... papers) {
        PrinterStatus status =
                PrinterStatus.of("Ost", false, List.of(), Stream.of(papers).toList());
        return certain ? status : status.uncertain();
    }
}
