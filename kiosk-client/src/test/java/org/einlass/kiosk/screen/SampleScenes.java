package org.einlass.kiosk.screen;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.einlass.contract.Wording;

/** Every scene, with words as long as they come. */
final class SampleScenes {
    static final Wording TITLE = Wording.same("Digitales Thüringen 2022");
    static final LocalDateTime ARRIVED = LocalDateTime.of(2022, 7, 4, 9, 12);

    private SampleScenes() {}

    static Map<String, Scene> all() {
        Map<String, Scene> scenes = new LinkedHashMap<>();
        scenes.put("starting", new Scene.Starting());
        scenes.put("idle", new Scene.Idle());
        scenes.put("reading", new Scene.Reading());
        scenes.put("one-moment", new Scene.OneMoment(null));
        scenes.put("one-moment-long", new Scene.OneMoment(new Counter("A 12")));
        scenes.put("once-more", new Scene.OnceMore(new Counter("A 12"), Wording.same("")));
        scenes.put(
                "once-more-no-line-end",
                new Scene.OnceMore(
                        Counter.only(),
                        new Wording(
                                "Team: Der Scanner sendet kein Zeilenende. Bitte im Scanner als Endzeichen Enter einstellen.",
                                "Team: the scanner sends no line end. Please set Enter as its suffix.")));
        scenes.put("one-at-a-time", new Scene.OneAtATime());
        scenes.put("welcome", new Scene.Welcome());
        scenes.put("welcome-back", new Scene.WelcomeBack(ARRIVED, ARRIVED.toLocalDate()));
        scenes.put(
                "welcome-back-other-day",
                new Scene.WelcomeBack(ARRIVED, ARRIVED.toLocalDate().plusDays(2)));
        scenes.put("provisional", new Scene.Provisional());
        scenes.put("counter", new Scene.PleaseGoToCounter(new Counter("2")));
        scenes.put("counter-long", new Scene.PleaseGoToCounter(new Counter("A 12")));
        scenes.put(
                "counter-titled", new Scene.PleaseGoToCounter(new Counter("Akkreditierung der Presse, Obergeschoss")));
        scenes.put("counter-only", new Scene.PleaseGoToCounter(Counter.only()));
        scenes.put("printing-start", new Scene.Printing(10));
        scenes.put("printing", new Scene.Printing(70));
        scenes.put("badge-coming", new Scene.BadgeComing(Tray.RIGHT));
        scenes.put("badge-ready", new Scene.BadgeReady());
        scenes.put(
                "badge-at-counter",
                new Scene.BadgeAtCounter(
                        new Counter("2"),
                        new Wording("Team: Bitte nach dem Drucker sehen.", "Team: please look after the printer.")));
        scenes.put(
                "idle-printer",
                new Scene.Idle(
                        new Wording("Team: Bitte nach dem Drucker sehen.", "Team: please look after the printer.")));
        scenes.put(
                "not-ready",
                new Scene.NotReady(new Wording(
                        "Team: Der Drucker „Brother“ ist an diesem Gerät nicht eingerichtet. Vorhanden sind: HP_LaserJet,"
                                + " Kyocera-2. Bitte den Namen in kiosk.properties berichtigen.",
                        "Team: the printer “Brother” is not set up on this device. There are: HP_LaserJet, Kyocera-2."
                                + " Please correct the name in kiosk.properties.")));
        scenes.put("withdrawn", new Scene.Withdrawn(new Counter("2")));
        scenes.put("withdrawn-counter-long", new Scene.Withdrawn(new Counter("A 12")));
        scenes.put("withdrawn-counter-only", new Scene.Withdrawn(Counter.only()));
        return scenes;
    }
}
