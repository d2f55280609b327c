package org.einlass.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Repetition;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ForeignText;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome.Source;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GateTest {
    private static final Duration DEADLINE = GateSettings.USUAL.deadline();
    private static final String TICKET = Sample.ticket(1).text();

    private final VirtualLoop loop = new VirtualLoop(Sample.MORNING);
    private final Server server = new Server();
    private final Paper journal = new Paper();
    private final Names roster = new Names();
    private final Guests guests = new Guests();
    private final Gate gate = new Gate(
            GateSettings.USUAL,
            new Gate.Edges(
                    loop,
                    new DeviceClock(loop, loop::nanos, Sample.BOOT),
                    new Random(1),
                    server,
                    journal,
                    roster,
                    guests));

    @BeforeEach
    void hangTheSheetAtTheDoor() {
        gate.post(Sample.sheet());
    }

    @Test
    void showsTheServersAnswerThatComesInTime() {
        gate.read(TICKET);
        loop.pass(Duration.ofMillis(300));
        server.answer(scan -> Sample.admitted(scan, Sample.badge(1, false)));

        assertThat(guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(guests.last().outcome().source()).isEqualTo(Source.SERVER);
        assertThat(guests.last().badge()).contains(Sample.badge(1, false));
        assertThat(guests.last().took()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void decidesAloneAtTheDeadlineAndNeverLater() {
        roster.add(1, RegistrationStatus.CONFIRMED);

        gate.read(TICKET);
        loop.pass(DEADLINE.minusMillis(1));
        assertThat(guests.shown).isEmpty();
        loop.pass(Duration.ofMillis(1));

        assertThat(guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(guests.last().outcome().source()).isEqualTo(Source.DEVICE);
        assertThat(guests.last().badge()).contains(Sample.badge(1, false));
    }

    @Test
    void neverChangesTheScreenForALateAnswer() {
        roster.add(1, RegistrationStatus.CONFIRMED);

        gate.read(TICKET);
        loop.pass(DEADLINE);
        server.answer(scan -> Sample.refused(scan, Refusal.ALREADY_USED));

        assertThat(guests.shown).hasSize(1);
        assertThat(journal.entries).hasSize(1);
        assertThat(guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void decidesAtOnceWhenTheServerIsSilentAtOnce() {
        gate.read(TICKET);
        server.fall(Silence.BUSY);

        assertThat(guests.last().took()).isLessThan(DEADLINE);
        assertThat(guests.last().outcome().source()).isEqualTo(Source.DEVICE);
    }

    @Test
    void sendsACodeThatNobodyKnowsToTheCounter() {
        gate.read(TICKET);
        loop.pass(DEADLINE);

        assertThat(guests.last().outcome().refusal()).isEqualTo(Refusal.UNKNOWN);
    }

    @Test
    void takesTheAnswerToAnotherQuestionForNone() {
        gate.read(TICKET);
        server.answer(scan -> Sample.admitted(gate.newId(), Sample.badge(1, false)));

        assertThat(guests.last().outcome().source()).isEqualTo(Source.DEVICE);
    }

    @Test
    void stopsWaitingAfterTwoMissesAndAsksAgainOnceAProbeWasAnsweredInTime() {
        roster.add(1, RegistrationStatus.CONFIRMED);
        gate.open();
        missOneScan(1);
        assertThat(gate.isOnline()).isTrue();
        missOneScan(2);
        assertThat(gate.isOnline()).isFalse();

        gate.read(TICKET + " ");
        assertThat(guests.last().took()).isZero();
        assertThat(server.questions).hasSize(2);

        server.sheet = Sample.sheet();
        loop.pass(Duration.ofSeconds(10));
        assertThat(gate.isOnline()).isTrue();
        gate.read(Sample.ticket(9).text());
        assertThat(server.questions).hasSize(3);
    }

    @Test
    void probesWithJitterSoThatKiosksDoNotKnockTogether() {
        gate.open();
        missOneScan(1);
        missOneScan(2);
        int before = server.probes.size();

        loop.pass(Duration.ofMinutes(1));

        assertThat(server.probes.size() - before).isBetween(12, 60);
        assertThat(server.probeTimes.stream().distinct()).hasSameSizeAs(server.probeTimes);
    }

    @Test
    void staysAloneWhereAProbeWasAnsweredTooLate() {
        gate.open();
        missOneScan(1);
        missOneScan(2);

        server.probeDelay = DEADLINE.plusMillis(1);
        server.sheet = Sample.sheet();
        loop.pass(Duration.ofSeconds(20));

        assertThat(gate.isOnline()).isFalse();
    }

    @Test
    void writesTheOutcomeBeforeAnyoneSeesIt() {
        guests.onPassed = passage -> assertThat(journal.entries)
                .extracting(entry -> entry.head().id())
                .contains(passage.scan());

        gate.read(TICKET);
        server.answer(scan -> Sample.admitted(scan, Sample.badge(1, false)));

        assertThat(guests.shown).hasSize(1);
    }

    @Test
    void showsNobodyGreenWhenTheJournalCannotBeWritten() {
        journal.full = true;

        gate.read(TICKET);
        server.answer(scan -> Sample.admitted(scan, Sample.badge(1, false)));

        assertThat(guests.shown).isEmpty();
        assertThat(guests.troubles).containsExactly(Audience.Trouble.NO_JOURNAL);
    }

    @Test
    void showsNobodyGreenWhenTheJournalCannotBeRead() {
        roster.add(1, RegistrationStatus.CONFIRMED);
        journal.unreadable = true;

        gate.read(TICKET);
        loop.pass(DEADLINE);

        assertThat(guests.shown).isEmpty();
        assertThat(guests.troubles).containsExactly(Audience.Trouble.NO_JOURNAL);
        assertThat(gate.isBusy()).isFalse();
    }

    @Test
    void goesOnWithTheNextGuestAfterTheJournalCouldNotBeWritten() {
        journal.full = true;
        gate.read(TICKET);
        server.answer(scan -> Sample.admitted(scan, Sample.badge(1, false)));

        journal.full = false;
        gate.read(Sample.ticket(2).text());
        server.answer(scan -> Sample.admitted(scan, Sample.badge(2, false)));

        assertThat(guests.shown).hasSize(1);
    }

    @Test
    void takesOneCodeInViewForOneScan() {
        for (int frame = 0; frame < 100; frame++) {
            gate.read(TICKET);
            loop.pass(Duration.ofMillis(100));
        }

        assertThat(journal.entries).hasSize(1);
    }

    @Test
    void takesTwoCodesSideBySideForTwoScans() {
        for (int frame = 0; frame < 100; frame++) {
            gate.read(Sample.ticket(1 + frame % 2).text());
            loop.pass(Duration.ofMillis(100));
        }

        assertThat(journal.entries).hasSize(2);
    }

    @Test
    void takesACodeAnewWhenItHasBeenAwayAndItsScreenHasEnded() {
        gate.read(TICKET);
        loop.pass(Duration.ofSeconds(3));
        gate.read(TICKET);
        assertThat(journal.entries).hasSize(1);

        gate.screenEnded(guests.last().scan());
        loop.pass(Duration.ofMillis(2001));
        gate.read(TICKET);
        loop.pass(DEADLINE);

        assertThat(journal.entries).hasSize(2);
    }

    @Test
    void keepsASecondGuestWaitingUntilTheFirstHasAVerdict() {
        gate.read(TICKET);
        gate.read(Sample.ticket(2).text());
        assertThat(server.questions).hasSize(1);

        server.answer(scan -> Sample.admitted(scan, Sample.badge(1, false)));
        assertThat(server.questions).hasSize(2);
        server.answer(scan -> Sample.admitted(scan, Sample.badge(2, false)));

        assertThat(guests.shown).hasSize(2);
    }

    @Test
    void neitherSendsNorStoresATextThatIsNothingOfOurs() {
        gate.read("https://example.org/somebody?private=1");
        gate.read("BEGIN:VCARD\nFN:Somebody\nEND:VCARD");

        assertThat(server.questions).isEmpty();
        assertThat(journal.entries)
                .extracting(entry -> ((JournalEntry.Scanned) entry).foreign())
                .containsExactly(new ForeignText(ForeignText.Sort.URL, 38), new ForeignText(ForeignText.Sort.CARD, 33));
        assertThat(guests.last().outcome().refusal()).isEqualTo(Refusal.FOREIGN);
    }

    @Test
    void printsNoBadgeAgainByItself() {
        gate.read(TICKET);
        server.answer(scan -> Sample.admitted(scan, Sample.badge(1, true)));

        assertThat(guests.last().badge()).isEmpty();
    }

    @Test
    void remembersWithoutNetworkWhatItHasAdmittedAndPrinted() {
        roster.add(1, RegistrationStatus.CONFIRMED);
        journal.admittedAt = Sample.MORNING.minusSeconds(60);
        journal.hasPrinted = true;

        gate.read(TICKET);
        loop.pass(DEADLINE);

        assertThat(guests.last().earlier()).contains(Sample.MORNING.minusSeconds(60));
        assertThat(guests.last().badge()).isEmpty();
    }

    @Test
    void refusesASecondTimeWithoutNetworkWhereOnceIsTheRule() {
        gate.post(Sample.sheet(Sample.rule(Repetition.ONCE_A_DAY)));
        roster.add(1, RegistrationStatus.CONFIRMED);
        journal.admittedAt = Sample.MORNING.minusSeconds(60);

        gate.read(TICKET);
        loop.pass(DEADLINE);

        assertThat(guests.last().outcome().refusal()).isEqualTo(Refusal.ALREADY_USED);
        assertThat(journal.askedSince).isEqualTo(Instant.parse("2022-07-04T02:00:00Z"));
    }

    @Test
    void refusesACancelledTicketWithoutNetwork() {
        roster.add(1, RegistrationStatus.CANCELLED);

        gate.read(TICKET);
        loop.pass(DEADLINE);

        assertThat(guests.last().outcome().refusal()).isEqualTo(Refusal.CANCELLED);
    }

    @Test
    void saysThatItIsNotReadyBeforeItKnowsItsDoor() {
        Gate fresh = new Gate(
                GateSettings.USUAL,
                new Gate.Edges(
                        loop,
                        new DeviceClock(loop, loop::nanos, Sample.BOOT),
                        new Random(1),
                        server,
                        journal,
                        roster,
                        guests));

        fresh.read(TICKET);

        assertThat(guests.troubles).containsExactly(Audience.Trouble.NO_DOOR_SHEET);
        assertThat(journal.entries).isEmpty();
    }

    @Test
    void learnsTheTimeFromTheServer() {
        gate.read(TICKET);
        server.answer(scan -> Sample.admitted(scan, Sample.badge(1, false)));
        gate.read(Sample.ticket(2).text());
        loop.pass(Duration.ofSeconds(1));

        assertThat(journal.entries.get(0).head().time().serverOffset()).isEqualTo(Duration.ZERO);
        assertThat(journal.entries.get(1).head().time().offsetAge()).isEqualTo(DEADLINE);
    }

    @Test
    void admitsNobodyOnceItsOwnServerHasWithdrawnIt() {
        roster.add(1, RegistrationStatus.CONFIRMED);
        gate.read(TICKET);
        server.fall(Silence.REVOKED);
        gate.read(Sample.ticket(2).text());
        loop.pass(Duration.ofMinutes(1));

        assertThat(guests.shown).isEmpty();
        assertThat(journal.entries).isEmpty();
        assertThat(guests.troubles).containsExactly(Audience.Trouble.WITHDRAWN, Audience.Trouble.WITHDRAWN);
    }

    @Test
    void doesNotDecideOfTheGuestWhoWaitsWhileItIsWithdrawn() {
        roster.add(1, RegistrationStatus.CONFIRMED);
        gate.read(TICKET);

        gate.withdraw();
        loop.pass(Duration.ofMinutes(1));

        assertThat(guests.shown).isEmpty();
        assertThat(journal.entries).isEmpty();
        assertThat(guests.troubles).containsExactly(Audience.Trouble.WITHDRAWN);
    }

    @Test
    void worksAgainWhenItHasTheOrganisersTrustAgain() {
        roster.add(1, RegistrationStatus.CONFIRMED);
        gate.withdraw();
        gate.readmit();

        missOneScan(1);

        assertThat(guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void takesAProxysDenialForNoAnswerAndDecidesAlone() {
        roster.add(1, RegistrationStatus.CONFIRMED);
        gate.read(TICKET);
        server.fall(Silence.DENIED);

        assertThat(guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(guests.troubles).isEmpty();
    }

    private void missOneScan(int number) {
        gate.read(Sample.ticket(number).text());
        loop.pass(DEADLINE);
    }

    /** A server that answers when the test says so. */
    private final class Server implements Uplink {
        private final List<ScanQuestion> questions = new ArrayList<>();
        private final List<Consumer<Reply<ScanAnswer>>> askers = new ArrayList<>();
        private final List<Consumer<Reply<DoorSheet>>> probes = new ArrayList<>();
        private final List<Instant> probeTimes = new ArrayList<>();
        private Duration probeDelay = Duration.ZERO;
        private DoorSheet sheet;

        @Override
        public void ask(ScanQuestion question, Consumer<Reply<ScanAnswer>> then) {
            questions.add(question);
            askers.add(then);
        }

        @Override
        public void fetchSheet(Consumer<Reply<DoorSheet>> then) {
            probes.add(then);
            probeTimes.add(loop.instant());
            if (sheet != null) {
                loop.after(probeDelay, () -> then.accept(new Reply.Answered<>(sheet)));
            }
        }

        void answer(Function<EntryId, ScanAnswer> answer) {
            EntryId scan = questions.get(questions.size() - 1).id();
            askers.get(askers.size() - 1).accept(new Reply.Answered<>(answer.apply(scan)));
            loop.settle();
        }

        void fall(Silence why) {
            askers.get(askers.size() - 1).accept(new Reply.Silent<>(why));
            loop.settle();
        }
    }

    /** A journal in memory. */
    private static final class Paper implements Journal {
        private final List<JournalEntry> entries = new ArrayList<>();
        private boolean full;
        private boolean unreadable;
        private boolean hasPrinted;
        private Instant admittedAt;
        private Instant askedSince;

        @Override
        public JournalEntry write(LongFunction<JournalEntry> entry) {
            if (full) {
                throw new JournalException("full", new IOException("full"));
            }
            JournalEntry made = entry.apply(entries.size() + 1);
            entries.add(made);
            return made;
        }

        @Override
        public Optional<Instant> admitted(Set<LookupId> codes, Instant since, Phase phase) {
            if (unreadable) {
                throw new JournalException("unreadable", new IOException("input/output error"));
            }
            askedSince = since;
            return Optional.ofNullable(admittedAt);
        }

        @Override
        public boolean printed(RegistrationId registration, Phase phase) {
            return hasPrinted;
        }
    }

    /** A roster in memory. */
    private static final class Names implements Roster {
        private final Map<LookupId, RosterEntry> entries = new HashMap<>();
        private final Map<RegistrationId, BadgeOrder> badges = new HashMap<>();

        void add(int number, RegistrationStatus status) {
            LookupId code = Sample.SALT.lookupId(Sample.ticket(number));
            Entitlement right = new Entitlement(status, Sample.GUEST, Set.of());
            entries.put(code, new RosterEntry(code, Sample.registration(number), 1, right));
            badges.put(Sample.registration(number), Sample.badge(number, false));
        }

        @Override
        public Optional<RosterEntry> find(LookupId code) {
            return Optional.ofNullable(entries.get(code));
        }

        @Override
        public Set<LookupId> codes(RegistrationId registration) {
            return Set.of();
        }

        @Override
        public Optional<BadgeOrder> badge(RosterEntry entry, PresentedCode code, EventSalt salt) {
            return Optional.ofNullable(badges.get(entry.registration()));
        }
    }

    /** Guests who look at the screen. */
    private static final class Guests implements Audience {
        private final List<Passage> shown = new ArrayList<>();
        private final List<Trouble> troubles = new ArrayList<>();
        private Consumer<Passage> onPassed = passage -> {};

        @Override
        public void reading(EntryId scan) {}

        @Override
        public void passed(Passage passage) {
            onPassed.accept(passage);
            shown.add(passage);
        }

        @Override
        public void unable(EntryId scan, Trouble trouble) {
            troubles.add(trouble);
        }

        Passage last() {
            return shown.get(shown.size() - 1);
        }
    }
}
