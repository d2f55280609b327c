package org.einlass.server.registration.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicLong;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.database.Databases;
import org.einlass.server.database.WriteKey;
import org.einlass.server.registration.change.RegistrationChangeService;
import org.einlass.server.rejection.Rejected;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The states of imports: one is open at a time, and whatever was left open is taken back. */
final class ImportStatesTest {
    private static final EventId EVENT = ImportServices.EVENT;
    private static final EventId OTHER = new EventId("other");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void neitherListNorUndoingBeginsWhileAListIsBeingTakenBack(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            String first = id(side.take("Key;Name", "K1;Eva Schmidt"));
            String second = id(side.take("Key;Name", "K2;Jan Kurz"));
            write(side, handle -> ImportStates.cutOff(handle, EVENT, second));

            assertThatThrownBy(() -> side.take("Key;Name", "K1;Eva Schmidt", "K2;Jan Kurz"))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("is being undone just now");
            assertThatThrownBy(() -> side.undoing().undo(EVENT, first)).isInstanceOf(Rejected.class);
            side.undoing().undo(EVENT, second);
            assertThat(side.people())
                    .as("undoing what is being taken back does nothing beside")
                    .hasSize(2);

            side.undoing().takeBackAbandoned(every -> true);

            assertThat(side.people()).containsExactly("Eva Schmidt, ");
            assertThat(side.take("Key;Name", "K1;Eva Schmidt", "K2;Jan Kurz").added())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noImportIsUndoneWhileAnotherListComesIn(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            String first = id(side.take("Key;Name", "K1;Eva Schmidt"));
            begin(side, EVENT, "other");

            assertThatThrownBy(() -> side.undoing().undo(EVENT, first))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("is coming in just now");
            assertThat(side.people()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseItselfLetsOneImportOfAnEventBeOpen(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            begin(side, EVENT, "one");

            assertThatThrownBy(() -> write(side, handle -> handle.execute("""
                            insert into imports (event, id, source, imported_at, state, number)
                            values ('kongress', 'two', '', 0, 'RUNNING', 2)
                            """) == 1))
                    .hasMessageContaining("imports");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerWhoseClockWasResetTakesBackWhatWasCutOff(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            begin(side, EVENT, "cut off");
            write(side, handle -> handle.execute("update imports set progress_at = 99999999999999") == 1);

            new AbandonedImports(side.undoing(), true, new AtOnce(), System::nanoTime).close();

            assertThat(side.undoing().imports(EVENT)).singleElement().satisfies(one -> {
                assertThat(one.state()).isEqualTo(PastImport.State.CUT_OFF);
                assertThat(one.undoneAt()).isNotNull();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void anImportIsAbandonedWhereNothingOfItWasWrittenForAWhile(Databases database) throws IOException {
        AtomicLong nanos = new AtomicLong();
        AtOnce looks = new AtOnce();
        try (ImportServices side = new ImportServices(database, folder)) {
            begin(side, EVENT, "of another server");
            AbandonedImports abandoned = new AbandonedImports(side.undoing(), false, looks, nanos::get);
            looks.look();
            nanos.addAndGet(AbandonedImports.SILENCE.toNanos());
            write(side, handle -> handle.execute("update imports set rows_done = 7") == 1);

            looks.look();
            assertThat(side.undoing().imports(EVENT))
                    .extracting(PastImport::state)
                    .containsExactly(PastImport.State.RUNNING);
            nanos.addAndGet(AbandonedImports.SILENCE.toNanos());
            looks.look();

            assertThat(side.undoing().imports(EVENT))
                    .extracting(PastImport::state)
                    .containsExactly(PastImport.State.CUT_OFF);
            abandoned.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoWorksOnAnImportHereIsNeverTakenForGone(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            begin(side, EVENT, "mine");

            side.undoing().working("mine", () -> {
                side.undoing().takeBackAbandoned(every -> true);
                return "";
            });

            assertThat(side.undoing().imports(EVENT))
                    .extracting(PastImport::state)
                    .containsExactly(PastImport.State.RUNNING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anImportThatEndedBetweenTheLookAndTheTakingBackStays(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            String id = id(side.take("Key;Name", "K1;Eva Schmidt"));
            write(side, handle -> handle.execute("update imports set state = 'RUNNING'") == 1);

            side.undoing().takeBackAbandoned(every -> {
                write(side, handle -> {
                    ImportStates.done(handle, EVENT, id);
                    return true;
                });
                return true;
            });

            assertThat(side.people()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneThatCannotBeTakenBackHoldsUpNoOther(Databases database) throws IOException {
        List<Integer> tries = new ArrayList<>();
        try (ImportServices side = new ImportServices(database, folder)) {
            side.addEvent(OTHER);
            side.take("Key;Name", "K1;Eva Schmidt");
            side.takeFor(OTHER, "Key;Name", "K1;Eva Schmidt");
            write(side, handle -> handle.execute("update imports set state = 'RUNNING'") == 2);
            ImportUndo undo = new ImportUndo(
                    side.store(),
                    side.issuer(),
                    (handle, event, one) -> {
                        tries.add(1);
                        if (tries.size() == 1) {
                            throw new IllegalStateException("cannot be told");
                        }
                        return false;
                    },
                    Clock.systemUTC());

            undo.takeBackAbandoned(every -> true);

            assertThat(tries).hasSize(2);
            assertThat(side.count("registrations")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCodeWhoseFormerHolderIsDeletedLeadsNowhereAfterTheUndoing(Databases database) throws IOException {
        try (ImportServices side = new ImportServices(database, folder)) {
            side.take("Key;Name;Ticketcode", "K1;Eva Schmidt;code-aaa");
            ImportReport moving =
                    side.answered(List.of("keys-disagree:move"), "Key;Name;Ticketcode", "K2;Jan Kurz;code-aaa");
            new RegistrationChangeService(side.store(), side.issuer(), (handle, event, one) -> false, Clock.systemUTC())
                    .delete(EVENT, side.id("Schmidt"));

            side.undoing().undo(EVENT, id(moving));

            assertThat(side.people()).isEmpty();
            assertThat(side.holder("code-aaa")).isEqualTo("nobody");
        }
    }

    private static String id(ImportReport report) {
        return Objects.requireNonNull(report.importId());
    }

    private static void begin(ImportServices side, EventId event, String id) {
        write(side, handle -> {
            ImportStates.begin(handle, event, id, "", 10, Instant.EPOCH);
            return true;
        });
    }

    private interface Change {
        boolean of(Handle handle);
    }

    private static void write(ImportServices side, Change change) {
        assertThat(side.store()
                        .write(WriteKey.of(EVENT), transaction -> change.of(transaction.handle()))
                        .toCompletableFuture()
                        .join())
                .isTrue();
    }

    /** Does at once what is to be done, and what is to be done again and again when it is told to. */
    private static final class AtOnce extends ScheduledThreadPoolExecutor {
        private Runnable again = () -> {};

        private AtOnce() {
            super(0);
        }

        @Override
        public void execute(Runnable work) {
            work.run();
        }

        @Override
        public java.util.concurrent.ScheduledFuture<?> scheduleWithFixedDelay(
                Runnable work, long first, long pause, java.util.concurrent.TimeUnit unit) {
            assertThat(unit.toNanos(pause)).isLessThan(Duration.ofMinutes(2).toNanos());
            again = work;
            return schedule(() -> {}, 1, java.util.concurrent.TimeUnit.DAYS);
        }

        private void look() {
            again.run();
        }
    }
}
