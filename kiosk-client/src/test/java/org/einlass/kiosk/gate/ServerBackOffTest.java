package org.einlass.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.EventSalt;
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

/** What a door does while a busy server asks to be left alone. */
final class ServerBackOffTest {
    private static final Duration ASKED = Duration.ofSeconds(30);
    private static final Duration AT_MOST = ASKED.multipliedBy(3).dividedBy(2);

    private final VirtualExecutor loop = new VirtualExecutor(Sample.MORNING);
    private final Server server = new Server(loop);
    private final List<ShownOutcome> shown = new ArrayList<>();
    private final Gate gate = gate(server, 1);
    private int guest;

    private Gate gate(Server asked, long seed) {
        return new Gate(
                GateSettings.USUAL,
                new Gate.Edges(
                        loop,
                        new DeviceClock(loop, loop::nanos, Sample.BOOT),
                        new Random(seed),
                        asked,
                        new Paper(),
                        new Everybody(),
                        new Screen()));
    }

    @BeforeEach
    void hangTheSheetAtTheDoor() {
        gate.post(Sample.sheet());
    }

    @Test
    void showsTheGuestWhoWaitsTheDevicesOwnDecisionAtOnce() {
        server.busy(ASKED);

        scan();

        assertThat(last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(last().outcome().source()).isEqualTo(Source.DEVICE);
        assertThat(last().took()).isZero();
        assertThat(server.questions).hasSize(1);
    }

    @Test
    void asksNobodyBeforeTheServersTimeIsOverAndSoonAfterIt() {
        server.busy(ASKED);
        gate.open();
        loop.settle();
        Instant told = loop.instant();
        server.recover();

        for (int second = 1; second < ASKED.toSeconds(); second++) {
            loop.pass(Duration.ofSeconds(1));
            scan();
            assertThat(last().took()).isZero();
            assertThat(last().outcome().source()).isEqualTo(Source.DEVICE);
        }

        assertThat(server.asked).containsExactly(told);
        loop.pass(AT_MOST.minus(ASKED).plusSeconds(1));
        scan();
        assertThat(last().outcome().source()).isEqualTo(Source.SERVER);
        assertThat(server.asked.get(1)).isBetween(told.plus(ASKED), told.plus(AT_MOST));
    }

    @Test
    void leavesTheServerAloneThoughTrustInItWasLost() {
        gate.open();
        server.recover();
        loop.settle();
        server.busy(Duration.ZERO);
        scan();
        server.busy(ASKED);
        Instant told = loop.instant();

        scan();
        server.recover();
        loop.pass(ASKED.minusMillis(1));
        assertThat(server.asked).endsWith(told);
        assertThat(gate.isOnline()).isFalse();

        loop.pass(AT_MOST.minus(ASKED).plusSeconds(1));
        assertThat(gate.isOnline()).isTrue();
    }

    @Test
    void countsNoMissOfGuestsWhoWereNotAskedFor() {
        server.busy(ASKED);
        scan();
        scan();
        scan();
        server.recover();

        loop.pass(AT_MOST);
        scan();

        assertThat(last().outcome().source()).isEqualTo(Source.SERVER);
        assertThat(server.questions).hasSize(2);
    }

    @Test
    void losesTrustWhenTheServerIsStillBusyAfterItsTime() {
        server.busy(ASKED);
        scan();
        loop.pass(AT_MOST);
        assertThat(gate.isOnline()).isTrue();

        scan();
        loop.pass(AT_MOST);

        assertThat(gate.isOnline()).isFalse();
        assertThat(server.questions).hasSize(2);
    }

    @Test
    void heedsAnAnswerThatCameTooLateForTheGuest() {
        gate.read(ticket());
        loop.pass(GateSettings.USUAL.deadline());
        server.busy(ASKED);
        server.answerNow();
        loop.settle();
        server.recover();

        scan();

        assertThat(server.questions).hasSize(1);
        assertThat(last().took()).isZero();
    }

    @Test
    void isNotShortenedByTheAnswerToAnEarlierQuestion() {
        gate.read(ticket());
        loop.pass(GateSettings.USUAL.deadline());
        gate.read(ticket());
        server.busy(ASKED);
        server.answerNow();
        loop.settle();
        server.busy(Duration.ofSeconds(1));
        server.answerNow();
        loop.pass(ASKED.minusMillis(1));
        scan();

        assertThat(server.asked).hasSize(2);
    }

    @Test
    void endsAtAnotherMomentAtEachDoor() {
        List<Server> servers =
                IntStream.range(0, 50).mapToObj(door -> new Server(loop)).toList();
        servers.forEach(busy -> {
            busy.busy(ASKED);
            gate(busy, servers.indexOf(busy)).open();
        });

        loop.pass(AT_MOST);

        List<Instant> back = servers.stream().map(busy -> busy.asked.get(1)).toList();
        assertThat(back).doesNotHaveDuplicates();
        assertThat(back).allMatch(at -> !at.isBefore(Sample.MORNING.plus(ASKED)));
    }

    private String ticket() {
        guest++;
        return Sample.ticket(guest).text();
    }

    /** Another guest shows a ticket; what the server says at once is heard. */
    private void scan() {
        gate.read(ticket());
        loop.settle();
    }

    private ShownOutcome last() {
        return shown.get(shown.size() - 1);
    }

    /** A server that is as the test likes, silent at first. */
    private static final class Server implements Uplink {
        private final VirtualExecutor loop;
        private final List<Instant> asked = new ArrayList<>();
        private final List<ScanQuestion> questions = new ArrayList<>();
        private final List<Runnable> open = new ArrayList<>();
        private Mood mood = Mood.SILENT;
        private Duration patience = Duration.ZERO;

        private enum Mood {
            SILENT,
            BUSY,
            WELL
        }

        Server(VirtualExecutor loop) {
            this.loop = loop;
        }

        /** From now on 429, with this {@code Retry-After}. */
        void busy(Duration retryAfter) {
            mood = Mood.BUSY;
            patience = retryAfter;
        }

        void recover() {
            mood = Mood.WELL;
        }

        /** Answers the first of the questions that were left open. */
        void answerNow() {
            open.remove(0).run();
        }

        @Override
        public void ask(ScanQuestion question, Consumer<Reply<ScanAnswer>> then) {
            questions.add(question);
            reply(() -> Sample.admitted(question.id(), Sample.badge(1, false)), then);
        }

        @Override
        public void fetchSheet(Consumer<Reply<DoorSheet>> then) {
            reply(Sample::sheet, then);
        }

        private <T> void reply(Supplier<T> answer, Consumer<Reply<T>> then) {
            asked.add(loop.instant());
            Runnable reply = () -> then.accept(
                    mood == Mood.BUSY
                            ? new Reply.Silent<>(NoAnswer.BUSY, patience)
                            : new Reply.Answered<>(answer.get()));
            if (mood == Mood.SILENT) {
                open.add(reply);
                return;
            }
            reply.run();
        }
    }

    /** A journal that nobody reads. */
    private static final class Paper implements Journal {
        private long entries;

        @Override
        public JournalEntry write(LongFunction<JournalEntry> entry) {
            entries++;
            return entry.apply(entries);
        }

        @Override
        public Optional<Instant> firstPassage(PassageQuery wanted) {
            return Optional.empty();
        }

        @Override
        public boolean printed(RegistrationId registration, Phase phase) {
            return false;
        }
    }

    /** A roster on which everybody may come in. */
    private static final class Everybody implements Roster {
        @Override
        public Optional<InstalledRoster> installed() {
            return Optional.of(new InstalledRoster(1, Sample.MORNING));
        }

        @Override
        public Optional<RosterEntry> find(LookupId code) {
            Entitlement right = new Entitlement(RegistrationStatus.CONFIRMED, Sample.GUEST, Set.of());
            return Optional.of(new RosterEntry(code, Sample.registration(1), 1, right));
        }

        @Override
        public Set<LookupId> codes(RegistrationId registration) {
            return Set.of();
        }

        @Override
        public Optional<BadgeOrder> badge(RosterEntry entry, PresentedCode code, EventSalt salt) {
            return Optional.empty();
        }
    }

    /** Remembers what it showed. */
    private final class Screen implements GateListener {
        @Override
        public void reading(EntryId scan) {}

        @Override
        public void passed(ShownOutcome shownOutcome) {
            shown.add(shownOutcome);
        }

        @Override
        public void unable(EntryId scan, Trouble trouble) {
            throw new AssertionError(trouble);
        }
    }
}
