package org.einlass.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.UnlockCard;
import org.einlass.contract.helper.HelperPass;
import org.einlass.contract.helper.HelperRows;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DeviceTrust;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.contract.wire.HeartbeatAnswer.CounterOrder;
import org.einlass.contract.wire.RoomSheet;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.WipeReceipt;
import org.einlass.kiosk.desk.device.DeskUplink;
import org.einlass.kiosk.desk.device.RoleBadgeNumbers;
import org.einlass.kiosk.desk.people.LocalPeople;
import org.einlass.kiosk.desk.state.DeskCorner;
import org.einlass.kiosk.door.DoorActions;
import org.einlass.kiosk.door.DoorChoice;
import org.einlass.kiosk.gate.AttendeeDirectory;
import org.einlass.kiosk.gate.BadgeLayoutSource;
import org.einlass.kiosk.gate.Desk;
import org.einlass.kiosk.gate.DeskCipher;
import org.einlass.kiosk.gate.DeskRefusal;
import org.einlass.kiosk.gate.DeskRoster;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.Gate;
import org.einlass.kiosk.gate.GateListener;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.GateSettings;
import org.einlass.kiosk.gate.InstalledRoster;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Roster;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.gate.ThreadExecutor;
import org.einlass.kiosk.gate.Uplink;
import org.einlass.kiosk.guest.GuestDialogues;
import org.einlass.kiosk.guest.GuestJournal;
import org.einlass.kiosk.guest.GuestName;
import org.einlass.kiosk.helper.HelperSignIn;
import org.einlass.kiosk.print.BadgePrinter;
import org.einlass.kiosk.print.FormatChoice;
import org.einlass.kiosk.print.PrintKind;
import org.einlass.kiosk.print.PrintResult;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.kiosk.print.RollCount;
import org.einlass.kiosk.queue.PrintJob;
import org.einlass.kiosk.store.DeviceStore;
import org.einlass.kiosk.sync.CarryingUplink;
import org.einlass.kiosk.sync.HeartbeatLoop;
import org.einlass.kiosk.sync.HeartbeatUplink;
import org.einlass.kiosk.sync.JournalSync;
import org.einlass.kiosk.sync.JournalUplink;
import org.einlass.kiosk.sync.KeySource;
import org.einlass.kiosk.sync.Outbox;
import org.einlass.kiosk.sync.QuestionUplink;
import org.einlass.kiosk.sync.RosterSource;
import org.einlass.kiosk.sync.RosterSync;
import org.einlass.kiosk.sync.SyncSettings;
import org.einlass.kiosk.sync.WireJson;
import org.einlass.kiosk.team.HelpSignal;
import org.einlass.kiosk.team.TeamSign;
import org.einlass.reports.PrintedPages;
import org.jspecify.annotations.Nullable;

/**
 * A whole kiosk, put together: texts of codes go in, verdicts and badges come out, the journal goes to the
 * server. Which scanner reads and which screen shows is for the caller to choose. Methods may be called from
 * any thread.
 */
public final class Kiosk implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Kiosk.class.getName());
    private static final Duration BETWEEN_HELP_CALLS = Duration.ofSeconds(3);
    private static final Duration REHEARSAL_ENDS = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Parts parts;
    private final KioskView view;
    private final ThreadExecutor gateLoop = new ThreadExecutor("einlass-gate");
    private final ThreadExecutor syncLoop = new ThreadExecutor("einlass-sync");
    private final ThreadExecutor rosterLoop = new ThreadExecutor("einlass-roster");
    private final ThreadExecutor printLoop = new ThreadExecutor("einlass-printer");
    private final ThreadExecutor documentLoop;
    private final CompletableFuture<DoorSheet> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> warm = new CompletableFuture<>();
    private final Thread rehearsal = new Thread(this::rehearse, "einlass-warm-up");
    private final BadgeRenderers renderers;
    private final BadgeLayoutSync layoutSync;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.LIVE);
    private final Gate gate;
    private final Desk desk;
    private final LocalPeople people;
    private final DoorActions door;
    private final Uplink uplink;
    private final JournalSync sync;
    private final RosterSync rosterSync;
    private final BadgePrinting badgePrinting;
    private final WithdrawalEffects withdrawalEffects;
    private final DeviceTrustState deviceTrustState;
    private final DeskKey deskKey;
    private final HelperSignIn helpers;
    private final HeartbeatLoop heartbeatLoop;
    private volatile @Nullable CounterOrder counterOrder;
    private final TeamWatch team;
    private final HelpSignal help;
    private final GuestQuestions guestQuestions;
    private final GuestDialogues guestDialogues;
    private final AtomicBoolean strangerReported = new AtomicBoolean();
    private volatile boolean guestWaits;
    private volatile boolean online;

    /**
     * Everything of the world that a kiosk touches; each replaceable by a test. Closed with the kiosk.
     *
     * @param printers the device's own first, then the neighbours that help out
     * @param documents where a desk's lists and reports go
     * @param labels on a new roll of the device's own printer; 0 where they are not counted
     */
    public record Parts(
            GateSettings gate,
            SyncSettings sync,
            DeviceClock clock,
            RandomGenerator chance,
            Uplink uplink,
            QuestionUplink questions,
            JournalUplink courier,
            RosterSource rosters,
            HeartbeatUplink custodian,
            KeySource keys,
            BadgeLayoutSource layouts,
            DeskUplink desk,
            Papers papers,
            DeviceStore store,
            List<BadgePrinter> printers,
            BadgePrinter documents,
            FormatChoice paper,
            int labels,
            Runnable close) {}

    /**
     * What a device says of itself.
     *
     * @param token mark of its token
     * @param kind what it works as
     * @param door where its settings place it
     * @param kept says what an order to wipe cannot destroy here
     */
    public record Papers(String token, DeviceMode kind, DoorId door, Supplier<List<WipeReceipt.Kept>> kept) {}

    public Kiosk(Parts parts, KioskView view) {
        this.parts = parts;
        this.view = view;
        this.rehearsal.setDaemon(true);
        this.documentLoop = documentLoop(parts, printLoop);
        this.team = new TeamWatch(parts.store(), parts.clock(), this::printerStatus);
        this.help = new HelpSignal(parts.desk()::report, this::newEntryId);
        this.guestQuestions =
                new GuestQuestions(parts.desk(), () -> online, parts.gate().deadline());
        this.guestDialogues = new GuestDialogues(
                new GuestJournal(
                        parts.clock(),
                        this::newEntryId,
                        parts.store().journal(),
                        parts.chance(),
                        letter -> WireJson.write(letter).getBytes(UTF_8)),
                view,
                this::print);
        this.renderers = new BadgeRenderers(parts.paper());
        this.layoutSync = new BadgeLayoutSync(
                syncLoop,
                parts.store().keepsakes(),
                parts.layouts(),
                layouts -> printLoop.execute(() -> renderers.use(layouts)));
        DeviceStore store = parts.store();
        Roster roster = new DeskRoster(store.roster(), store.newcomers(), store.memory(), phase::get);
        this.people = new LocalPeople(store.guests(), roster, store.journal(), store.corrections());
        this.sync = new JournalSync(
                parts.sync(), syncLoop, parts.chance(), parts.store().outbox(), parts.courier(), () -> guestWaits);
        this.uplink = new ObservedUplink(
                new CarryingUplink(parts.uplink(), parts.questions(), sync),
                this::heardOfTheServer,
                this::arrived,
                this::heardSilence);
        this.gate = new Gate(
                parts.gate(),
                new Gate.Edges(gateLoop, parts.clock(), parts.chance(), uplink, store.journal(), roster, new Watch()),
                this::staff,
                store.keyRing()::tagKey,
                store.keepsakes()::assigned);
        this.desk = new Desk(new Desk.Edges(
                parts.clock(),
                parts.chance(),
                store.journal(),
                store.memory(),
                roster,
                store.newcomers(),
                store.corrections(),
                store.keyRing(),
                letter -> WireJson.write(letter).getBytes(UTF_8)));
        this.door = new DoorActions(new DoorActions.Edges(
                parts.clock(),
                gate::newId,
                store.journal(),
                store.memory(),
                gate::sheet,
                new DoorChoice(store.keepsakes(), uplink, this::stand)));
        this.rosterSync = new RosterSync(
                parts.sync(),
                rosterLoop,
                parts.chance(),
                new ObservedRosters(parts.rosters(), this::heardOfRoster, this::heardSilence),
                parts.store().rosterShelf(),
                () -> syncLoop.execute(this::reportEverythingAgain));
        this.badgePrinting = new BadgePrinting(
                new BadgePrinting.Parts(
                        printLoop,
                        parts.clock(),
                        gate::newId,
                        store.journal(),
                        store.printJobs(),
                        renderers,
                        parts.printers(),
                        new RollCount(
                                parts.labels(),
                                parts.printers().get(0),
                                store.keepsakes()::labelsUsed,
                                store.keepsakes()::keepLabelsUsed),
                        view),
                this::tellPrinter);
        this.withdrawalEffects = new WithdrawalEffects(new WithdrawalEffects.Parts(
                parts.store(),
                gateLoop,
                gate,
                rosterLoop,
                rosterSync,
                badgePrinting,
                view,
                this::wantKeyAgain,
                parts.papers().kept()));
        this.deviceTrustState = new DeviceTrustState(
                syncLoop, parts.store().keepsakes(), parts.papers().token(), parts.custodian(), withdrawalEffects);
        this.deskKey = new DeskKey(
                syncLoop, parts.store().vault(), parts.keys(), parts.papers().kind() == DeviceMode.DESK);
        this.helpers = new HelperSignIn(
                store.keepsakes(), parts.clock(), plain -> WireJson.read(new String(plain, UTF_8), HelperPass.class));
        this.heartbeatLoop = new HeartbeatLoop(
                syncLoop,
                parts.chance(),
                parts.custodian(),
                new HeartbeatSource(
                        parts.store(),
                        parts.clock(),
                        parts.papers().kind(),
                        badgePrinting,
                        helpers,
                        team::faults,
                        team::message),
                this::heard);
    }

    /** Documents wait behind badges only where both come out of one printer. */
    private static ThreadExecutor documentLoop(Parts parts, ThreadExecutor badges) {
        String documents = parts.documents().name();
        boolean shared =
                parts.printers().stream().anyMatch(printer -> printer.name().equals(documents));
        return shared ? badges : new ThreadExecutor("einlass-documents");
    }

    /** Begins to look for the server and to deliver what an earlier start has left. Once. */
    public Kiosk open() {
        Optional<DoorSheet> chosen = door.choice().restored(parts.papers().door());
        chosen.ifPresent(sheet -> gateLoop.execute(() -> stand(sheet)));
        chosen.or(parts.store().keepsakes()::doorSheet).ifPresent(this::knows);
        if (deviceTrustState.begin()) {
            rosterLoop.execute(rosterSync::open);
        }
        gateLoop.execute(gate::open);
        syncLoop.execute(sync::wake);
        syncLoop.execute(heartbeatLoop::beat);
        syncLoop.execute(layoutSync::begin);
        syncLoop.after(BETWEEN_HELP_CALLS, this::repeatHelp);
        printLoop.execute(this::warmUp);
        printLoop.execute(badgePrinting::watch);
        return this;
    }

    /** Lets guests pass who stand before the door of {@code sheet}, but looks for no server, and warms nothing up. */
    Kiosk openAlone(DoorSheet sheet) {
        knows(sheet);
        printLoop.execute(badgePrinting::watch);
        return this;
    }

    private void warmUp() {
        try {
            renderers.warmUp();
            WarmUp.ofRecords(parts.clock().stamp());
        } finally {
            rehearsal.start();
        }
    }

    /** Beside everything else, and only until the first guest comes: nobody waits for it. */
    private void rehearse() {
        try {
            GuestRehearsal.once();
        } finally {
            warm.complete(null);
        }
    }

    /** A scanner has {@code text} in view. */
    public void read(String text) {
        read(GateReading.of(text));
    }

    /** A scanner has this in view. */
    public void read(GateReading reading) {
        rehearsal.interrupt();
        gateLoop.execute(() -> gate.read(reading));
    }

    /** A camera has {@code text} in view, and it is not sure that it is meant. */
    public void sees(String text) {
        gateLoop.execute(() -> gate.sees(text));
    }

    /** Whether this device's roster leads from {@code text} to somebody. */
    public boolean knows(String text) {
        DoorSheet door = ready.getNow(null);
        return door != null && gate.knows(text, door);
    }

    /**
     * Does something at the desk, where this device is one, on the gate's loop; the journal is on its way
     * then. What is asked before {@link #ready()} is declined, and what is asked of a withdrawn device fails.
     */
    public <T> CompletableFuture<T> atDesk(Function<Desk, T> work) {
        return onTheGatesLoop(() -> work.apply(desk));
    }

    /** Does something at the door, where this device stands at one, as {@link #atDesk} does at a desk. */
    public <T> CompletableFuture<T> atDoor(Function<DoorActions, T> work) {
        return onTheGatesLoop(() -> work.apply(door));
    }

    /** The doors that this device is assigned to; what it says may be asked from any thread. */
    public DoorChoice doors() {
        return door.choice();
    }

    private <T> CompletableFuture<T> onTheGatesLoop(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        gateLoop.execute(() -> {
            if (withdrawalEffects.areTaken()) {
                done.completeExceptionally(new IllegalStateException("This device was withdrawn."));
                return;
            }
            try {
                T result = work.get();
                syncLoop.execute(() -> {
                    try {
                        sync.wake();
                    } finally {
                        done.complete(result);
                    }
                });
            } catch (RuntimeException broken) {
                done.completeExceptionally(broken);
            }
        });
        return done;
    }

    /** Prints a badge that the desk made; {@code entry} is the journal's that made it. */
    public void print(EntryId entry, BadgeOrder order) {
        gateLoop.execute(() -> {
            DoorSheet sheet = gate.sheet();
            if (sheet != null) {
                badgePrinting.print(entry, order, sheet, staff());
            }
        });
    }

    /**
     * Sends a document to the desk's printer; where that is the badges' too, after the badges that wait there.
     * Completed with what became of it.
     */
    public CompletableFuture<PrintResult> printDocument(PrintKind kind, PrintedPages pages) {
        return CompletableFuture.supplyAsync(
                () -> parts.documents().print(newEntryId(), kind, pages), documentLoop::execute);
    }

    /** Whether documents stay on this machine as files. */
    public boolean keepsDocuments() {
        return parts.documents().isFolder();
    }

    private EntryId newEntryId() {
        return new EntryId(TimeOrderedUuid.next(parts.clock().now(), parts.chance()));
    }

    /** This device's call for help; said again every few seconds. */
    public HelpSignal help() {
        return help;
    }

    private void repeatHelp() {
        syncLoop.after(BETWEEN_HELP_CALLS, this::repeatHelp);
        if (!isWithdrawn()) {
            help.look();
        }
    }

    /** The print of which nobody can say whether it came out, of one attendee's badge. */
    public Optional<PrintJob> unclearPrint(RegistrationId registration) {
        return badgePrinting.unclear(registration);
    }

    /** A person has looked at the printer and decided whether an unclear print came out. */
    public void decidePrint(EntryId print, boolean cameOut) {
        badgePrinting.decide(print, cameOut);
    }

    /** The guest of {@code scan} has seen enough. */
    public void screenEnded(EntryId scan) {
        gateLoop.execute(() -> {
            guestDialogues.left(scan);
            gate.screenEnded(scan);
        });
    }

    /** Nobody stands before the scanner any more. */
    public void cleared() {
        gateLoop.execute(gate::cleared);
    }

    /** The sheet of this kiosk's door, as soon as it is known; before that nobody can be admitted. */
    public CompletableFuture<DoorSheet> ready() {
        return ready.copy();
    }

    /** Completed when the first badge takes no longer than later ones. */
    public CompletableFuture<Void> warm() {
        return warm.copy();
    }

    /** Whether this kiosk can decide alone: it knows its door and has a roster, of whatever age. */
    public boolean canDecideAlone() {
        return ready.isDone() && parts.store().roster().installed().isPresent();
    }

    /** How far this kiosk follows the event's roster; empty as long as it knows no guests. */
    public Optional<RosterCursor> roster() {
        return parts.store().rosterShelf().cursor();
    }

    /** Whether the organiser has withdrawn this kiosk. */
    public boolean isWithdrawn() {
        return withdrawalEffects.areTaken();
    }

    /** Whether the server is asked and waited for; else this device decides alone for now. */
    public CompletableFuture<Boolean> isOnline() {
        return CompletableFuture.supplyAsync(gate::isOnline, gateLoop::execute);
    }

    /** How much of the journal is still on its way. */
    public Outbox.Backlog backlog() {
        return parts.store().outbox().backlog();
    }

    /**
     * Waits until the server has named the fate of every entry.
     *
     * @return false where the time was too short
     */
    public boolean awaitDelivered(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        syncLoop.execute(sync::wake);
        while (backlog().waiting() > 0) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }

    private PrinterStatus printerStatus() {
        return badgePrinting.status();
    }

    /** What needs the team now, each with its words. */
    public List<TeamSign> signs() {
        return team.signs();
    }

    /** The camera sees nothing, or sees again (null). */
    void camera(@Nullable Wording fault) {
        team.camera(fault);
    }

    /** A scanner has sent a code without an end. */
    void noLineEnd() {
        team.noLineEnd();
    }

    /** Another program's window has taken the keyboard, or the kiosk's has it back. */
    void keyboard(boolean away) {
        team.keyboard(away);
    }

    private void heardOfRoster() {
        online = true;
        team.heardOfServer();
    }

    private void heardOfTheServer() {
        team.heardOfServer();
        strangerReported.set(false);
        online = true;
        syncLoop.execute(() -> {
            sync.serverIsBack();
            sync.wake();
        });
    }

    /** The server was restored from a backup: what it had taken since then it has forgotten. */
    private void reportEverythingAgain() {
        parts.store().outbox().reportEverythingAgain();
        sync.wake();
    }

    private void arrived(DoorSheet sheet) {
        gateLoop.execute(() -> {
            if (gate.isHere(sheet)) {
                post(sheet);
                syncLoop.execute(() -> keep(sheet));
            }
        });
        ready.complete(sheet);
    }

    /** The device stands at another door from now on. On the gate's loop. */
    private void stand(DoorSheet sheet) {
        uplink.stand(sheet.door());
        gate.stand(sheet);
        gate.cleared();
        post(sheet);
        syncLoop.execute(() -> keep(sheet));
    }

    /** Asks the server how many people are in the room behind the door; the reply comes on any thread. */
    public void fetchHeadCount(Consumer<Reply<RoomSheet.Count>> then) {
        uplink.fetchHeadCount(then);
    }

    private void keep(DoorSheet sheet) {
        if (!deviceTrustState.isWithdrawn()) {
            parts.store().keepsakes().keep(sheet);
        }
    }

    private void heardSilence(NoAnswer why) {
        online = false;
        team.heardSilence(why);
        if (why == NoAnswer.UNTRUSTED && !strangerReported.getAndSet(true)) {
            LOG.log(Level.WARNING, OperatorMessages.ofThisMachine().say("log.untrusted"));
        }
        if (why == NoAnswer.REVOKED) {
            syncLoop.execute(this::revoked);
        }
        if (why == NoAnswer.WIPE_ORDERED) {
            syncLoop.execute(this::askForTheOrder);
        }
    }

    private void revoked() {
        if (!deviceTrustState.isWithdrawn()) {
            deviceTrustState.revoked();
            heartbeatLoop.beat();
        }
    }

    private void wantKeyAgain() {
        if (parts.papers().kind() == DeviceMode.DESK) {
            deskKey.want();
        }
    }

    private void heard(HeartbeatAnswer answer) {
        deviceTrustState.heard(answer);
        counterOrder = answer.standing() == DeviceTrust.ENROLLED ? answer.counter() : null;
        team.told(answer.standing() == DeviceTrust.ENROLLED ? answer.message() : null);
        if (answer.standing() == DeviceTrust.ENROLLED && parts.papers().kind() != DeviceMode.DOOR) {
            layoutSync.ask();
        }
        deskKey.heard(answer);
        HelperRows rows = answer.helpers();
        if (rows != null && answer.standing() == DeviceTrust.ENROLLED) {
            helpers.heard(rows);
        }
        List<DoorId> doors = answer.doors();
        if (doors != null && answer.standing() == DeviceTrust.ENROLLED) {
            gateLoop.execute(() -> door.choice().assigned(doors, gate.sheet(), gateLoop));
        }
    }

    /** What the organiser wants of this desk's counter. */
    public Optional<CounterOrder> counterOrder() {
        return Optional.ofNullable(counterOrder);
    }

    /** The team can read now what the organiser tells it; the next heartbeat says so. */
    public void messageShown() {
        team.messageShown();
    }

    /** Which numbers the badges of functions have that were made here. */
    public RoleBadgeNumbers roleBadgeNumbers() {
        return parts.store().keepsakes();
    }

    /** Helpers who sign in by badge and PIN. */
    public HelperSignIn helpers() {
        return helpers;
    }

    /** The server is told how this device is, and asked for what has changed, now rather than soon. */
    public void beat() {
        syncLoop.execute(heartbeatLoop::beat);
    }

    /** What a desk seals and opens while it is unlocked. */
    public DeskCipher vault() {
        return parts.store().vault();
    }

    /** Finds guests by name, while the desk is unlocked. */
    public LocalPeople people() {
        return people;
    }

    /** What a desk asks the server by itself; a withdrawn one hears no answers. */
    public DeskUplink deskUplink() {
        return parts.desk();
    }

    /** What this device asks the server for a guest. */
    public GuestQuestions guestQuestions() {
        return guestQuestions;
    }

    /** The name that the guest of {@code scan} may correct here; empty where a counter does. */
    public Optional<GuestName> nameToCorrect(EntryId scan) {
        return guestDialogues.nameToCorrect(scan);
    }

    /**
     * The guest of {@code scan} spells the name like this; a badge with it is printed. Completed with whether it was
     * taken; else a counter puts it right.
     */
    public CompletableFuture<Boolean> correctName(EntryId scan, GuestName now) {
        return onTheGatesLoop(() -> {
            DoorSheet sheet = gate.sheet();
            return sheet != null && guestDialogues.correctName(scan, now, sheet);
        });
    }

    /** The guest of {@code scan} answers about photographs, or does not; the badge that has waited for it is printed. */
    public void answerPhotographs(EntryId scan, PhotoConsent answer) {
        var unused = onTheGatesLoop(() -> {
            guestDialogues.answerPhotographs(scan, answer);
            return true;
        });
    }

    /** The guest of {@code scan} has chosen an answer to a question of the organiser's own. Completed with whether it was taken. */
    public CompletableFuture<Boolean> answerQuestion(EntryId scan, String question, int choice) {
        return onTheGatesLoop(() -> guestDialogues.answerQuestion(scan, question, choice));
    }

    private void print(EntryId scan, BadgeOrder badge, DoorSheet sheet) {
        badgePrinting.print(scan, badge, sheet, staff());
    }

    /** Whether the server answered last. */
    public boolean hearsServer() {
        return online;
    }

    /** How a desk is, for the corner of its screen. */
    public DeskCorner corner() {
        return new DeskCorner(
                online,
                backlog().waiting(),
                people.size(),
                parts.store().roster().installed().map(InstalledRoster::heardAt).orElse(null),
                badgePrinting.status().sentence(),
                team.signs());
    }

    /** The guests by name, while the desk is unlocked. */
    public AttendeeDirectory guests() {
        return parts.store().guests();
    }

    /**
     * A person opens the desk with its card, without network. Completed with whether it is this desk's card.
     */
    public CompletableFuture<Boolean> unlock(UnlockCard card) {
        return CompletableFuture.supplyAsync(() -> deskKey.unlock(card), syncLoop::execute);
    }

    /** A person closes the desk; only its card, or {@link #unlockByServer}, opens it again. */
    public CompletableFuture<Void> lock() {
        return CompletableFuture.runAsync(deskKey::lock, syncLoop::execute);
    }

    /** The server is asked for the key now, and with each heartbeat until it has told it. */
    public void unlockByServer() {
        syncLoop.execute(() -> {
            deskKey.want();
            heartbeatLoop.beat();
        });
    }

    /** A new card for paper, which opens this desk beside the one before; empty while the desk is locked. */
    public Optional<UnlockCard> issueUnlockCard() {
        return parts.store().vault().issueCard();
    }

    /** A new card is on paper, and alone opens this desk from now on; or it is not, and opens nothing. */
    public void settleUnlockCard(UnlockCard card, boolean onPaper) {
        parts.store().vault().settleCard(card, onPaper);
    }

    /** The server, and with it the console and the desks, learns of a printer's fault at once. */
    private void tellPrinter() {
        syncLoop.execute(heartbeatLoop::beat);
    }

    /** Only a heartbeat's answer bears the order itself. */
    private void askForTheOrder() {
        if (!deviceTrustState.isWithdrawn()) {
            heartbeatLoop.beat();
        }
    }

    /**
     * Who answers for scans and prints: the member of staff at a desk or door; at a self-service kiosk nobody.
     * On the gate's loop.
     */
    private @Nullable OperatorId staff() {
        return switch (parts.papers().kind()) {
            case DESK -> desk.staff();
            case DOOR -> door.staff();
            case KIOSK -> null;
        };
    }

    /**
     * What is printed at a desk is what was put right there, whether the server knows of it yet or not; where the disk
     * cannot say what that is, nothing is printed. Tells the view.
     */
    private ShownOutcome corrected(ShownOutcome decided) {
        BadgeOrder order = decided.order();
        if (order == null || parts.papers().kind() != DeviceMode.DESK) {
            view.passed(decided);
            return decided;
        }
        try {
            ShownOutcome corrected = decided.withBadge(desk.corrected(order));
            view.passed(corrected);
            return corrected;
        } catch (JournalException unreadable) {
            ShownOutcome without = decided.withBadge(null);
            view.passed(without);
            view.notPrinted(decided.scan(), DeskRefusal.NO_JOURNAL.sentence());
            return without;
        }
    }

    private void post(DoorSheet sheet) {
        phase.set(sheet.phase());
        team.knows(sheet);
        desk.post(sheet);
        view.knows(sheet);
    }

    private void knows(DoorSheet kept) {
        gateLoop.execute(() -> {
            gate.post(kept);
            post(kept);
        });
        ready.complete(kept);
    }

    /** What it has put on the disk is deleted then. */
    private void endRehearsal() {
        rehearsal.interrupt();
        try {
            rehearsal.join(REHEARSAL_ENDS.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets running work end; nothing that was shown is lost. */
    @Override
    public void close() {
        endRehearsal();
        gateLoop.close();
        printLoop.close();
        documentLoop.close();
        rosterLoop.close();
        syncLoop.close();
        parts.close().run();
        parts.store().close();
    }

    /**
     * Passes on what the gate says: to the printer, to the view, to the journal's delivery. On the gate's
     * loop.
     */
    private final class Watch implements GateListener {
        @Override
        public void reading(EntryId scan) {
            guestWaits = true;
            view.reading(scan);
        }

        @Override
        public void waiting(EntryId scan) {
            guestWaits = false;
            view.waiting(scan);
        }

        @Override
        public void waitingLong(EntryId scan) {
            view.waitingLong(scan);
        }

        @Override
        public void onceMore(EntryId scan, GateReading.Flaw flaw) {
            guestWaits = false;
            view.onceMore(scan, flaw);
        }

        @Override
        public void passed(ShownOutcome decided) {
            guestWaits = false;
            ShownOutcome shownOutcome = corrected(decided);
            DoorSheet sheet = gate.sheet();
            if (sheet != null) {
                guestDialogues.passed(shownOutcome, sheet);
            }
            syncLoop.execute(sync::wake);
        }

        @Override
        public void unable(EntryId scan, Trouble trouble) {
            guestWaits = false;
            team.unable(trouble);
            view.unable(scan, trouble);
        }

        @Override
        public void ableAgain() {
            team.ableAgain();
            view.ableAgain();
        }
    }
}
