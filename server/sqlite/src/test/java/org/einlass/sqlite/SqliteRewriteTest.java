package org.einlass.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class SqliteRewriteTest {
    @TempDir
    private Path folder;

    private SqliteFile file;

    @BeforeEach
    void fill() throws Exception {
        file = new SqliteFile(folder.resolve("guests' book.db"));
        file.prepare();
        execute("create table some (n integer)", "insert into some values (1), (2)");
    }

    @Test
    void putsANewFileWithTheSameRowsInThePlaceOfTheOldOne() throws Exception {
        Object old = fileKey();

        file.rewrite();

        assertThat(fileKey()).isNotEqualTo(old);
        assertThat(rows()).isEqualTo(2);
        assertThat(names()).containsExactly("guests' book.db");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theNewFileIsOfNobodyElseEither() throws Exception {
        file.rewrite();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void takesOverWhatStandsInTheLogOnly() throws Exception {
        SqliteFile killed = new SqliteFile(folder.resolve("killed.db"));
        try (Connection open = file.open()) {
            execute(open, "insert into some values (3)");
            Files.copy(file.path(), killed.path());
            Files.copy(beside("-wal"), folder.resolve("killed.db-wal"));
        }

        killed.rewrite();

        assertThat(rows(killed)).isEqualTo(3);
        assertThat(folder.resolve("killed.db-wal")).doesNotExist();
    }

    @Test
    void mendsAnIndexThatMissesRows() throws Exception {
        execute("create index some_n on some (n)");
        execute(
                "pragma writable_schema = on",
                "update sqlite_schema set sql = 'create index some_n on some (n) where n > 1' where name = 'some_n'",
                "pragma writable_schema = off");
        execute("insert into some values (0)");
        execute(
                "pragma writable_schema = on",
                "update sqlite_schema set sql = 'create index some_n on some (n)' where name = 'some_n'",
                "pragma writable_schema = off");
        assertThat(integrity()).isNotEqualTo("ok");

        file.rewrite();

        assertThat(integrity()).isEqualTo("ok");
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void leavesADamagedFileWithAllItsBytesAndNothingBesideIt() throws Exception {
        execute("insert into some select n from (with recursive r(n) as"
                + " (select 3 union all select n + 1 from r where n < 5000) select n from r)");
        tearThirdPage();
        byte[] before = Files.readAllBytes(file.path());

        assertThatThrownBy(() -> file.rewrite())
                .isInstanceOf(SQLException.class)
                .satisfies(
                        failure -> assertThat(SqliteErrorKind.behind(failure)).contains(SqliteErrorKind.CORRUPT));

        assertThat(file.path()).hasBinaryContent(before);
        assertThat(names()).containsExactly("guests' book.db");
    }

    @Test
    void saysWhichFileCannotBeWrittenAnew() throws IOException {
        Files.createDirectories(beside(".draft").resolve("full"));

        assertThatThrownBy(() -> file.rewrite())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(file.path() + " cannot be written anew");
    }

    @Test
    void aPowerCutAfterTheNewFileWasCompleteCostsNothing() throws Exception {
        Files.move(file.path(), beside(".ready"));
        Files.writeString(file.path(), "a file that nobody can believe");
        Files.writeString(beside("-wal"), "its log");

        file.prepare();

        assertThat(rows()).isEqualTo(2);
        assertThat(names()).containsExactly("guests' book.db");
    }

    @Test
    void aPowerCutBeforeTheNewFileWasCompleteLeavesTheOldOneAndNoRemains() throws Exception {
        for (String ending : List.of(".draft", ".draft-journal", ".draft-wal", ".draft-shm")) {
            Files.writeString(beside(ending), "half a file");
        }

        file.prepare();

        assertThat(rows()).isEqualTo(2);
        assertThat(names()).containsExactly("guests' book.db");
    }

    private void tearThirdPage() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.path().toFile(), "rw")) {
            bytes.seek(2 * 4096);
            bytes.write(new byte[4096]);
        }
    }

    private Path beside(String ending) {
        return file.path().resolveSibling(file.path().getFileName() + ending);
    }

    private Object fileKey() throws IOException {
        return Files.readAttributes(file.path(), BasicFileAttributes.class).fileKey();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = file.open()) {
            execute(connection, statements);
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private long rows() throws SQLException {
        return rows(file);
    }

    private static long rows(SqliteFile file) throws SQLException {
        try (Connection connection = file.open();
                Statement statement = connection.createStatement()) {
            return statement
                    .executeQuery("select count(*) from some not indexed")
                    .getLong(1);
        }
    }

    private String integrity() throws SQLException {
        try (Connection connection = file.open();
                Statement statement = connection.createStatement()) {
            return statement.executeQuery("pragma integrity_check").getString(1);
        }
    }
}
