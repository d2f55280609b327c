package org.einlass.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.einlass.kiosk.gate.SampleCounter.HELPER;
import static org.einlass.kiosk.gate.SampleCounter.OEZTUERK;
import static org.einlass.kiosk.gate.SampleCounter.done;
import static org.einlass.kiosk.gate.SampleCounter.id;
import static org.einlass.kiosk.gate.SampleCounter.letter;
import static org.einlass.kiosk.gate.SampleCounter.lookup;
import static org.einlass.kiosk.gate.SampleCounter.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.admission.TimeWindow;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.DeskMessage;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterRow;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whom a desk without its server has let in or given a badge: obeyed at once, after a restart, and until
 * taken back.
 */
final class DeskLocalCodesTest {
    @AutoClose
    private SampleCounter counter;

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        counter = new SampleCounter(folder);
    }

    @Test
    void admitsAWalkInByTheBadgeOfThisDeskAlsoAfterARestart() {
        BadgeOrder badge = done(counter.walkIn());

        assertThat(badge.attendee().fullName()).isEqualTo("Ayşe Öztürk");
        counter.restart();

        ShownOutcome shownOutcome = counter.shows(badge.code());
        assertThat(shownOutcome.outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(shownOutcome.badge()).contains(badge);
        JournalEntry.WalkedIn entry = counter.only(JournalEntry.WalkedIn.class);
        assertThat(entry.registration()).isEqualTo(badge.registration());
        assertThat(entry.head().operator()).isEqualTo(HELPER);
        assertThat(entry.head().phase()).isEqualTo(Phase.LIVE);
        assertThat(letter(entry, entry.letter())).isEqualTo(DeskMessage.of(badge.attendee(), badge.code()));
    }

    @Test
    void knowsBetterThanAServerThatHasNotHeardOfTheBadgeItMade() {
        BadgeOrder badge = done(counter.walkIn());
        counter.isRefusedByTheServer(Refusal.UNKNOWN);

        ShownOutcome made = counter.shows(badge.code());

        assertThat(made.outcome()).isEqualTo(Outcome.admitted(Outcome.Source.DEVICE));
        assertThat(made.badge()).contains(badge);
        assertThat(counter.shows(Sample.ticket(17).text()).outcome().refusal())
                .as("another's code")
                .isEqualTo(Refusal.UNKNOWN);
        counter.isRefusedByTheServer(Refusal.BLOCKED);
        assertThat(counter.shows(badge.code()).outcome().refusal())
                .as("the server knows the badge")
                .isEqualTo(Refusal.BLOCKED);
    }

    @Test
    void takesAWalkInBackAndBackAgain() {
        DeskResult<BadgeOrder> made = counter.walkIn();
        EntryId undo = id(counter.desk().undo(id(made)));
        assertThat(counter.shows(done(made).code()).outcome().refusal()).isEqualTo(Refusal.UNKNOWN);

        done(counter.desk().undo(undo));
        counter.restart();

        assertThat(counter.shows(done(made).code()).outcome().verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void letsSomebodyTakeOverAPlaceAndGiveItBack() {
        DeskResult<BadgeOrder> instead = counter.desk().substitute(Sample.registration(1), OEZTUERK);
        counter.restart();

        assertThat(counter.shows(Sample.ticket(1).text()).outcome().refusal()).isEqualTo(Refusal.REPRESENTED);
        assertThat(counter.shows(done(instead).code()).outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(counter.only(JournalEntry.Substituted.class).represents()).isEqualTo(Sample.registration(1));

        done(counter.desk().undo(id(instead)));
        counter.pass(Duration.ofMinutes(1));
        assertThat(counter.shows(Sample.ticket(1).text()).outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(counter.shows(done(instead).code()).outcome().refusal()).isEqualTo(Refusal.UNKNOWN);
    }

    @Test
    void makesABadgeAgainWithACodeThatReplacesTheOldOnes() {
        BadgeOrder before = done(counter.walkIn());
        LookupId lost = Sample.SALT.lookupId(Sample.badgeCode(7));

        DeskResult<BadgeOrder> again = counter.desk().reprint(before, Set.of(lost));
        counter.restart();

        JournalEntry.BadgeReissued entry = counter.only(JournalEntry.BadgeReissued.class);
        assertThat(entry.replaces()).containsExactlyInAnyOrder(lost, lookup(before));
        assertThat(entry.badge()).isEqualTo(lookup(done(again)));
        assertThat(letter(entry, entry.letter()).badge()).isEqualTo(done(again).code());
        assertThat(counter.shows(before.code()).outcome().refusal()).isEqualTo(Refusal.REVOKED_BADGE);
        assertThat(counter.shows(done(again).code()).outcome().verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void tellsAForgeryFromATicketThatItHasNotHeardOf() {
        DoorRule staffed = new DoorRule(Set.of(), Set.of(), TimeWindow.ALWAYS, ReuseRule.FREE, Duration.ZERO, true);
        counter.restart(sheet(staffed));
        byte[] secret = new byte[CodeKey.BYTES];
        secret[0] = 1;

        Code forged = new CodeKey(Sample.EVENT, '1', secret).issue(CodeKind.TICKET, new Random(1));

        assertThat(counter.shows(Sample.ticket(17).text()).outcome().verdict()).isEqualTo(Verdict.PROVISIONAL);
        assertThat(counter.shows(forged.text()).outcome().refusal()).isEqualTo(Refusal.NOT_GENUINE);
    }

    @Test
    void forgetsItsOwnCodeWhenTheRosterBringsIt() throws IOException {
        BadgeOrder badge = done(counter.walkIn());
        assertThat(counter.store().newcomers().all()).hasSize(1);

        RosterRow row = SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1);
        counter.store()
                .rosterShelf()
                .apply(new RosterChanges(
                        SampleRoster.cursor(2),
                        List.of(new RosterRow(lookup(badge), badge.registration(), 4, row.entitlement(), null)),
                        false));

        assertThat(counter.store().newcomers().all()).isEmpty();
        assertThat(counter.shows(badge.code()).outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        counter.store()
                .rosterShelf()
                .apply(new RosterChanges(
                        SampleRoster.cursor(3),
                        List.of(new RosterRow(lookup(badge), badge.registration(), 5, null, null)),
                        false));
        assertThat(counter.shows(badge.code()).outcome().refusal()).isEqualTo(Refusal.UNKNOWN);
    }

    @Test
    void forgetsPracticeWhenItGetsSerious() {
        counter.restart(sheet(Phase.REHEARSAL, DoorRule.OPEN));
        BadgeOrder badge = done(counter.walkIn());
        assertThat(counter.shows(badge.code()).outcome().verdict()).isEqualTo(Verdict.ADMITTED);

        counter.restart(sheet(DoorRule.OPEN));

        assertThat(counter.shows(badge.code()).outcome().refusal()).isEqualTo(Refusal.UNKNOWN);
        assertThat(counter.only(JournalEntry.WalkedIn.class).head().phase()).isEqualTo(Phase.REHEARSAL);
    }
}
