package org.einlass.reports.badge;

import static org.einlass.reports.badge.Field.Alignment.LEFT;
import static org.einlass.reports.badge.Field.Anchor.BOTTOM;
import static org.einlass.reports.badge.Field.Anchor.TOP;

import java.util.List;
import org.einlass.reports.typography.Weight;

/** The layouts that come with the program, one for each format. */
public final class BadgeLayouts {

    /** Capital letters of 16 mm, in points of type. */
    private static final double SIXTEEN_MILLIMETRES = 68.7;

    private BadgeLayouts() {}

    /** The layout for a format. */
    public static BadgeLayout of(BadgeFormat format) {
        return switch (format) {
            case A6 -> a6("A6", BadgeFormat.A6);
            case LABEL_62_100 -> label();
            case CARD_86_54 -> card();
            case A4_EIGHT -> insert();
            case A6_BUTTERFLY -> a6("A6 Schmetterling / butterfly", BadgeFormat.A6_BUTTERFLY);
        };
    }

    private static BadgeLayout a6(String name, BadgeFormat format) {
        BadgeTextBlock head = new BadgeTextBlock(
                new Place(8, 9, 89, 17),
                List.of(
                        text(FieldKind.EVENT, Weight.SEMIBOLD, 13, 8, 1, 2, TOP, 0, 0),
                        text(FieldKind.PROGRAMMES, Weight.REGULAR, 10, 7, 1, 2, TOP, 1.2, 1)));
        BadgeTextBlock body = new BadgeTextBlock(
                new Place(8, 33, 89, 72),
                List.of(
                        new Field(FieldKind.NAME, Weight.BOLD, SIXTEEN_MILLIMETRES, 26, 17, 2, 4, LEFT, TOP, 0, 0),
                        text(FieldKind.FUNCTION, Weight.REGULAR, 14, 9, 2, 3, TOP, 4, 2),
                        text(FieldKind.ORGANISATION, Weight.SEMIBOLD, 16, 9, 2, 4, TOP, 6, 3),
                        text(FieldKind.DEPARTMENT, Weight.REGULAR, 11.5, 8, 2, 3, TOP, 1.5, 1)));
        BandSpot band =
                new BandSpot(new Place(0, 112, 105, 36), new Place(8, 119.5, 55, 24), new Place(0, 112, 105, 3.2), 25);
        return new BadgeLayout(
                name, format, "", List.of(), List.of(head, body), band, new Place(69, 117.6, 28, 28), List.of());
    }

    private static BadgeLayout label() {
        BadgeTextBlock body = new BadgeTextBlock(
                new Place(4, 4.5, 92, 29.8),
                List.of(
                        new Field(FieldKind.NAME, Weight.BOLD, 34, 22, 13, 2, 3, LEFT, TOP, 0, 0),
                        text(FieldKind.FUNCTION, Weight.REGULAR, 10.5, 7.5, 1, 2, TOP, 2, 2),
                        text(FieldKind.ORGANISATION, Weight.SEMIBOLD, 12, 8, 2, 3, TOP, 3, 3),
                        text(FieldKind.DEPARTMENT, Weight.REGULAR, 9.5, 7, 1, 2, TOP, 1, 1)));
        BandSpot band = new BandSpot(
                new Place(0, 38.4, 100, 23.6), new Place(4, 43, 66, 16), new Place(0, 38.4, 74.6, 2.2), 17);
        BadgeTextBlock foot = new BadgeTextBlock(
                new Place(4, 34.4, 92, 3.6), List.of(text(FieldKind.EVENT, Weight.REGULAR, 7, 5, 1, 1, BOTTOM, 0, 1)));
        return new BadgeLayout(
                "Etikett / label 62 × 100",
                BadgeFormat.LABEL_62_100,
                "",
                List.of(),
                List.of(body, foot),
                band,
                new Place(75.5, 39, 22.5, 22.5),
                List.of());
    }

    private static BadgeLayout card() {
        BadgeTextBlock body = new BadgeTextBlock(
                new Place(4.5, 4.5, 77, 28.6),
                List.of(
                        new Field(FieldKind.NAME, Weight.BOLD, 30, 19.5, 12, 2, 3, LEFT, TOP, 0, 0),
                        text(FieldKind.FUNCTION, Weight.REGULAR, 9.5, 7, 1, 2, TOP, 1.8, 2),
                        text(FieldKind.ORGANISATION, Weight.SEMIBOLD, 10.5, 7, 2, 3, TOP, 2, 3),
                        text(FieldKind.DEPARTMENT, Weight.REGULAR, 8.5, 6.5, 1, 2, TOP, 0.8, 1)));
        BandSpot band =
                new BandSpot(new Place(0, 34.6, 86, 19.4), new Place(4.5, 38.4, 54, 13), new Place(0, 34.6, 64, 2), 15);
        return new BadgeLayout(
                "Karte / card 86 × 54",
                BadgeFormat.CARD_86_54,
                "",
                List.of(),
                List.of(body),
                band,
                new Place(65, 35.3, 18, 18),
                List.of());
    }

    private static BadgeLayout insert() {
        BadgeTextBlock body = new BadgeTextBlock(
                new Place(5, 5.5, 80, 34.4),
                List.of(
                        new Field(FieldKind.NAME, Weight.BOLD, 32, 21, 13, 2, 3, LEFT, TOP, 0, 0),
                        text(FieldKind.FUNCTION, Weight.REGULAR, 10.5, 7.5, 1, 2, TOP, 2, 2),
                        text(FieldKind.ORGANISATION, Weight.SEMIBOLD, 12, 8, 2, 3, TOP, 3, 3),
                        text(FieldKind.DEPARTMENT, Weight.REGULAR, 9.5, 7, 1, 2, TOP, 1, 1)));
        BandSpot band =
                new BandSpot(new Place(0, 41.4, 90, 23.6), new Place(5, 46, 56, 16), new Place(0, 41.4, 65, 2.2), 16);
        return new BadgeLayout(
                "A4, acht / eight",
                BadgeFormat.A4_EIGHT,
                "",
                List.of(),
                List.of(body),
                band,
                new Place(66, 42.4, 21.5, 21.5),
                List.of());
    }

    private static Field text(
            FieldKind kind,
            Weight weight,
            double largest,
            double smallest,
            int lines,
            int mostLines,
            Field.Anchor anchor,
            double gap,
            int givesWay) {
        return new Field(kind, weight, largest, smallest, smallest, lines, mostLines, LEFT, anchor, gap, givesWay);
    }
}
