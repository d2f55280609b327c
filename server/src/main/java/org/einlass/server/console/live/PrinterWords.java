package org.einlass.server.console.live;

import java.util.Set;

/** What heartbeats say of printers, as far as the console has words for it: conditions and faults of kiosks. */
public final class PrinterWords {
    private static final Set<String> KNOWN = Set.of(
            "READY",
            "ATTENTION",
            "TROUBLE",
            "UNKNOWN",
            "NONE",
            "OFFLINE",
            "COVER_OPEN",
            "PAPER_JAM",
            "PAPER_OUT",
            "OTHER_PAPER",
            "SUPPLY_EMPTY",
            "TRAY_FULL",
            "PAUSED",
            "REJECTING",
            "STOPPED",
            "PAPER_LOW",
            "SUPPLY_LOW",
            "UNCLEAR");

    private PrinterWords() {}

    public static boolean isKnown(String word) {
        return KNOWN.contains(word);
    }
}
