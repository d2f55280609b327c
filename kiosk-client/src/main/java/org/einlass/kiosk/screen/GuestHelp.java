package org.einlass.kiosk.screen;

import java.awt.Container;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.swing.JFrame;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.kiosk.guest.GuestName;
import org.jspecify.annotations.Nullable;

/**
 * The panel over the scenes: the organiser's notice by one touch, and the ways to get help by two; among them a form for
 * guests without a ticket. Event thread only.
 */
final class GuestHelp {
    private static final float SHORTER_SIDE = 1080f;

    /** A question waits so long for a guest who does not touch it. */
    static final Duration QUESTION = Duration.ofSeconds(30);

    private final JFrame frame;
    private final SceneController scenes;
    private final SceneTimer timer;
    private final KioskWindow.Listener listener;
    private Counter counter = Counter.only();
    private Wording notice = Wording.same("");
    private @Nullable OverlayPanel panel;
    private @Nullable BookingDraft draft;
    private boolean calling;
    private @Nullable EntryId asked;
    private boolean mayCall;
    private boolean mayType;
    private @Nullable EntryId about;
    private Runnable page = () -> {};

    /** @param listener hears what a guest asks for and types, and whose scene was on then */
    GuestHelp(JFrame frame, SceneController scenes, SceneTimer timer, KioskWindow.Listener listener) {
        this.frame = frame;
        this.scenes = scenes;
        this.timer = timer;
        this.listener = listener;
    }

    void setNotice(Wording organisers) {
        notice = organisers;
    }

    void setCounter(Counter where) {
        counter = where;
    }

    /** Whether somebody can be called from here. */
    void setMayCall(boolean may) {
        mayCall = may;
    }

    /** Whether a guest without a ticket may type booking number and family name here, now. */
    void setMayType(boolean may) {
        mayType = may;
    }

    void openNotice() {
        about = scenes.guest();
        turnTo(this::notice);
    }

    private void notice() {
        notice(List.of());
    }

    private void notice(List<GuestPanel.Choice> choices) {
        ScreenMessages words = scenes.messages();
        String own = words.say(notice).strip();
        page().show(words.say("privacy.title"), own.isEmpty() ? at(words, "privacy.none") : own, choices);
    }

    void openHelp() {
        about = scenes.guest();
        turnTo(this::help);
    }

    private void help() {
        ScreenMessages words = scenes.messages();
        List<GuestPanel.Choice> choices = new ArrayList<>();
        for (GuestRequest request : GuestRequest.values()) {
            if (isOffered(request)) {
                choices.add(new GuestPanel.Choice(
                        "help." + request.name(), words.say("help." + request.name()), () -> choose(request)));
            }
        }
        page().show(words.say("help.title"), words.say("help.sentence"), choices);
    }

    /** A guest who has gone meanwhile has said nothing. */
    void askPhotographs(EntryId guest) {
        if (!guest.equals(scenes.guest())) {
            listener.guestAnswers(guest, PhotoConsent.NOT_RECORDED);
            return;
        }
        close();
        about = guest;
        asked = guest;
        turnTo(this::photographs);
    }

    private void photographs() {
        ScreenMessages words = scenes.messages();
        GuestPanel question = page();
        question.nameClose(words.say("photographs.later"), this::close);
        question.stayFor(QUESTION);
        question.show(
                words.say("photographs.title"),
                words.say("photographs.sentence"),
                List.of(
                        new GuestPanel.Choice(
                                "photographs.yes", words.say("photographs.yes"), () -> answer(PhotoConsent.YES)),
                        new GuestPanel.Choice(
                                "photographs.no", words.say("photographs.no"), () -> answer(PhotoConsent.NO)),
                        new GuestPanel.Choice("panel.time", words.say("aid.time"), question::moreTime),
                        new GuestPanel.Choice(
                                "panel.privacy",
                                words.say("aid.privacy"),
                                () -> turnTo(() -> noticeBeside(this::photographs)))));
    }

    /** The notice, whose end leads back to a question. */
    private void noticeBeside(Runnable question) {
        ScreenMessages words = scenes.messages();
        notice(List.of(new GuestPanel.Choice("panel.question", words.say("photographs.back"), () -> turnTo(question))));
    }

    /** A guest who has gone meanwhile is asked nothing: the questions stay open at the desk. */
    void askQuestions(EntryId guest, List<OrganiserQuestion> questions) {
        if (guest.equals(scenes.guest())) {
            close();
            about = guest;
            askFrom(guest, questions, 0);
        }
    }

    private void askFrom(EntryId guest, List<OrganiserQuestion> questions, int number) {
        if (number < questions.size()) {
            turnTo(() -> question(guest, questions, number));
        } else {
            close();
        }
    }

    private void question(EntryId guest, List<OrganiserQuestion> questions, int number) {
        ScreenMessages words = scenes.messages();
        OrganiserQuestion question = questions.get(number);
        GuestPanel asks = page();
        asks.nameClose(words.say("question.later"), () -> askFrom(guest, questions, number + 1));
        asks.stayFor(QUESTION);
        List<GuestPanel.Choice> choices = new ArrayList<>();
        for (int choice = 0; choice < question.choices().size(); choice++) {
            int chosen = choice;
            choices.add(new GuestPanel.Choice(
                    "question.choice." + choice, words.say(question.choices().get(choice)), () -> {
                        listener.guestAnswers(guest, question.name(), chosen);
                        askFrom(guest, questions, number + 1);
                    }));
        }
        choices.add(new GuestPanel.Choice("panel.time", words.say("aid.time"), asks::moreTime));
        choices.add(new GuestPanel.Choice(
                "panel.privacy",
                words.say("aid.privacy"),
                () -> turnTo(() -> noticeBeside(() -> question(guest, questions, number)))));
        asks.show(
                words.say(question.text()),
                questions.size() == 1
                        ? words.say("question.sentence")
                        : words.say("question.numbered", number + 1, questions.size()),
                choices);
    }

    private void answer(PhotoConsent answer) {
        EntryId guest = asked;
        asked = null;
        close();
        if (guest != null) {
            listener.guestAnswers(guest, answer);
        }
    }

    private boolean isOffered(GuestRequest request) {
        boolean guests = scenes.isGuests() && about != null;
        return switch (request) {
            case NO_TICKET -> !guests;
            case NOT_ME, NAME_MISSPELT -> guests;
            case CALL -> mayCall;
        };
    }

    private void choose(GuestRequest request) {
        EntryId guest = about;
        Optional<GuestName> name = request == GuestRequest.NAME_MISSPELT && guest != null
                ? listener.nameToCorrect(guest)
                : Optional.empty();
        if (guest != null && name.isPresent()) {
            openSpelling(guest, new NameDraft(name.get()));
            return;
        }
        if (request.isAboutTheGuest()) {
            close();
            listener.guestAsks(request, about);
            return;
        }
        if (request == GuestRequest.NO_TICKET && mayType) {
            openForm();
        } else {
            turnTo(() -> answer(request));
            calling = request == GuestRequest.CALL;
        }
        listener.guestAsks(request, null);
    }

    private void answer(GuestRequest request) {
        ScreenMessages words = scenes.messages();
        page().show(words.say("help." + request.name()), at(words, "help." + request.name() + ".sentence"), List.of());
    }

    private void openForm() {
        BookingDraft blank = new BookingDraft();
        turnTo(() -> form(blank));
        draft = blank;
    }

    private void form(BookingDraft typed) {
        open(new BookingPanel(
                scenes.messages(), scale(), scenes.aids().large(), timer, this::close, typed, () -> send(typed)));
    }

    private void openSpelling(EntryId guest, NameDraft name) {
        turnTo(() -> open(
                new SpellingPanel(scenes.messages(), scale(), scenes.aids().large(), timer, this::close, name, () -> {
                    close();
                    listener.guestCorrects(guest, name.now());
                })));
    }

    private void send(BookingDraft typed) {
        listener.guestTypes(typed.number, typed.familyName, new BookingAttempt() {
            @Override
            public void found(Runnable scan) {
                EventThread.later(() -> {
                    if (typed == draft) {
                        close();
                        scan.run();
                    }
                });
            }

            @Override
            public void sendToCounter() {
                EventThread.later(() -> {
                    if (typed == draft) {
                        turnTo(GuestHelp.this::goToCounter);
                    }
                });
            }
        });
    }

    /** The same words whatever the reason. */
    private void goToCounter() {
        ScreenMessages words = scenes.messages();
        List<GuestPanel.Choice> again =
                List.of(new GuestPanel.Choice("booking.again", words.say("booking.again"), this::openForm));
        page().show(at(words, "counter.headline"), at(words, "help.NO_TICKET.sentence"), mayType ? again : List.of());
    }

    private void turnTo(Runnable other) {
        page = other;
        calling = false;
        draft = null;
        other.run();
        focus();
    }

    /** The same page in the language, type and colours that hold now, where one is open. */
    void refresh() {
        OverlayPanel open = panel;
        if (open != null) {
            page.run();
            focus();
        }
    }

    /**
     * Whether a change shows something that an open panel would hide from whom it is for: another guest's scene, the
     * answer to a scan, or that the kiosk is not ready.
     */
    boolean givesWayTo(SceneController.Change change) {
        Scene next = change.scene();
        boolean another = !Objects.equals(about, change.guest()) || next.isGuests() != scenes.isGuests();
        boolean news = !next.isGuests() && !(next instanceof Scene.Idle);
        return isOpen() && !scenes.isIgnored(change) && (another || news);
    }

    /** How far a call has come, where its page is open. */
    void showCall(Wording how) {
        if (panel instanceof GuestPanel open && calling) {
            ScreenMessages words = scenes.messages();
            open.say(words.say("help.CALL"), words.say(how));
        }
    }

    /** Whether a panel is over the scenes. */
    boolean isOpen() {
        return panel != null;
    }

    void close() {
        if (panel != null) {
            panel.stop();
            panel = null;
            calling = false;
            draft = null;
            frame.getGlassPane().setVisible(false);
            frame.getContentPane().requestFocusInWindow();
            scenes.release();
        }
        EntryId silent = asked;
        asked = null;
        if (silent != null) {
            listener.guestAnswers(silent, PhotoConsent.NOT_RECORDED);
        }
    }

    private GuestPanel page() {
        Container content = frame.getContentPane();
        boolean tall = content.getHeight() > content.getWidth();
        GuestPanel made =
                new GuestPanel(scenes.messages(), scale(), scenes.aids().large(), tall, timer, this::close);
        open(made);
        return made;
    }

    private float scale() {
        Container content = frame.getContentPane();
        return Math.min(content.getWidth(), content.getHeight()) / SHORTER_SIDE;
    }

    private void open(OverlayPanel next) {
        OverlayPanel before = panel;
        if (before != null) {
            before.stop();
        }
        panel = next;
        scenes.hold();
        frame.setGlassPane(next);
        next.setVisible(true);
        frame.validate();
    }

    /** The guest needs longer for what is open. */
    void moreTime() {
        if (panel != null) {
            panel.moreTime();
        }
    }

    private void focus() {
        if (panel != null) {
            panel.focusFirst();
        }
    }

    private String at(ScreenMessages words, String key) {
        return counter.isNamed()
                ? words.say(key + (counter.isSign() ? ".named" : ".titled"), counter.inSentence())
                : words.say(key);
    }
}
