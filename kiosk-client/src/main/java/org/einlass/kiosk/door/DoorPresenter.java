package org.einlass.kiosk.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.DoorSheet.HandOut;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.contract.wire.RoomSheet;
import org.einlass.kiosk.gate.GateListener;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.screen.door.DoorDisplay;
import org.einlass.kiosk.screen.door.DoorMessages;
import org.einlass.kiosk.screen.door.DoorOption;
import org.einlass.kiosk.screen.door.DoorRoom;
import org.einlass.kiosk.screen.door.DoorTone;
import org.einlass.kiosk.screen.door.DoorVerdict;
import org.einlass.kiosk.team.HelpSignal;
import org.einlass.kiosk.team.TeamSign;
import org.jspecify.annotations.Nullable;

/**
 * Turns what happens at a door into what its screen shows and its loudspeaker plays. The verdict on the
 * screen is the newest; nothing but the next event or its own end takes it away. From any thread.
 */
public final class DoorPresenter implements GateListener {
    /** So long the server's head count is taken for that of now. */
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final Consumer<DoorDisplay> screen;
    private final Consumer<VerdictSound> speaker;
    private final Clock clock;
    private final RecentPassages last = new RecentPassages();
    private final HeadCountEstimate headCount = new HeadCountEstimate();
    private List<DoorSheet> doors = List.of();
    private @Nullable Instant heardAt;
    private @Nullable DoorDisplay painted;
    private DoorVerdict verdict = DoorVerdicts.trouble(Trouble.NO_DOOR_SHEET);
    private @Nullable DoorSheet sheet;
    private boolean withdrawn;
    private boolean offline;
    private boolean silent;
    private boolean locked;
    private boolean blind;
    private long toSend;
    private long verdicts;
    private @Nullable Wording help;
    private List<TeamSign> signs = List.of();

    /**
     * @param screen shows it; from any thread
     * @param speaker plays it; must not block
     */
    public DoorPresenter(Consumer<DoorDisplay> screen, Consumer<VerdictSound> speaker, Clock clock) {
        this.screen = screen;
        this.speaker = speaker;
        this.clock = clock;
    }

    /** What the screen shows now. */
    public synchronized DoorDisplay display() {
        DoorSheet known = sheet;
        return new DoorDisplay(
                known == null ? Wording.same("Einlass") : known.doorTitle(),
                known == null ? Wording.same("") : SessionLine.of(known, clock.instant()),
                direction() == Direction.EXIT,
                verdict,
                verdicts,
                room(),
                locked ? List.of() : last.shown(zone()),
                notices(),
                doors.stream().map(this::choice).toList(),
                signs.stream().map(TeamSign::fault).distinct().toList());
    }

    private @Nullable DoorRoom room() {
        RoomSheet behind = sheet == null ? null : sheet.room();
        if (behind == null) {
            return null;
        }
        Instant since = heardAt;
        boolean alone = since == null || since.plus(FRESH).isBefore(clock.instant());
        Integer people = headCount.people().orElse(null);
        return new DoorRoom(people, behind.permitted(), alone && people != null);
    }

    private DoorOption choice(DoorSheet door) {
        boolean here = sheet != null && sheet.door().equals(door.door());
        return new DoorOption(door.door().text(), door.doorTitle(), door.direction() == Direction.EXIT, here);
    }

    private List<Wording> notices() {
        List<Wording> all = new ArrayList<>();
        if (sheet != null && sheet.phase() == Phase.REHEARSAL) {
            all.add(DoorMessages.say("notice.rehearsal"));
        }
        if (!locked) {
            signs.stream()
                    .filter(sign -> sign.fault() == DeviceFault.MESSAGE)
                    .map(TeamSign::words)
                    .forEach(all::add);
        }
        if (help != null) {
            all.add(help);
        }
        if (locked) {
            all.add(DoorMessages.say("notice.locked"));
        }
        if (offline) {
            all.add(DoorMessages.say("notice.offline"));
        }
        if (toSend > 0) {
            all.add(DoorMessages.say("notice.toSend", toSend));
        }
        if (silent) {
            all.add(DoorMessages.say("notice.noSound"));
        }
        if (blind) {
            all.add(DoorMessages.say("notice.camera"));
        }
        return all;
    }

    private ZoneId zone() {
        return sheet == null ? ZoneId.systemDefault() : sheet.zone();
    }

    private Direction direction() {
        return sheet == null ? Direction.ENTRY : sheet.direction();
    }

    private @Nullable HandOut gives() {
        return sheet == null ? null : sheet.gives();
    }

    /** From now on this sheet holds. */
    public synchronized void knows(DoorSheet posted) {
        DoorSheet before = sheet;
        sheet = posted;
        if (before == null || !before.door().equals(posted.door()) || !Objects.equals(before.gives(), posted.gives())) {
            show(ready());
        }
        if (before != null && !sameRoom(before.room(), posted.room())) {
            headCount.forget();
            heardAt = null;
        }
        paint();
    }

    private static boolean sameRoom(@Nullable RoomSheet one, @Nullable RoomSheet other) {
        return one != null && other != null && one.area().equals(other.area());
    }

    private DoorVerdict ready() {
        return DoorVerdicts.ready(direction(), gives());
    }

    /** The doors among which the helper chooses. */
    public synchronized void mayChoose(List<DoorSheet> assigned) {
        doors = List.copyOf(assigned);
        paint();
    }

    /** The head count is asked for now. @return what {@link #headCountHeard} is to be told */
    public synchronized long asksHeadCount() {
        return headCount.asks();
    }

    /**
     * The server has told how many people are in a room.
     *
     * @param asked what {@link #asksHeadCount} said, before every entry of this device had been delivered
     */
    public synchronized void headCountHeard(RoomSheet.Count count, long asked) {
        RoomSheet behind = sheet == null ? null : sheet.room();
        if (behind != null && behind.area().equals(count.area())) {
            headCount.heard(count.people(), asked);
            heardAt = clock.instant();
            paint();
        }
    }

    /**
     * How many there are with one more or less; empty where nobody has counted yet, and the screen says so.
     *
     * @param change 1 or -1
     */
    public synchronized Optional<Integer> peopleWith(int change) {
        Optional<Integer> people = headCount.people();
        if (people.isEmpty()) {
            show(DoorVerdicts.declined(DoorRefusal.NOT_COUNTED));
        }
        return people.map(known -> Math.max(0, known + change));
    }

    /** Somebody counted; it is in the journal. */
    public synchronized void counted(int people) {
        headCount.counted(people);
        show(DoorVerdicts.counted(people));
    }

    /**
     * How the device stands.
     *
     * @param alone whether it decides without the server
     * @param waiting entries of the journal that the server has not taken yet
     * @param signs what needs the team
     */
    public synchronized void stands(boolean alone, long waiting, List<TeamSign> signs) {
        this.signs = List.copyOf(signs);
        offline = alone;
        toSend = waiting;
        paint();
    }

    /** Whether the keys are for nobody until a helper signs in. */
    public synchronized boolean isLocked() {
        return locked;
    }

    /** Whether the keys are for nobody until a helper signs in; nothing of those who passed is shown then. */
    public synchronized void locked(boolean yes) {
        locked = yes;
        paint();
    }

    /**
     * How this door's call for help stands.
     *
     * @param desk that comes, as people call it; empty where nobody does yet, or an organiser does
     */
    public synchronized void help(HelpSignal.State state, Optional<String> desk) {
        help = switch (state) {
            case NONE -> null;
            case UNHEARD -> DoorMessages.say("notice.help.unheard");
            case HEARD -> DoorMessages.say("notice.help.heard");
            case COMING ->
                desk.map(who -> DoorMessages.say("notice.help.coming", who))
                        .orElseGet(() -> DoorMessages.say("notice.help.supervisor"));
        };
        paint();
    }

    /** A helper has signed in. */
    public synchronized void signedIn(String name) {
        show(DoorVerdicts.signedIn(name));
    }

    /** This machine makes no sound. */
    public synchronized void silent() {
        silent = true;
        paint();
    }

    /** Whether the camera, where there is one, sees nothing. */
    public synchronized void blind(boolean nothing) {
        blind = nothing;
        paint();
    }

    /** The verdict of this number was shown long enough; a newer one stays. */
    public synchronized void verdictEnded(long number) {
        if (number == verdicts && !verdict.stay().isZero()) {
            show(ready());
        }
    }

    @Override
    public synchronized void reading(EntryId scan) {
        show(DoorVerdicts.READING);
    }

    @Override
    public synchronized void waiting(EntryId scan) {
        show(DoorVerdicts.WAITING);
    }

    @Override
    public synchronized void waitingLong(EntryId scan) {
        show(DoorVerdicts.WAITING_LONG);
    }

    @Override
    public synchronized void onceMore(EntryId scan, GateReading.Flaw flaw) {
        show(DoorVerdicts.onceMore(flaw));
        speaker.accept(VerdictSound.ONCE_MORE);
    }

    @Override
    public synchronized void passed(ShownOutcome shown) {
        DoorVerdict next = DoorVerdicts.of(shown, direction(), zone(), gives());
        headCount.passed(shown.scan(), people(shown));
        boolean admitted = shown.outcome().verdict() == Verdict.ADMITTED;
        last.add(new RecentPassages.Passage(
                shown.scan(),
                shown.initials(),
                clock.instant(),
                admitted ? DoorTone.ADMITTED : next.tone(),
                next.symbol(),
                people(shown),
                false));
        show(next);
        speaker.accept(
                switch (shown.outcome().verdict()) {
                    case ADMITTED -> next.tone() == DoorTone.QUESTION ? VerdictSound.QUESTION : VerdictSound.ADMITTED;
                    case PROVISIONAL -> VerdictSound.PROVISIONAL;
                    case REFUSED -> shown.asksAtCounter() ? VerdictSound.QUESTION : VerdictSound.REFUSED;
                });
    }

    private int people(ShownOutcome shown) {
        if (shown.outcome().verdict() == Verdict.REFUSED) {
            return 0;
        }
        if (direction() == Direction.EXIT) {
            return -1;
        }
        return shown.earlier().isPresent() ? 0 : 1;
    }

    @Override
    public synchronized void unable(EntryId scan, Trouble trouble) {
        show(DoorVerdicts.trouble(trouble));
        speaker.accept(VerdictSound.REFUSED);
    }

    @Override
    public synchronized void ableAgain() {
        show(sheet == null ? DoorVerdicts.trouble(Trouble.NO_DOOR_SHEET) : ready());
    }

    /** The organiser has withdrawn this device, or trusts it again. */
    public synchronized void withdrawn(boolean yes) {
        withdrawn = false;
        show(yes ? DoorVerdicts.trouble(Trouble.WITHDRAWN) : ready());
        withdrawn = yes;
    }

    /** The scan that the helper would take back; where there is none, the screen says so. */
    public synchronized Optional<EntryId> toUndo() {
        Optional<EntryId> passage = last.lastPassed().map(RecentPassages.Passage::scan);
        if (passage.isEmpty()) {
            show(DoorVerdicts.NOTHING_TO_UNDO);
        }
        return passage;
    }

    /** The scan was taken back; it is in the journal. */
    public synchronized void undone(EntryId scan) {
        last.takeBack(scan).ifPresent(passage -> {
            headCount.undone(scan, passage.people());
            show(DoorVerdicts.undone(passage, zone()));
        });
    }

    /** The helper asked for something that cannot be done. */
    public synchronized void declined(DoorRefusal why) {
        show(DoorVerdicts.declined(why));
    }

    private void show(DoorVerdict next) {
        if (!withdrawn) {
            verdict = next;
            verdicts++;
        }
        paint();
    }

    /** Of displays that are alike only the first is sent on. */
    private void paint() {
        DoorDisplay next = display();
        if (!next.equals(painted)) {
            painted = next;
            screen.accept(next);
        }
    }
}
