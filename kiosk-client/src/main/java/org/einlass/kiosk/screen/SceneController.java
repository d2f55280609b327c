package org.einlass.kiosk.screen;

import org.einlass.contract.Wording;

/**
 * Leads from scene to scene: language, scenes that end by themselves, whose turn it is. Event thread only.
 */
final class SceneController {

    /**
     * What is to be shown next.
     *
     * @param guestPassed whether a guest's scene came before it that nobody got to see
     */
    record Change(Scene scene, boolean guestPassed) {

        Change(Scene scene) {
            this(scene, false);
        }

        /** The newer one is shown; that there was a guest is not forgotten. */
        static Change merge(Change older, Change newer) {
            if (newer.scene.yieldsToGuests() && !older.scene.yieldsToGuests()) {
                return new Change(older.scene, older.guestPassed || newer.guestPassed);
            }
            boolean guest = older.scene.isGuests() || older.guestPassed || newer.guestPassed;
            return new Change(newer.scene, guest);
        }
    }

    private final SceneView view;
    private final Language first;
    private final SceneTimeouts sceneTimeouts;
    private final SceneTimer timer;
    private final Runnable guestEnded;
    private ScreenMessages screenMessages;
    private Scene scene = new Scene.Idle();
    private boolean camera;
    private Runnable cancel = SceneController::nothing;

    /** @param guestEnded run each time a guest's last scene has given way to another that is nobody's */
    SceneController(
            SceneView view, Language first, SceneTimeouts sceneTimeouts, SceneTimer timer, Runnable guestEnded) {
        this.view = view;
        this.first = first;
        this.sceneTimeouts = sceneTimeouts;
        this.timer = timer;
        this.guestEnded = guestEnded;
        this.screenMessages = ScreenMessages.in(first);
        paint();
    }

    void apply(Change change) {
        if (change.scene().yieldsToGuests() && scene.isGuests()) {
            return;
        }
        boolean guestLeaves = !change.scene().isGuests() && (scene.isGuests() || change.guestPassed());
        scene = change.scene();
        if (guestLeaves) {
            screenMessages = ScreenMessages.in(first);
        }
        paint();
        wind();
        if (guestLeaves) {
            guestEnded.run();
        }
    }

    /** Ends a guest's scene before its time; without effect on scenes that wait for something. */
    void finish() {
        if (sceneTimeouts.of(scene.stay()).isPresent()) {
            apply(new Change(new Scene.Idle()));
        }
    }

    void choose(Language language) {
        screenMessages = ScreenMessages.in(language);
        paint();
        wind();
    }

    void chooseOther() {
        choose(screenMessages.language().other());
    }

    /** The event's title, above every scene. */
    void entitle(Wording title) {
        view.setTitle(title);
        paint();
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
        cancel = sceneTimeouts
                .of(scene.stay())
                .map(lasting -> timer.after(lasting, this::finish))
                .orElseGet(this::windLanguage);
    }

    /** A guest who chose a language and walked away leaves it to nobody. */
    private Runnable windLanguage() {
        boolean forgotten = scene.stay() == Scene.Stay.NOBODYS && screenMessages.language() != first;
        return forgotten ? timer.after(sceneTimeouts.language(), () -> choose(first)) : SceneController::nothing;
    }

    private void paint() {
        SceneText sceneText = scene.fold(new SceneTexts(screenMessages, camera));
        view.show(sceneText, screenMessages, scene.stay(), part());
        view.setCamera(camera && sceneText.tone() == Tone.QUIET);
    }

    private double part() {
        return scene instanceof Scene.Printing printing ? printing.percent() / 100.0 : -1;
    }

    private static void nothing() {}
}
