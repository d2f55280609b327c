package org.einlass.kiosk.gate;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.ForeignText;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.code.ScannedText;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.jspecify.annotations.Nullable;

/**
 * A door's judgement. A reading becomes a scan, the scan one verdict: the server's if it comes within the
 * deadline, else the device's own. The verdict is in the journal before anyone sees it, and nothing that
 * comes later changes it. Of a code that this very device made, a server that has not heard of it yet does not say
 * that nobody has it.
 *
 * <p>A device that has no door sheet or no roster cannot know, so it must not say no: it asks about the same
 * scan again until an answer comes or the guest leaves, and journals nothing of it.
 *
 * <p>All methods run on the loop; whoever stands elsewhere hands over.
 */
public final class Gate {
    private static final Logger LOG = System.getLogger(Gate.class.getName());
    private static final int MOST_WAITING = 16;

    private final GateSettings settings;
    private final Edges edges;
    private final OutcomeWriter outcomes;
    private final OfflineDecision judge;
    private final ServerAvailability serverAvailability;
    private final ServerBackOff serverBackOff;
    private final CodeDebounce codeDebounce;
    private final Probe probe;
    private final JournalWatch journalWatch;
    private final Deque<GateReading> waiting = new ArrayDeque<>();
    private @Nullable DoorSheet sheet;
    private @Nullable DoorId door;
    private @Nullable PendingScan current;
    private @Nullable EntryId asksAgain;
    private long turn;
    private boolean withdrawn;

    /**
     * What the gate touches of the world; each replaceable, so that a whole congress runs on a desk in a
     * second.
     */
    public record Edges(
            SerialExecutor loop,
            DeviceClock clock,
            RandomGenerator chance,
            Uplink uplink,
            Journal journal,
            Roster roster,
            GateListener audience) {}

    /** A gate at which guests serve themselves. */
    public Gate(GateSettings settings, Edges edges) {
        this(settings, edges, () -> null, Optional::empty);
    }

    /**
     * A gate that may be staffed.
     *
     * @param staff who stands at this gate now, null for nobody; asked on the loop, once for each entry
     * @param tagKey what codes of this event are made with; empty where this device does not hold it
     */
    public Gate(
            GateSettings settings,
            Edges edges,
            Supplier<@Nullable OperatorId> staff,
            Supplier<Optional<CodeKey>> tagKey) {
        this(settings, edges, staff, tagKey, List::of);
    }

    /**
     * A gate that may be moved among doors.
     *
     * @param assigned the sheets of these doors; those that give the same decide by what the others gave
     */
    public Gate(
            GateSettings settings,
            Edges edges,
            Supplier<@Nullable OperatorId> staff,
            Supplier<Optional<CodeKey>> tagKey,
            Supplier<List<DoorSheet>> assigned) {
        this.settings = settings;
        this.edges = edges;
        this.outcomes = new OutcomeWriter(edges.clock(), edges.journal(), staff);
        this.judge = new OfflineDecision(edges.roster(), edges.journal(), tagKey, assigned);
        this.serverAvailability = new ServerAvailability(settings.missesAllowed());
        this.journalWatch = new JournalWatch(edges, this::isBusy);
        this.codeDebounce = new CodeDebounce(settings.absence());
        this.serverBackOff = new ServerBackOff(edges.clock(), edges.chance());
        this.probe = new Probe(settings, edges, serverAvailability, serverBackOff, this::post);
    }

    /** From now on this sheet holds. */
    public void post(DoorSheet posted) {
        if (!withdrawn && isHere(posted)) {
            sheet = posted;
        }
    }

    /** This device stands at another door from now on, whatever sheets of the one before still arrive. */
    public void stand(DoorSheet other) {
        door = other.door();
        post(other);
    }

    /** Whether this sheet is of the door at which the device stands. */
    public boolean isHere(DoorSheet posted) {
        return door == null || posted.door().equals(door);
    }

    /** The sheet that holds now. */
    public @Nullable DoorSheet sheet() {
        return sheet;
    }

    /**
     * The organiser has withdrawn this device: from now on it decides nothing, not even of the guest who is
     * waiting.
     */
    public void withdraw() {
        withdrawn = true;
        PendingScan open = current;
        current = null;
        if (open != null) {
            turnAway(open);
        }
    }

    /** The device has the organiser's trust again. */
    public void readmit() {
        withdrawn = false;
    }

    /** Forgets the door: a wiped device knows nothing of its event. */
    public void forget() {
        sheet = null;
    }

    /** Whether the server is asked and waited for; else the device decides alone for now. */
    public boolean isOnline() {
        return serverAvailability.isTrusted() && serverBackOff.isOver();
    }

    /** Whether a guest waits for a verdict right now. */
    public boolean isBusy() {
        return current != null;
    }

    /** A scanner read {@code text}; called as often as it is seen. */
    public void read(String text) {
        read(GateReading.of(text));
    }

    /**
     * A scanner delivered a reading; called as often as it is seen. A text that is nobody's ticket is left
     * alone beside a ticket, and as long as a guest's screen is on.
     */
    public void read(GateReading reading) {
        long now = edges.clock().nanos();
        boolean fresh = codeDebounce.isNew(reading.text(), now);
        reading.beside().forEach(text -> noteForeign(text, now));
        if (!fresh || waiting.size() >= MOST_WAITING || (hasGuest() && isForeign(reading))) {
            return;
        }
        waiting.add(reading);
        next();
    }

    /**
     * A camera has {@code text} in view and waits to see whether it is meant. A text that is nobody's ticket
     * and comes into view while a guest's screen is on is left alone until it has left the picture, also where
     * that screen ends before the camera takes the text for meant.
     */
    public void sees(String text) {
        String bare = GateReading.of(text).text();
        long now = edges.clock().nanos();
        if (hasGuest() || codeDebounce.isInView(bare, now)) {
            noteForeign(bare, now);
        }
    }

    private boolean hasGuest() {
        return current != null || !waiting.isEmpty() || codeDebounce.holdsAnyScan();
    }

    /** It counts as seen, so that it is no scan of its own when the ticket beside it has been dealt with. */
    private void noteForeign(String text, long now) {
        if (codeDebounce.isInView(text, now) || isForeign(GateReading.of(text))) {
            codeDebounce.isNew(text, now);
        }
    }

    private boolean isForeign(GateReading reading) {
        return reading.texts().stream().allMatch(text -> judge.isForeign(ScannedText.of(text), sheet));
    }

    /** Whether this text leads to somebody, as far as this device can tell. From any thread. */
    public boolean knows(String text, DoorSheet door) {
        return ScannedText.of(text) instanceof PresentedCode code && judge.knows(code, door);
    }

    /** The screen of {@code scan} has ended: its code counts anew once it has left the picture. */
    public void screenEnded(EntryId scan) {
        codeDebounce.end(scan);
        leaveUnanswered(scan);
    }

    /** Nobody stands before the scanner any more. */
    public void cleared() {
        codeDebounce.clear();
        if (asksAgain != null) {
            leaveUnanswered(asksAgain);
        }
    }

    private void next() {
        if (current != null || waiting.isEmpty()) {
            return;
        }
        start(PendingScan.of(newId(), waiting.remove(), edges.clock().nanos()));
    }

    private void start(PendingScan scan) {
        codeDebounce.begin(scan.reading().text(), scan.id(), edges.clock().nanos());
        edges.loop().after(settings.screenLimit(), () -> codeDebounce.end(scan.id()));
        edges.audience().reading(scan.id());
        try {
            begin(scan);
        } catch (JournalException broken) {
            failed(scan, broken);
        }
    }

    private void failed(PendingScan scan, JournalException broken) {
        current = null;
        LOG.log(Level.ERROR, "The journal cannot be used; guests are sent to the counter.", broken);
        codeDebounce.end(scan.id());
        journalWatch.failed(broken, scan.id());
        next();
    }

    private void turnAway(PendingScan scan) {
        edges.audience().unable(scan.id(), GateListener.Trouble.WITHDRAWN);
        next();
    }

    private void begin(PendingScan read) {
        if (withdrawn) {
            turnAway(read);
            return;
        }
        DoorSheet door = sheet;
        if (door == null) {
            askAgainLater(read);
            return;
        }
        PendingScan scan = read.meaning(judge, door);
        GateVerdict own = own(scan, door);
        if (scan.text() instanceof PresentedCode code && !judge.isForeign(code, door)) {
            ask(scan, code, door, own);
            return;
        }
        if (own == null) {
            askAgainLater(scan);
            return;
        }
        decide(scan, door, own, ForeignText.of(scan.reading().text()));
    }

    /**
     * What this device decides alone; null where it cannot know. A refusal names the roster that lacks the
     * code.
     */
    private @Nullable GateVerdict own(PendingScan scan, DoorSheet door) {
        GateVerdict own = judge.decide(scan.text(), door, edges.clock().moment(door.calendar()))
                .orElse(null);
        if (own == null || own.outcome().refusal() != Refusal.UNKNOWN) {
            return own;
        }
        return edges.roster()
                .installed()
                .map(roster -> roster.lacks(door.zone(), edges.clock()))
                .orElse(null);
    }

    private void ask(PendingScan scan, PresentedCode code, DoorSheet door, @Nullable GateVerdict own) {
        if (own != null && !isOnline()) {
            decide(scan, door, own, null);
            return;
        }
        current = scan;
        if (!serverBackOff.isOver()) {
            askAgainLater(scan);
            return;
        }
        long mine = ++turn;
        ScanQuestion question = new ScanQuestion(
                scan.id(), door.door(), code.text(), edges.clock().stamp());
        edges.uplink().ask(question, reply -> edges.loop().execute(() -> heard(scan, door, own, reply)));
        edges.loop().after(settings.deadline(), () -> waitedEnough(scan, mine, door, own));
    }

    private void heard(PendingScan scan, DoorSheet door, @Nullable GateVerdict own, Reply<ScanAnswer> reply) {
        serverBackOff.heed(reply);
        if (!scan.equals(current)) {
            return;
        }
        if (reply.fold(answer -> false, NoAnswer::isWithdrawal)) {
            withdraw();
            return;
        }
        reply.answer()
                .filter(answer -> answer.id().equals(scan.id()))
                .ifPresentOrElse(answer -> answered(scan, door, own, answer), () -> missed(scan, door, own));
    }

    private void answered(PendingScan scan, DoorSheet door, @Nullable GateVerdict own, ScanAnswer answer) {
        serverAvailability.heardInTime();
        edges.clock().contact(answer.answeredAt());
        boolean unheardOf = answer.refusal() == Refusal.UNKNOWN && judge.isMadeHere(scan.text(), door);
        decide(scan, door, own != null && unheardOf ? own : GateVerdict.of(answer), null);
    }

    private void waitedEnough(PendingScan scan, long mine, DoorSheet door, @Nullable GateVerdict own) {
        if (scan.equals(current) && mine == turn) {
            missed(scan, door, own);
        }
    }

    private void missed(PendingScan scan, DoorSheet door, @Nullable GateVerdict own) {
        if (serverAvailability.missed()) {
            LOG.log(Level.WARNING, "The server does not answer in time; this device decides alone and keeps probing.");
            probe.hurry();
        }
        if (own == null) {
            askAgainLater(scan);
            return;
        }
        decide(scan, door, own, null);
    }

    /** No outcome and no entry: the guest waits, and the same scan is taken up again. */
    private void askAgainLater(PendingScan scan) {
        current = scan;
        if (!scan.id().equals(asksAgain)) {
            asksAgain = scan.id();
            edges.audience().waiting(scan.id());
            Duration waited = Duration.ofNanos(edges.clock().nanos() - scan.startedNanos());
            edges.loop().after(settings.counterAfter().minus(waited), () -> waitedLong(scan));
        }
        long mine = ++turn;
        Duration pause = Jitter.of(settings.askPause(), serverBackOff.left(), edges.chance());
        edges.loop().after(pause, () -> askAgain(scan, mine));
    }

    private void waitedLong(PendingScan scan) {
        if (scan.equals(current)) {
            edges.audience().waitingLong(scan.id());
        }
    }

    private void askAgain(PendingScan scan, long mine) {
        if (!scan.equals(current) || mine != turn) {
            return;
        }
        if (codeDebounce.hasLeft(
                scan.reading().text(), edges.clock().nanos(), !waiting.isEmpty(), settings.screenLimit())) {
            leaveUnanswered(scan.id());
            return;
        }
        try {
            begin(scan);
        } catch (JournalException broken) {
            failed(scan, broken);
        }
    }

    private void leaveUnanswered(EntryId scan) {
        if (current == null || !scan.equals(current.id()) || !scan.equals(asksAgain)) {
            return;
        }
        current = null;
        codeDebounce.end(scan);
        edges.audience()
                .unable(scan, sheet == null ? GateListener.Trouble.NO_DOOR_SHEET : GateListener.Trouble.NO_ROSTER);
        next();
    }

    /**
     * What the scan may be instead, where the server knows nobody by what it was taken for; the roster knows
     * none.
     */
    private Optional<PendingScan> other(PendingScan scan, GateVerdict gateVerdict) {
        Outcome outcome = gateVerdict.outcome();
        boolean asked = outcome.source() == Outcome.Source.SERVER || outcome.refusal() == Refusal.FOREIGN;
        return asked && PendingScan.leadsToNobody(gateVerdict) ? scan.next(newId()) : Optional.empty();
    }

    private void letShowAgain(PendingScan scan) {
        codeDebounce.end(scan.id());
        if (scan.reading().flaw() != GateReading.Flaw.NONE) {
            codeDebounce.forget(scan.reading().text());
        }
    }

    private void decide(PendingScan scan, DoorSheet door, GateVerdict gateVerdict, @Nullable ForeignText foreign) {
        current = null;
        Optional<PendingScan> other = other(scan, gateVerdict);
        if (other.isPresent()) {
            start(other.get());
            return;
        }
        if (scan.isPiece(gateVerdict)) {
            letShowAgain(scan);
            edges.audience().onceMore(scan.id(), scan.reading().flaw());
            next();
            return;
        }
        ShownOutcome shown;
        try {
            shown = outcomes.write(
                    scan,
                    door,
                    gateVerdict,
                    foreign,
                    judge.initials(scan.text(), door),
                    judge.bearer(scan.text(), door));
        } catch (JournalException full) {
            failed(scan, full);
            return;
        }
        edges.audience().passed(shown);
        next();
    }

    /** A new id for an entry of this device. */
    public EntryId newId() {
        return new EntryId(TimeOrderedUuid.next(edges.clock().now(), edges.chance()));
    }

    /** Starts to look for the server and to keep the door sheet fresh. Once, after construction. */
    public void open() {
        probe.begin();
    }
}
