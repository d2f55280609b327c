package org.einlass.reports.badge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.registration.BadgeLayoutSet;

/**
 * The renderers of an event's badges: for each format and category the organiser's layout, else the one for all
 * categories, else the one that comes with the program. A layout that cannot be read counts as none. Prepared once
 * for a set; any number of threads.
 */
public final class LayoutChoice {
    private final Map<String, BadgeLayout> layouts = new HashMap<>();
    private final Map<String, BadgeRenderer> renderers = new ConcurrentHashMap<>();

    /** The choice among these layouts. */
    public LayoutChoice(BadgeLayoutSet set) {
        List<BadgeLayoutSet.Layout> told = Objects.requireNonNullElse(set.layouts(), List.of());
        for (BadgeLayoutSet.Layout layout : told) {
            LayoutJson.read(layout.json())
                    .layout()
                    .filter(read -> read.format().word().equals(layout.format()))
                    .ifPresent(read -> layouts.put(key(layout.format(), layout.category()), read));
        }
    }

    /** What badges of a category are set by on a paper. */
    public BadgeRenderer renderer(BadgeFormat format, CategoryId category) {
        String own = key(format.word(), category.text());
        return renderer(layouts.containsKey(own) ? own : key(format.word(), ""), format);
    }

    /** What badges are set by whose category has no layout of its own. */
    public BadgeRenderer renderer(BadgeFormat format) {
        return renderer(key(format.word(), ""), format);
    }

    private BadgeRenderer renderer(String key, BadgeFormat format) {
        return renderers.computeIfAbsent(
                key, wanted -> new BadgeRenderer(layouts.getOrDefault(wanted, BadgeLayouts.of(format))));
    }

    private static String key(String format, String category) {
        return format + " " + category;
    }
}
