package org.einlass.reports.badge;

import java.util.List;
import java.util.Optional;
import org.einlass.reports.PrintedPages;

/**
 * Many badges set into one file.
 *
 * @param pages of those that could be set; empty where none could
 * @param findings badges that were not set, or that a person may want to look at
 */
public record LaidOutBadges(Optional<PrintedPages> pages, List<Finding> findings) {

    public LaidOutBadges {
        findings = List.copyOf(findings);
    }
}
