package org.einlass.kiosk.print;

import java.util.Optional;
import java.util.stream.Stream;
import org.einlass.contract.Wording;

/** What keeps a printer from printing, or will soon. The order is the one in which a team mends. */
public enum PrinterFault {
    /** Nobody answers at the printer's address, or the print system cannot reach it. */
    OFFLINE("offline", "shutdown", "power-down", "timed-out", "connecting-to-device"),
    COVER_OPEN("cover-open", "door-open", "interlock-open"),
    PAPER_JAM("media-jam", "media-path-jam", "media-path-input-jam", "media-path-output-jam", "input-media-tray-jam"),
    PAPER_OUT("media-empty", "media-needed", "media-path-input-empty", "input-tray-missing"),
    /** Other paper lies in the printer than the badge is drawn for. */
    OTHER_PAPER("input-media-size-change", "input-cannot-feed-size-selected"),
    SUPPLY_EMPTY("toner-empty", "marker-supply-empty", "marker-ink-empty", "marker-print-ribbon-empty"),
    TRAY_FULL("output-area-full", "media-path-output-full"),
    /** Somebody has stopped the printer or its queue. */
    PAUSED("paused", "moving-to-paused"),
    /** The queue takes no jobs. */
    REJECTING,
    /** It stands still and does not say why, or says something that this program does not know. */
    STOPPED,
    PAPER_LOW("media-low"),
    SUPPLY_LOW("toner-low", "marker-supply-low", "marker-ink-almost-empty", "marker-print-ribbon-almost-empty");

    private final String[] reasons;

    PrinterFault(String... reasons) {
        this.reasons = reasons;
    }

    /**
     * The fault behind a keyword of {@code printer-state-reasons} (RFC 8011, 5.4.12).
     *
     * @param keyword with or without its severity, {@code media-empty-error}; empty where it names no fault
     */
    public static Optional<PrinterFault> of(String keyword) {
        return Stream.of(values())
                .filter(fault -> Stream.of(fault.reasons).anyMatch(keyword::startsWith))
                .findFirst();
    }

    /** Whether the printer goes on printing with it. */
    public boolean isWarning() {
        return this == PAPER_LOW || this == SUPPLY_LOW;
    }

    /** For the team: what it is, and what to do. */
    public Wording sentence() {
        return PrintMessages.say("fault." + name());
    }
}
