package org.einlass.contract.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the badges of an event look, as its organiser laid them out; formats that are missing look as they come with
 * the program.
 *
 * @param digest of all layouts; as long as it is the same, nothing has changed
 * @param layouts absent where the device has those of this digest already
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BadgeLayoutSet(String digest, @Nullable List<Layout> layouts) {
    /** Nobody has laid out anything. */
    public static final BadgeLayoutSet NONE = new BadgeLayoutSet("", List.of());

    public BadgeLayoutSet {
        layouts = layouts == null ? null : List.copyOf(layouts);
    }

    /**
     * One layout.
     *
     * @param format the paper, as settings name it: "a6"
     * @param category id of the only category it is for; empty for all that have none of their own
     * @param json what the program's reader of layouts reads
     */
    public record Layout(String format, String category, String json) {}
}
