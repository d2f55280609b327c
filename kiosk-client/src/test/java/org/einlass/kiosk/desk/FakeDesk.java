package org.einlass.kiosk.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.UnlockCard;
import org.einlass.contract.counter.FoundGuests;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.AttendeeCard;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.desk.device.DeskDevice;
import org.einlass.kiosk.desk.device.DeskEdges;
import org.einlass.kiosk.desk.device.DeskUplink;
import org.einlass.kiosk.desk.device.RoleBadgeNumbers;
import org.einlass.kiosk.desk.people.LocalPeople;
import org.einlass.kiosk.desk.state.DeskCorner;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.gate.AttendeeDirectory;
import org.einlass.kiosk.gate.Desk;
import org.einlass.kiosk.gate.DeskRefusal;
import org.einlass.kiosk.gate.DeskResult;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.Journal;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.gate.LocalCorrections;
import org.einlass.kiosk.gate.PassageQuery;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Roster;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SerialExecutor;
import org.einlass.kiosk.helper.HelperSignIn;
import org.einlass.kiosk.helper.KeptHelpers;
import org.einlass.kiosk.queue.PrintJob;

/** A desk without a window, in a time of its own, whose device does what the test says, and when. */
final class FakeDesk {
    static final Duration LOCK_AFTER = Duration.ofMinutes(3);
    static final UnlockCard CARD = UnlockCard.next(new Random(1));

    private final Map<RegistrationId, BadgeOrder> guests = new LinkedHashMap<>();
    private final Set<RegistrationId> arrived = new HashSet<>();
    private final Time time = new Time();
    private final List<DeskState> states = new ArrayList<>();
    private final List<GateReading> scans = new ArrayList<>();
    private final List<BadgeOrder> prints = new ArrayList<>();
    private final List<CompletableFuture<Object>> works = new ArrayList<>();
    private final LocalPeople people =
            new LocalPeople(new Guests(), Roster.EMPTY, new Nothing(), LocalCorrections.NONE);
    private final DeskController controller = new DeskController(
            new DeskEdges(new Now(), new Now(), time, LOCK_AFTER, new Device(), people, states::add));
    private Runnable look = () -> {};
    private Phase printed = Phase.LIVE;
    private long version = 1;
    private final KeptHelpers kept = new KeptHelpers();
    private final HelperSignIn helpers = kept.signIn(new DeviceClock(time, () -> 0, new BootId(new UUID(0x7000L, 1))));
    private int asked;
    private int forgot;
    private boolean broken;
    private PrintJob unclear;
    private final List<String> decided = new ArrayList<>();
    private final List<String> searched = new ArrayList<>();
    private Consumer<Reply<FoundGuests>> searching = reply -> {};
    private boolean fault;

    DeskController controller() {
        return controller;
    }

    /** A helper opens the desk. */
    void open() {
        controller.open();
        controller.signIn("helferin-3", "4711");
        works.clear();
    }

    DeskState now() {
        return states.get(states.size() - 1);
    }

    void pass(Duration elapsed) {
        time.now = time.now.plus(elapsed);
        look.run();
    }

    /** The roster knows this guest from now on. */
    void knows(int number, String given, String family) {
        guests.put(
                Sample.registration(number),
                new BadgeOrder(
                        Sample.registration(number),
                        Attendee.of(given, family, "Stadt Erfurt"),
                        Sample.GUEST,
                        List.of(),
                        Sample.badgeCode(number).text(),
                        false));
        version++;
    }

    /** The roster knows this guest, whose badge is printed, from now on. */
    void knowsPrinted(int number, String given, String family) {
        knows(number, given, family);
        guests.computeIfPresent(
                Sample.registration(number),
                (id, badge) ->
                        new BadgeOrder(id, badge.attendee(), badge.category(), badge.programmes(), badge.code(), true));
    }

    /** This desk has let this guest in. */
    void arrived(int number) {
        arrived.add(Sample.registration(number));
    }

    /** The roster knows this guest, whose badge lies in a box, from now on. */
    void knowsBoxed(int number, String given, String family) {
        knows(number, given, family);
        guests.computeIfPresent(
                Sample.registration(number),
                (id, badge) -> new BadgeOrder(
                        id, badge.attendee(), badge.category(), badge.programmes(), badge.code(), true, Sample.BOXED));
        look.run();
    }

    /** Of this guest's badge nobody can say whether it came out. */
    PrintJob isUnclear(int number, EntryId print, EntryId scan) {
        unclear = new PrintJob(
                print,
                scan,
                Sample.registration(number),
                Sample.SALT.lookupId(Sample.badgeCode(number)),
                Phase.LIVE,
                null,
                "printer",
                PrintJob.Stage.UNCLEAR);
        return unclear;
    }

    /** What was decided about unclear prints. */
    List<String> decided() {
        return decided;
    }

    /** This guest's badge was printed here in one phase only. */
    void printedIn(Phase phase) {
        printed = phase;
    }

    /** From now on the disk can be neither read nor written. */
    void breakJournal() {
        broken = true;
    }

    /** From now on the program itself fails. */
    void breakProgram() {
        fault = true;
    }

    private void read() {
        if (fault) {
            throw new IllegalStateException("a mistake of ours");
        }
        if (broken) {
            throw new JournalException("The journal on this device's disk cannot be read.", new Exception());
        }
    }

    /** What was shown to the gate. */
    List<GateReading> scans() {
        return scans;
    }

    List<BadgeOrder> prints() {
        return prints;
    }

    /** How many things the device was asked to do. */
    int works() {
        return works.size();
    }

    /** The device has done the oldest of them. */
    void done(EntryId entry, Object value) {
        works.remove(0).complete(new DeskResult.Done<>(entry, value));
    }

    /** The device answers the oldest of them by this. */
    void answers(Object result) {
        works.remove(0).complete(result);
    }

    /** The device declines the oldest of them. */
    void declines(DeskRefusal why) {
        works.remove(0).complete(new DeskResult.Declined<>(why));
    }

    /** The oldest of them could not be done. */
    void fails() {
        works.remove(0).completeExceptionally(new IllegalStateException());
    }

    /** What the device keeps of helpers. */
    KeptHelpers kept() {
        return kept;
    }

    HelperSignIn helpers() {
        return helpers;
    }

    /** How often the server was asked for what the device does not know. */
    int asked() {
        return asked;
    }

    int forgot() {
        return forgot;
    }

    /** The sheet of a door in this phase. */
    static DoorSheet sheet(Phase phase) {
        return Sample.sheet(phase, List.of(), Sample.sheet().rule());
    }

    /** Does everything at once; what is to be done later the test does. */
    /** What the server was asked to find. */
    List<String> searched() {
        return searched;
    }

    /** The server answers the search that is under way. */
    void found(FoundGuests guests) {
        searching.accept(new Reply.Answered<>(guests));
    }

    private final class Now implements SerialExecutor {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void after(Duration delay, Runnable task) {
            look = task;
        }
    }

    private static final class Time extends Clock {
        private Instant now = Instant.parse("2022-07-04T07:12:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final class Device implements DeskDevice {
        @Override
        public void scan(GateReading reading) {
            scans.add(reading);
        }

        @Override
        @SuppressWarnings("unchecked") // what the desk wants done is answered by what the test says
        public <T> CompletableFuture<T> atDesk(Function<Desk, T> work) {
            CompletableFuture<Object> asked = new CompletableFuture<>();
            works.add(asked);
            return (CompletableFuture<T>) asked;
        }

        @Override
        public void print(EntryId entry, BadgeOrder order) {
            prints.add(order);
        }

        @Override
        public Optional<PrintJob> unclearPrint(RegistrationId registration) {
            return Optional.ofNullable(unclear).filter(job -> job.registration().equals(registration));
        }

        @Override
        public void decidePrint(EntryId print, boolean cameOut) {
            decided.add(print + (cameOut ? " came out" : " did not come out"));
        }

        @Override
        public boolean isWithdrawn() {
            return false;
        }

        @Override
        public DeskCorner corner() {
            read();
            return DeskCorner.UNKNOWN;
        }

        @Override
        public void forgetNames() {
            forgot++;
        }

        @Override
        public CompletableFuture<Boolean> unlock(UnlockCard card) {
            return CompletableFuture.completedFuture(card.text().equals(CARD.text()));
        }

        @Override
        public DeskUplink uplink() {
            return new Questions();
        }

        @Override
        public RoleBadgeNumbers roleBadgeNumbers() {
            return new RoleBadgeNumbers() {
                @Override
                public int last(String function) {
                    return 0;
                }

                @Override
                public void keep(String function, int last) {}
            };
        }

        @Override
        public HelperSignIn helpers() {
            return helpers;
        }

        @Override
        public void askServer() {
            asked++;
        }

        @Override
        public void wantNames() {}
    }

    private final class Questions implements DeskUplink {
        @Override
        public void fetchClarifications(Consumer<Reply<Clarification.Page>> then) {}

        @Override
        public void searchGuests(String text, Consumer<Reply<FoundGuests>> then) {
            searched.add(text);
            searching = then;
        }
    }

    private final class Guests implements AttendeeDirectory {
        @Override
        public Optional<AttendeeCard> find(RegistrationId registration) {
            read();
            return Optional.ofNullable(guests.get(registration)).map(AttendeeCard::new);
        }

        @Override
        public Optional<Long> key() {
            return Optional.of(version);
        }

        @Override
        public Map<RegistrationId, Long> versions() {
            return guests.keySet().stream().collect(Collectors.toMap(guest -> guest, guest -> version));
        }

        @Override
        public void each(Consumer<AttendeeCard> then) {
            guests.values().stream().map(AttendeeCard::new).forEach(then);
        }
    }

    private final class Nothing implements Journal {
        @Override
        public JournalEntry write(LongFunction<JournalEntry> entry) {
            throw new AssertionError("a desk's screen writes nothing by itself");
        }

        @Override
        public Optional<Instant> firstPassage(PassageQuery wanted) {
            return arrived.contains(wanted.registration()) ? Optional.of(time.instant()) : Optional.empty();
        }

        @Override
        public boolean printed(RegistrationId registration, Phase phase) {
            return phase == printed;
        }
    }
}
