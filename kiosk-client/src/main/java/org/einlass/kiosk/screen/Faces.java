package org.einlass.kiosk.screen;

import org.einlass.kiosk.screen.Scene.BadgeAtCounter;
import org.einlass.kiosk.screen.Scene.NotReady;
import org.einlass.kiosk.screen.Scene.PleaseGoToCounter;
import org.einlass.kiosk.screen.Scene.Printing;
import org.einlass.kiosk.screen.Scene.WelcomeBack;
import org.einlass.kiosk.screen.Scene.Withdrawn;

/**
 * The face of each scene in one language.
 *
 * @param camera whether guests look into a camera's picture; else they use a reader
 */
record Faces(Texts texts, boolean camera) implements Scene.Cases<Face> {

    @Override
    public Face idle() {
        String how = texts.say(camera ? "idle.camera" : "idle.reader");
        return Face.of(Tone.QUIET, Symbol.SHOW_TICKET, texts.say("idle.headline"), how);
    }

    @Override
    public Face reading() {
        return face(Tone.QUIET, Symbol.CODE, "reading");
    }

    @Override
    public Face welcome() {
        return face(Tone.WELCOME, Symbol.TICK, "welcome");
    }

    @Override
    public Face welcomeBack(WelcomeBack scene) {
        String since = texts.say("welcomeBack.sentence", texts.moment(scene.since(), scene.today()));
        return Face.of(Tone.WELCOME, Symbol.TICK_AGAIN, texts.say("welcomeBack.headline"), since);
    }

    @Override
    public Face provisional() {
        return face(Tone.PROVISIONAL, Symbol.HOURGLASS, "provisional");
    }

    @Override
    public Face pleaseGoToCounter(PleaseGoToCounter scene) {
        String headline = at("counter.headline", scene.counter());
        Symbol place = scene.counter().isNamed() ? Symbol.PLACE : Symbol.ONLY_PLACE;
        return Face.of(Tone.COUNTER, place, headline, texts.say("counter.sentence"))
                .withLabel(scene.counter().sign());
    }

    @Override
    public Face printing(Printing scene) {
        return face(Tone.WELCOME, Symbol.PRINTER, "printing");
    }

    @Override
    public Face badgeReady() {
        return face(Tone.WELCOME, Symbol.BADGE, "badgeReady");
    }

    @Override
    public Face badgeAtCounter(BadgeAtCounter scene) {
        String where = at("badgeAtCounter.sentence", scene.counter());
        return Face.of(Tone.WELCOME, Symbol.BADGE_ELSEWHERE, texts.say("badgeAtCounter.headline"), where)
                .withNote(texts.say(scene.fault()));
    }

    @Override
    public Face notReady(NotReady scene) {
        return Face.of(Tone.PAUSE, Symbol.PAUSE, texts.say("notReady.headline"), "")
                .withNote(texts.say(scene.sentence()));
    }

    @Override
    public Face withdrawn(Withdrawn scene) {
        String headline = at("counter.headline", scene.counter());
        return Face.of(Tone.PAUSE, Symbol.PEOPLE, headline, texts.say("withdrawn.sentence"))
                .withNote(texts.say("withdrawn.note"));
    }

    private Face face(Tone tone, Symbol symbol, String key) {
        return Face.of(tone, symbol, texts.say(key + ".headline"), texts.say(key + ".sentence"));
    }

    private String at(String key, Counter counter) {
        return counter.isNamed() ? texts.say(key + ".named", counter.sign()) : texts.say(key);
    }
}
