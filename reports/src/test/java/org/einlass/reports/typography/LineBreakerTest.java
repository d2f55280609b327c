package org.einlass.reports.typography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.einlass.reports.typography.LineBreaker.Division;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBreakerTest {

    private final Typesetter typesetter = Typesetter.standard();
    private final LineBreaker breaker = new LineBreaker(typesetter);

    @ParameterizedTest
    @CsvSource({
        "Donaudampfschifffahrtsgesellschaft, Donau|dampf|schiff|fahrts|ge|sell|schaft",
        "Landesrechenzentrum, Lan|des|re|chen|zen|trum",
        "Verwaltungsgemeinschaft, Ver|wal|tungs|ge|mein|schaft",
        "Straßenbauverwaltung, Stra|ßen|bau|ver|wal|tung",
        "Digitales, Digi|ta|les",
        "Stadt, Stadt",
        "IT-Systemhaus, IT-Systemhaus",
    })
    void germanWordsAreDividedWhereGermansDivideThem(String word, String divided) {
        StringBuilder marked = new StringBuilder(word);
        List<Integer> points = GermanHyphens.standard().of(word);
        for (int i = points.size() - 1; i >= 0; i--) {
            marked.insert(points.get(i), "|");
        }

        assertThat(marked).hasToString(divided);
    }

    @Test
    void wholeWordsAreNeverDividedAndTooWideOnesAreRefused() {
        double width = typesetter.width("Landesrechenzentrum", Weight.REGULAR, 12);

        assertThat(lines("Thüringer Landesrechenzentrum", width, 2, Division.WHOLE_WORDS))
                .contains("Thüringer / Landesrechenzentrum");
        assertThat(lines("Thüringer Landesrechenzentrum", width - 1, 9, Division.WHOLE_WORDS))
                .isEmpty();
        assertThat(lines("Thüringer Landesrechenzentrum", width, 1, Division.GERMAN_HYPHENATION))
                .isEmpty();
    }

    @Test
    void aParagraphsLinesAreAboutEquallyLong() {
        double width = typesetter.width("Ministerium für Digitales und Infra", Weight.REGULAR, 12);

        assertThat(lines("Ministerium für Digitales und Infrastruktur", width, 3, Division.WHOLE_WORDS))
                .contains("Ministerium für Digitales / und Infrastruktur");
    }

    @Test
    void aDividedWordShowsAHyphenThatIsNoPartOfTheText() {
        double width = typesetter.width("Straßenbauver-", Weight.REGULAR, 12);

        List<LaidOutLine> set = breaker.breakInto(
                        "Straßenbauverwaltung", Weight.REGULAR, 12, width, 2, Division.GERMAN_HYPHENATION)
                .orElseThrow();

        assertThat(set.get(0).joint()).isEqualTo(LaidOutLine.Joint.HYPHEN);
        assertThat(set.get(0).text()).doesNotEndWith("-");
        assertThat(set.get(0).runs().get(0).text()).endsWith("-");
        assertThat(set.get(0).text() + set.get(1).text()).isEqualTo("Straßenbauverwaltung");
    }

    @Test
    void linesEndAfterExistingHyphensAndSlashes() {
        double width = typesetter.width("Saalfeld-Ru", Weight.REGULAR, 12);

        assertThat(lines("Saalfeld-Rudolstadt", width, 2, Division.WHOLE_WORDS)).contains("Saalfeld- / Rudolstadt");
        assertThat(lines("Hügelland/Täler", width, 2, Division.WHOLE_WORDS)).contains("Hügelland/ / Täler");
    }

    private Optional<String> lines(String text, double width, int most, Division division) {
        return breaker.breakInto(text, Weight.REGULAR, 12, width, most, division)
                .map(set -> set.stream().map(LaidOutLine::text).collect(Collectors.joining(" / ")));
    }
}
