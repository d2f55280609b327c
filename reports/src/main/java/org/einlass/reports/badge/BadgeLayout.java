package org.einlass.reports.badge;

import java.util.ArrayList;
import java.util.List;

/**
 * How badges of an event look: data, never a template. Valid ones come from {@link BadgeLayouts} and from
 * {@link LayoutJson}.
 *
 * @param name for people
 * @param background colour of the paper as {@code #RRGGBB}; empty for none
 * @param pictures background pictures and logos, drawn in this order before all text
 * @param blocks text in reading order; exactly one holds the name
 * @param code the square of the QR code, quiet zone included
 * @param back text blocks of the back side; empty for none
 * @param note the organiser's own words, shown where a field asks for them: "WLAN: Kongress, Passwort: ..."
 */
public record BadgeLayout(
        String name,
        BadgeFormat format,
        String background,
        List<Logo> pictures,
        List<BadgeTextBlock> blocks,
        BandSpot band,
        Place code,
        List<BadgeTextBlock> back,
        String note) {

    /** A layout without words of the organiser's own. */
    public BadgeLayout(
            String name,
            BadgeFormat format,
            String background,
            List<Logo> pictures,
            List<BadgeTextBlock> blocks,
            BandSpot band,
            Place code,
            List<BadgeTextBlock> back) {
        this(name, format, background, pictures, blocks, band, code, back, "");
    }

    /** The same layout with one more picture. */
    public BadgeLayout with(Logo logo) {
        List<Logo> more = new ArrayList<>(pictures);
        more.add(logo);
        return new BadgeLayout(name, format, background, more, blocks, band, code, back, note);
    }

    public BadgeLayout {
        pictures = List.copyOf(pictures);
        blocks = List.copyOf(blocks);
        back = List.copyOf(back);
    }
}
