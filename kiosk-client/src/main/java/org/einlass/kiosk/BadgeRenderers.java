package org.einlass.kiosk;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.einlass.kiosk.print.FormatChoice;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.kiosk.queue.PageSource;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.badge.Badge;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.badge.BadgeLayouts;
import org.einlass.reports.badge.BadgeRenderer;
import org.einlass.reports.badge.LaidOutBadge;

/** Sets badges for the paper that lies in a printer; one renderer a format. On the printer's loop. */
final class BadgeRenderers {
    private final FormatChoice choice;
    private final Map<BadgeFormat, BadgeRenderer> renderers = new EnumMap<>(BadgeFormat.class);

    BadgeRenderers(FormatChoice choice) {
        this.choice = choice;
    }

    /** What the device makes of a printer: with the fault of other paper, where no badge fits it. */
    PrinterStatus judge(PrinterStatus printer) {
        return choice.judge(printer);
    }

    /** The badge for a printer; for one on whose paper no badge fits, as A6, so that a name is tried. */
    LaidOutBadge set(Badge badge, PrinterStatus printer) {
        return renderer(format(printer)).set(badge);
    }

    /** The badge for whichever printer will have it, beginning with the pages that were set already. */
    PageSource source(Badge badge, PrinterStatus first, PrintedPages set) {
        BadgeFormat format = format(first);
        return printer -> choice.on(printer)
                .flatMap(wanted -> wanted == format
                        ? Optional.of(set)
                        : renderer(wanted)
                                .set(badge)
                                .<Optional<PrintedPages>>fold(
                                        ready -> Optional.of(ready.pages()), unfit -> Optional.empty()));
    }

    /** Makes the first badge as fast as later ones. */
    void warmUp() {
        WarmUp.of(renderer(choice.set() == null ? BadgeFormat.A6 : choice.set()));
    }

    private BadgeFormat format(PrinterStatus printer) {
        return choice.on(printer).orElse(BadgeFormat.A6);
    }

    private BadgeRenderer renderer(BadgeFormat format) {
        return renderers.computeIfAbsent(format, wanted -> new BadgeRenderer(BadgeLayouts.of(wanted)));
    }
}
