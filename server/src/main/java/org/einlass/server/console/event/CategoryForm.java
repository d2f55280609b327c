package org.einlass.server.console.event;

import static org.einlass.server.console.event.EventForm.at;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.registration.Category;

/** What an organiser types about a category: the words and the colour of its band, and whether it counts. */
public final class CategoryForm {
    private static final String ID = "id";
    private static final String COLOUR = "colour";
    private static final String USUAL_COLOUR = "#0e3b4a";

    private final Map<String, String> texts = new LinkedHashMap<>();
    private boolean counted = true;

    /** As the document writes it; browsers write it in small letters. */
    private String colour = "";

    private CategoryForm() {}

    static CategoryForm fresh(String id) {
        CategoryForm form = new CategoryForm();
        form.texts.put(ID, id);
        form.texts.put(EventForm.GERMAN, "");
        form.texts.put(EventForm.ENGLISH, "");
        form.texts.put(COLOUR, USUAL_COLOUR);
        return form;
    }

    static CategoryForm of(Category category) {
        CategoryForm form = fresh(category.id().text());
        form.texts.put(EventForm.GERMAN, category.title().german());
        form.texts.put(EventForm.ENGLISH, category.title().english());
        form.texts.put(COLOUR, category.colour().toLowerCase(Locale.ROOT));
        form.colour = category.colour();
        form.counted = category.countsAsVisitor();
        return form;
    }

    /**
     * The category with what was typed.
     *
     * @throws IllegalArgumentException where the colour is none
     */
    Category category() {
        String typed = at(texts, COLOUR);
        return new Category(
                new CategoryId(id()),
                EventForm.wording(texts),
                typed.equalsIgnoreCase(colour) ? colour : typed,
                counted);
    }

    String id() {
        return at(texts, ID);
    }

    public Map<String, String> getTexts() {
        return texts;
    }

    /** Whether who bears it counts as a visitor. */
    public boolean isCounted() {
        return counted;
    }

    public void setCounted(boolean counted) {
        this.counted = counted;
    }

    /** Takes over what somebody else changed, but for what was typed here. */
    void follow(CategoryForm before, CategoryForm after) {
        EventForm.follow(texts, before.texts, after.texts);
        counted = counted == before.counted ? after.counted : counted;
    }

    /** Whether nothing else stands in it. */
    boolean isSame(CategoryForm other) {
        return texts.equals(other.texts) && counted == other.counted;
    }
}
