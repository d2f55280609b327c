package org.einlass.kiosk.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.einlass.kiosk.gate.SampleCounter.FOYER;
import static org.einlass.kiosk.gate.SampleCounter.OEZTUERK;
import static org.einlass.kiosk.gate.SampleCounter.done;
import static org.einlass.kiosk.gate.SampleCounter.id;
import static org.einlass.kiosk.gate.SampleCounter.letter;
import static org.einlass.kiosk.gate.SampleCounter.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.ScopeId;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What staff at a desk without its server decide, correct and count: written for the server, obeyed at this
 * desk.
 */
final class DeskJournalTest {
    @AutoClose
    private SampleCounter counter;

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        counter = new SampleCounter(folder);
    }

    @Test
    void obeysADecisionByHandUntilItIsTakenBack() {
        counter.restart(sheet(Sample.rule(ReuseRule.ONCE)));
        ShownOutcome cancelled = counter.shows(Sample.ticket(2).text());
        DeskResult<Verdict> letIn = counter.desk().override(cancelled.scan(), Verdict.ADMITTED);
        done(letIn);
        counter.restart(sheet(Sample.rule(ReuseRule.ONCE)));

        LookupId code = Sample.SALT.lookupId(Sample.ticket(2));
        assertThat(counter.store().journal().firstPassage(SampleEntries.passagesOf(code)))
                .isPresent();

        done(counter.desk().undo(id(letIn)));
        assertThat(counter.store().journal().firstPassage(SampleEntries.passagesOf(code)))
                .isEmpty();
    }

    @Test
    void countsNobodyAsAdmittedWhoWasSentAwayByHand() {
        counter.restart(sheet(Sample.rule(ReuseRule.ONCE)));
        ShownOutcome first = counter.shows(Sample.ticket(1).text());
        assertThat(first.outcome().verdict()).isEqualTo(Verdict.ADMITTED);

        DeskResult<Verdict> away = counter.desk().override(first.scan(), Verdict.REFUSED);
        counter.restart(sheet(Sample.rule(ReuseRule.ONCE)));
        assertThat(counter.shows(Sample.ticket(1).text()).outcome().verdict()).isEqualTo(Verdict.ADMITTED);

        done(counter.desk().undo(id(away)));
        counter.restart(sheet(Sample.rule(ReuseRule.ONCE)));
        assertThat(counter.shows(Sample.ticket(1).text()).outcome().refusal()).isEqualTo(Refusal.ALREADY_USED);
    }

    @Test
    void nobodyArrivesByABadgeThatIsMadeForAFunctionOrAtAStationForBadges() {
        done(counter.walkIn());
        done(counter.desk().register(OEZTUERK, Sample.GUEST, Set.of()));
        counter.restart(badgeOnly());
        done(counter.walkIn());
        done(counter.desk().substitute(Sample.registration(1), OEZTUERK));

        assertThat(counter.journal())
                .filteredOn(JournalEntry.Newcomer.class::isInstance)
                .extracting(entry -> ((JournalEntry.Newcomer) entry).isArrival())
                .as("but for who walked in at the entrance")
                .containsExactlyInAnyOrder(true, false, false, false);
    }

    private static DoorSheet badgeOnly() {
        DoorSheet station = sheet(DoorRule.OPEN)
                .withHandOut(new DoorSheet.HandOut(Wording.same("Namensschild"), new ScopeId("schilder"), false));
        assertThat(station.isBadgeOnly()).isTrue();
        return station;
    }

    @Test
    void writesACorrectionWithWhatItSaw() {
        FieldCorrection correction = new FieldCorrection(AttendeeField.FAMILY_NAME, "Mueller", "Müller");

        done(counter.desk().correct(Sample.registration(1), List.of(correction)));

        JournalEntry.Corrected entry = counter.only(JournalEntry.Corrected.class);
        assertThat(letter(entry, entry.letter()).corrections()).containsExactly(correction);
    }

    @Test
    void countsPeopleAndCopiesPaper() {
        done(counter.desk().count(FOYER, 34));
        done(counter.desk().paper(Sample.registration(1), Sample.MORNING.minusSeconds(600), Duration.ofMinutes(5)));
        done(counter.desk().paper(Sample.ticket(1), Sample.MORNING.minusSeconds(300), Duration.ofMinutes(5)));
        counter.restart();

        assertThat(counter.only(JournalEntry.Counted.class).people()).isEqualTo(34);
        assertThat(counter.journal()).hasSize(3);
        assertThat(counter.shows(Sample.ticket(1).text()).earlier()).contains(Sample.MORNING.minusSeconds(600));
    }

    /** A desk that has not heard of the server since a power cut may be wrong by a day. */
    @Test
    void takesATimeOfDayFromPaperOnlyWhereItIsSureOfTheDate() {
        DeskResult<ZonedDateTime> unsure =
                counter.desk().paper(Sample.registration(1), null, LocalTime.of(9, 12), Duration.ofMinutes(5));
        assertThat(unsure.objection()).contains(DeskRefusal.DATE_UNSURE);

        counter.hearsTheServer();
        ZonedDateTime now = Sample.MORNING.atZone(Sample.sheet().zone());
        assertThat(copied(null, now.toLocalTime().minusHours(1))).isEqualTo(now.minusHours(1));
        assertThat(copied(null, now.toLocalTime().plusHours(1)))
                .as("a list of yesterday evening")
                .isEqualTo(now.plusHours(1).minusDays(1));
        assertThat(copied(MonthDay.from(now.minusDays(2)), LocalTime.of(18, 30)))
                .isEqualTo(now.minusDays(2).with(LocalTime.of(18, 30)));
    }

    private ZonedDateTime copied(@Nullable MonthDay day, LocalTime time) {
        return done(counter.desk().paper(Sample.registration(1), day, time, Duration.ofMinutes(5)));
    }

    @Test
    void leavesNoReadableNameAndNoCodeOnTheDisk() throws IOException {
        BadgeOrder badge = done(counter.walkIn());
        done(counter.desk()
                .correct(
                        Sample.registration(1),
                        List.of(new FieldCorrection(AttendeeField.FAMILY_NAME, "Müller-Lüdenscheidt", "Mueller"))));
        counter.store().keepsakes().keep(sheet(DoorRule.OPEN));
        counter.close();

        for (Path file : counter.files()) {
            String text = new String(Files.readAllBytes(file), ISO_8859_1);
            assertThat(text)
                    .as(file.getFileName().toString())
                    .doesNotContain(new String("Öztürk".getBytes(UTF_8), ISO_8859_1))
                    .doesNotContain("Stadt Erfurt")
                    .doesNotContain("Mueller")
                    .doesNotContain(badge.code())
                    .doesNotContain("00".repeat(32));
        }
    }
}
