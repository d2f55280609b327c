package org.einlass.kiosk.print.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IntOrIntRange;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeyValues;
import com.hp.jipp.encoding.MediaSizes;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.MediaCol;
import com.hp.jipp.model.MediaColDatabase;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.einlass.kiosk.print.FormatChoice;
import org.einlass.kiosk.print.PaperRange;
import org.einlass.kiosk.print.PaperSize;
import org.einlass.kiosk.print.PrinterFault;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.reports.badge.BadgeFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a printer says of itself in answer to Get-Printer-Attributes (RFC 8011, 5.4).
 *
 * <p>Print systems are careless with severities: CUPS calls an empty tray a warning and an open door a
 * report. So a fault is always told to the team, but a printer counts as blocked only where it is stopped,
 * rejects jobs, or calls the fault an error (which is also what no severity means).
 */
final class PrinterReport {
    /** What a printer is asked for. */
    static final List<String> ASKED_FOR = List.of(
            "printer-state",
            "printer-state-reasons",
            "printer-is-accepting-jobs",
            "document-format-supported",
            "sides-supported",
            "media-ready",
            "media-col-ready",
            "media-default",
            "media-size-supported",
            "printer-input-tray",
            "cups-version");

    private static final Set<PrinterState> KNOWN_STATES =
            Set.of(PrinterState.idle, PrinterState.processing, PrinterState.stopped);
    private static final String CUPS = "cups-version";
    private static final double HUNDREDTHS = 100;

    private final @Nullable AttributeGroup attributes;

    PrinterReport(IppPacket answer) {
        attributes = answer.get(Tag.printerAttributes);
    }

    /** Whether it takes pages as PDF; a printer that does not say is believed to. */
    boolean takesPdf() {
        List<String> formats = attributes == null ? List.of() : attributes.getStrings(Types.documentFormatSupported);
        return formats.isEmpty() || formats.contains("application/pdf");
    }

    /** Whether it turns a sheet over and prints its back; one that does not say so does not. */
    boolean printsBothSides() {
        return attributes != null
                && attributes.getStrings(Types.sidesSupported).stream().anyMatch(side -> side.startsWith("two-sided"));
    }

    /**
     * How it is.
     *
     * @param connecting whether the print system has been trying to reach the printer for so long that
     *     nobody will wait for it
     */
    PrinterStatus status(String printer, boolean connecting) {
        PrinterState state = attributes == null ? null : attributes.getValue(Types.printerState);
        if (state == null || !KNOWN_STATES.contains(state)) {
            return PrinterStatus.unknown(printer, -1);
        }
        boolean blocked = state.equals(PrinterState.stopped);
        List<PrinterFault> faults = new ArrayList<>();
        for (String reason : reasons()) {
            Optional<PrinterFault> fault = fault(reason, connecting);
            blocked |= fault.filter(known -> !known.isWarning()).isPresent() && isError(reason);
            fault.ifPresent(faults::add);
        }
        if (isRejecting()) {
            blocked = true;
            faults.add(PrinterFault.REJECTING);
        }
        if (blocked && faults.stream().allMatch(PrinterFault::isWarning)) {
            faults.add(PrinterFault.STOPPED);
        }
        List<PaperSize> ready = ready();
        return ready.isEmpty() || isPrintSystem()
                ? PrinterStatus.of(printer, blocked, faults, ready.isEmpty() ? setUp() : ready)
                        .uncertain()
                        .offering(offered())
                : PrinterStatus.of(printer, blocked, faults, ready).offering(offered());
    }

    /**
     * Labels that are left on a roll (PWG 5100.13, printer-input-tray); empty where it does not say, or counts something
     * else. Negative levels mean that it does not know.
     */
    OptionalInt labels() {
        if (attributes == null) {
            return OptionalInt.empty();
        }
        return attributes.getValues(Types.printerInputTray).stream()
                .map(KeyValues::getPairs)
                .filter(tray -> tray.getOrDefault("type", "").startsWith("continuousRoll"))
                .filter(tray -> tray.getOrDefault("unit", "items").matches("items|sheets"))
                .map(tray -> tray.getOrDefault("level", ""))
                .filter(level -> level.matches("[0-9]{1,6}"))
                .mapToInt(Integer::parseInt)
                .findFirst();
    }

    /** The papers that can be asked for; where it does not say, nothing. */
    private List<PaperRange> offered() {
        return attributes == null
                ? List.of()
                : attributes.getValues(Types.mediaSizeSupported).stream()
                        .flatMap(size -> range(size.getXDimension(), size.getYDimension()).stream())
                        .toList();
    }

    private static Optional<PaperRange> range(@Nullable IntOrIntRange x, @Nullable IntOrIntRange y) {
        return x == null || y == null || x.getStart() <= 0 || y.getStart() <= 0
                ? Optional.empty()
                : Optional.of(new PaperRange(
                        new PaperSize(x.getStart() / HUNDREDTHS, y.getStart() / HUNDREDTHS),
                        new PaperSize(x.getEndInclusive() / HUNDREDTHS, y.getEndInclusive() / HUNDREDTHS)));
    }

    private boolean isPrintSystem() {
        return attributes != null && attributes.get(CUPS) != null;
    }

    private boolean isRejecting() {
        return attributes != null && Boolean.FALSE.equals(attributes.getValue(Types.printerIsAcceptingJobs));
    }

    /** Whether a print system is looking for its printer, as it does for a moment before each job. */
    boolean isConnecting() {
        return reasons().stream().anyMatch(reason -> reason.startsWith("connecting-to-device"));
    }

    private List<String> reasons() {
        return attributes == null ? List.of() : attributes.getStrings(Types.printerStateReasons);
    }

    private static Optional<PrinterFault> fault(String reason, boolean connecting) {
        if (reason.startsWith("connecting-to-device")) {
            return connecting ? Optional.of(PrinterFault.OFFLINE) : Optional.empty();
        }
        return PrinterFault.of(reason)
                .or(() -> reason.endsWith("-error") ? Optional.of(PrinterFault.STOPPED) : Optional.empty());
    }

    private static boolean isError(String reason) {
        return !reason.endsWith("-warning") && !reason.endsWith("-report");
    }

    /** The paper that somebody has set up, where nothing says what lies there; CUPS tells no more of most. */
    private List<PaperSize> setUp() {
        String name = attributes == null ? null : attributes.getString(Types.mediaDefault);
        return name == null ? List.of() : named(name).stream().toList();
    }

    /** What lies in it; where it does not say, nothing. */
    private List<PaperSize> ready() {
        if (attributes == null) {
            return List.of();
        }
        List<PaperSize> sizes = attributes.getValues(Types.mediaColReady).stream()
                .map(MediaColDatabase::getMediaSize)
                .filter(Objects::nonNull)
                .flatMap(size -> range(size.getXDimension(), size.getYDimension()).stream())
                .flatMap(PrinterReport::lying)
                .toList();
        if (!sizes.isEmpty()) {
            return sizes;
        }
        return attributes.getStrings(Types.mediaReady).stream()
                .flatMap(name -> named(name).stream())
                .toList();
    }

    /** What is cut to length lies there as each badge that can be cut from it; else as long as it can be. */
    private static Stream<PaperSize> lying(PaperRange paper) {
        if (paper.least().equals(paper.most())) {
            return Stream.of(paper.most());
        }
        List<PaperSize> badges = Stream.of(BadgeFormat.values())
                .flatMap(format -> paper.lying(FormatChoice.sheet(format)).stream())
                .toList();
        return badges.isEmpty() ? Stream.of(paper.most()) : badges.stream();
    }

    /** A name such as {@code oe_label_62x100mm} (PWG 5101.1) says its size itself. */
    private static Optional<PaperSize> named(String name) {
        MediaCol.MediaSize size = MediaSizes.parse(name);
        Integer x = size == null ? null : size.getXDimension();
        Integer y = size == null ? null : size.getYDimension();
        return x == null || y == null || x <= 0 || y <= 0
                ? Optional.empty()
                : Optional.of(new PaperSize(x / HUNDREDTHS, y / HUNDREDTHS));
    }
}
