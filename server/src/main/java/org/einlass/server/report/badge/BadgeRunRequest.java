package org.einlass.server.report.badge;

import java.util.Objects;
import org.einlass.reports.badge.BadgeFormat;

/**
 * Whose badges are printed before they come. Without more it is everybody who may come and has no badge, or one
 * on which something has changed since.
 *
 * @param category id of the only category to print; empty for all
 * @param organisation the only organisation to print, however it is written; empty for all
 * @param again whether badges that lie in a box unchanged are printed once more
 */
public record BadgeRunRequest(BadgeFormat format, String category, String organisation, boolean again) {

    public BadgeRunRequest {
        category = Objects.requireNonNullElse(category, "");
        organisation = Objects.requireNonNullElse(organisation, "");
    }

    /** Everybody's who has none, or one that has changed. */
    public static BadgeRunRequest changed(BadgeFormat format) {
        return new BadgeRunRequest(format, "", "", false);
    }
}
