package org.einlass.kiosk.print;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.einlass.reports.badge.BadgeFormat;
import org.jspecify.annotations.Nullable;

/**
 * Which badge goes onto the paper that lies in a printer.
 *
 * @param set the format of the device's settings; null to go by the paper
 */
public record FormatChoice(@Nullable BadgeFormat set) {
    /** Goes by the paper. */
    public static final FormatChoice BY_PAPER = new FormatChoice(null);

    /** What is tried on a paper, one after the other. */
    private static final List<BadgeFormat> FORMATS = List.of(
            BadgeFormat.A6,
            BadgeFormat.LABEL_62_100,
            BadgeFormat.CARD_86_54,
            BadgeFormat.A6_BUTTERFLY,
            BadgeFormat.A4_EIGHT);

    /**
     * The format for a printer as it is now. Where it does not say what lies in it, the one that is set, else
     * A6. Empty where no badge fits, or where paper of that size cannot be asked for: nothing is sent then.
     */
    public Optional<BadgeFormat> on(PrinterStatus printer) {
        BadgeFormat wanted = set;
        if (wanted != null) {
            return Optional.of(wanted)
                    .filter(format -> !printer.certain() || isFree(format, printer))
                    .filter(format -> printer.offers(sheet(format)));
        }
        Optional<BadgeFormat> fitting = printer.loaded().stream()
                .flatMap(paper -> FORMATS.stream().filter(format -> fits(format, List.of(paper))))
                .findFirst();
        return printer.certain() && !printer.loaded().isEmpty()
                ? fitting
                : fitting.or(() -> Optional.of(BadgeFormat.A6).filter(format -> printer.offers(sheet(format))));
    }

    /** Whether nothing that is known to lie in the printer forbids this format. */
    private static boolean isFree(BadgeFormat format, PrinterStatus printer) {
        return printer.loaded().isEmpty() || fits(format, printer.loaded());
    }

    /**
     * The same printer, with the fault that its paper is not the badge's. It blocks a printer that sees its
     * paper, and a queue that has no paper of that size: it would cut or shrink the badge. Else a print system knows only
     * what somebody has set up, and is but asked about.
     */
    public PrinterStatus judge(PrinterStatus printer) {
        BadgeFormat wanted = set == null ? BadgeFormat.A6 : set;
        Optional<BadgeFormat> chosen = on(printer);
        if (chosen.filter(format -> isFree(format, printer)).isPresent()) {
            return printer;
        }
        String needed = set == null
                ? FORMATS.stream().map(format -> sheet(format).words()).collect(Collectors.joining(", "))
                : sheet(set).words();
        if (chosen.isEmpty() && !printer.offers(sheet(wanted))) {
            return printer.withOtherPaper(PrintMessages.say("paper.notOffered", printer.printer(), needed), true);
        }
        String loaded = printer.loaded().stream().map(PaperSize::words).collect(Collectors.joining(", "));
        return printer.withOtherPaper(
                PrintMessages.say("paper.other", printer.printer(), needed, loaded), printer.certain());
    }

    private static boolean fits(BadgeFormat format, List<PaperSize> loaded) {
        return loaded.stream().anyMatch(paper -> paper.matches(sheet(format)));
    }

    /** The paper that a format needs. */
    public static PaperSize sheet(BadgeFormat format) {
        return new PaperSize(format.sheetWidth(), format.sheetHeight());
    }

    /**
     * A format by its name in settings: {@code a6}, {@code a6-butterfly}, {@code 62x100}, {@code 86x54},
     * {@code a4}; {@code auto} for none.
     *
     * @throws IllegalArgumentException for another name
     */
    public static FormatChoice named(String name) {
        if (name.equals("auto")) {
            return BY_PAPER;
        }
        return BadgeFormat.named(name).map(FormatChoice::new).orElseThrow(() -> new IllegalArgumentException(name));
    }
}
