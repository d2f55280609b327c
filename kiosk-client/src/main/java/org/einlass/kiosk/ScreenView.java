package org.einlass.kiosk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.counter.SentGuest;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.registration.BoxedBadge;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.kiosk.scanner.CameraObserver;
import org.einlass.kiosk.screen.Counter;
import org.einlass.kiosk.screen.GuestRequest;
import org.einlass.kiosk.screen.Scene;
import org.einlass.kiosk.screen.Tray;
import org.einlass.kiosk.words.MessageBundle;
import org.jspecify.annotations.Nullable;

/** Turns what happens at the gate into scenes that anybody may read: no names, no reasons. */
final class ScreenView implements KioskView {
    private static final MessageBundle WORDS = new MessageBundle("org.einlass.kiosk.guest.guest");
    private static final MessageBundle TEAM_WORDS = new MessageBundle("org.einlass.kiosk.team.team");
    static final Wording NO_DOOR_SHEET = TEAM_WORDS.say("screen.noDoorSheet");
    static final Wording NO_JOURNAL = TEAM_WORDS.say("screen.noJournal");
    static final Wording CAMERA_GONE = TEAM_WORDS.say("screen.cameraGone");
    static final Wording CAMERA_COVERED = TEAM_WORDS.say("screen.cameraCovered");
    static final Wording CAMERA_IN_USE = TEAM_WORDS.say("screen.cameraInUse");
    static final Wording CAMERA_NEEDS_FFMPEG = TEAM_WORDS.say("screen.cameraNeedsFfmpeg");
    static final Wording CAMERA_LOCKED = TEAM_WORDS.say("screen.cameraLocked");
    static final Wording JOURNAL_LOCKED = TEAM_WORDS.say("screen.journalLocked");
    static final Wording NO_LINE_END = TEAM_WORDS.say("screen.noLineEnd");
    static final Wording LOOK_AFTER_PRINTER = TEAM_WORDS.say("screen.lookAfterPrinter");
    private static final Wording AT_THE_ENTRANCE = WORDS.say("badge.atTheEntrance");
    private static final Wording BADGE_MADE = WORDS.say("badge.made");
    private static final Wording NOTHING = Wording.same("");

    private final Consumer<Scene> screen;
    private final Counter counter;
    private final Counters counters;
    private final Tray tray;
    private final Clock clock;
    private Optional<EntryId> guest = Optional.empty();
    private @Nullable EntryId sentAway;
    private @Nullable EntryId corrected;
    private volatile ZoneId zone = ZoneId.systemDefault();
    private volatile @Nullable Wording cameraFault;
    private volatile boolean printerBlocked;
    private volatile Wording onward = NOTHING;
    private volatile boolean badgeOnly;
    private volatile Consumer<EntryId> photographs = scan -> {};
    private volatile BiConsumer<EntryId, List<OrganiserQuestion>> questions = (scan, open) -> {};
    private volatile boolean canAsk;
    private volatile Consumer<DoorSheet> sheets = sheet -> {};
    private @Nullable Scene unready;
    private @Nullable Scene journalFault;
    private boolean withdrawn;

    /** Where guests are sent. */
    interface Counters {

        /** {@code then} hears the counter soon, on any thread; the same for all where none is open. */
        void choose(SentGuest guest, Consumer<Counter> then);
    }

    /** A screen that sends everybody to one counter. */
    ScreenView(Consumer<Scene> screen, Counter counter, Tray tray, Clock clock) {
        this(screen, counter, tray, clock, (guest, then) -> then.accept(counter));
    }

    /**
     * @param screen shows a scene; from any thread
     * @param counter where everybody is sent who is no scan of this device's
     * @param tray where badges come out
     */
    ScreenView(Consumer<Scene> screen, Counter counter, Tray tray, Clock clock, Counters counters) {
        this.counters = counters;
        this.screen = screen;
        this.counter = counter;
        this.tray = tray;
        this.clock = clock;
    }

    /** The event's clock on the wall. */
    void setZone(ZoneId eventZone) {
        zone = eventZone;
    }

    /** Whose screen is on; empty where it is nobody's. */
    synchronized Optional<EntryId> guest() {
        return guest;
    }

    /** The screen of this guest has ended; whoever came since stays. A fault that waited for it is shown. */
    synchronized void guestLeft(@Nullable EntryId ended) {
        if (ended != null && Optional.of(ended).equals(guest)) {
            guest = Optional.empty();
        }
        if (cameraFault != null || printerBlocked) {
            showAtRest();
        }
    }

    /**
     * Nobody is here yet.
     *
     * @param ready whether the device knows its door; else it may learn it at any moment
     */
    synchronized void open(boolean ready) {
        unready = ready ? null : new Scene.Starting();
        showAtRest();
    }

    /** Whoever should have told the device its door has had the time to do so. */
    synchronized void stillSilent() {
        if (unready != null) {
            unready = new Scene.NotReady(NO_DOOR_SHEET);
            showAtRest();
        }
    }

    /** What the screen shows as long as nobody is here. From any thread. */
    synchronized Scene atRest() {
        return withdrawn ? new Scene.Withdrawn(counter) : idle();
    }

    private synchronized Scene idle() {
        if (unready != null) {
            return unready;
        }
        if (journalFault != null) {
            return journalFault;
        }
        Wording fault = cameraFault;
        return fault == null
                ? new Scene.Idle(printerBlocked ? LOOK_AFTER_PRINTER : NOTHING)
                : new Scene.NotReady(fault, counter);
    }

    /** What the team reads of a camera that sees nothing. */
    static Wording words(CameraObserver.Fault fault) {
        return switch (fault) {
            case GONE -> CAMERA_GONE;
            case IN_USE -> CAMERA_IN_USE;
            case NO_PROGRAM -> CAMERA_NEEDS_FFMPEG;
            case LOCKED -> CAMERA_LOCKED;
            case COVERED -> CAMERA_COVERED;
        };
    }

    /** The camera sees nothing, or sees again (null); told when no guest's screen is on. */
    synchronized void cameraFault(@Nullable Wording fault) {
        cameraFault = fault;
        showAtRest();
    }

    /** Shows how the device is, unless somebody is here. */
    synchronized void showAtRest() {
        if (guest().isEmpty()) {
            show(idle());
        }
    }

    /** The team learns that the printer needs it, and nobody learns here what it lacks. */
    @Override
    public synchronized void printer(PrinterStatus status) {
        boolean before = printerBlocked;
        printerBlocked = status.isBlocked();
        if (before != printerBlocked) {
            showAtRest();
        }
    }

    /** Several tickets are in view. */
    synchronized void oneAtATime() {
        show(new Scene.OneAtATime());
    }

    /** A withdrawn device shows nothing else, whatever else ends then: a guest's screen, a print. */
    private synchronized void show(Scene scene) {
        screen.accept(withdrawn ? new Scene.Withdrawn(counter) : scene);
    }

    private synchronized void withdraw(boolean yes) {
        withdrawn = yes;
        show(idle());
    }

    @Override
    public synchronized void reading(EntryId scan) {
        guest = Optional.of(scan);
        show(new Scene.Reading());
    }

    @Override
    public synchronized void waiting(EntryId scan) {
        show(new Scene.OneMoment(null));
    }

    @Override
    public synchronized void waitingLong(EntryId scan) {
        show(new Scene.OneMoment(counter));
    }

    @Override
    public synchronized void onceMore(EntryId scan, GateReading.Flaw flaw) {
        // A hint is nobody's screen: a fault that comes during or after it is shown.
        guest = Optional.empty();
        show(new Scene.OnceMore(counter, flaw == GateReading.Flaw.NO_LINE_END ? NO_LINE_END : NOTHING));
    }

    @Override
    public synchronized void passed(ShownOutcome shownOutcome) {
        journalFault = null;
        guest = Optional.of(shownOutcome.scan());
        switch (shownOutcome.outcome().verdict()) {
            case ADMITTED -> show(admitted(shownOutcome));
            case PROVISIONAL -> show(new Scene.Provisional());
            case REFUSED ->
                send(
                        shownOutcome.scan(),
                        SentGuest.Cause.REFUSED,
                        shownOutcome.outcome().refusal(),
                        Scene.PleaseGoToCounter::new);
        }
    }

    private Scene admitted(ShownOutcome shownOutcome) {
        if (shownOutcome.badge().isPresent()) {
            return new Scene.Printing(0, tray);
        }
        Optional<BoxedBadge> boxed = shownOutcome.inBox();
        if (boxed.isPresent()) {
            BoxedBadge badge = boxed.get();
            return new Scene.BadgeInBox(badge.box(), badge.letters(), badge.number());
        }
        if (badgeOnly) {
            return new Scene.Welcome(BADGE_MADE);
        }
        return shownOutcome.earlier().<Scene>map(this::again).orElseGet(() -> new Scene.Welcome(onward));
    }

    private Scene again(Instant earlier) {
        return new Scene.WelcomeBack(
                LocalDateTime.ofInstant(earlier, zone), LocalDate.ofInstant(clock.instant(), zone));
    }

    /** Hears who is to be asked about photographs, and who the organiser's own questions; before that nobody is. */
    void onQuestion(Consumer<EntryId> asksPhotographs, BiConsumer<EntryId, List<OrganiserQuestion>> asksQuestions) {
        photographs = asksPhotographs;
        questions = asksQuestions;
        canAsk = true;
    }

    @Override
    public void asksQuestions(EntryId scan, List<OrganiserQuestion> open) {
        questions.accept(scan, open);
    }

    @Override
    public boolean asksPhotographs(EntryId scan) {
        photographs.accept(scan);
        return canAsk;
    }

    /** Hears each sheet of the door. */
    void onSheet(Consumer<DoorSheet> hears) {
        sheets = hears;
    }

    @Override
    public void knows(DoorSheet sheet) {
        DoorSheet.GuestTexts texts = sheet.guests();
        Wording said = texts == null ? null : texts.onward();
        badgeOnly = sheet.isBadgeOnly();
        onward = badgeOnly ? AT_THE_ENTRANCE : said == null ? NOTHING : said;
        sheets.accept(sheet);
    }

    /** The guest of this scan says that something is wrong: a counter puts it right, and learns who comes. */
    synchronized void asks(EntryId scan, GuestRequest request) {
        if (Optional.of(scan).equals(guest)) {
            SentGuest.Cause cause =
                    request == GuestRequest.NOT_ME ? SentGuest.Cause.NOT_THIS_PERSON : SentGuest.Cause.NAME_MISSPELT;
            sentAway = scan;
            send(scan, cause, null, Scene.PleaseGoToCounter::new);
        }
    }

    @Override
    public synchronized void unable(EntryId scan, Trouble trouble) {
        // None of these scenes is a guest's, so none ends with its guest: what ends the trouble may take the screen.
        guest = Optional.empty();
        show(
                switch (trouble) {
                    case NO_DOOR_SHEET -> new Scene.NotReady(NO_DOOR_SHEET);
                    case NO_ROSTER -> idle();
                    case NO_JOURNAL -> journalFault(NO_JOURNAL);
                    case JOURNAL_LOCKED -> journalFault(JOURNAL_LOCKED);
                    case WITHDRAWN -> new Scene.Withdrawn(counter);
                });
    }

    private Scene journalFault(Wording sentence) {
        Scene.NotReady fault = new Scene.NotReady(sentence, counter);
        journalFault = fault;
        return fault;
    }

    @Override
    public synchronized void ableAgain() {
        journalFault = null;
        showAtRest();
    }

    @Override
    public void withdrawn() {
        withdraw(true);
    }

    @Override
    public void readmitted() {
        withdraw(false);
    }

    @Override
    public void printing(EntryId scan) {
        showPrint(scan, new Scene.Printing(40, tray));
    }

    @Override
    public void printed(EntryId scan, String where) {
        showPrint(scan, new Scene.BadgeReady(tray, wordsFor(scan)));
    }

    @Override
    public void handedOver(EntryId scan, String where) {
        showPrint(scan, new Scene.BadgeComing(tray, wordsFor(scan)));
    }

    @Override
    public synchronized void nameCorrected(EntryId scan) {
        corrected = scan;
        showPrint(scan, new Scene.Printing(0, tray));
    }

    /** Whoever has two badges gives the one with the wrong name back. */
    private synchronized Wording wordsFor(EntryId scan) {
        return scan.equals(corrected) ? WORDS.say("badge.giveBack") : onward;
    }

    @Override
    public synchronized void notPrinted(EntryId scan, Wording sentence) {
        if (Optional.of(scan).equals(guest) && !scan.equals(sentAway)) {
            counters.choose(
                    new SentGuest(scan, SentGuest.Cause.NO_BADGE, null),
                    chosen -> showPrint(scan, new Scene.BadgeAtCounter(chosen, LOOK_AFTER_PRINTER)));
        }
    }

    /** The guest learns where to go as soon as it is known; the desk there learns who comes, and why. */
    private void send(EntryId scan, SentGuest.Cause cause, @Nullable Refusal refusal, Function<Counter, Scene> scene) {
        counters.choose(new SentGuest(scan, cause, refusal), chosen -> showTo(scan, scene.apply(chosen)));
    }

    /** Whoever has said that the badge is wrong is at a counter soon, whatever becomes of the badge. */
    private synchronized void showPrint(EntryId scan, Scene scene) {
        if (!scan.equals(sentAway)) {
            showTo(scan, scene);
        }
    }

    /** A badge that comes late is nobody's news: its guest has left, and another one may stand here. */
    private synchronized void showTo(EntryId scan, Scene scene) {
        if (Optional.of(scan).equals(guest)) {
            show(scene);
        }
    }
}
