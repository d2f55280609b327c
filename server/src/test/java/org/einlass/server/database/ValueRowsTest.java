package org.einlass.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ValueRowsTest {
    private static final String DOUBLED = """
            with asked (name) as (values <rows>) select distinct name || ? as told from asked order by told
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void findsEachRowWhateverTheirNumber(Databases database) {
        try (Handle handle = Jdbi.open(database.fresh(folder))) {
            for (int count : new int[] {0, 1, 2, 5, 63, 64, 65, 200}) {
                List<Object[]> rows = IntStream.range(0, count)
                        .mapToObj(row -> new Object[] {"row %03d".formatted(row)})
                        .toList();

                List<String> told = DirectSql.all(handle, DOUBLED, row -> row.getString(1), rows, "!");

                assertThat(told)
                        .containsExactlyElementsOf(
                                rows.stream().map(row -> row[0] + "!").toList());
            }
        }
    }

    @Test
    void keepsADozenStatementsForAllSizes() {
        List<String> statements = new ArrayList<>();
        for (int count = 1; count <= ValueRows.MOST; count++) {
            List<Object[]> rows = IntStream.range(0, count)
                    .mapToObj(row -> new Object[] {row, "same"})
                    .toList();
            String statement = ValueRows.statement(DOUBLED, rows);
            statements.add(statement);

            assertThat(statement.chars().filter(sign -> sign == '?').count() - 1)
                    .isEqualTo(ValueRows.values(rows).length)
                    .isBetween(2L * count, 3L * count + 1);
        }
        assertThat(statements.stream().distinct()).hasSize(12);
    }
}
