package org.einlass.reports.guide;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * A list of guests to be ticked by hand where nothing but paper is left, with a code for each to be scanned later.
 * All words are in one language.
 *
 * @param at when it was true, and the zone in which that time is printed
 * @param note how it is used, in a sentence or two
 * @param blank what stands before the line on which a time is written
 * @param lines in the order in which they are printed
 */
public record PaperList(
        String title,
        String event,
        Instant at,
        ZoneId zone,
        Locale language,
        String note,
        String blank,
        List<Line> lines) {

    public PaperList {
        lines = List.copyOf(lines);
    }

    /**
     * One guest.
     *
     * @param name family name first
     * @param arrived when the guest came, in words; empty where that is to be written by hand
     * @param code what the QR code says
     */
    public record Line(String name, String organisation, String arrived, String code) {

        /** Without the guest. */
        @Override
        public String toString() {
            return "line of a paper list";
        }
    }
}
