package org.einlass.kiosk.screen.desk;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.ToolTipManager;
import net.miginfocom.swing.MigLayout;
import org.einlass.contract.Wording;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskForm;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.desk.state.DeskState.CounterList;
import org.einlass.kiosk.desk.state.DeskState.HelpList;
import org.einlass.kiosk.team.TeamSign;
import org.einlass.kiosk.words.MessageBundle;
import org.jspecify.annotations.Nullable;

/** All of the window in one language and look; another one is made when either changes. */
final class DeskPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String LOCKED = "locked";
    private static final String OPEN = "open";
    private static final String CASES = "cases";

    private static final String PERSON = "person";
    private static final String FORM = "form";

    private final transient DeskMessages messages;
    private final transient DeskLook look;
    private final transient Actions actions;
    private final CardLayout cards = new CardLayout();
    private final JPanel middle = new JPanel(cards);
    private final JLabel operator;
    private final CardLayout right = new CardLayout();
    private final JPanel rightSide = new JPanel(right);
    private final JPanel formSide = new JPanel(new BorderLayout());
    private @Nullable FormPanel formPanel;
    private long formNumber;
    private final String title;
    private final JLabel event;
    private final transient PersonWords words;
    private boolean formShown;
    private final SearchPanel search;
    private final PersonPanel person;
    private final LockedPanel locked;
    private final CasesPanel cases;
    private final NoticeLine notice;
    private final CornerLine corner;
    private final KeyBar keyBar;
    private boolean open;
    private boolean casesShown;
    private transient List<TeamSign> signs = List.of();
    private boolean shownOnce;

    /** What the window does with each key. */
    interface Actions extends DeskKeys {

        void signIn(String name, String pin);

        void undo();

        void openForm(DeskForm.Kind kind);

        void touched();

        void submit(long form, DeskForm.Input input);

        void choose(long form, int reason);

        void answer(long form, String words);

        void chooseDay(long form, @Nullable LocalDate day);

        void clear();

        void clarify();

        void turnCounter();

        void callNext();

        void comeToHelp();

        void endHelp();

        void printPaperList();

        void enterFromPaper(long form, String time);

        void checkInGroup(long form, Set<RegistrationId> members);

        void lock();

        void handOver();

        void otherLanguage();

        void nextTypeSize();

        void otherContrast();
    }

    DeskPane(String title, DeskLook look, DeskMessages messages, ZoneId zone, Actions actions) {
        this.messages = messages;
        this.look = look;
        this.title = title;
        this.actions = actions;
        this.words = new PersonWords(messages, zone);
        DeskParts parts = new DeskParts(look);
        setBackground(look.colour("paper"));
        search = new SearchPanel(look, messages, zone, actions);
        person = new PersonPanel(look, messages, zone, actions);
        cases = new CasesPanel(look, messages, zone, actions);
        locked = new LockedPanel(look, messages, actions::signIn);
        notice = new NoticeLine(look, messages);
        corner = new CornerLine(look, messages, zone);
        corner.onTouch(this::tellTeam);
        operator = parts.label("operator.now", DeskLook.Role.SMALL, true, "ink");
        event = parts.label("event", DeskLook.Role.STRONG, true, "ink");
        keyBar = new KeyBar(look, messages, this);
        keyBar.add("counter", "F1", actions::turnCounter);
        keyBar.add("call", "shift F1", actions::callNext);
        keyBar.add("undo", "F3", actions::undo);
        keyBar.add("correct", "F4", () -> actions.openForm(DeskForm.Kind.CORRECTION));
        keyBar.add("reprint", "F5", () -> actions.openForm(DeskForm.Kind.REPRINT));
        keyBar.add("letIn", "F6", () -> actions.openForm(DeskForm.Kind.LET_IN));
        keyBar.add("substitute", "F7", () -> actions.openForm(DeskForm.Kind.SUBSTITUTION));
        keyBar.add("walkIn", "F8", () -> actions.openForm(DeskForm.Kind.WALK_IN));
        keyBar.add("group", "shift F7", () -> actions.openForm(DeskForm.Kind.GROUP));
        keyBar.add("role", "shift F4", () -> actions.openForm(DeskForm.Kind.ROLE));
        keyBar.add("spare", "shift F5", () -> actions.openForm(DeskForm.Kind.SPARE));
        keyBar.add("paper", "shift F6", () -> actions.openForm(DeskForm.Kind.PAPER));
        keyBar.add("print", "shift F8", () -> actions.openForm(DeskForm.Kind.DOCUMENT));
        keyBar.add("paperList", "shift F9", actions::printPaperList);
        keyBar.add("question", "shift F11", () -> actions.openForm(DeskForm.Kind.QUESTION));
        keyBar.add("helpCome", "shift F2", actions::comeToHelp);
        keyBar.add("helpEnd", "shift F3", actions::endHelp);
        keyBar.add("clarify", "F10", actions::clarify);
        keyBar.add("clear", "ESCAPE", actions::clear);
        keyBar.add("language", "F2", actions::otherLanguage);
        keyBar.add("typeSize", "F9", actions::nextTypeSize);
        keyBar.add("contrast", "F11", actions::otherContrast);
        keyBar.add("lock", "F12", actions::lock);
        keyBar.add("handOver", "shift F12", actions::handOver);
        DeskParts.bind(this, "ENTER", this::enter);
        middle.setOpaque(false);
        middle.add(locked, LOCKED);
        middle.add(work(), OPEN);
        middle.add(cases, CASES);
        int edge = look.px(28);
        setLayout(new MigLayout(
                "insets " + edge + ", gap " + look.px(16),
                "[grow, fill][0:pref:60%]",
                "[pref!][grow, fill][pref!][pref!][pref!]"));
        add(event, "wmin 0");
        add(operator, "wmin 0, wrap");
        add(middle, "span 2, grow, hmin 0, wrap");
        add(notice, "span 2, grow, wrap");
        add(keyBar, "span 2, grow, wrap");
        add(corner, "span 2, grow");
    }

    private JPanel work() {
        JPanel work =
                new JPanel(new MigLayout("insets 0, gap " + look.px(24), "[46%!, fill][grow, fill]", "[grow, fill]"));
        work.setOpaque(false);
        work.add(search, "wmin 0, hmin 0");
        rightSide.setOpaque(false);
        formSide.setOpaque(false);
        rightSide.add(person, PERSON);
        rightSide.add(formSide, FORM);
        work.add(rightSide, "wmin 0, hmin 0");
        return work;
    }

    private transient Runnable checkIn = () -> {};

    /** What Enter does on an open desk. */
    void onEnter(Runnable action) {
        checkIn = action;
    }

    private void enter() {
        FormPanel form = formPanel;
        if (!open) {
            locked.enter();
        } else if (casesShown) {
            cases.focus();
        } else if (form != null && formShown) {
            form.submit();
        } else {
            checkIn.run();
        }
    }

    /** Shows a state. */
    void show(DeskState state, boolean emptiesSearch) {
        boolean turned = open != state.open() || casesShown != state.cases().shown() || !shownOnce;
        open = state.open();
        casesShown = state.cases().shown();
        shownOnce = true;
        search.show(state, emptiesSearch || !open);
        person.show(state);
        cases.show(state);
        notice.show(state.notice(), open && state.corner().waiting() > 0);
        corner.show(state);
        signs = state.corner().signs();
        locked.show(state);
        operator.setText(open ? standing(state) : "");
        event.setText(state.rehearsal() ? title + "   ·   " + messages.say("rehearsal") : title);
        event.getAccessibleContext().setAccessibleName(event.getText());
        showUndo(state.undoable());
        keyBar.setOffered(
                open,
                "counter",
                "call",
                "undo",
                "correct",
                "reprint",
                "letIn",
                "substitute",
                "walkIn",
                "group",
                "role",
                "spare",
                "paper",
                "print",
                "paperList",
                "question",
                "helpCome",
                "helpEnd",
                "clarify",
                "clear",
                "lock",
                "handOver");
        showCounter(state.counter());
        showHelp(state.help());
        int toClarify = state.cases().total();
        keyBar.button("clarify")
                .setText(toClarify == 0 ? messages.say("clarify") : messages.say("clarify.count", toClarify));
        boolean someone = open && state.person() != null;
        for (String name : new String[] {"correct", "reprint", "substitute", "group", "spare", "paper"}) {
            keyBar.button(name).setEnabled(someone);
        }
        keyBar.button("letIn").setEnabled(someone && state.mayLetIn());
        showQuestions(open ? state.person() : null);
        showForm(state);
        if (turned) {
            hideTip();
            cards.show(middle, !open ? LOCKED : casesShown ? CASES : OPEN);
            focus();
        }
    }

    /** What a tip says of somebody does not outlive the screen below it. */
    private static void hideTip() {
        ToolTipManager.sharedInstance().setEnabled(false);
        ToolTipManager.sharedInstance().setEnabled(true);
    }

    private String standing(DeskState state) {
        String operatorNow = messages.say("operator.now", state.operator());
        String name = state.counter().name();
        return name.isEmpty()
                ? operatorNow
                : messages.say(state.counter().open() ? "counter.isOpen" : "counter.isClosed", name) + "   ·   "
                        + operatorNow;
    }

    /** Whoever has opened the desk reads what its signs mean. */
    private void tellTeam() {
        if (open) {
            Wording words = signs.stream()
                    .map(TeamSign::words)
                    .reduce((one, other) ->
                            new Wording(one.german() + " " + other.german(), one.english() + " " + other.english()))
                    .orElseGet(() -> new MessageBundle("org.einlass.kiosk.team.team").say("corner.well"));
            notice.show(new DeskNotice(DeskNotice.Tone.CALM, words), false);
        }
    }

    private void showCounter(CounterList counter) {
        keyBar.button("counter").setText(messages.say(counter.open() ? "counter.close" : "counter.open"));
        int coming = counter.guests().size();
        JButton call = keyBar.button("call");
        call.setText(coming == 0 ? messages.say("call") : messages.say("call.count", coming));
        call.setEnabled(coming > 0);
    }

    private void showHelp(HelpList help) {
        long waiting =
                help.calls().stream().filter(call -> call.comes() == null).count();
        JButton come = keyBar.button("helpCome");
        come.setText(waiting == 0 ? messages.say("helpCome") : messages.say("helpCome.count", waiting));
        come.setEnabled(waiting > 0);
        keyBar.button("helpEnd").setEnabled(waiting < help.calls().size());
    }

    private void showQuestions(@Nullable DeskPerson shown) {
        int asked = shown == null ? 0 : shown.questions().size();
        JButton question = keyBar.button("question");
        question.setText(asked == 0 ? messages.say("question") : messages.say("question.count", asked));
        question.setEnabled(asked > 0);
    }

    private void showForm(DeskState state) {
        DeskForm form = state.form();
        if (form == null) {
            formPanel = null;
        } else if (formPanel == null || form.number() != formNumber) {
            formNumber = form.number();
            FormPanel made = panel(form);
            formPanel = made;
            formSide.removeAll();
            formSide.add(made);
            FormPanel.layOut(formSide);
        }
        boolean shows = form != null && !state.aside();
        if (shows != formShown) {
            formShown = shows;
            right.show(rightSide, shows ? FORM : PERSON);
            focus();
        } else if (shows && !casesShown && !formSide.isAncestorOf(focusOwner())) {
            focus();
        }
    }

    private static @Nullable Component focusOwner() {
        return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    }

    FormPanel panel(DeskForm form) {
        long number = form.number();
        if (form.kind() == DeskForm.Kind.GROUP) {
            return new GroupForm(
                    form, look, messages, words, actions::touched, members -> actions.checkInGroup(number, members));
        }
        if (form.kind() == DeskForm.Kind.PAPER) {
            return new PaperForm(form, look, messages, actions::touched, time -> actions.enterFromPaper(number, time));
        }
        OrganiserQuestion question = form.question();
        if (question != null) {
            return new AnswerForm(
                    form,
                    question,
                    look,
                    messages,
                    actions::touched,
                    choice -> actions.choose(number, choice),
                    typed -> actions.answer(number, typed));
        }
        return form.isOfReasons()
                ? new ReasonForm(
                        form,
                        look,
                        messages,
                        reason -> actions.choose(number, reason),
                        day -> actions.chooseDay(number, day.orElse(null)))
                : new FieldsForm(form, look, messages, actions::touched, input -> actions.submit(number, input));
    }

    /** What is half filled in; empty where no form is open. */
    Map<String, String> half() {
        FormPanel form = formPanel;
        return form == null ? Map.of() : form.values();
    }

    void restore(Map<String, String> half) {
        FormPanel form = formPanel;
        if (form != null) {
            form.restore(half);
        }
    }

    private void showUndo(@Nullable Wording what) {
        JButton undo = keyBar.button("undo");
        undo.setEnabled(what != null);
        undo.getAccessibleContext()
                .setAccessibleDescription(
                        what == null ? messages.say("undo.explained") : messages.say("undo.what", messages.say(what)));
    }

    void focus() {
        FormPanel form = formPanel;
        if (!open) {
            locked.focus();
        } else if (casesShown) {
            cases.focus();
        } else if (form != null && formShown) {
            form.focus();
        } else {
            search.focus();
        }
    }

    SearchPanel search() {
        return search;
    }
}
