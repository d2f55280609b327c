package org.einlass.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.einlass.reports.statistics.QuarterHour;
import org.einlass.server.console.ArrivalColumns.Column;
import org.junit.jupiter.api.Test;

/** The chart shows gaps as gaps and names each day. */
final class ArrivalColumnsTest {
    @Test
    void aQuarterWithoutArrivalsIsAGapAndEachDayIsNamed() {
        List<Column> columns = new ArrivalColumns(List.of(
                        new QuarterHour(LocalDateTime.of(2031, 5, 6, 8, 0), 10),
                        new QuarterHour(LocalDateTime.of(2031, 5, 6, 8, 30), 40),
                        new QuarterHour(LocalDateTime.of(2031, 5, 7, 9, 0), 20)))
                .getColumns();

        assertThat(columns).extracting(Column::title).containsExactly("8:00: 10", "8:15: 0", "8:30: 40", "9:00: 20");
        assertThat(columns).extracting(Column::label).containsExactly("6.5. 8:00", "", "", "7.5. 9:00");
        assertThat(columns.get(1).height()).isZero();
        assertThat(columns.get(0).height() * 4).isEqualTo(columns.get(2).height());
        assertThat(columns.get(3).x() + columns.get(3).width()).isLessThanOrEqualTo(ArrivalColumns.WIDTH);
    }

    @Test
    void anEventWithoutArrivalsHasNoColumn() {
        assertThat(new ArrivalColumns(List.of()).getColumns()).isEmpty();
    }
}
