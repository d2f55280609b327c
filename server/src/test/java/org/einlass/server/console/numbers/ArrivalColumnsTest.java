package org.einlass.server.console.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.einlass.reports.statistics.ComparedDay;
import org.einlass.reports.statistics.DayArrivals;
import org.einlass.reports.statistics.QuarterHour;
import org.junit.jupiter.api.Test;

final class ArrivalColumnsTest {
    private static final LocalDate DAY = LocalDate.of(2031, 5, 6);
    private static final OffsetDateTime EIGHT = OffsetDateTime.parse("2031-05-06T08:00+02:00");

    @Test
    void aColumnIsAsHighAsItsShareOfTheLargestQuarterOfAllDays() {
        List<ArrivalColumns.Column> columns = new ArrivalColumns(
                        new ComparedDay(
                                new DayArrivals(
                                        DAY,
                                        List.of(
                                                new QuarterHour(EIGHT, 10),
                                                new QuarterHour(EIGHT.plusMinutes(15), 0),
                                                new QuarterHour(EIGHT.plusMinutes(30), 40))),
                                "",
                                null),
                        80)
                .getColumns();

        assertThat(columns).extracting(ArrivalColumns.Column::label).containsExactly("8:00", "", "");
        assertThat(columns).extracting(ArrivalColumns.Column::height).containsExactly(23.0, 0.0, 92.0);
        assertThat(columns).extracting(ArrivalColumns.Column::title).containsExactly("8:00: 10", "8:15: 0", "8:30: 40");
    }

    @Test
    void labelsNeitherTouchEachOtherNorLeaveTheField() {
        List<QuarterHour> night = new ArrayList<>();
        for (int quarter = 0; quarter < 96; quarter++) {
            night.add(new QuarterHour(EIGHT.plusMinutes(15L * quarter), 1));
        }

        List<Double> labelled = new ArrivalColumns(new ComparedDay(new DayArrivals(DAY, night), "", null), 1)
                .getColumns().stream()
                        .filter(column -> !column.label().isEmpty())
                        .map(ArrivalColumns.Column::x)
                        .toList();

        assertThat(labelled).hasSizeGreaterThan(8);
        for (int place = 1; place < labelled.size(); place++) {
            assertThat(labelled.get(place) - labelled.get(place - 1)).isGreaterThanOrEqualTo(48);
        }
        assertThat(labelled.get(labelled.size() - 1)).isLessThanOrEqualTo(ArrivalColumns.WIDTH - 48);
    }

    @Test
    void nobodyMakesNoColumns() {
        assertThat(new ArrivalColumns(new ComparedDay(new DayArrivals(DAY, List.of()), "", null), 0).getColumns())
                .isEmpty();
    }
}
