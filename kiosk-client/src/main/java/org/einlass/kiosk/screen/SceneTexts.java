package org.einlass.kiosk.screen;

import org.einlass.contract.Wording;
import org.einlass.kiosk.screen.Scene.BadgeAtCounter;
import org.einlass.kiosk.screen.Scene.BadgeComing;
import org.einlass.kiosk.screen.Scene.BadgeInBox;
import org.einlass.kiosk.screen.Scene.BadgeReady;
import org.einlass.kiosk.screen.Scene.Idle;
import org.einlass.kiosk.screen.Scene.NotReady;
import org.einlass.kiosk.screen.Scene.OnceMore;
import org.einlass.kiosk.screen.Scene.OneMoment;
import org.einlass.kiosk.screen.Scene.PleaseGoToCounter;
import org.einlass.kiosk.screen.Scene.Printing;
import org.einlass.kiosk.screen.Scene.Welcome;
import org.einlass.kiosk.screen.Scene.WelcomeBack;
import org.einlass.kiosk.screen.Scene.Withdrawn;

/**
 * The face of each scene in one language.
 *
 * @param camera whether guests look into a camera's picture; else they use a reader
 * @param broughtHere whether staff were called to bring a badge to this kiosk
 */
record SceneTexts(ScreenMessages texts, boolean camera, boolean broughtHere) implements Scene.Cases<SceneText> {

    /** For guests who can walk to a counter. */
    SceneTexts(ScreenMessages texts, boolean camera) {
        this(texts, camera, false);
    }

    @Override
    public SceneText starting() {
        return face(Tone.PAUSE, Symbol.HOURGLASS, "starting");
    }

    @Override
    public SceneText idle(Idle scene) {
        String how = texts.say(camera ? "idle.camera" : "idle.reader");
        return SceneText.of(Tone.QUIET, Symbol.SHOW_TICKET, texts.say("idle.headline"), how)
                .withNote(texts.say(scene.note()));
    }

    @Override
    public SceneText reading() {
        return face(Tone.QUIET, Symbol.CODE, "reading");
    }

    @Override
    public SceneText oneMoment(OneMoment scene) {
        Counter counter = scene.counter();
        String sentence = counter == null ? texts.say("oneMoment.sentence") : at("oneMoment.counter", counter);
        return SceneText.of(Tone.QUIET, Symbol.HOURGLASS, texts.say("oneMoment.headline"), sentence);
    }

    @Override
    public SceneText onceMore(OnceMore scene) {
        String sentence = at("onceMore.sentence", scene.counter());
        return SceneText.of(Tone.PAUSE, Symbol.CODE, texts.say("onceMore.headline"), sentence)
                .withNote(texts.say(scene.note()));
    }

    @Override
    public SceneText oneAtATime() {
        return face(Tone.PAUSE, Symbol.SHOW_TICKET, "oneAtATime");
    }

    @Override
    public SceneText welcome(Welcome scene) {
        SceneText usual = face(Tone.WELCOME, Symbol.TICK, "welcome");
        String onward = texts.say(scene.onward()).strip();
        return onward.isEmpty() ? usual : usual.withSentence(onward);
    }

    @Override
    public SceneText welcomeBack(WelcomeBack scene) {
        String since = texts.say("welcomeBack.sentence", texts.moment(scene.since(), scene.today()));
        return SceneText.of(Tone.WELCOME, Symbol.TICK_AGAIN, texts.say("welcomeBack.headline"), since);
    }

    @Override
    public SceneText provisional() {
        return face(Tone.PROVISIONAL, Symbol.HOURGLASS, "provisional");
    }

    @Override
    public SceneText pleaseGoToCounter(PleaseGoToCounter scene) {
        String headline = at("counter.headline", scene.counter());
        Symbol place = scene.counter().isSign() ? Symbol.PLACE : Symbol.ONLY_PLACE;
        return SceneText.of(Tone.COUNTER, place, headline, texts.say("counter.sentence"))
                .withLabel(scene.counter().isSign() ? scene.counter().sign() : "");
    }

    @Override
    public SceneText printing(Printing scene) {
        return taking(Symbol.PRINTER, "printing", scene.tray());
    }

    @Override
    public SceneText badgeComing(BadgeComing scene) {
        return onward(taking(Symbol.PRINTER, "printing", scene.tray()), "printing", scene.tray(), scene.onward());
    }

    @Override
    public SceneText badgeReady(BadgeReady scene) {
        return onward(taking(Symbol.BADGE, "badgeReady", scene.tray()), "badgeReady", scene.tray(), scene.onward());
    }

    @Override
    public SceneText badgeAtCounter(BadgeAtCounter scene) {
        String where = broughtHere ? texts.say("badgeAtCounter.here") : at("badgeAtCounter.sentence", scene.counter());
        return SceneText.of(Tone.WELCOME, Symbol.BADGE_ELSEWHERE, texts.say("badgeAtCounter.headline"), where)
                .withNote(texts.say(scene.note()));
    }

    @Override
    public SceneText badgeInBox(BadgeInBox scene) {
        String where = texts.say("badgeInBox.sentence", scene.box(), scene.letters(), scene.number());
        return SceneText.of(Tone.WELCOME, Symbol.PLACE, texts.say("badgeInBox.headline"), where)
                .withLabel(Integer.toString(scene.box()));
    }

    @Override
    public SceneText notReady(NotReady scene) {
        Counter counter = scene.counter();
        String where = counter == null ? "" : at("notReady.sentence", counter);
        return SceneText.of(Tone.PAUSE, Symbol.PAUSE, texts.say("notReady.headline"), where)
                .withNote(texts.say(scene.sentence()));
    }

    @Override
    public SceneText withdrawn(Withdrawn scene) {
        String headline = at("counter.headline", scene.counter());
        return SceneText.of(Tone.PAUSE, Symbol.PEOPLE, headline, texts.say("withdrawn.sentence"))
                .withNote(texts.say("withdrawn.note"));
    }

    /** The organiser's words about what comes next stand in place of a wish. */
    private SceneText onward(SceneText usual, String key, Tray tray, Wording onward) {
        String own = texts.say(onward).strip();
        String take = texts.say(key + ".take", texts.say("tray." + tray.name()));
        return own.isEmpty() ? usual : usual.withSentence(take + " " + own);
    }

    private SceneText taking(Symbol symbol, String key, Tray tray) {
        String sentence = texts.say(key + ".sentence", texts.say("tray." + tray.name()));
        return SceneText.of(Tone.WELCOME, symbol, texts.say(key + ".headline"), sentence)
                .withArrow(tray);
    }

    private SceneText face(Tone tone, Symbol symbol, String key) {
        return SceneText.of(tone, symbol, texts.say(key + ".headline"), texts.say(key + ".sentence"));
    }

    private String at(String key, Counter counter) {
        if (!counter.isNamed()) {
            return texts.say(key);
        }
        return texts.say(key + (counter.isSign() ? ".named" : ".titled"), counter.inSentence());
    }
}
