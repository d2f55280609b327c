package org.einlass.reports.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.registration.Attendee;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.StructureRole;
import org.einlass.reports.typography.LaidOutLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NameSettingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "           | Li              |            | Wu                              | Li / Wu",
                "Prof. Dr.  | Anna-Maria      | von der    | Heide                           | Prof. Dr. / Anna-Maria / von der Heide",
                "           | Ludwig          | van        | Beethoven                       | Ludwig / van Beethoven",
                "           | Marie Agnes     |            | Strack-Zimmermann               | Marie Agnes / Strack-Zimmermann",
                "           | Maximiliane     |            | Leutheusser-Schnarrenberger     | Maximiliane / Leutheusser- / Schnarrenberger",
            })
    void linesEndWhereAReaderWouldPause(String title, String given, String particle, String family, String lines) {
        BadgeName name = new BadgeName(text(title), text(given), text(particle), text(family), "");

        assertThat(lines(name)).isEqualTo(lines);
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }

    private static String lines(BadgeName name) {
        return nameLines(BadgeFormat.A6, name).map(LaidOutLine::text).collect(Collectors.joining(" / "));
    }

    private static Stream<LaidOutLine> nameLines(BadgeFormat format, BadgeName name) {
        return new BadgeSetter(BadgeLayouts.of(format))
                .set(SampleBadges.badge(name, "", "", "", SampleBadges.ATTENDEE)).front().stream()
                        .filter(PageElement.Paragraph.class::isInstance)
                        .map(PageElement.Paragraph.class::cast)
                        .filter(paragraph -> paragraph.role() == StructureRole.TITLE)
                        .flatMap(paragraph -> paragraph.lines().stream())
                        .map(placed -> placed.line());
    }

    @ParameterizedTest
    @EnumSource(BadgeFormat.class)
    void noHardNameIsEverBrokenInsideAWord(BadgeFormat format) {
        for (BadgeName name : HardCases.names()) {
            List<LaidOutLine> lines = nameLines(format, name).toList();
            for (int i = 0; i < lines.size() - 1; i++) {
                boolean afterHyphen = lines.get(i).joint() == LaidOutLine.Joint.NOTHING
                        && lines.get(i).text().matches(".*[-/\u2010\u2013]");
                assertThat(lines.get(i).joint() == LaidOutLine.Joint.BLANK || afterHyphen)
                        .as(name.text())
                        .isTrue();
            }
        }
    }

    @Test
    void whenSpaceIsShortSizeGivesWayThenLinesThenOptionalFields() {
        BadgeName longer = new BadgeName("", "Christiane", "", "Schmidt-Kottenbrock", "");
        BadgeName longest = new BadgeName("Dr.", "Elisabeth Charlotte", "von", "Leutheusser-Schnarrenberger", "");

        LaidOutBadge.Ready easy = ready(new BadgeName("", "Li", "", "Wu", ""), 1);
        LaidOutBadge.Ready smaller = ready(longer, 1);
        LaidOutBadge.Ready crowded = ready(longest, 6);

        assertThat(smaller.capHeight()).isLessThan(easy.capHeight());
        assertThat(nameLines(BadgeFormat.A6, longer)).hasSize(2);
        assertThat(nameLines(BadgeFormat.A6, longest)).hasSizeGreaterThan(2);
        assertThat(smaller.remarks()).isEmpty();
        assertThat(crowded.remarks())
                .extracting(Remark::field)
                .startsWith(FieldKind.DEPARTMENT)
                .doesNotContain(FieldKind.ORGANISATION);
    }

    private static LaidOutBadge.Ready ready(BadgeName name, int times) {
        Badge badge = SampleBadges.badge(
                name,
                "Beauftragte für Informationssicherheit",
                "Bundesamt für zentrale Dienste und offene Vermögensfragen, Außenstelle Thüringen",
                "Dezernat Allgemeine Verwaltung ".repeat(times * times),
                SampleBadges.ATTENDEE);
        return (LaidOutBadge.Ready) new BadgeRenderer(BadgeLayouts.of(BadgeFormat.A6)).set(badge);
    }

    @Test
    void theBadgeNameAnAttendeeChoseStandsInsteadOfTitleAndNames() {
        Attendee attendee = new Attendee("Frau", "Dr.", "Anna", "von", "Heide", "", "Stadt Gera", "", "Anni Heide", "");

        assertThat(BadgeName.of(attendee).text()).isEqualTo("Anni Heide");
        assertThat(BadgeName.of(Attendee.of("Anna", "Heide", "")).text()).isEqualTo("Anna Heide");
    }
}
