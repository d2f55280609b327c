package org.einlass.server.event;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.id.ScopeId;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.wire.DoorSheet.GuestTexts;
import org.einlass.server.event.EventDocument.Area;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventDocument.HandOut;
import org.einlass.server.event.EventDocument.Programme;
import org.einlass.server.event.EventDocument.Session;
import org.einlass.server.rejection.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Looks an event's document through before anything of it is stored: no part too many or too long, every part
 * named, every reference leading somewhere.
 *
 * <p>The limits are several times what the largest congress needs. Without them, one document holds the
 * writer for a minute, and one title holds a report for minutes.
 */
final class EventValidation {
    static final int MOST_PROGRAMMES = 50;
    static final int MOST_CATEGORIES = 100;
    static final int MOST_AREAS = 500;
    static final int MOST_SESSIONS = 2_000;
    static final int MOST_DOORS = 1_000;

    /** Days that a door's rule may name: those of a year. */
    static final int MOST_DAYS = 366;

    /** How many areas may lie one inside the other: each passage is counted in all of them. */
    static final int DEEPEST_AREA = 16;

    /** Characters of a title, in each language. */
    static final int LONGEST_TITLE = 300;

    /** Characters of a text on the ticket (place, directions, access), in each language. */
    static final int LONGEST_TEXT = 2_000;

    static final int LONGEST_HOTLINE = 60;

    /** Characters of what a hand-out point gives, in each language: a door's screen shows it large. */
    static final int LONGEST_HAND_OUT = 40;

    /** Characters of the notice about personal data that kiosks show, in each language. */
    static final int LONGEST_NOTICE = 6_000;

    /** Characters of what kiosks say to whoever was let in, in each language. */
    static final int LONGEST_ONWARD = 200;

    private static final Wording MISSING = new Wording("Hier fehlt etwas.", "Something is missing here.");
    private static final Wording TWICE = new Wording("Diese Kennung kommt zweimal vor.", "This id stands here twice.");
    private static final Wording DANGLING = new Wording(
            "Das verweist auf etwas, das in diesem Dokument nicht steht.",
            "This refers to something that is not in this document.");
    private static final Wording LOOP =
            new Wording("Dieser Bereich liegt in sich selbst.", "This area lies inside itself.");
    private static final Wording NEGATIVE =
            new Wording("Weniger als eine Person geht nicht.", "Less than one person cannot be.");
    private static final Wording DEEP = new Wording(
            "Dieser Bereich liegt in mehr als " + (DEEPEST_AREA - 1) + " Bereichen.",
            "This area lies inside more than " + (DEEPEST_AREA - 1) + " areas.");
    private static final Wording FLATTER =
            new Wording("Bitte Bereiche weniger tief ineinander legen.", "Put fewer areas inside each other.");
    private static final Wording HANDS_OUT =
            new Wording("Eine Ausgabestelle führt in keinen Bereich.", "A hand-out point leads into no area.");
    private static final Wording PRINTS_NOTHING = new Wording(
            "Was verliehen oder zurückgenommen wird, ist kein gedrucktes Namensschild: Bitte „prints“ weglassen.",
            "What is lent or taken back is no printed badge: leave out \"prints\".");
    private static final Wording NOBODY_LENDS = new Wording(
            "Was hier zurückkommt, verleiht keine Ausgabestelle: Beide brauchen dieselbe Kennung „scope“, und die"
                    + " Ausgabe „comesBack“.",
            "No hand-out point lends what comes back here: both need the same \"scope\", and the one that gives"
                    + " \"comesBack\".");
    private static final Wording BACKWARDS =
            new Wording("Der letzte Tag liegt vor dem ersten.", "The last day is before the first.");

    private static final Wording MANY_QUESTIONS = new Wording(
            "Kiosks stellen höchstens " + OrganiserQuestion.MOST + " Fragen.",
            "Kiosks ask at most " + OrganiserQuestion.MOST + " questions.");
    private static final Wording QUESTION_NAME = new Wording(
            "Jede Frage braucht einen eigenen Namen, wie ihn die Liste hat.",
            "Each question needs a name of its own, as the list has it.");
    private static final Wording CHOICES = new Wording(
            "Eine Frage hat " + OrganiserQuestion.FEWEST_CHOICES + " bis " + OrganiserQuestion.MOST_CHOICES
                    + " Antworten.",
            "A question has " + OrganiserQuestion.FEWEST_CHOICES + " to " + OrganiserQuestion.MOST_CHOICES
                    + " answers.");
    private static final Wording CHOICE = new Wording(
            "Jede Antwort braucht einen eigenen Text, auf Deutsch und Englisch.",
            "Each answer needs a text of its own, in German and English.");

    private EventValidation() {}

    /** Looks through the whole document. @throws Rejected at the first place that cannot be taken */
    static void check(EventDocument document) {
        require(document.title(), "title");
        texts(document);
        require(document.zone(), "zone");
        require(document.firstDay(), "firstDay");
        refuse(document.end().isBefore(document.firstDay()), BACKWARDS, "lastDay");
        require(document.categories(), "categories");
        refuse(document.categories().isEmpty(), MISSING, "categories");
        require(document.doors(), "doors");
        sizes(document);
        distinct(document.categories(), category -> category.id(), "categories");
        distinct(document.allProgrammes(), Programme::id, "programmes");
        distinct(document.allAreas(), Area::id, "areas");
        distinct(document.allSessions(), Session::id, "sessions");
        distinct(document.doors(), Door::id, "doors");
        titles(document.categories(), category -> category.title(), "categories");
        titles(document.allProgrammes(), Programme::title, "programmes");
        titles(document.allAreas(), Area::title, "areas");
        titles(document.allSessions(), Session::title, "sessions");
        titles(document.doors(), Door::title, "doors");
        areas(document.allAreas());
        SessionValidation sessions = new SessionValidation(document);
        sessions.checkSessions();
        doors(document, sessions);
        handOuts(document);
    }

    private static void sizes(EventDocument document) {
        atMost(MOST_CATEGORIES, document.categories(), "categories");
        atMost(MOST_PROGRAMMES, document.allProgrammes(), "programmes");
        atMost(MOST_AREAS, document.allAreas(), "areas");
        atMost(MOST_SESSIONS, document.allSessions(), "sessions");
        atMost(MOST_DOORS, document.doors(), "doors");
    }

    private static void atMost(int most, Collection<?> parts, String place) {
        if (parts.size() > most) {
            throw Rejected.badValue(
                    new Wording(
                            "Das sind " + parts.size() + " Einträge; erlaubt sind höchstens " + most + ".",
                            "These are " + parts.size() + " entries; at most " + most + " are allowed."),
                    new Wording("Bitte Einträge weglassen oder zusammenfassen.", "Leave out entries or merge them."),
                    place);
        }
    }

    private static void texts(EventDocument document) {
        length(document.title(), LONGEST_TITLE, "title");
        length(document.organiser(), LONGEST_TITLE, "organiser");
        length(document.hotline(), LONGEST_HOTLINE, "hotline");
        length(document.place(), LONGEST_TEXT, "place");
        length(document.directions(), LONGEST_TEXT, "directions");
        length(document.access(), LONGEST_TEXT, "access");
        GuestTexts guests = document.guests();
        if (guests != null) {
            length(guests.privacy(), LONGEST_NOTICE, "guests.privacy");
            length(guests.onward(), LONGEST_ONWARD, "guests.onward");
            questions(guests.allQuestions());
        }
    }

    private static void questions(List<OrganiserQuestion> questions) {
        refuse(questions.size() > OrganiserQuestion.MOST, MANY_QUESTIONS, "guests.questions");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            OrganiserQuestion question = questions.get(i);
            String place = "guests.questions[" + i + "]";
            require(question.name(), place + ".name");
            require(question.text(), place + ".text");
            refuse(question.name().isBlank() || !names.add(question.name()), QUESTION_NAME, place + ".name");
            length(question.name(), OrganiserQuestion.LONGEST_NAME, place + ".name");
            refuse(isBlank(question.text()), MISSING, place + ".text");
            length(question.text(), OrganiserQuestion.LONGEST_TEXT, place + ".text");
            int choices = question.choices().size();
            refuse(
                    choices < OrganiserQuestion.FEWEST_CHOICES || choices > OrganiserQuestion.MOST_CHOICES,
                    CHOICES,
                    place + ".choices");
            Set<String> german = new HashSet<>();
            for (int j = 0; j < choices; j++) {
                Wording choice = question.choices().get(j);
                String at = place + ".choices[" + j + "]";
                refuse(isBlank(choice) || !german.add(choice.german()), CHOICE, at);
                length(choice, OrganiserQuestion.LONGEST_CHOICE, at);
            }
        }
    }

    private static boolean isBlank(Wording words) {
        return words.german().isBlank() || words.english().isBlank();
    }

    private static <T> void titles(List<T> parts, Function<T, @Nullable Wording> title, String place) {
        for (int i = 0; i < parts.size(); i++) {
            Wording words = title.apply(parts.get(i));
            require(words, place + "[" + i + "].title");
            length(words, LONGEST_TITLE, place + "[" + i + "].title");
        }
    }

    private static void length(@Nullable Wording words, int longest, String place) {
        if (words != null) {
            length(words.german(), longest, place + ".german");
            length(words.english(), longest, place + ".english");
        }
    }

    private static void length(@Nullable String text, int longest, String place) {
        if (text != null && text.length() > longest) {
            throw Rejected.badValue(
                    new Wording(
                            "Dieser Text hat " + text.length() + " Zeichen; erlaubt sind " + longest + ".",
                            "This text has " + text.length() + " characters; " + longest + " are allowed."),
                    new Wording("Bitte kürzen.", "Shorten it."),
                    place);
        }
    }

    /** Parents stand before the areas inside them, so one pass knows how deep each area lies. */
    private static void areas(List<Area> areas) {
        Map<Object, Integer> depths = new HashMap<>();
        for (int i = 0; i < areas.size(); i++) {
            Area area = areas.get(i);
            String place = "areas[" + i + "]";
            refuse(area.permitted() != null && area.permitted() < 1, NEGATIVE, place + ".permitted");
            refuse(area.id().equals(area.parent()), LOOP, place + ".parent");
            refuse(area.parent() != null && !depths.containsKey(area.parent()), DANGLING, place + ".parent");
            int depth = area.parent() == null ? 1 : depths.getOrDefault(area.parent(), 0) + 1;
            if (depth > DEEPEST_AREA) {
                throw Rejected.badValue(DEEP, FLATTER, place + ".parent");
            }
            depths.put(area.id(), depth);
        }
    }

    private static void doors(EventDocument document, SessionValidation sessions) {
        Set<?> areas = document.allAreas().stream().map(Area::id).collect(Collectors.toSet());
        Set<?> categories =
                document.categories().stream().map(category -> category.id()).collect(Collectors.toSet());
        Set<?> programmes = document.allProgrammes().stream().map(Programme::id).collect(Collectors.toSet());
        for (int i = 0; i < document.doors().size(); i++) {
            Door door = document.doors().get(i);
            String place = "doors[" + i + "]";
            if (door.gives() == null) {
                require(door.area(), place + ".area");
                refuse(!areas.contains(door.area()), DANGLING, place + ".area");
            }
            sessions.checkBooking(door, place);
            DoorRule rule = document.ruleOf(door);
            refuse(!categories.containsAll(rule.categories()), DANGLING, place + ".rule.categories");
            refuse(!programmes.containsAll(rule.programmes()), DANGLING, place + ".rule.programmes");
            atMost(MOST_DAYS, rule.days(), place + ".rule.days");
        }
    }

    /** A hand-out point leads nowhere, and prints badges or nothing; what takes something back must know what it was given by. */
    private static void handOuts(EventDocument document) {
        Set<ScopeId> lent = document.doors().stream()
                .filter(door -> door.direction() != Direction.EXIT)
                .filter(door -> door.gives() != null && door.gives().comesBack())
                .map(Door::sharedScope)
                .collect(Collectors.toSet());
        for (int i = 0; i < document.doors().size(); i++) {
            Door door = document.doors().get(i);
            HandOut gives = door.gives();
            if (gives != null) {
                String place = "doors[" + i + "]";
                require(gives.what(), place + ".gives.what");
                length(gives.what(), LONGEST_HAND_OUT, place + ".gives.what");
                refuse(door.area() != null, HANDS_OUT, place + ".area");
                boolean badge = !gives.comesBack() && door.direction() != Direction.EXIT;
                refuse(door.prints() && !badge, PRINTS_NOTHING, place + ".prints");
                boolean nobodyGives = door.direction() == Direction.EXIT && !lent.contains(door.sharedScope());
                refuse(nobodyGives, NOBODY_LENDS, place + ".scope");
            }
        }
    }

    private static <T> void distinct(List<T> parts, Function<T, Object> id, String place) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            require(parts.get(i), place + "[" + i + "]");
            T part = Objects.requireNonNull(parts.get(i));
            require(id.apply(part), place + "[" + i + "].id");
            refuse(!seen.add(id.apply(part)), TWICE, place + "[" + i + "].id");
        }
    }

    static void require(@Nullable Object part, String place) {
        refuse(part == null, MISSING, place);
    }

    static void refuse(boolean wrong, Wording sentence, String place) {
        if (wrong) {
            throw Rejected.badValue(sentence, place);
        }
    }
}
