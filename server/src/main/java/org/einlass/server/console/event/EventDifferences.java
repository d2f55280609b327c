package org.einlass.server.console.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.wire.DoorSheet.GuestTexts;
import org.einlass.server.console.Reader;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.Area;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventDocument.Programme;
import org.einlass.server.event.EventDocument.Session;

/** What somebody else changed of an event, in the words of the page. */
final class EventDifferences {
    private static final String PHASE = "phase";
    private static final String SPELLING = "spelling";
    private static final String PHOTOGRAPHS = "photographs";

    private final Reader reader;
    private final EventDocument before;
    private final EventDocument after;
    private final Map<String, String> found = new LinkedHashMap<>();

    private EventDifferences(Reader reader, EventDocument before, EventDocument after) {
        this.reader = reader;
        this.before = before;
        this.after = after;
    }

    /** By the names of the fields, each with what stands there now. */
    static Map<String, String> of(Reader reader, EventDocument before, EventDocument after) {
        EventDifferences differences = new EventDifferences(reader, before, after);
        differences.texts();
        differences.parts();
        return differences.found;
    }

    private void texts() {
        Map<String, String> old = EventForm.of(before).getTexts();
        EventForm.of(after).getTexts().forEach((field, text) -> {
            if (!text.equals(old.get(field))) {
                found.put(field, words(field, text));
            }
        });
        if (before.allowsBookingNumbers() != after.allowsBookingNumbers()) {
            found.put("bookingNumbers", reader.say(after.allowsBookingNumbers() ? "yes" : "no"));
        }
    }

    private String words(String field, String text) {
        return switch (field) {
            case PHASE -> reader.say("phase." + text);
            case SPELLING, PHOTOGRAPHS -> reader.say(Boolean.parseBoolean(text) ? "yes" : "no");
            default -> text;
        };
    }

    private void parts() {
        RuleSentence rules = new RuleSentence(reader, after);
        parts("questions", questions(before), questions(after), OrganiserQuestion::name, this::question);
        parts("programmes", before.allProgrammes(), after.allProgrammes(), Programme::id, this::programme);
        parts("categories", before.categories(), after.categories(), Category::id, this::category);
        parts("areas", before.allAreas(), after.allAreas(), Area::id, this::area);
        parts("sessions", before.allSessions(), after.allSessions(), Session::id, this::session);
        parts("doors", before.doors(), after.doors(), Door::id, door -> quoted(door.title()) + " " + rules.of(door));
    }

    private <T> void parts(String field, List<T> old, List<T> now, Function<T, Object> id, Function<T, String> words) {
        Map<Object, T> was = old.stream().collect(Collectors.toMap(id, part -> part));
        Map<Object, T> is = now.stream().collect(Collectors.toMap(id, part -> part));
        List<String> lines = new ArrayList<>();
        now.stream()
                .filter(part -> !Objects.equals(part, was.get(id.apply(part))))
                .forEach(part -> lines.add(words.apply(part)));
        old.stream()
                .filter(part -> !is.containsKey(id.apply(part)))
                .forEach(part -> lines.add(reader.say("event.part.gone", words.apply(part))));
        if (!lines.isEmpty()) {
            found.put(field, String.join("; ", lines));
        }
    }

    private static List<OrganiserQuestion> questions(EventDocument event) {
        GuestTexts texts = event.guests();
        return texts == null ? List.of() : texts.allQuestions();
    }

    private String question(OrganiserQuestion question) {
        return quoted(question.text()) + " ("
                + question.choices().stream().map(reader::words).collect(Collectors.joining(", ")) + ")";
    }

    private String programme(Programme programme) {
        return quoted(programme.title());
    }

    private String category(Category category) {
        return quoted(category.title());
    }

    private String area(Area area) {
        return quoted(area.title()) + (area.permitted() == null ? "" : " (" + area.permitted() + ")");
    }

    private String session(Session session) {
        return quoted(session.title()) + " (" + reader.moment(session.startsAt(), after.zone()) + ")";
    }

    private String quoted(Wording title) {
        return "\u201e" + reader.words(title) + "\u201c";
    }
}
