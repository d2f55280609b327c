package org.einlass.kiosk.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javax.swing.JFrame;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * The panel over the scenes: the organiser's notice by one touch, and the ways to get help by two. Event thread
 * only.
 */
final class GuestHelp {
    private static final float SHORTER_SIDE = 1080f;

    private final JFrame frame;
    private final SceneController scenes;
    private final SceneTimer timer;
    private final BiConsumer<GuestRequest, @Nullable EntryId> asked;
    private Counter counter = Counter.only();
    private Wording notice = Wording.same("");
    private @Nullable GuestPanel panel;
    private boolean calling;
    private boolean mayCall;
    private @Nullable EntryId about;
    private Runnable page = () -> {};

    /** @param asked hears what a guest asks for, and whose scene was on then */
    GuestHelp(
            JFrame frame, SceneController scenes, SceneTimer timer, BiConsumer<GuestRequest, @Nullable EntryId> asked) {
        this.frame = frame;
        this.scenes = scenes;
        this.timer = timer;
        this.asked = asked;
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

    void openNotice() {
        about = scenes.guest();
        turnTo(this::notice);
    }

    private void notice() {
        ScreenMessages words = scenes.messages();
        String own = words.say(notice).strip();
        open().show(words.say("privacy.title"), own.isEmpty() ? at(words, "privacy.none") : own, List.of());
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
        open().show(words.say("help.title"), words.say("help.sentence"), choices);
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
        if (request.isAboutTheGuest()) {
            close();
            asked.accept(request, about);
            return;
        }
        turnTo(() -> answer(request));
        calling = request == GuestRequest.CALL;
        asked.accept(request, null);
    }

    private void answer(GuestRequest request) {
        ScreenMessages words = scenes.messages();
        open().show(words.say("help." + request.name()), at(words, "help." + request.name() + ".sentence"), List.of());
    }

    private void turnTo(Runnable other) {
        page = other;
        calling = false;
        other.run();
        focus();
    }

    /** The same page in the language, type and colours that hold now, where one is open. */
    void refresh() {
        GuestPanel open = panel;
        if (open != null) {
            open.stop();
            panel = null;
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
        GuestPanel open = panel;
        if (open != null && calling) {
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
            frame.getGlassPane().setVisible(false);
            frame.getContentPane().requestFocusInWindow();
            scenes.release();
        }
    }

    private GuestPanel open() {
        GuestPanel known = panel;
        if (known != null) {
            return known;
        }
        float scale = Math.min(
                        frame.getContentPane().getWidth(),
                        frame.getContentPane().getHeight())
                / SHORTER_SIDE;
        GuestPanel made = new GuestPanel(scenes.messages(), scale, scenes.aids().large(), timer, this::close);
        panel = made;
        scenes.hold();
        frame.setGlassPane(made);
        made.setVisible(true);
        frame.validate();
        return made;
    }

    private void focus() {
        if (panel != null) {
            panel.focusFirst();
        }
    }

    private String at(ScreenMessages words, String key) {
        return counter.isNamed()
                ? words.say(key + (counter.isSign() ? ".named" : ".titled"), counter.sign())
                : words.say(key);
    }
}
