package org.einlass.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that an older program wrote is taken over as it is. */
final class MigrationsTest {
    private static final List<String> TABLES =
            List.of("codes", "answers", "claims", "boots", "standings", "doors", "device_doors");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void takesOverWhatAnOlderProgramKnewOfScans(Databases database) throws SQLException {
        String url = database.fresh(folder);
        OlderDatabase.make(url);
        Map<String, List<Map<String, Object>>> before = tables(url);

        Store.open(url).close();

        assertThat(before.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
        assertThat(columnsOf(before, tables(url))).isEqualTo(before);
    }

    /** A check cannot be changed in place: the table of changes was made anew, and keeps every row. */
    @ParameterizedTest
    @EnumSource
    void keepsTheHistoryOfRegistrationsWhoseTableWasMadeAnew(Databases database) throws SQLException {
        String url = database.fresh(folder);
        OlderDatabase.make(url, 90);
        List<Map<String, Object>> before;
        try (Handle handle = Jdbi.open(url)) {
            for (int number = 1; number <= 3; number++) {
                handle.execute(
                        "insert into registration_changes (event, registration, number, changed_at, changed_by, kind,"
                                + " before) values ('dt22', 'r1', ?, ?, 'anna', ?, ?)",
                        number,
                        1_000L + number,
                        List.of("WALKED_IN", "CORRECTED", "CODE_REISSUED").get(number - 1),
                        number == 2 ? "{}" : null);
            }
            before = changes(handle);
        }

        Store.open(url).close();

        try (Handle handle = Jdbi.open(url)) {
            assertThat(before).hasSize(3);
            assertThat(changes(handle)).isEqualTo(before);
            handle.execute(
                    "insert into registration_changes (event, registration, number, changed_at, changed_by, kind)"
                            + " values ('dt22', 'r1', 4, 5, 'anna', 'MERGED')");
            assertThatThrownBy(() -> handle.execute("insert into registration_changes (event, registration, number,"
                            + " changed_at, changed_by, kind) values ('dt22', 'r1', 5, 5, 'anna', 'NONSENSE')"))
                    .as("its check was made anew, too")
                    .isInstanceOf(JdbiException.class);
        }
    }

    private static List<Map<String, Object>> changes(Handle handle) {
        return handle.createQuery("select * from registration_changes order by number")
                .mapToMap()
                .list();
    }

    /** What later versions added says nothing of what was there before. */
    private static Map<String, List<Map<String, Object>>> columnsOf(
            Map<String, List<Map<String, Object>>> older, Map<String, List<Map<String, Object>>> tables) {
        tables.forEach((table, rows) -> rows.forEach(
                row -> row.keySet().retainAll(older.get(table).get(0).keySet())));
        return tables;
    }

    private static Map<String, List<Map<String, Object>>> tables(String url) {
        Map<String, List<Map<String, Object>>> tables = new TreeMap<>();
        try (Handle handle = Jdbi.open(url)) {
            for (String table : TABLES) {
                tables.put(
                        table,
                        handle.createQuery("select * from " + table + " order by 1, 2, 3")
                                .mapToMap()
                                .list());
            }
        }
        return tables;
    }
}
