package org.einlass.kiosk.screen.door;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.wire.Heartbeat.DeviceFault;

/** What a door's screen may have to show, kind and unkind. */
final class DoorSamples {
    static final Wording DOOR = new Wording("Loge 4", "Box 4");
    static final Wording SESSION = new Wording(
            "Jetzt: Workshop KI in der Verwaltung, 10:30–12:00 Uhr", "Now: workshop AI in government, 10:30–12:00");
    private static final Duration STAY = Duration.ofSeconds(6);
    private static final Wording NONE = Wording.same("");

    private DoorSamples() {}

    static Map<String, DoorVerdict> verdicts() {
        Map<String, DoorVerdict> all = new LinkedHashMap<>();
        all.put("ready", verdict(DoorTone.READY, DoorSymbol.SCAN, "ready", DoorMessages.say("ready.sentence")));
        all.put("admitted", verdict(DoorTone.ADMITTED, DoorSymbol.TICK, "admitted", NONE));
        all.put(
                "again",
                verdict(
                        DoorTone.ADMITTED,
                        DoorSymbol.TICK_AGAIN,
                        "again",
                        DoorMessages.say("again.sentence", "09:12")));
        all.put(
                "provisional",
                verdict(
                        DoorTone.PROVISIONAL,
                        DoorSymbol.QUESTION,
                        "provisional",
                        DoorMessages.say("provisional.sentence")));
        all.put("out", verdict(DoorTone.ADMITTED, DoorSymbol.OUT, "out", DoorMessages.say("out.sentence")));
        all.put(
                "undone",
                verdict(
                        DoorTone.WAITING,
                        DoorSymbol.UNDONE,
                        "undone",
                        DoorMessages.say("undone.sentence", "Ä. M.", "09:12")));
        all.put(
                "nothing-to-undo",
                verdict(
                        DoorTone.WAITING,
                        DoorSymbol.UNDONE,
                        "undone.nothing",
                        DoorMessages.say("undone.nothing.sentence")));
        all.put(
                "once-more",
                verdict(DoorTone.WAITING, DoorSymbol.SCAN, "onceMore", DoorMessages.say("onceMore.noLineEnd")));
        all.put(
                "waiting",
                verdict(DoorTone.WAITING, DoorSymbol.HOURGLASS, "reading", DoorMessages.say("waiting.sentence")));
        all.put(
                "counted",
                verdict(DoorTone.WAITING, DoorSymbol.PEOPLE, "counted", DoorMessages.say("counted.sentence", 28)));
        all.put(
                "journal-locked",
                verdict(DoorTone.FAULT, DoorSymbol.FAULT, "fault", DoorMessages.say("fault.journalLocked")));
        for (Refusal refusal : Refusal.values()) {
            boolean asks = refusal == Refusal.ASK_AT_COUNTER;
            all.put(
                    "refused-" + refusal.name().toLowerCase(java.util.Locale.ROOT),
                    verdict(
                            asks ? DoorTone.QUESTION : DoorTone.REFUSED,
                            asks ? DoorSymbol.QUESTION : DoorSymbol.STOP,
                            asks ? "question" : "refused",
                            refusal.staffSentence()));
        }
        return all;
    }

    private static DoorVerdict verdict(DoorTone tone, DoorSymbol symbol, String headline, Wording sentence) {
        return new DoorVerdict(tone, symbol, DoorMessages.say(headline), sentence, STAY);
    }

    static DoorDisplay display(DoorVerdict verdict) {
        return display(DOOR, SESSION, verdict, new DoorRoom(28, 34, false));
    }

    static DoorDisplay display(Wording door, Wording place, DoorVerdict verdict, DoorRoom room) {
        return new DoorDisplay(
                door,
                place,
                false,
                verdict,
                verdict.hashCode(),
                room,
                List.of(
                        new DoorPassage("Ä. M.", "09:14", DoorTone.ADMITTED, DoorSymbol.TICK, false),
                        new DoorPassage("W. W.", "09:13", DoorTone.REFUSED, DoorSymbol.STOP, false),
                        new DoorPassage("–", "09:13", DoorTone.PROVISIONAL, DoorSymbol.QUESTION, false),
                        new DoorPassage("J. v.", "09:12", DoorTone.ADMITTED, DoorSymbol.TICK, true),
                        new DoorPassage("M. S.", "09:12", DoorTone.ADMITTED, DoorSymbol.TICK_AGAIN, false)),
                List.of(DoorMessages.say("notice.offline"), DoorMessages.say("notice.toSend", 12)),
                List.of(
                        new DoorOption("loge-4", DOOR, false, true),
                        new DoorOption("loge-4-aus", DOOR, true, false),
                        new DoorOption("haupteingang", new Wording("Haupteingang", "Main entrance"), false, false)),
                List.of(DeviceFault.SERVER, DeviceFault.JOURNAL));
    }

    /** The same at the room's exit. */
    static DoorDisplay atExit(DoorDisplay display) {
        return new DoorDisplay(
                display.door(),
                display.place(),
                true,
                display.verdict(),
                display.number(),
                display.room(),
                display.last(),
                display.notices(),
                display.doors(),
                display.faults());
    }
}
