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

    private static final int BEFORE_TELEPHONE_NUMBERS = 160;

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

    /** Telephone numbers had a table of their own; they went to the other details, which a person may lack. */
    @ParameterizedTest
    @EnumSource
    void takesTelephoneNumbersToTheOtherDetails(Databases database) throws SQLException {
        String url = database.fresh(folder);
        OlderDatabase.make(url, BEFORE_TELEPHONE_NUMBERS);
        try (Handle handle = Jdbi.open(url)) {
            for (String other : List.of("r2", "r3")) {
                handle.execute(
                        "insert into registrations (event, id, status, category, family_name, booking_number,"
                                + " created_at) values ('dt22', ?, 'CONFIRMED', 'attendee', 'Muster', ?, 1)",
                        other,
                        other);
            }
            handle.execute(
                    "insert into registration_phones values ('dt22', 'r1', '+49 30 1'), ('dt22', 'r2', '+49 40 2')");
            handle.execute("insert into registration_details (event, registration, delegation, accreditation,"
                    + " access_needs, access_consent, staff_hint, answers) values"
                    + " ('dt22', 'r2', 'Bern', 'APPLIED', 'STEPS', true, 'late', '{\"meal\":\"none\"}'),"
                    + " ('dt22', 'r3', 'Wien', null, '', false, '', '{}')");
        }

        Store.open(url).close();

        try (Handle handle = Jdbi.open(url)) {
            assertThat(handle.createQuery("select registration || '|' || phone || '|' || delegation || '|'"
                                    + " || coalesce(accreditation, '-') || '|' || access_needs || '|' || staff_hint"
                                    + " || '|' || answers from registration_details order by registration")
                            .mapTo(String.class)
                            .list())
                    .containsExactly(
                            "r1|+49 30 1||-|||{}",
                            "r2|+49 40 2|Bern|APPLIED|STEPS|late|{\"meal\":\"none\"}",
                            "r3||Wien|-|||{}");
            assertThat(handle.createQuery("select registration from registration_details where access_consent")
                            .mapTo(String.class)
                            .list())
                    .containsExactly("r2");
            assertThat(handle.createQuery("select count(*) from registration_phones")
                            .mapTo(Integer.class)
                            .one())
                    .as("no number stays where no erasure looks for it")
                    .isZero();
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
