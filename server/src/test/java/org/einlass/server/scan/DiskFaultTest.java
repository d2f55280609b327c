package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.einlass.server.scan.ScanningDevice.isDone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.database.Condition;
import org.einlass.server.database.Databases;
import org.einlass.server.database.StatementTap;
import org.einlass.server.database.StoreUnavailable;
import org.einlass.server.scan.SqlFault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A disk that is full or fails: the store says so, reads on, and answers again only when it knows what it
 * holds.
 */
final class DiskFaultTest {
    private final Random chance = new Random(5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void readsOnAndSaysSoWhileTheDiskIsFull(Databases database) {
        SqlFault sqlFault = new SqlFault(database);
        try (Congress congress = new Congress(database, folder, ReuseRule.ONCE, new StatementTap(sqlFault))) {
            SimulatedDevice kiosk = new SimulatedDevice("kiosk-1", congress, chance);
            Congress.Guest guest = congress.guest();
            kiosk.scan(Congress.NORTH, guest.ticket());
            sqlFault.armForEver(Kind.FULL, "insert");

            assertThatThrownBy(() -> kiosk.deliverAll())
                    .hasCauseInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("disk is full");
            assertThat(congress.store().condition()).isEqualTo(Condition.FULL);
            assertThat(congress.count("select count(*) from answers")).isEqualTo(1);

            sqlFault.disarm();
            kiosk.deliverAll();
            assertThat(congress.store().condition()).isEqualTo(Condition.WELL);
        }
    }

    /** As a stick that was write-protected, or a file system that protects itself after a fault. */
    @ParameterizedTest
    @CsvSource({"insert, READ_ONLY", "commit, SUSPECT"})
    void saysSoWhileTheFolderTakesNoFileAndGoesOnByItself(String failing, Condition condition) throws IOException {
        SqlFault sqlFault = new SqlFault(Databases.SQLITE);
        Path data = Files.createDirectory(folder.resolve("data"));
        Path away = folder.resolve("away");
        try (Congress congress = new Congress(Databases.SQLITE, data, ReuseRule.ONCE, new StatementTap(sqlFault))) {
            SimulatedDevice kiosk = new SimulatedDevice("kiosk-1", congress, chance);
            Congress.Guest guest = congress.guest();
            kiosk.scan(Congress.NORTH, guest.ticket());
            Files.move(data, away);
            sqlFault.armForEver(Kind.DISK, failing);

            for (int time = 0; time < 2; time++) {
                assertThatThrownBy(() -> kiosk.deliverAll())
                        .hasCauseInstanceOf(StoreUnavailable.class)
                        .hasMessageContaining("cannot be written any more");
                assertThat(congress.store().condition()).isEqualTo(condition);
            }

            Files.move(away, data);
            sqlFault.disarm();
            kiosk.deliverAll();
            assertThat(congress.store().condition()).isEqualTo(Condition.WELL);
            assertThat(congress.count("select count(*) from facts")).isPositive();
        }
    }

    @Test
    void answersNothingAfterAFailedCommitUntilTheFileIsRewritten() {
        SqlFault sqlFault = new SqlFault(Databases.SQLITE);
        try (Congress congress = new Congress(Databases.SQLITE, folder, ReuseRule.ONCE, new StatementTap(sqlFault))) {
            ScanningDevice kiosk = new ScanningDevice(congress, new SimulatedDevice("kiosk-1", congress, chance));
            Congress.Guest guest = congress.guest();
            ScanQuestion question = kiosk.question(Congress.NORTH, guest.ticket());
            sqlFault.armForEver(Kind.DISK_AFTER_COMMIT, "commit");

            assertThatThrownBy(() -> Congress.await(kiosk.ask(question)))
                    .hasCauseInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("being checked after a disk error");
            sqlFault.disarm();

            assertThat(kiosk.askUntilAnswered(question).refusal()).isNull();
            assertThat(congress.count("select count(*) from claims")).isEqualTo(1);
            assertThat(congress.store().condition()).isEqualTo(Condition.WELL);
        }
    }

    @Test
    void losesNothingWhenSqliteItselfRunsOutOfPages() {
        Pages pages = new Pages();
        try (Congress congress = new Congress(Databases.SQLITE, folder, ReuseRule.ONCE, new StatementTap(pages))) {
            ScanningDevice kiosk = new ScanningDevice(congress, new SimulatedDevice("kiosk-1", congress, chance));
            List<Congress.Guest> guests = congress.guests(300);
            pages.limited = true;
            List<EntryId> acknowledged = new ArrayList<>();
            List<StoreUnavailable.Reason> refused = new ArrayList<>();
            for (int from = 0; from < guests.size(); from += 20) {
                Map<EntryId, CompletableFuture<ScanAnswer>> asked = new HashMap<>();
                for (Congress.Guest guest : guests.subList(from, from + 20)) {
                    ScanQuestion question = kiosk.question(Congress.NORTH, guest.ticket());
                    asked.put(question.id(), kiosk.ask(question));
                }
                for (Map.Entry<EntryId, CompletableFuture<ScanAnswer>> answer : asked.entrySet()) {
                    if (isDone(answer.getValue())) {
                        acknowledged.add(answer.getKey());
                    } else {
                        refused.add(ScanningDevice.whyNot(answer.getValue()));
                    }
                }
            }

            assertThat(refused).isNotEmpty().containsOnly(StoreUnavailable.Reason.FULL);
            assertThat(congress.count("select count(*) from answers")).isEqualTo(acknowledged.size());
            assertThat(congress.count("select count(*) from claims")).isEqualTo(acknowledged.size());
        }
    }

    /** Lets SQLite grow by a few pages only. */
    private static final class Pages implements StatementTap.Tap {
        private volatile boolean limited;
        private int limit;

        @Override
        public void before(String sql, Connection real) throws SQLException {
            if (limited && limit == 0 && sql.startsWith("begin")) {
                try (Statement statement = real.createStatement();
                        var row = statement.executeQuery("pragma page_count")) {
                    row.next();
                    limit = row.getInt(1);
                }
            }
            if (limited && sql.startsWith("begin")) {
                try (Statement statement = real.createStatement()) {
                    statement.execute("pragma max_page_count = " + limit);
                }
            }
        }
    }
}
