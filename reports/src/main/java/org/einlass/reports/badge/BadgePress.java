package org.einlass.reports.badge;

import java.util.List;
import org.einlass.reports.Millimetres;
import org.einlass.reports.jasper.Press;
import org.einlass.reports.page.Imprint;
import org.einlass.reports.page.Mark;
import org.einlass.reports.page.Sheet;

/**
 * Sets badges by one layout and makes pages of them. Make one for a layout and keep it; it may be used by any number of threads.
 *
 * <p>Never throws for what stands in a badge: a name that does not fit comes back as {@link SetBadge.NeedsBadgeName}.
 */
public final class BadgePress {

    private final BadgeLayout layout;
    private final BadgeSetter setter;
    private final Press press = new Press();

    /** A press for a valid layout; pictures that cannot be read are remarks of every badge. */
    public BadgePress(BadgeLayout layout) {
        this.layout = layout;
        this.setter = new BadgeSetter(layout);
    }

    /** Sets one badge. */
    public SetBadge set(Badge badge) {
        BadgeSetter.Front front = setter.set(badge);
        if (front.refusal().isPresent()) {
            return front.refusal().get();
        }
        Imprint imprint = new Imprint(badge.name().text(), badge.language());
        return new SetBadge.Ready(
                press.print(List.of(sheet(front.marks())), imprint), front.remarks(), front.capHeight());
    }

    private Sheet sheet(List<Mark> marks) {
        return new Sheet(
                Millimetres.toPoints(layout.format().sheetWidth()),
                Millimetres.toPoints(layout.format().sheetHeight()),
                marks);
    }
}
