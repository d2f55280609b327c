package org.einlass.kiosk;

import java.util.Optional;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.registration.BadgeLayoutSet;
import org.einlass.kiosk.print.FormatChoice;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.kiosk.queue.PageSource;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.badge.Badge;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.badge.LaidOutBadge;
import org.einlass.reports.badge.LayoutChoice;

/** Sets badges for the paper that lies in a printer, by the layouts of the event. On the printer's loop. */
final class BadgeRenderers {
    private final FormatChoice choice;
    private LayoutChoice layouts = new LayoutChoice(BadgeLayoutSet.NONE);

    BadgeRenderers(FormatChoice choice) {
        this.choice = choice;
    }

    /** From now on badges look like this; the next one is as fast as those before. */
    void use(BadgeLayoutSet set) {
        layouts = new LayoutChoice(set);
        warmUp();
    }

    /** What the device makes of a printer: with the fault of other paper, where no badge fits it. */
    PrinterStatus judge(PrinterStatus printer) {
        return choice.judge(printer);
    }

    /** The badge for a printer; for one on whose paper no badge fits, as A6, so that a name is tried. */
    LaidOutBadge set(Badge badge, CategoryId category, PrinterStatus printer) {
        return layouts.renderer(format(printer), category).set(badge);
    }

    /** The badge for whichever printer will have it, beginning with the pages that were set already. */
    PageSource source(Badge badge, CategoryId category, PrinterStatus first, PrintedPages set) {
        BadgeFormat format = format(first);
        return printer -> choice.on(printer)
                .flatMap(wanted -> wanted == format
                        ? Optional.of(set)
                        : layouts.renderer(wanted, category)
                                .set(badge)
                                .<Optional<PrintedPages>>fold(
                                        ready -> Optional.of(ready.pages()), unfit -> Optional.empty()));
    }

    /** Makes the first badge as fast as later ones. */
    void warmUp() {
        WarmUp.of(layouts.renderer(choice.set() == null ? BadgeFormat.A6 : choice.set()));
    }

    private BadgeFormat format(PrinterStatus printer) {
        return choice.on(printer).orElse(BadgeFormat.A6);
    }
}
