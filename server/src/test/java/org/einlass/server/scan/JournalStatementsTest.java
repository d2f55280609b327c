package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.contract.wire.JournalReport;
import org.einlass.server.database.Databases;
import org.einlass.server.database.StatementTap;
import org.einlass.server.journal.JournalService;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A part of a report costs about as many statements with thirty entries as with ten. */
final class JournalStatementsTest {
    private static final int MOST_STATEMENTS = 27;

    /** Begin and commit among them. A question alone makes 9. */
    private static final int MOST_OF_A_CONFIRMED_ANSWER = 19;

    private static final int PART = 30;
    private static final int PARTS = JournalReport.MOST_ENTRIES / JournalService.MOST_TOGETHER + 1;

    @TempDir
    private Path folder;

    /** The statements that reached the database, of which a batch is one. */
    private static final class StatementCount implements StatementTap.Tap {
        private final List<String> statements = new ArrayList<>();

        @Override
        public synchronized void before(String sql, Connection real) {
            statements.add(sql.strip().lines().findFirst().orElse(""));
        }

        private synchronized List<String> take() {
            List<String> taken = List.copyOf(statements);
            statements.clear();
            return taken;
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesAReportOfAnySizeInAFewStatements(Databases database) {
        StatementCount count = new StatementCount();
        try (Congress congress = new Congress(database, folder, ReuseRule.ONCE, new StatementTap(count))) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            List<Congress.Guest> guests = congress.guests(JournalReport.MOST_ENTRIES);
            List<JournalEntry> few = morning(kiosk, guests.subList(0, 4));
            List<JournalEntry> many = morning(kiosk, guests.subList(4, 4 + 2 * PART / 5));
            List<JournalEntry> most = morning(kiosk, guests.subList(90, 90 + 2 * JournalReport.MOST_ENTRIES / 5));
            count.take();

            assertThat(kiosk.deliver(few).entries()).allMatch(entry -> entry.fate() == Fate.ACCEPTED);
            List<String> ofFew = count.take();
            assertThat(kiosk.deliver(many).entries()).allMatch(entry -> entry.fate() == Fate.ACCEPTED);
            List<String> ofMany = count.take();

            assertThat(kiosk.deliver(most).entries()).allMatch(entry -> entry.fate() == Fate.ACCEPTED);
            List<String> ofMost = count.take();

            assertThat(many).as("%s", ofMany).hasSize(PART);
            assertThat(most).hasSize(JournalReport.MOST_ENTRIES);
            assertThat(ofMost).hasSizeLessThanOrEqualTo(PARTS * (MOST_STATEMENTS + 2));
            assertThat(ofMost).as("parts that share a commit").doesNotContain("rollback");
            assertThat(ofMany).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
            assertThat(ofMany.size()).isLessThanOrEqualTo(ofFew.size());
            assertThat(congress.differences()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesAConfirmedAnswerInFewStatements(Databases database) {
        StatementCount count = new StatementCount();
        try (Congress congress = new Congress(database, folder, ReuseRule.ONCE, new StatementTap(count))) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            for (Congress.Guest guest : congress.guests(3)) {
                kiosk.scan(Congress.NORTH, guest.ticket());
                JournalEntry shown = kiosk.journal.get(kiosk.journal.size() - 1);
                count.take();

                assertThat(kiosk.deliver(List.of(shown)).entries()).allMatch(entry -> entry.fate() == Fate.ACCEPTED);

                List<String> statements = count.take();
                assertThat(statements).as("%s", statements).hasSizeLessThanOrEqualTo(MOST_OF_A_CONFIRMED_ANSWER);
            }
            assertThat(congress.differences()).isEmpty();
        }
    }

    /**
     * Of each two guests one is admitted and one is refused and let in by hand; every second admission is
     * undone.
     */
    private static List<JournalEntry> morning(SimulatedDevice kiosk, List<Congress.Guest> guests) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int guest = 0; guest < guests.size(); guest += 2) {
            Congress.Guest first = guests.get(guest);
            Congress.Guest second = guests.get(guest + 1);
            JournalEntry admitted = kiosk.admitAlone(Congress.NORTH, first.ticket());
            JournalEntry refused = kiosk.show(
                    kiosk.nextId(),
                    Congress.NORTH,
                    second.ticket(),
                    Outcome.refused(Refusal.AREA_FULL, Outcome.Source.DEVICE));
            entries.add(admitted);
            entries.add(refused);
            entries.add(kiosk.override(refused.head().id(), Congress.NORTH, second.ticket(), Verdict.ADMITTED));
            entries.add(kiosk.undo(admitted.head().id()));
            entries.add(kiosk.count("arena", guest));
        }
        return entries;
    }
}
