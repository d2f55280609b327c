package org.einlass.kiosk.desk.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.contract.code.UnlockCard;
import org.einlass.kiosk.desk.state.DeskCorner;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.words.MessageBundle;
import org.einlass.reports.guide.Guide;

/** One page a role, in the words that stand on its screen, and what else a desk hands to its people. */
public final class Courses {
    private static final MessageBundle WORDS = new MessageBundle("org.einlass.kiosk.desk.paper.course");
    private static final MessageBundle DESK = new MessageBundle("org.einlass.kiosk.screen.desk.desk");
    private static final MessageBundle DOOR = new MessageBundle("org.einlass.kiosk.screen.door.door");
    private static final List<String> DESK_KEYS = List.of(
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
            "counter",
            "call",
            "helpCome",
            "helpEnd",
            "clarify",
            "print",
            "paperList",
            "clear",
            "lock",
            "handOver");
    private static final List<String> DOOR_KEYS = List.of("undo", "plus", "minus", "count", "turn", "doors", "help");
    private static final int DESK_RULES = 5;
    private static final int DOOR_RULES = 4;
    private static final int KIOSK_RULES = 8;

    private Courses() {}

    static Guide desk(Wording event, Locale language) {
        return course("desk.", DESK, DESK_KEYS, DESK_RULES, event, language);
    }

    static Guide door(Wording event, Locale language) {
        return course("door.", DOOR, DOOR_KEYS, DOOR_RULES, event, language);
    }

    /** For whoever looks after the kiosks: what guests do there by themselves, and when to help. */
    static Guide kiosk(Wording event, Locale language) {
        return course("kiosk.", DESK, List.of(), KIOSK_RULES, event, language);
    }

    private static Guide course(
            String role, MessageBundle screen, List<String> keys, int rules, Wording event, Locale language) {
        List<Guide.Step> steps = new ArrayList<>();
        for (int rule = 1; rule <= rules; rule++) {
            steps.add(new Guide.Step("", WORDS.in(language, role + "rule." + rule)));
        }
        keys.forEach(
                key -> steps.add(new Guide.Step(screen.in(language, key), screen.in(language, key + ".explained"))));
        return new Guide(language, event.in(language), WORDS.in(language, role + "title"), steps, List.of());
    }

    static Guide unlockCard(UnlockCard card, String counter, Wording event, Locale language) {
        return new Guide(
                language,
                event.in(language),
                WORDS.in(language, "card.title", counter),
                List.of(
                        new Guide.Step("", WORDS.in(language, "card.rule.1")),
                        new Guide.Step("", WORDS.in(language, "card.rule.2")),
                        new Guide.Step("", WORDS.in(language, "card.rule.3"))),
                List.of(new Guide.Code(card.text(), WORDS.in(language, "card.code"))));
    }

    /** What whoever takes over the desk has to know; nobody's name and no figure of a helper. */
    static Guide handover(DeskState state, Wording event, String time, Locale language) {
        DeskCorner corner = state.corner();
        List<Guide.Step> steps = List.of(
                step(language, "time", time),
                step(
                        language,
                        "counter",
                        WORDS.in(language, state.counter().open() ? "handover.open" : "handover.closed")),
                step(language, "server", WORDS.in(language, corner.online() ? "handover.online" : "handover.offline")),
                step(language, "waiting", WORDS.in(language, "handover.entries", corner.waiting())),
                step(language, "printer", corner.printer().in(language)),
                step(
                        language,
                        "cases",
                        WORDS.in(language, "handover.open.cases", state.cases().total())),
                step(
                        language,
                        "help",
                        WORDS.in(
                                language,
                                "handover.open.calls",
                                state.help().calls().size())),
                step(
                        language,
                        "expected",
                        WORDS.in(
                                language,
                                "handover.open.guests",
                                state.counter().guests().size())),
                new Guide.Step("", WORDS.in(language, "handover.rule")));
        return new Guide(
                language,
                event.in(language),
                WORDS.in(language, "handover.title", state.counter().name()),
                steps,
                List.of());
    }

    private static Guide.Step step(Locale language, String key, String words) {
        return new Guide.Step(WORDS.in(language, "handover." + key), words);
    }
}
