package org.einlass.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.einlass.reports.proof.ReadBack;
import org.einlass.reports.proof.VeraPdf;
import org.junit.jupiter.api.Test;

class PressSheetTest {
    private static final int K = 5;

    @Test
    void aSmallCellTakesTheNextSmallestWithIt() {
        assertThat(PressFigures.withheld(List.of(100L, 3L, 40L, 7L), K)).isEqualTo(Set.of(1, 3));
        assertThat(PressFigures.withheld(List.of(100L, 1L, 2L, 30L), K)).isEqualTo(Set.of(1, 2, 3));
        assertThat(PressFigures.withheld(List.of(100L, 4L, 4L), K)).isEqualTo(Set.of(1, 2));
        assertThat(PressFigures.withheld(List.of(100L, 5L, 0L), K)).isEmpty();
        assertThat(PressFigures.withheld(List.of(3L, 0L), K)).isEqualTo(Set.of(0));
    }

    @Test
    void nobodyFindsASmallCellByTakingTheOthersFromTheTotal() {
        Random chance = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            List<Long> cells = new ArrayList<>();
            int count = 1 + chance.nextInt(8);
            for (int cell = 0; cell < count; cell++) {
                cells.add((long) chance.nextInt(chance.nextBoolean() ? 8 : 200));
            }
            int k = 2 + chance.nextInt(9);

            Set<Integer> withheld = PressFigures.withheld(cells, k);

            long hidden = withheld.stream().mapToLong(cells::get).sum();
            boolean allHidden =
                    withheld.size() == cells.stream().filter(cell -> cell > 0).count();
            for (int place = 0; place < count; place++) {
                assertThat(cells.get(place) == 0 || cells.get(place) >= k || withheld.contains(place))
                        .as(cells + " " + k)
                        .isTrue();
            }
            assertThat(withheld.isEmpty() || allHidden || (withheld.size() >= 2 && hidden >= k))
                    .as(cells + " " + k)
                    .isTrue();
        }
    }

    @Test
    void theSheetSaysRoundedAndSafeFiguresOnly() {
        PressFigures figures = PressFigures.of(SampleAttendance.typical(), K);

        assertThat(figures.visitors()).contains(700L);
        assertThat(figures.tables().get(2).cells())
                .extracting(PressFigures.Cell::visitors)
                .containsExactly(Optional.of(627L), Optional.of(41L), Optional.empty(), Optional.empty());
        assertThat(PressFigures.of(SampleAttendance.empty(), K).visitors()).isEmpty();
    }

    @Test
    void theSheetIsFitForArchivesAndScreenReaders() {
        PressSheetRenderer renderer = new PressSheetRenderer();
        for (Attendance attendance : List.of(
                SampleAttendance.typical(),
                SampleAttendance.typical(Locale.ENGLISH),
                SampleAttendance.extreme(),
                SampleAttendance.empty())) {
            assertThat(VeraPdf.findings(renderer.pages(attendance, K).pdf())).isEmpty();
        }
        assertThat(ReadBack.text(renderer.pages(SampleAttendance.typical(), K).pdf()))
                .contains("700")
                .contains("rund 400")
                .contains("Ausstellung nicht veröffentlicht")
                .contains("Presse nicht veröffentlicht")
                .contains("Zellen unter 5")
                .doesNotContain("812");
    }
}
