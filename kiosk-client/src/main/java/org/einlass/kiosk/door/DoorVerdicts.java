package org.einlass.kiosk.door;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.journal.Outcome.Source;
import org.einlass.contract.registration.BoxedBadge;
import org.einlass.contract.wire.DoorSheet.HandOut;
import org.einlass.kiosk.gate.GateListener;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.screen.door.DoorMessages;
import org.einlass.kiosk.screen.door.DoorSymbol;
import org.einlass.kiosk.screen.door.DoorTone;
import org.einlass.kiosk.screen.door.DoorVerdict;
import org.jspecify.annotations.Nullable;

/** What a door's screen says to each thing that happens at its gate: for staff, so with reason and next step. */
final class DoorVerdicts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Duration PASSED = Duration.ofSeconds(6);
    private static final Duration REFUSED = Duration.ofSeconds(20);
    private static final Duration HINT = Duration.ofSeconds(8);
    private static final Wording NOTHING = Wording.same("");

    private static final DoorVerdict READY =
            stays(DoorTone.READY, DoorSymbol.SCAN, "ready", DoorMessages.say("ready.sentence"));
    private static final DoorVerdict READY_AT_EXIT =
            stays(DoorTone.READY, DoorSymbol.OUT, "readyAtExit", DoorMessages.say("readyAtExit.sentence"));
    static final DoorVerdict READING = stays(DoorTone.WAITING, DoorSymbol.HOURGLASS, "reading", NOTHING);
    static final DoorVerdict WAITING =
            stays(DoorTone.WAITING, DoorSymbol.HOURGLASS, "reading", DoorMessages.say("waiting.sentence"));
    static final DoorVerdict WAITING_LONG =
            stays(DoorTone.WAITING, DoorSymbol.HOURGLASS, "reading", DoorMessages.say("waitingLong.sentence"));
    static final DoorVerdict NOTHING_TO_UNDO = new DoorVerdict(
            DoorTone.WAITING,
            DoorSymbol.UNDONE,
            DoorMessages.say("undone.nothing"),
            DoorMessages.say("undone.nothing.sentence"),
            HINT);

    private DoorVerdicts() {}

    static DoorVerdict ready(Direction direction) {
        return direction == Direction.EXIT ? READY_AT_EXIT : READY;
    }

    /** @param gives null at a door that is no hand-out point */
    static DoorVerdict ready(Direction direction, @Nullable HandOut gives) {
        if (gives == null) {
            return ready(direction);
        }
        return direction == Direction.EXIT
                ? stays(DoorTone.READY, DoorSymbol.OUT, "takesBack", DoorMessages.say("takesBack.ready", gives.what()))
                : stays(DoorTone.READY, DoorSymbol.SCAN, "gives", DoorMessages.say("gives.ready", gives.what()));
    }

    /** @param gives null at a door that is no hand-out point */
    static DoorVerdict of(ShownOutcome shown, Direction direction, ZoneId zone, @Nullable HandOut gives) {
        if (gives == null) {
            return of(shown, direction, zone);
        }
        if (shown.outcome().verdict() == Verdict.PROVISIONAL) {
            return provisional(direction == Direction.EXIT ? "takesBack.provisional" : "gives.provisional");
        }
        if (shown.outcome().verdict() == Verdict.REFUSED) {
            return handedOutBefore(shown)
                    .map(at -> new DoorVerdict(
                            DoorTone.REFUSED,
                            DoorSymbol.STOP,
                            DoorMessages.say("given.before"),
                            DoorMessages.say(
                                    gives.comesBack() ? "given.out" : "given.at", gives.what(), time(at, zone)),
                            REFUSED))
                    .orElseGet(() -> of(shown, direction, zone));
        }
        if (direction == Direction.EXIT) {
            Wording sentence = DoorMessages.say("takesBack.sentence", gives.what());
            return passing(DoorTone.ADMITTED, DoorSymbol.OUT, "takesBack", sentence, PASSED);
        }
        return perhapsOut(shown, gives)
                .map(at -> passing(
                        DoorTone.QUESTION,
                        DoorSymbol.QUESTION,
                        "given.back",
                        DoorMessages.say("given.back.sentence", gives.what(), time(at, zone)),
                        REFUSED))
                .orElseGet(() -> new DoorVerdict(
                        DoorTone.ADMITTED,
                        DoorSymbol.TICK,
                        gives.what(),
                        DoorMessages.say(gives.comesBack() ? "gives.lent" : "gives.sentence"),
                        PASSED));
    }

    /** When something was lent that a device without a server cannot know to be back; the server does know. */
    private static Optional<Instant> perhapsOut(ShownOutcome shown, HandOut gives) {
        return gives.comesBack() && shown.outcome().source() == Source.DEVICE ? shown.earlier() : Optional.empty();
    }

    private static Optional<Instant> handedOutBefore(ShownOutcome shown) {
        Refusal refusal = shown.outcome().refusal();
        return refusal == Refusal.ALREADY_USED || refusal == Refusal.ALREADY_INSIDE
                ? shown.earlier()
                : Optional.empty();
    }

    static DoorVerdict signedIn(String name) {
        return passing(
                DoorTone.WAITING, DoorSymbol.PEOPLE, "signedIn", DoorMessages.say("signedIn.sentence", name), HINT);
    }

    static DoorVerdict counted(int people) {
        Wording sentence = DoorMessages.say("counted.sentence", people);
        return passing(DoorTone.WAITING, DoorSymbol.PEOPLE, "counted", sentence, HINT);
    }

    static DoorVerdict of(ShownOutcome shown, Direction direction, ZoneId zone) {
        return switch (shown.outcome().verdict()) {
            case ADMITTED -> admitted(shown, direction, zone);
            case PROVISIONAL -> provisional("provisional");
            case REFUSED ->
                shown.asksAtCounter()
                        ? passing(DoorTone.QUESTION, DoorSymbol.QUESTION, "question", reason(shown), REFUSED)
                        : passing(DoorTone.REFUSED, DoorSymbol.STOP, "refused", reason(shown), REFUSED);
        };
    }

    private static DoorVerdict provisional(String headline) {
        Wording sentence = DoorMessages.say("provisional.sentence");
        return passing(DoorTone.PROVISIONAL, DoorSymbol.QUESTION, headline, sentence, REFUSED);
    }

    private static DoorVerdict admitted(ShownOutcome shown, Direction direction, ZoneId zone) {
        if (direction == Direction.EXIT) {
            return passing(DoorTone.ADMITTED, DoorSymbol.OUT, "out", DoorMessages.say("out.sentence"), PASSED);
        }
        Optional<BoxedBadge> boxed = shown.inBox();
        if (boxed.isPresent()) {
            BoxedBadge badge = boxed.get();
            Wording where = DoorMessages.say("boxed.sentence", badge.box(), badge.letters(), badge.number());
            return passing(DoorTone.ADMITTED, DoorSymbol.TICK, "admitted", where, REFUSED);
        }
        return shown.earlier()
                .map(earlier -> passing(
                        DoorTone.ADMITTED,
                        DoorSymbol.TICK_AGAIN,
                        "again",
                        DoorMessages.say("again.sentence", time(earlier, zone)),
                        PASSED))
                .orElseGet(() -> passing(DoorTone.ADMITTED, DoorSymbol.TICK, "admitted", NOTHING, PASSED));
    }

    private static Wording reason(ShownOutcome shown) {
        Wording sentence = shown.sentence();
        if (sentence != null) {
            return sentence;
        }
        Refusal refusal = shown.outcome().refusal();
        return refusal == null ? Refusal.UNRECOGNISED.staffSentence() : refusal.staffSentence();
    }

    static DoorVerdict onceMore(GateReading.Flaw flaw) {
        String key = flaw == GateReading.Flaw.NO_LINE_END ? "onceMore.noLineEnd" : "onceMore.sentence";
        return passing(DoorTone.WAITING, DoorSymbol.SCAN, "onceMore", DoorMessages.say(key), HINT);
    }

    static DoorVerdict trouble(GateListener.Trouble trouble) {
        return switch (trouble) {
            case NO_DOOR_SHEET -> fault("fault.noSheet");
            case NO_ROSTER ->
                passing(DoorTone.FAULT, DoorSymbol.FAULT, "fault", DoorMessages.say("fault.noRoster"), HINT);
            case NO_JOURNAL -> fault("fault.noJournal");
            case JOURNAL_LOCKED -> fault("fault.journalLocked");
            case WITHDRAWN -> fault("fault.withdrawn");
        };
    }

    private static DoorVerdict fault(String key) {
        return stays(DoorTone.FAULT, DoorSymbol.FAULT, "fault", DoorMessages.say(key));
    }

    static DoorVerdict undone(RecentPassages.Passage passage, ZoneId zone) {
        Wording sentence = DoorMessages.say("undone.sentence", passage.known(), passage.time(zone));
        return passing(DoorTone.WAITING, DoorSymbol.UNDONE, "undone", sentence, HINT);
    }

    static DoorVerdict declined(DoorRefusal why) {
        return new DoorVerdict(DoorTone.FAULT, DoorSymbol.FAULT, DoorMessages.say("declined"), why.sentence(), REFUSED);
    }

    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    private static DoorVerdict stays(DoorTone tone, DoorSymbol symbol, String headline, Wording sentence) {
        return passing(tone, symbol, headline, sentence, Duration.ZERO);
    }

    private static DoorVerdict passing(
            DoorTone tone, DoorSymbol symbol, String headline, Wording sentence, Duration stay) {
        return new DoorVerdict(tone, symbol, DoorMessages.say(headline), sentence, stay);
    }
}
