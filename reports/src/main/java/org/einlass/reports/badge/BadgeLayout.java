package org.einlass.reports.badge;

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
 */
public record BadgeLayout(
        String name,
        BadgeFormat format,
        String background,
        List<Logo> pictures,
        List<BadgeTextBlock> blocks,
        BandSpot band,
        Place code,
        List<BadgeTextBlock> back) {

    public BadgeLayout {
        pictures = List.copyOf(pictures);
        blocks = List.copyOf(blocks);
        back = List.copyOf(back);
    }
}
