package org.einlass.kiosk.desk;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.einlass.contract.Wording;
import org.einlass.contract.code.HelperCard;
import org.einlass.contract.code.UnlockCard;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.desk.device.DeskEdges;
import org.einlass.kiosk.desk.paper.DeskDocuments;
import org.einlass.kiosk.desk.paper.DeskSupplies;
import org.einlass.kiosk.desk.paper.PaperFallback;
import org.einlass.kiosk.desk.paper.PrintingDesk;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskCorner;
import org.einlass.kiosk.desk.state.DeskDocument;
import org.einlass.kiosk.desk.state.DeskForm;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.desk.state.DeskSupply;
import org.einlass.kiosk.desk.state.UndoableAction;
import org.einlass.kiosk.gate.GateListener;
import org.einlass.kiosk.gate.GateReading;
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

    private static final Logger LOG = System.getLogger(DeskController.class.getName());

    private final DeskEdges edges;
    private final DeskView view = new DeskView();
    private final DeskForms forms;
    private final DeskLock lock;
    private final DeskVerdicts verdicts;
    private final DeskClarifications clarifications;
    private final DeskCounter counter;
    private final DeskSearch search;
    private final DeskUndo undo;
    private final DeskHelp help;
    private final DeskDocuments documents;
    private final DeskSupplies supplies;
    private final PaperFallback paper;
    private boolean following;
    private boolean troubled;
    private DeskState told = DeskState.LOCKED;

    public DeskController(DeskEdges edges) {
        this.edges = edges;
        this.forms = new DeskForms(this, edges, view);
        this.lock = new DeskLock(edges, view);
        this.clarifications = new DeskClarifications(this, edges, forms, view);
        this.verdicts = new DeskVerdicts(this, edges, forms, view);
        this.counter = new DeskCounter(this, edges, view);
        this.search = new DeskSearch(this, edges, view, counter);
        this.undo = new DeskUndo(this, edges, forms, view);
        this.help = new DeskHelp(this, edges, view);
        PrintingDesk printing = new Printing();
        this.documents = new DeskDocuments(printing, edges);
        this.supplies = new DeskSupplies(printing, edges, documents);
        this.paper = new PaperFallback(printing, edges, documents);
    }

    /** Begins to look at the device, and to follow the roster once it is known. Once. */
    public void open() {
        edges.loop().execute(this::look);
    }

    private void look() {
        edges.loop().after(BETWEEN_LOOKS, this::look);
        lock.look();
        if (view.open) {
            edges.device().messageShown();
        }
        onLoop(() -> {
            verdicts.look();
            clarifications.look();
            counter.look();
            help.look();
            view.corner = corner();
            troubled = false;
        });
        DoorSheet door = view.sheet;
        if (door != null) {
            followSoon(door);
        }
    }

    private DeskCorner corner() {
        return edges.device().corner().withPaper(paper.madeAt().orElse(null));
    }

    private void follow(DoorSheet door) {
        try {
            boolean changed = edges.people().follow(door);
            if (changed) {
                onLoop(search::again);
            }
            paper.follow(door, changed);
        } finally {
            edges.loop().execute(() -> following = false);
        }
    }

    /** The event and door that hold now. */
    public void know(DoorSheet known) {
        onLoop(() -> {
            DoorSheet before = view.sheet;
            view.sheet = known;
            followSoon(known);
            if (before != null && before.phase() != known.phase()) {
                search.again();
                lookAgain(view.person);
            }
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
        onLoop(() -> lock.signIn(name, pin));
    }

    /** Covers the screen: nothing personal is shown until somebody opens the desk. */
    public void lock() {
        onOpenLoop(lock::cover);
    }

    /** The same at a shift's end: whoever opens the desk next may be new here. */
    public void handOver() {
        onOpenLoop(lock::handOver);
    }

    /** Somebody typed into the search field; the whole text. */
    public void typed(String text) {
        onLoop(() -> {
            view.typed++;
            if (!view.open) {
                return;
            }
            lock.touched();
            search.typed(text);
        });
    }

    /** The selection moves by so many rows. */
    public void move(int rows) {
        onOpenLoop(() -> search.move(rows));
    }

    /** Somebody touches the row of this registration, wherever it stands by now. */
    public void select(RegistrationId registration) {
        onOpenLoop(() -> search.select(registration));
    }

    /** Checks in whoever is shown, and prints. */
    public void checkIn() {
        onOpenLoop(() -> {
            DeskPerson person = view.person;
            if (person == null || view.handled) {
                return;
            }
            GateReading code =
                    view.shown == null ? GateReading.of(person.badge().code()) : view.shown;
            view.emptySearch();
            view.handled = true;
            counter.arrived(person.registration());
            scan(CheckIn.of(person), code);
        });
    }

    /** Shows a code at this desk's door. */
    void scan(CheckIn checkIn, GateReading code) {
        verdicts.scan(checkIn, code);
    }

    /**
     * A scanner has read something: it opens that person, whatever is on the screen. An unlock card opens a locked
     * desk, and a helper's badge changes who stands here; both go nowhere else: they are secrets.
     */
    public void scanned(GateReading reading) {
        Optional<UnlockCard> card = reading.texts().stream()
                .flatMap(text -> UnlockCard.parse(text).stream())
                .findFirst();
        if (card.isPresent()) {
            onLoop(() -> lock.card(card.get(), this::onLoop));
            return;
        }
        Optional<HelperCard> badge = reading.texts().stream()
                .flatMap(text -> HelperCard.parse(text).stream())
                .findFirst();
        if (badge.isPresent()) {
            onLoop(() -> lock.badge(badge.get()));
            return;
        }
        onOpenLoop(() -> {
            DoorSheet door = view.sheet;
            Optional<DeskPerson> found =
                    door == null ? Optional.empty() : edges.people().find(reading, door);
            view.emptySearch();
            clarifications.show(false);
            if (door != null && view.form != null && !view.aside && forms.takes(view.form, reading, found, door)) {
                return;
            }
            view.aside = view.form != null;
            if (found.isPresent()) {
                counter.arrived(found.get().registration());
                search.show(found.get(), reading);
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
            if (!verdicts.stopGroup()) {
                undo.undo();
            }
        });
    }

    /** What one key takes back from now on; null for nothing. */
    void canUndo(@Nullable UndoableAction action) {
        view.last = action;
        view.undoable = action == null ? null : action.what();
    }

    /** Opens this desk's counter, or closes it. */
    public void turnCounter() {
        onOpenLoop(counter::turn);
    }

    /** Shows whom a kiosk has sent here: of this scan, or with null whoever is on the way the longest. */
    public void callGuest(@Nullable EntryId scan) {
        onOpenLoop(() -> counter.call(scan));
    }

    /** This desk comes to whoever calls for help: in this call, or with null to whoever waits the longest. */
    public void comeToHelp(@Nullable EntryId call) {
        onOpenLoop(() -> help.come(call));
    }

    /** Somebody was there: at this call, or with null at the longest that this very desk comes to. */
    public void endHelp(@Nullable EntryId call) {
        onOpenLoop(() -> help.end(call));
    }

    /** The window speaks this language from now on, and so do the documents that it prints. */
    public void speak(Locale language) {
        onLoop(() -> {
            view.language = language;
            DoorSheet door = view.sheet;
            if (door != null) {
                paper.speak(door);
            }
        });
    }

    /** Prints the list to be ticked by hand, as this desk has it; no server is asked. */
    public void printPaperList() {
        onOpenLoop(paper::print);
    }

    /** Has a document printed, of one day where that can be. */
    void print(DeskDocument document, @Nullable LocalDate day) {
        documents.print(document, day);
    }

    /** Has what this desk makes by itself printed. */
    void print(DeskSupply supply, DoorSheet sheet) {
        supplies.print(supply, sheet);
    }

    /** Shows somebody who has come; what is half typed stays. */
    void open(DeskPerson person) {
        view.emptySearch();
        clarifications.show(false);
        view.aside = view.form != null;
        search.show(person, null);
    }

    /** Opens a form about whoever is shown. */
    public void openForm(DeskForm.Kind kind) {
        onOpenLoop(() -> {
            DoorSheet door = view.sheet;
            if (door != null) {
                clarifications.show(false);
                forms.open(kind, door);
            }
        });
    }

    /** The form of this number was filled in. */
    public void submit(long form, DeskForm.Input input) {
        onForm(form, (open, door) -> forms.submit(open, input, door));
    }

    /** The time of a line on paper was typed into the form of this number. */
    public void enterFromPaper(long form, String time) {
        onForm(form, (open, door) -> forms.enterFromPaper(open, time));
    }

    /** These people of the delegation in the form of this number are there. */
    public void checkInGroup(long form, Set<RegistrationId> members) {
        onForm(form, (open, door) -> forms.checkInGroup(open, members));
    }

    /** In the form of this number this day of the event was chosen; null for all of them. */
    public void chooseDay(long form, @Nullable LocalDate day) {
        onForm(form, (open, door) -> forms.chooseDay(day));
    }

    /** The reason of this number, from 1, was chosen in the form of this number. */
    public void choose(long form, int reason) {
        onForm(form, (open, door) -> forms.choose(open, reason, door));
    }

    /** What somebody answers to the question in the form of this number, in their own words. */
    public void answer(long form, String words) {
        onForm(form, (open, door) -> forms.answer(open, words, door));
    }

    private void onForm(long number, BiConsumer<DeskForm, DoorSheet> work) {
        onOpenLoop(() -> {
            DeskForm form = view.form;
            DoorSheet door = view.sheet;
            if (form != null && form.number() == number && door != null) {
                work.accept(form, door);
            }
        });
    }

    /** Shows what there is to clarify, or the search again. */
    public void clarify() {
        onOpenLoop(() -> clarifications.show(!view.cases.shown()));
    }

    /** The selection among the cases moves by so many rows. */
    public void moveCase(int rows) {
        onOpenLoop(() -> clarifications.move(rows));
    }

    /** Somebody touches the case of this id, wherever it stands by now. */
    public void selectCase(String id) {
        onOpenLoop(() -> clarifications.select(id));
    }

    /** The reason of this number, from 1, was chosen for the case of this id. */
    public void settle(String id, int reason) {
        onOpenLoop(() -> clarifications.choose(id, reason));
    }

    /** One step back: to the half-filled form, from the form to the person, from there to an empty screen. */
    public void clear() {
        onOpenLoop(() -> {
            view.notice = null;
            if (view.cases.shown()) {
                clarifications.show(false);
                return;
            }
            if (view.form != null) {
                boolean back = view.aside;
                view.aside = false;
                view.form = back ? view.form : null;
                return;
            }
            view.emptySearch();
            view.person = null;
            view.refused = null;
            view.shown = null;
        });
    }

    /** The printer is in another state than before. */
    public void printerChanged() {
        onLoop(() -> view.corner = corner());
    }

    /** The organiser has withdrawn this device: nobody is shown or known by name any more. */
    public void withdrawn() {
        onLoop(() -> {
            lock.withdrawn();
            clarifications.forget();
            counter.withdrawn();
        });
        edges.peopleLoop().execute(() -> {
            edges.people().forget();
            paper.forget();
        });
    }

    /** The device has the organiser's trust again. */
    public void readmitted() {
        onLoop(lock::readmitted);
    }

    /** Hears what the gate says. */
    public GateListener gate() {
        return verdicts;
    }

    /** The badge of {@code scan} is printed. */
    public void printed(EntryId scan) {
        onLoop(() -> verdicts.printed(scan));
    }

    /** The printer has the badge of {@code scan}, and will not say when it is done. */
    public void handedOver(EntryId scan) {
        onLoop(() -> verdicts.handedOver(scan));
    }

    /** It could not be printed; {@code sentence} says why. */
    public void notPrinted(EntryId scan, Wording sentence) {
        onLoop(() -> verdicts.notPrinted(scan, sentence));
    }

    /** A screen that shows a state looks at the state again. */
    void lookAgain(@Nullable DeskPerson person) {
        search.lookAgain(person);
    }

    /** Somebody types into a form: somebody is there. */
    public void touched() {
        onOpenLoop(() -> {});
    }

    private void onOpenLoop(Runnable work) {
        onLoop(() -> {
            if (view.open) {
                lock.touched();
                work.run();
            }
        });
    }

    /** On the loop, and tells the screen then; also that it failed. */
    void onLoop(Runnable work) {
        edges.loop().execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                if (!troubled) {
                    LOG.log(Level.ERROR, "The desk could not do what was asked; it says so.", failed);
                }
                troubled = true;
                view.notice = DeskSentences.ofFailure(failed).attention();
            }
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

    /** What those that print see of this desk. */
    private final class Printing implements PrintingDesk {
        @Override
        public void onLoop(Runnable work) {
            DeskController.this.onLoop(work);
        }

        @Override
        public void say(DeskNotice notice) {
            view.notice = notice;
        }

        @Override
        public Locale language() {
            return view.language;
        }

        @Override
        public Optional<DeskPerson> shown() {
            return Optional.ofNullable(view.person);
        }

        @Override
        public DeskState state() {
            return view.state();
        }

        @Override
        public void canUndo(UndoableAction action) {
            DeskController.this.canUndo(action);
        }
    }
}
