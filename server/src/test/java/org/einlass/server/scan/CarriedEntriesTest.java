package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.database.Databases;
import org.einlass.server.journal.JournalJson;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A question brings what its device showed before, in one transaction with it. */
final class CarriedEntriesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void takesWhatTheQuestionCarriesOnceAndSaysItsFate(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            kiosk.scan(Congress.NORTH, congress.guest().ticket());
            ScanQuestion question = question(kiosk, congress.guest());

            ScanAnswer answer = ask(congress, kiosk, question, report(kiosk));
            ScanAnswer again = ask(congress, kiosk, question, report(kiosk));

            assertThat(answer.verdict()).isEqualTo(Verdict.ADMITTED);
            assertThat(answer.receipt().entries())
                    .extracting(entry -> entry.fate())
                    .containsExactly(Fate.ACCEPTED);
            assertThat(again.receipt().entries())
                    .extracting(entry -> entry.fate())
                    .containsExactly(Fate.KNOWN);
            assertThat(again.answeredAt()).isEqualTo(answer.answeredAt());
            assertThat(congress.count("select count(*) from facts")).isEqualTo(1);
            assertThat(congress.differences()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersByWhatItCarries(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            Congress.Guest guest = congress.guest();
            ScanAnswer first = kiosk.ask(kiosk.nextId(), Congress.NORTH, guest.ticket());
            kiosk.show(first.id(), Congress.NORTH, guest.ticket(), refusedByHand());

            ScanAnswer answer = ask(congress, kiosk, question(kiosk, guest), report(kiosk));

            assertThat(answer.verdict()).isEqualTo(Verdict.ADMITTED);
        }
    }

    private static Outcome refusedByHand() {
        return Outcome.refused(Refusal.BLOCKED, Outcome.Source.OPERATOR);
    }

    @ParameterizedTest
    @EnumSource
    void keepsAnEntryAsideThatNobodyUnderstandsAndAnswers(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            ObjectNode report = report(kiosk);
            report.withArray("entries").addObject().put("type", "teleported");

            ScanAnswer answer = ask(congress, kiosk, question(kiosk, congress.guest()), report);

            assertThat(answer.verdict()).isEqualTo(Verdict.ADMITTED);
            assertThat(answer.receipt().entries())
                    .extracting(entry -> entry.fate())
                    .containsExactly(Fate.QUARANTINED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersWithoutAReceiptWhereTheReportIsNoneOrTooLong(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            for (int entry = 0; entry <= ScanQuestion.MOST_CARRIED; entry++) {
                kiosk.admitAlone(Congress.NORTH, congress.guest().ticket());
            }
            ObjectNode noReport = JournalJson.mapper().createObjectNode().put("entries", "many");

            ScanAnswer tooLong = ask(congress, kiosk, question(kiosk, congress.guest()), report(kiosk));
            ScanAnswer none = ask(congress, kiosk, question(kiosk, congress.guest()), noReport);

            assertThat(tooLong.verdict()).isEqualTo(Verdict.ADMITTED);
            assertThat(tooLong.receipt()).isNull();
            assertThat(none.verdict()).isEqualTo(Verdict.ADMITTED);
            assertThat(none.receipt()).isNull();
            assertThat(congress.count("select count(*) from facts")).isZero();
        }
    }

    private static ScanQuestion question(SimulatedDevice kiosk, Congress.Guest guest) {
        EntryId id = kiosk.nextId();
        return new ScanQuestion(id, Congress.NORTH, guest.ticket().text(), kiosk.time());
    }

    private static ObjectNode report(SimulatedDevice kiosk) {
        return JournalJson.mapper().valueToTree(kiosk.report(kiosk.journal));
    }

    private static ScanAnswer ask(Congress congress, SimulatedDevice kiosk, ScanQuestion question, JsonNode journal) {
        return Congress.await(congress.services().scans().ask(Congress.EVENT, kiosk.id, question, journal));
    }
}
