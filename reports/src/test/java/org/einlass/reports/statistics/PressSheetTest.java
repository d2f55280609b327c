package org.einlass.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
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
        assertThat(PressFigures.withheld(List.of(100L, 3L, 40L, 7L), K, Set.of()))
                .isEqualTo(Set.of(1, 3));
        assertThat(PressFigures.withheld(List.of(100L, 1L, 2L, 30L), K, Set.of()))
                .isEqualTo(Set.of(1, 2, 3));
        assertThat(PressFigures.withheld(List.of(100L, 4L, 4L), K, Set.of())).isEqualTo(Set.of(1, 2));
        assertThat(PressFigures.withheld(List.of(100L, 5L, 0L), K, Set.of())).isEmpty();
        assertThat(PressFigures.withheld(List.of(3L, 0L), K, Set.of())).isEqualTo(Set.of(0));
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

            Set<Integer> withheld = PressFigures.withheld(cells, k, Set.of());

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

    /** Days of an event published again and again, with any k, to somebody who keeps every sheet. */
    @Test
    void nobodyFindsASmallCellByComparingPublications() {
        Random chance = new Random(20);
        for (int round = 0; round < 2_000; round++) {
            long[] came = chance.longs(2 + chance.nextInt(6), 0, chance.nextBoolean() ? 9 : 90)
                    .toArray();
            PressFigures before = PressFigures.NONE;
            Set<String> everWithheld = new HashSet<>();
            for (int publication = 0; publication < 4; publication++) {
                int k = 3 + chance.nextInt(8);
                List<AttendanceRow> rows = new ArrayList<>();
                for (int i = 0; i < came.length; i++) {
                    rows.add(new AttendanceRow("category " + i, came[i], came[i]));
                }
                PressFigures now = PressFigures.of(SampleAttendance.of(rows), k, before);
                List<PressFigures.Cell> cells = now.tables().get(0).cells();
                for (int i = 0; i < cells.size(); i++) {
                    String label = cells.get(i).label();
                    if (cells.get(i).visitors().isEmpty()) {
                        everWithheld.add(label);
                        continue;
                    }
                    assertThat(everWithheld).as("told after it was withheld").doesNotContain(label);
                    if (!before.tables().isEmpty()) {
                        long change = cells.get(i).visitors().orElseThrow()
                                - before.tables()
                                        .get(0)
                                        .cells()
                                        .get(i)
                                        .visitors()
                                        .orElseThrow();
                        assertThat(change == 0 || Math.abs(change) >= k)
                                .as("a change of %d with k = %d", change, k)
                                .isTrue();
                    }
                }
                long hidden = cells.stream()
                        .filter(cell -> cell.visitors().isEmpty())
                        .mapToLong(cell -> came[cells.indexOf(cell)])
                        .sum();
                long told = cells.stream()
                        .filter(cell -> cell.visitors().orElse(0L) > 0)
                        .count();
                assertThat(hidden == 0 || hidden >= k || told == 0).isTrue();
                before = now;
                for (int i = 0; i < came.length; i++) {
                    came[i] += chance.nextInt(3) == 0 ? chance.nextInt(12) : 0;
                }
            }
        }
    }

    @Test
    void aRoundedFigureStaysWhileItIsAboutAsMany() {
        PressFigures first = PressFigures.of(SampleAttendance.of(List.of(new AttendanceRow("a", 304, 304))), K);
        PressFigures one = PressFigures.of(SampleAttendance.of(List.of(new AttendanceRow("a", 305, 305))), K, first);
        PressFigures many = PressFigures.of(SampleAttendance.of(List.of(new AttendanceRow("a", 312, 312))), K, first);

        assertThat(first.visitors()).contains(300L);
        assertThat(one.visitors()).contains(300L);
        assertThat(many.visitors()).contains(310L);
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
