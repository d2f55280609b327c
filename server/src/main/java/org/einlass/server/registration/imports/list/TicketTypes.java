package org.einlass.server.registration.imports.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.id.CategoryId;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.imports.question.ImportQuestion;

/**
 * Reads a shop's ticket types as categories of the event. A type that names none gives the usual category,
 * and is told once however many rows have it, with how to map it.
 */
final class TicketTypes {
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}/:*]+");

    private final ValueAliases<CategoryId> categories;
    private final CategoryId usual;
    private final ImportAnswers answers;
    private final Map<String, Integer> unknown = new LinkedHashMap<>();

    TicketTypes(ValueAliases<CategoryId> categories, CategoryId usual, ImportAnswers answers) {
        this.categories = categories;
        this.usual = usual;
        this.answers = answers;
    }

    /**
     * The category of the first type that names one.
     *
     * @param types in the order of their columns, none blank
     */
    CategoryId category(List<String> types) {
        for (String type : types) {
            Optional<CategoryId> found = find(type);
            if (found.isPresent()) {
                return found.get();
            }
        }
        types.stream().limit(1).forEach(type -> unknown.merge(type, 1, Integer::sum));
        return usual;
    }

    private Optional<CategoryId> find(String type) {
        Optional<CategoryId> answered = answers.to(id(type)).flatMap(categories::find);
        return answered.or(() -> categories.find(type)).or(() -> amongWords(type));
    }

    /** "Teilnehmer – Frühbucher" and "Speaker ticket" hold one word that is a category. */
    private Optional<CategoryId> amongWords(String type) {
        Set<CategoryId> found = WORDS.splitAsStream(type)
                .flatMap(word -> categories.find(word).stream())
                .collect(Collectors.toSet());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    List<Wording> notes() {
        List<Wording> notes = new ArrayList<>();
        Wording offered = categories.offered();
        unknown.forEach((type, rows) -> notes.add(new Wording(
                "Die Ticketart „" + type + "“ (" + rows + ") ist keine Kategorie dieser Veranstaltung und gilt als „"
                        + usual + "“; anders mit answer=" + id(type) + ":... (möglich: " + offered.german() + ").",
                "The ticket type \"" + type + "\" (" + rows + ") is no category of this event and counts as \"" + usual
                        + "\"; change it by answer=" + id(type) + ":... (possible: " + offered.english() + ").")));
        return notes;
    }

    private static String id(String type) {
        return "category." + ImportQuestion.slug(type);
    }
}
