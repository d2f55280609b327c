package org.einlass.kiosk.gate;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;

/**
 * The entrance of the sample event in a time of its own: all that its gate touches does what the test says.
 */
final class SampleEntrance {
    final VirtualExecutor loop = new VirtualExecutor(Sample.MORNING);
    final Server server = new Server();
    final Paper journal = new Paper();
    final Names roster = new Names();
    final Guests guests = new Guests();
    final Gate gate = new Gate(
            GateSettings.USUAL,
            new Gate.Edges(
                    loop,
                    new DeviceClock(loop, loop::nanos, Sample.BOOT),
                    new Random(1),
                    server,
                    journal,
                    roster,
                    guests));

    /** An entrance whose gate knows its door. */
    static SampleEntrance open() {
        SampleEntrance entrance = new SampleEntrance();
        entrance.gate.post(Sample.sheet());
        return entrance;
    }

    /** A guest shows the ticket with this number, and no answer comes in time. */
    void missOneScan(int number) {
        gate.read(Sample.ticket(number).text());
        loop.pass(GateSettings.USUAL.deadline());
    }

    /** A server that answers when the test says so. */
    final class Server implements Uplink {
        final List<ScanQuestion> questions = new ArrayList<>();
        private final List<Consumer<Reply<ScanAnswer>>> askers = new ArrayList<>();
        final List<Consumer<Reply<DoorSheet>>> probes = new ArrayList<>();
        final List<Instant> probeTimes = new ArrayList<>();
        Duration probeDelay = Duration.ZERO;
        DoorSheet sheet;

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

        void answerFirst(Function<EntryId, ScanAnswer> answer) {
            askers.get(0)
                    .accept(new Reply.Answered<>(answer.apply(questions.get(0).id())));
            loop.settle();
        }

        void fall(NoAnswer why) {
            reply(new Reply.Silent<>(why));
        }

        void reply(Reply<ScanAnswer> reply) {
            askers.get(askers.size() - 1).accept(reply);
            loop.settle();
        }

        String lastQuestion() {
            return questions.get(questions.size() - 1).code();
        }
    }

    /** A journal in memory. */
    static final class Paper implements Journal {
        final List<JournalEntry> entries = new ArrayList<>();
        boolean full;
        boolean unreadable;
        boolean hasPrinted;
        Instant admittedAt;
        Instant askedSince;
        RegistrationId bearer;

        @Override
        public JournalEntry write(LongFunction<JournalEntry> entry, RegistrationId whose) {
            bearer = whose;
            return write(entry);
        }

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
        public void check() {
            if (full) {
                throw new JournalException("full", new IOException("full"));
            }
        }

        @Override
        public Optional<Instant> firstPassage(PassageQuery wanted) {
            if (unreadable) {
                throw new JournalException("unreadable", new IOException("input/output error"));
            }
            askedSince = wanted.since();
            return Optional.ofNullable(admittedAt);
        }

        @Override
        public boolean printed(RegistrationId registration, Phase phase) {
            return hasPrinted;
        }
    }

    /** A roster in memory. */
    static final class Names implements Roster {
        private final Map<LookupId, RosterEntry> entries = new HashMap<>();
        private final Map<RegistrationId, BadgeOrder> badges = new HashMap<>();
        InstalledRoster installed = new InstalledRoster(41, Sample.MORNING);

        void add(int number, RegistrationStatus status) {
            LookupId code = Sample.SALT.lookupId(Sample.ticket(number));
            Entitlement right = new Entitlement(status, Sample.GUEST, Set.of());
            entries.put(code, new RosterEntry(code, Sample.registration(number), 1, right));
            badges.put(Sample.registration(number), Sample.badge(number, false));
        }

        /** A guest whose registration is for these days only. */
        void addForDays(int number, Set<LocalDate> days) {
            add(number, RegistrationStatus.CONFIRMED);
            LookupId code = Sample.SALT.lookupId(Sample.ticket(number));
            Entitlement right = new Entitlement(RegistrationStatus.CONFIRMED, Sample.GUEST, Set.of(), days, Set.of());
            entries.put(code, new RosterEntry(code, Sample.registration(number), 1, right));
        }

        void addExternal(PresentedCode presented, int number) {
            addUnder(Sample.SALT.lookupId(presented), number);
        }

        void addUnder(LookupId code, int number) {
            Entitlement right = new Entitlement(RegistrationStatus.CONFIRMED, Sample.GUEST, Set.of());
            entries.put(code, new RosterEntry(code, Sample.registration(number), 1, right));
        }

        @Override
        public Optional<InstalledRoster> installed() {
            return Optional.ofNullable(installed);
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
    static final class Guests implements GateListener {
        final List<ShownOutcome> shown = new ArrayList<>();
        final List<Trouble> troubles = new ArrayList<>();
        int ableAgain;
        final List<GateReading.Flaw> onceMore = new ArrayList<>();
        final List<EntryId> waiting = new ArrayList<>();
        final List<EntryId> waitingLong = new ArrayList<>();
        Consumer<ShownOutcome> onPassed = shownOutcome -> {};

        @Override
        public void reading(EntryId scan) {}

        @Override
        public void ableAgain() {
            ableAgain++;
        }

        @Override
        public void onceMore(EntryId scan, GateReading.Flaw flaw) {
            onceMore.add(flaw);
        }

        @Override
        public void waiting(EntryId scan) {
            waiting.add(scan);
        }

        @Override
        public void waitingLong(EntryId scan) {
            waitingLong.add(scan);
        }

        @Override
        public void passed(ShownOutcome shownOutcome) {
            onPassed.accept(shownOutcome);
            shown.add(shownOutcome);
        }

        @Override
        public void unable(EntryId scan, Trouble trouble) {
            troubles.add(trouble);
        }

        ShownOutcome last() {
            return shown.get(shown.size() - 1);
        }
    }
}
