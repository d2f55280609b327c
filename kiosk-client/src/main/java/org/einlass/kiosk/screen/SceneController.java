package org.einlass.kiosk.screen;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * Leads from scene to scene: language, scenes that end by themselves, whose turn it is. Event thread only.
 */
final class SceneController {

    /**
     * What is to be shown next.
     *
     * @param guest whose scene it is; null where it is nobody's, or nobody knows whose
     * @param guestPassed whether a guest's scene came before it that nobody got to see
     * @param passed whose that was; null where nobody knows
     */
    record Change(
            Scene scene,
            @Nullable EntryId guest,
            boolean guestPassed,
            @Nullable EntryId passed) {

        Change(Scene scene, @Nullable EntryId guest) {
            this(scene, guest, false, null);
        }

        /** The newer one is shown; that there was a guest is not forgotten. */
        static Change merge(Change older, Change newer) {
            if (newer.scene.yieldsToGuests() && !older.scene.yieldsToGuests()) {
                return new Change(
                        older.scene, older.guest, older.guestPassed || newer.guestPassed, passed(older, newer));
            }
            boolean guest = older.scene.isGuests() || older.guestPassed || newer.guestPassed;
            return new Change(
                    newer.scene, newer.guest, guest, older.scene.isGuests() ? older.guest : passed(older, newer));
        }

        private static @Nullable EntryId passed(Change older, Change newer) {
            return newer.passed == null ? older.passed : newer.passed;
        }
    }

    private final SceneView view;
    private final Language first;
    private SceneTimeouts sceneTimeouts;
    private final SceneTimer timer;
    private final Supplier<Scene> rest;
    private final Consumer<@Nullable EntryId> guestEnded;
    private ReadingAids aids = ReadingAids.NONE;
    private boolean held;
    private boolean extended;
    private ScreenMessages screenMessages;
    private Scene scene;
    private @Nullable EntryId guest;
    private boolean camera;
    private boolean mayCall;
    private boolean called;
    private Runnable callStaff = SceneController::nothing;
    private Runnable cancel = SceneController::nothing;

    /**
     * Shows what there is when nobody is here.
     *
     * @param rest what follows a scene that ends by itself, and comes before the first one
     * @param guestEnded told each time a guest's last scene has given way to one that is nobody's, and whose it was
     */
    SceneController(
            SceneView view,
            Language first,
            SceneTimeouts sceneTimeouts,
            SceneTimer timer,
            Supplier<Scene> rest,
            Consumer<@Nullable EntryId> guestEnded) {
        this.view = view;
        this.first = first;
        this.sceneTimeouts = sceneTimeouts;
        this.timer = timer;
        this.rest = rest;
        this.scene = rest.get();
        this.guestEnded = guestEnded;
        this.screenMessages = ScreenMessages.in(first);
        paint();
    }

    void apply(Change change) {
        if (isIgnored(change)) {
            return;
        }
        EntryId left = change.guestPassed() ? change.passed() : guest;
        boolean wasGuests = scene.isGuests() || change.guestPassed();
        boolean guestLeaves = wasGuests && (!change.scene().isGuests() || isAnother(change.guest(), left));
        called = called && scene.equals(change.scene());
        scene = change.scene();
        guest = scene.isGuests() ? change.guest() : null;
        if (guestLeaves) {
            forget();
        }
        paint();
        wind();
        if (guestLeaves) {
            guestEnded.accept(left);
        }
    }

    /** Whether a change waits for a guest's scene to end, and is forgotten with it. */
    boolean isIgnored(Change change) {
        return change.scene().yieldsToGuests() && scene.isGuests();
    }

    /** A scan whose first scene nobody got to see takes the screen from the guest before it, too. */
    private static boolean isAnother(@Nullable EntryId next, @Nullable EntryId before) {
        return next != null && before != null && !next.equals(before);
    }

    /** Ends a guest's scene before its time; without effect on scenes that wait for something. */
    void finish() {
        if (sceneTimeouts.of(scene.stay()).isPresent()) {
            apply(new Change(rest.get(), null));
        }
    }

    void choose(Language language) {
        screenMessages = ScreenMessages.in(language);
        paint();
        wind();
    }

    Locale language() {
        return screenMessages.language().locale();
    }

    ScreenMessages messages() {
        return screenMessages;
    }

    /** Who stands before the screen now; null where nobody does, or nobody knows who. */
    @Nullable
    EntryId guest() {
        return guest;
    }

    boolean isGuests() {
        return scene.isGuests();
    }

    /** Larger words, or the usual ones again. */
    void otherSize() {
        use(aids.otherSize());
    }

    /** High contrast, or the usual colours again. */
    void otherContrast() {
        use(aids.otherContrast());
    }

    private void use(ReadingAids how) {
        aids = how;
        paint();
        wind();
    }

    /**
     * A guest wants scenes to stay for longer: this one, from now on, as often as the guest likes, and those that follow
     * until the guest has left. Without effect on a scene that does not end by itself now.
     */
    void extend() {
        if (!held && sceneTimeouts.of(scene.stay()).isPresent()) {
            extended = true;
            wind();
        }
    }

    ReadingAids aids() {
        return aids;
    }

    /** Something else is being read over the scene: it does not end meanwhile. */
    void hold() {
        held = true;
        cancel.run();
    }

    /** The scene counts anew. */
    void release() {
        held = false;
        wind();
    }

    /** The next guest finds the screen as it was. */
    private void forget() {
        screenMessages = ScreenMessages.in(first);
        aids = ReadingAids.NONE;
        extended = false;
        called = false;
    }

    void chooseOther() {
        choose(screenMessages.language().other());
    }

    /** How long scenes stay, from the next one on. */
    void pace(SceneTimeouts next) {
        sceneTimeouts = next;
    }

    /** The event's title, above every scene. */
    void entitle(Wording title) {
        view.setTitle(title);
        paint();
    }

    /** Who uses reading aids is sent nowhere for a badge: {@code call} brings staff here. */
    void whoIsToBring(Runnable call) {
        callStaff = call;
    }

    /** Whether somebody can be called from here. */
    void setMayCall(boolean may) {
        mayCall = may;
        paint();
    }

    private boolean isBroughtHere() {
        return mayCall && scene instanceof Scene.BadgeAtCounter && !aids.equals(ReadingAids.NONE);
    }

    /** Whether a camera's pictures are coming. */
    void setCamera(boolean live) {
        if (live != camera) {
            camera = live;
            paint();
        }
    }

    private void wind() {
        cancel.run();
        if (held) {
            return;
        }
        cancel = sceneTimeouts
                .of(scene.stay())
                .map(lasting -> timer.after(extended ? sceneTimeouts.more() : lasting, this::finish))
                .orElseGet(this::windLanguage);
    }

    /** A guest who chose a language, large words, contrast or more time and walked away leaves them to nobody. */
    private Runnable windLanguage() {
        boolean chosen = extended || screenMessages.language() != first || !aids.equals(ReadingAids.NONE);
        boolean forgotten = scene.stay() == Scene.Stay.NOBODYS && chosen;
        return forgotten ? timer.after(sceneTimeouts.language(), this::forgetNow) : SceneController::nothing;
    }

    private void forgetNow() {
        forget();
        paint();
        wind();
    }

    private void paint() {
        boolean here = called || isBroughtHere();
        if (here && !called) {
            called = true;
            callStaff.run();
        }
        SceneText sceneText = scene.fold(new SceneTexts(screenMessages, camera, here));
        view.show(sceneText, screenMessages, aids, scene.stay(), part());
        view.setCamera(camera && sceneText.tone() == Tone.QUIET);
    }

    private double part() {
        return scene instanceof Scene.Printing printing ? printing.percent() / 100.0 : -1;
    }

    private static void nothing() {}
}
