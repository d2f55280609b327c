package org.einlass.kiosk.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.Desk;
import org.einlass.kiosk.gate.DeskRefusal;
import org.einlass.kiosk.gate.GateListener;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.SerialExecutor;
import org.einlass.kiosk.gate.ShownOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The desk behind its screen: takes keys and scans, has the device do what they mean, and tells the screen what to
 * show. It decides on nobody: a check-in is a scan at this desk's door, with the code that was shown or the badge
 * code of the person who was found.
 *
 * <p>All methods may be called from any thread and return at once.
 */
public final class DeskController {
    /** As many as are read at a glance. */
    public static final int MOST_ROWS = 20;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Edges edges;
    private final OperatorPins pins = new OperatorPins();
    private final DeskView view = new DeskView();
    private final DeskForms forms;
    private @Nullable DoorSheet sheet;
    private @Nullable GateReading shown;
    private @Nullable CheckIn underWay;
    private @Nullable UndoableAction last;
    private @Nullable EntryId lastScan;
    private boolean following;
    private DeskState told = DeskState.LOCKED;

    /**
     * What the controller touches.
     *
     * @param loop on which it thinks
     * @param peopleLoop on which the index is brought up to date; nobody waits for it
     * @param screen is told each new state, on {@code loop}
     */
    public record Edges(
            SerialExecutor loop,
            SerialExecutor peopleLoop,
            Clock clock,
            DeskDevice device,
            LocalPeople people,
            Consumer<DeskState> screen) {}

    public DeskController(Edges edges) {
        this.edges = edges;
        this.forms = new DeskForms(this, edges, view);
    }

    /** Begins to look at the device, and to follow the roster once it is known. Once. */
    public void open() {
        edges.loop().execute(this::look);
    }

    private void look() {
        edges.loop().after(BETWEEN_LOOKS, this::look);
        view.corner = edges.device().corner();
        tell();
        DoorSheet door = sheet;
        if (door != null) {
            followSoon(door);
        }
    }

    private void follow(DoorSheet door) {
        try {
            if (edges.people().follow(door)) {
                edges.loop().execute(this::searchAgain);
            }
        } finally {
            edges.loop().execute(() -> following = false);
        }
    }

    /** The event and door that hold now. */
    public void know(DoorSheet known) {
        edges.loop().execute(() -> {
            sheet = known;
            followSoon(known);
        });
    }

    private void followSoon(DoorSheet door) {
        if (!following) {
            following = true;
            edges.peopleLoop().execute(() -> follow(door));
        }
    }

    /** Somebody wants to open the desk. The PIN is used and forgotten. */
    public void signIn(String name, String pin) {
        onLoop(() -> {
            OperatorPins.Attempt attempt = pins.open(name, pin);
            view.notice = switch (attempt) {
                case OPENED -> null;
                case BAD_NAME -> DeskSentences.BAD_NAME.attention();
                case BAD_PIN -> DeskSentences.BAD_PIN.attention();
                case WRONG -> DeskSentences.WRONG.attention();
                case BARRED -> DeskSentences.BARRED.attention();
            };
            if (attempt == OperatorPins.Attempt.OPENED) {
                enter(OperatorPins.operator(name).orElseThrow());
            } else if (attempt == OperatorPins.Attempt.BARRED) {
                edges.device().forgetNames();
            }
        });
    }

    private void enter(OperatorId operator) {
        view.operator = operator.text();
        view.open = true;
        edges.device().wantNames();
        var unused = edges.device().atDesk(desk -> {
            desk.signIn(operator);
            return true;
        });
    }

    /** Covers the screen: nothing personal is shown until somebody opens the desk. */
    public void lock() {
        onLoop(this::cover);
    }

    private void cover() {
        view.forget();
        shown = null;
        underWay = null;
        canUndo(null);
        var unused = edges.device().atDesk(desk -> {
            desk.signIn(null);
            return true;
        });
    }

    /** Somebody typed into the search field; the whole text. */
    public void typed(String text) {
        onLoop(() -> {
            view.typed++;
            if (!view.open) {
                return;
            }
            view.query = text;
            view.selected = 0;
            search();
        });
    }

    private void searchAgain() {
        if (view.open) {
            search();
        }
        tell();
    }

    private void search() {
        DoorSheet door = sheet;
        view.found = door == null ? List.of() : edges.people().search(view.query, MOST_ROWS, door);
        view.selected = Math.min(view.selected, Math.max(0, view.found.size() - 1));
        if (!view.found.isEmpty()) {
            show(view.found.get(view.selected), null);
        }
    }

    private void show(DeskPerson person, @Nullable GateReading code) {
        view.person = person;
        view.handled = false;
        view.refused = null;
        shown = code;
    }

    /** The selection moves by so many rows. */
    public void move(int rows) {
        onOpenLoop(() -> select(view.selected + rows));
    }

    /** Somebody touches a row. */
    public void select(String query, int row) {
        onOpenLoop(() -> {
            if (query.equals(view.query)) {
                select(row);
            }
        });
    }

    private void select(int row) {
        if (!view.found.isEmpty()) {
            view.selected = Math.max(0, Math.min(view.found.size() - 1, row));
            show(view.found.get(view.selected), null);
        }
    }

    /** Checks in whoever is shown, and prints. */
    public void checkIn() {
        onOpenLoop(() -> {
            DeskPerson person = view.person;
            if (person == null || view.handled) {
                return;
            }
            GateReading code = shown == null ? GateReading.of(person.badge().code()) : shown;
            view.emptySearch();
            view.handled = true;
            scan(CheckIn.of(person), code);
        });
    }

    /** Shows a code at this desk's door. */
    void scan(CheckIn checkIn, GateReading code) {
        underWay = checkIn;
        if (checkIn.person() != null) {
            view.notice = DeskSentences.CHECKING_IN.calm(checkIn.who());
        }
        edges.device().scan(code);
    }

    /** A scanner has read something: it opens that person, whatever is on the screen. */
    public void scanned(GateReading reading) {
        onOpenLoop(() -> {
            DoorSheet door = sheet;
            Optional<DeskPerson> found =
                    door == null ? Optional.empty() : edges.people().find(reading, door);
            view.emptySearch();
            view.aside = view.form != null;
            if (found.isPresent()) {
                show(found.get(), reading);
                view.notice = null;
                return;
            }
            view.person = null;
            view.refused = null;
            scan(CheckIn.of(null), reading);
        });
    }

    /** Takes back what was done last. */
    public void undo() {
        onOpenLoop(() -> {
            UndoableAction done = last;
            if (done == null) {
                view.notice = DeskSentences.NOTHING_TO_UNDO.calm();
                return;
            }
            canUndo(null);
            var unused = edges.device()
                    .atDesk(desk -> undo(desk, done))
                    .thenAccept(why -> onLoop(() -> {
                        view.notice = why.map(refusal -> new DeskNotice(DeskNotice.Tone.ATTENTION, refusal.sentence()))
                                .orElseGet(() -> DeskSentences.UNDONE.done(done.what()));
                        undone(done.person());
                    }));
        });
    }

    /** All of it, or what can be of it. @return why not all */
    private static Optional<DeskRefusal> undo(Desk desk, UndoableAction done) {
        return done.entries().stream()
                .map(desk::undo)
                .flatMap(result -> result.objection().stream())
                .findFirst();
    }

    private void undone(@Nullable DeskPerson person) {
        if (person == null) {
            return;
        }
        edges.people().takeBack(person.registration());
        DeskPerson now = view.person;
        if (now != null && now.registration().equals(person.registration())) {
            lookAgain(person);
            view.handled = false;
            shown = null;
        }
    }

    /** What one key takes back from now on; null for nothing. */
    void canUndo(@Nullable UndoableAction action) {
        last = action;
        view.undoable = action == null ? null : action.what();
    }

    /** Opens a form about whoever is shown. */
    public void openForm(DeskForm.Kind kind) {
        onOpenLoop(() -> {
            DoorSheet door = sheet;
            if (door != null) {
                forms.open(kind, door);
            }
        });
    }

    /** The form of this number was filled in. */
    public void submit(long form, DeskForm.Input input) {
        onForm(form, (open, door) -> forms.submit(open, input, door));
    }

    /** The reason of this number, from 1, was chosen in the form of this number. */
    public void choose(long form, int reason) {
        onForm(form, (open, door) -> forms.choose(open, reason, door));
    }

    private void onForm(long number, BiConsumer<DeskForm, DoorSheet> work) {
        onOpenLoop(() -> {
            DeskForm form = view.form;
            DoorSheet door = sheet;
            if (form != null && form.number() == number && door != null) {
                work.accept(form, door);
            }
        });
    }

    /** One step back: to the half-filled form, from the form to the person, from there to an empty screen. */
    public void clear() {
        onOpenLoop(() -> {
            view.notice = null;
            if (view.form != null) {
                boolean back = view.aside;
                view.aside = false;
                view.form = back ? view.form : null;
                return;
            }
            view.emptySearch();
            view.person = null;
            view.refused = null;
            shown = null;
        });
    }

    /** Hears what the gate and the printer say. */
    public GateListener gate() {
        return new Ear();
    }

    /** The badge of {@code scan} is printed. */
    public void printed(EntryId scan) {
        onLoop(() -> {
            UndoableAction done = last;
            if (done != null && done.entries().contains(scan)) {
                boolean checkedIn = scan.equals(lastScan);
                Wording who = who(done.person());
                view.notice = (checkedIn ? DeskSentences.BADGE_READY : DeskSentences.NEW_BADGE_READY).done(who);
                lookAgain(done.person());
            }
        });
    }

    /** It could not be printed; {@code sentence} says why. */
    public void notPrinted(EntryId scan, Wording sentence) {
        onLoop(() -> {
            UndoableAction done = last;
            DeskPerson person = done != null && done.entries().contains(scan) ? done.person() : null;
            view.notice = DeskSentences.NO_BADGE.attention(who(person), sentence);
        });
    }

    private static Wording who(@Nullable DeskPerson person) {
        return CheckIn.of(person).who();
    }

    private void passed(ShownOutcome outcome) {
        CheckIn done = underWay == null ? CheckIn.of(null) : underWay;
        underWay = null;
        lastScan = outcome.scan();
        Verdict verdict = outcome.outcome().verdict();
        view.notice = switch (verdict) {
            case ADMITTED -> admitted(done, outcome);
            case PROVISIONAL -> DeskSentences.PROVISIONAL.attention(done.who());
            case REFUSED -> refused(done, outcome);
        };
        if (verdict != Verdict.REFUSED || !done.made().isEmpty()) {
            canUndo(done.undoable(outcome.scan()));
        }
        BadgeOrder order = done.order();
        if (verdict != Verdict.REFUSED && order != null && outcome.badge().isEmpty()) {
            edges.device().print(outcome.scan(), order);
        }
        lookAgain(done.person());
        boolean isShown = done.person() != null
                && view.person != null
                && view.person.registration().equals(done.person().registration());
        view.refused = verdict == Verdict.REFUSED && isShown ? outcome.scan() : null;
    }

    private DeskNotice admitted(CheckIn done, ShownOutcome outcome) {
        if (outcome.badge().isPresent()) {
            return DeskSentences.BADGE_COMES.done(done.who());
        }
        DoorSheet door = sheet;
        Optional<Instant> earlier = outcome.earlier();
        return earlier.isPresent() && door != null
                ? DeskSentences.THERE_ALREADY.calm(
                        done.who(),
                        DeskSentences.moment(earlier.get(), edges.clock().instant(), door.zone()))
                : DeskSentences.CHECKED_IN.done(done.who());
    }

    private static DeskNotice refused(CheckIn done, ShownOutcome outcome) {
        Wording sentence = outcome.sentence() == null ? Wording.same("") : outcome.sentence();
        return done.person() == null
                ? DeskSentences.CODE_LEADS_TO_NOBODY.attention(sentence)
                : DeskSentences.NOT_CHECKED_IN.attention(done.who(), sentence);
    }

    /** A screen that shows a state looks at the state again. */
    void lookAgain(@Nullable DeskPerson person) {
        DoorSheet door = sheet;
        DeskPerson now = view.person;
        if (person != null && door != null && now != null && now.registration().equals(person.registration())) {
            view.person = edges.people().find(person.registration(), door).orElse(now);
        } else if (person != null && door != null && now == null && view.found.isEmpty()) {
            view.person = edges.people().find(person.registration(), door).orElse(person);
            view.handled = true;
        }
    }

    private void onOpenLoop(Runnable work) {
        onLoop(() -> {
            if (view.open) {
                work.run();
            }
        });
    }

    /** On the loop, and tells the screen then. */
    void onLoop(Runnable work) {
        edges.loop().execute(() -> {
            work.run();
            tell();
        });
    }

    private void tell() {
        DeskState now = view.state();
        if (!now.equals(told)) {
            told = now;
            edges.screen().accept(now);
        }
    }

    private final class Ear implements GateListener {
        @Override
        public void reading(EntryId scan) {}

        @Override
        public void waiting(EntryId scan) {
            say(DeskSentences.WAITING.calm());
        }

        @Override
        public void onceMore(EntryId scan, GateReading.Flaw flaw) {
            say(DeskSentences.ONCE_MORE.attention());
        }

        @Override
        public void passed(ShownOutcome shownOutcome) {
            onLoop(() -> DeskController.this.passed(shownOutcome));
        }

        @Override
        public void unable(EntryId scan, Trouble trouble) {
            onLoop(() -> {
                underWay = null;
                view.handled = false;
                view.notice = switch (trouble) {
                    case NO_DOOR_SHEET -> DeskSentences.NO_DOOR_SHEET.attention();
                    case NO_ROSTER -> DeskSentences.NO_ROSTER.attention();
                    case NO_JOURNAL, JOURNAL_LOCKED -> DeskSentences.NO_JOURNAL.attention();
                    case WITHDRAWN -> DeskSentences.WITHDRAWN.attention();
                };
            });
        }

        private void say(DeskNotice notice) {
            onLoop(() -> view.notice = notice);
        }
    }
}
