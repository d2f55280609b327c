package org.einlass.server.live;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.einlass.contract.registration.Category;

/** Why somebody is awaited by name: told by what the category is called. */
public enum AwaitedRole {
    SPEAKER("speaker|referent|vortrag|redner|moderat|panel|keynote|impuls"),
    PROTOCOL("protokoll|protocol|vip|ehreng|guest.?of.?honou?r|minister|politik");

    private final Pattern words;

    AwaitedRole(String words) {
        this.words = Pattern.compile(words);
    }

    /** By id and titles, whatever their case; empty for those whom nobody awaits by name. */
    static Optional<AwaitedRole> of(Category category) {
        String told = (category.id().text() + " " + category.title().german() + " "
                        + category.title().english())
                .toLowerCase(Locale.ROOT);
        for (AwaitedRole role : values()) {
            if (role.words.matcher(told).find()) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
