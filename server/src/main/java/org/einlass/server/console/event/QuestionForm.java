package org.einlass.server.console.event;

import static org.einlass.server.console.event.EventForm.at;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einlass.contract.Wording;
import org.einlass.contract.registration.OrganiserQuestion;

/** What an organiser types about a question that kiosks ask: its name in lists, its text, and its answers, one a line. */
final class QuestionForm {
    private static final String NAME = "name";
    private static final String CHOICES_GERMAN = "choicesGerman";
    private static final String CHOICES_ENGLISH = "choicesEnglish";

    private QuestionForm() {}

    static Map<String, String> fresh(String id) {
        return row(id, new OrganiserQuestion("", Wording.same(""), List.of()));
    }

    static Map<String, String> of(OrganiserQuestion question) {
        return row(question.name(), question);
    }

    private static Map<String, String> row(String id, OrganiserQuestion question) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(EventForm.ID, id);
        row.put(NAME, question.name());
        row.put(EventForm.GERMAN, question.text().german());
        row.put(EventForm.ENGLISH, question.text().english());
        row.put(
                CHOICES_GERMAN,
                lines(question.choices().stream().map(Wording::german).toList()));
        row.put(
                CHOICES_ENGLISH,
                lines(question.choices().stream().map(Wording::english).toList()));
        return row;
    }

    private static String lines(List<String> texts) {
        return texts.stream().collect(Collectors.joining("\n"));
    }

    /** The question with what was typed; an answer that one language lacks is the same in both. */
    static OrganiserQuestion question(Map<String, String> row) {
        List<String> german = texts(at(row, CHOICES_GERMAN));
        List<String> english = texts(at(row, CHOICES_ENGLISH));
        return new OrganiserQuestion(
                at(row, NAME),
                EventForm.wording(row),
                IntStream.range(0, Math.max(german.size(), english.size()))
                        .mapToObj(line -> EventForm.either(text(german, line), text(english, line)))
                        .toList());
    }

    private static List<String> texts(String lines) {
        return lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String text(List<String> texts, int line) {
        return line < texts.size() ? texts.get(line) : "";
    }
}
