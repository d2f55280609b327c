package org.einlass.server.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.Category;
import org.einlass.contract.wire.DoorSheet.ProgrammeTitle;

/** How a list may call an event's categories and programmes: by id or by title, German or English, in any case. */
final class EventWords {
    private final Map<String, CategoryId> categories = new HashMap<>();
    private final Map<String, ProgrammeId> programmes = new HashMap<>();

    /** @param categories in the event's order; an empty cell means the first one */
    EventWords(List<Category> categories, List<ProgrammeTitle> programmes) {
        for (Category category : categories) {
            this.categories.putIfAbsent("", category.id());
            spread(this.categories, category.id().text(), category.title(), category.id());
        }
        for (ProgrammeTitle programme : programmes) {
            spread(this.programmes, programme.id().text(), programme.title(), programme.id());
        }
    }

    private static <T> void spread(Map<String, T> words, String id, Wording title, T value) {
        words.put(id, value);
        words.putIfAbsent(plain(title.german()), value);
        words.putIfAbsent(plain(title.english()), value);
    }

    Optional<CategoryId> category(String text) {
        return Optional.ofNullable(categories.get(plain(text)));
    }

    Optional<ProgrammeId> programme(String text) {
        return Optional.ofNullable(programmes.get(plain(text)));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
