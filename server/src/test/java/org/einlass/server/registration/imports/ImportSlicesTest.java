package org.einlass.server.registration.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.database.Databases;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Long lists, whose rows come in and go again slice by slice. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class ImportSlicesTest {
    /** So many that a list is still coming in when somebody looks, however quick the machine. */
    private static final int ROWS = 20_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void letOtherWritingsGoBetweenTheSlicesOfAListAndTellHowFarItIs(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            CompletableFuture<ImportReport> list = later(side);
            awaitImport(side, list, one -> one.done() > 0);

            for (int i = 0; i < 5; i++) {
                side.store()
                        .write(WriteKey.of(ImportServices.EVENT), transaction -> "a scan")
                        .toCompletableFuture()
                        .join();
            }

            PastImport halfway = longList(side.undoing());
            assertThat(halfway.state()).isEqualTo(PastImport.State.RUNNING);
            assertThat(halfway.rows()).isEqualTo(ROWS);
            assertThat(halfway.done()).isBetween(1, ROWS - 1);
            assertThatThrownBy(() -> side.take("Key;Name", "K1;Eva Schmidt"))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("of " + ROWS + " rows");
            assertThatThrownBy(() -> side.undoing().undo(ImportServices.EVENT, halfway.id()))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("of " + ROWS + " rows");
            assertThat(list.join().added()).isEqualTo(ROWS);
            PastImport whole = longList(side.undoing());
            assertThat(whole.state()).isEqualTo(PastImport.State.DONE);
            assertThat(whole.done()).isEqualTo(ROWS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaveNothingOfAListWhoseServerEndedBeforeItsLastRow(Databases database) throws IOException {
        ImportServices side = new ImportServices(database, folder);
        side.take("Key;Name;Organisation", "K1;Eva Schmidt;Gera");
        endInTheMiddle(side);
        try (Store store = Store.open(side.address())) {
            ImportUndo next = side.undoing(store, false);
            assertThat(longList(next).state()).isEqualTo(PastImport.State.RUNNING);
            assertThat(count(store, "registrations")).isGreaterThan(1);

            next.takeBackAbandoned(every -> true);

            assertThat(count(store, "registrations")).isEqualTo(1);
            assertThat(count(store, "codes")).isEqualTo(2);
            PastImport gone = longList(next);
            assertThat(gone.state()).isEqualTo(PastImport.State.CUT_OFF);
            assertThat(gone.undoneAt()).isNotNull();
            assertThat(gone.kept()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepThoseOfAListThatWasCutOffWhoHaveBeenAtADoor(Databases database) throws IOException {
        ImportServices side = new ImportServices(database, folder);
        endInTheMiddle(side);
        try (Store store = Store.open(side.address())) {
            int there = count(store, "registrations");
            ImportUndo next = side.undoing(store, true);

            next.takeBackAbandoned(every -> true);

            assertThat(count(store, "registrations")).isEqualTo(there).isPositive();
            assertThat(longList(next).kept()).isEqualTo(there);
        }
    }

    /** Codes that stand together are written together; that is a sixth of the pages of codes in any order. */
    @ParameterizedTest
    @EnumSource
    void giveOutTheCodesOfALongListInTheOrderOfTheirTable(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take(lines(SliceSize.FIRST * 5));

            List<String> tickets = side.store()
                    .read(handle -> handle.createQuery("""
                            select c.lookup from codes c
                            join registrations r on r.event = c.event and r.id = c.registration
                            where c.kind = 'TICKET' order by cast(substr(r.own_key, 2) as integer)
                            """).mapTo(String.class).list());

            assertThat(tickets).hasSize(SliceSize.FIRST * 5).isSorted();
        }
    }

    /** A planner that never counted looks through the whole event for each row. */
    @Test
    void letPostgresqlCountItsTablesWhileTheFirstListComesIn() throws IOException {
        try (ImportServices side = new ImportServices(Databases.POSTGRESQL, folder)) {
            side.take(lines(SliceSize.FIRST * 2));

            while (side.store()
                            .read(handle ->
                                    handle.createQuery("""
                            select count(*) from pg_stat_user_tables
                            where relname in ('registrations', 'codes') and last_analyze is not null
                            """).mapTo(Integer.class).one())
                    < 2) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    private static void endInTheMiddle(ImportServices side) {
        CompletableFuture<ImportReport> list = later(side);
        awaitImport(side, list, one -> one.done() > 0 && one.done() < one.rows());
        side.close();
        assertThat(list.handle((report, failed) -> failed).join()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void undoALongListAsAWhole(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            ImportReport report = side.take(lines(SliceSize.FIRST * 7));

            side.undoing().undo(ImportServices.EVENT, Objects.requireNonNull(report.importId()));

            assertThat(side.people()).isEmpty();
            PastImport undone = longList(side.undoing());
            assertThat(undone.state()).isEqualTo(PastImport.State.WITHDRAWN);
            assertThat(undone.undoneAt()).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void foretellInATrialWhatTheListThenDoes(Databases database) throws IOException {
        Random chance = new Random(11);
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take(lines(SliceSize.FIRST));
            for (int round = 0; round < 3; round++) {
                byte[] list = disorder(chance, 400).getBytes(UTF_8);

                ImportReport trial = side.take(true, List.of(), list);
                ImportReport earnest = side.take(false, List.of(), list);

                assertThat(counts(earnest)).as("round %d", round).isEqualTo(counts(trial));
            }
        }
    }

    private static List<Object> counts(ImportReport report) {
        return List.of(
                report.added(), report.updated(), report.unchanged(), report.asked(), report.gone(), report.rejected());
    }

    /** Some keys, names and codes come more than once, within a slice and far from each other. */
    private static String disorder(Random chance, int rows) {
        StringBuilder list = new StringBuilder("Key;Name;Organisation;E-Mail;Ticketcode\n");
        for (int row = 0; row < rows; row++) {
            list.append(chance.nextInt(4) == 0 ? "" : "K" + chance.nextInt(rows * 3))
                    .append(";Eva Schmidt")
                    .append(Character.toString('a' + chance.nextInt(26)))
                    .append(Character.toString('a' + chance.nextInt(26)))
                    .append(";Amt ")
                    .append(chance.nextInt(40))
                    .append(';')
                    .append(chance.nextInt(3) == 0 ? "" : "e" + chance.nextInt(rows) + "@example.org")
                    .append(';')
                    .append(chance.nextInt(3) == 0 ? "" : "shop-ticket-" + chance.nextInt(rows * 2))
                    .append('\n');
        }
        return list.toString();
    }

    private static int count(Store store, String table) {
        return store.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one());
    }

    private static CompletableFuture<ImportReport> later(ImportServices side) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return side.take(lines(ROWS));
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    private static String[] lines(int rows) {
        return Stream.concat(
                        Stream.of("Key;Name;Organisation"),
                        IntStream.rangeClosed(1, rows)
                                .mapToObj(row -> "L" + row + ";Eva Kurz" + letters(row) + ";Jena"))
                .toArray(String[]::new);
    }

    /** A name of its own for each row up to 17,576. */
    private static String letters(int row) {
        return IntStream.of(row / 676, row / 26 % 26, row % 26)
                .mapToObj(letter -> Character.toString('a' + letter))
                .collect(Collectors.joining());
    }

    /** Until the long list is as wanted. */
    private static void awaitImport(
            ImportServices side, CompletableFuture<ImportReport> list, Predicate<PastImport> wanted) {
        while (side.undoing().imports(ImportServices.EVENT).stream()
                .noneMatch(one -> one.rows() > 1 && wanted.test(one))) {
            if (list.isDone()) {
                throw new IllegalStateException("It was over before: " + list.join());
            }
        }
    }

    private static PastImport longList(ImportUndo imports) {
        return imports.imports(ImportServices.EVENT).stream()
                .filter(one -> one.rows() > 1)
                .findFirst()
                .orElseThrow();
    }
}
