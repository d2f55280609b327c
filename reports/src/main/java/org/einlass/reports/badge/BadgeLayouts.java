package org.einlass.reports.badge;

import static org.einlass.reports.badge.Field.Alignment.LEFT;
import static org.einlass.reports.badge.Field.Anchor.BOTTOM;
import static org.einlass.reports.badge.Field.Anchor.TOP;

import java.util.List;
import org.einlass.reports.typography.Weight;

/** The layouts that come with the program, one for each format. */
public final class BadgeLayouts {

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
                        new Field(FieldKind.NAME, Weight.BOLD, 46, 26, 17, 2, 4, LEFT, TOP, 0, 0),
                        text(FieldKind.FUNCTION, Weight.REGULAR, 14, 9, 2, 3, TOP, 4, 2),
                        text(FieldKind.ORGANISATION, Weight.SEMIBOLD, 16, 9, 2, 4, BOTTOM, 4, 3),
                        text(FieldKind.DEPARTMENT, Weight.REGULAR, 11.5, 8, 2, 3, BOTTOM, 1.5, 1)));
        BandSpot band =
                new BandSpot(new Place(0, 112, 105, 36), new Place(8, 119.5, 55, 24), new Place(0, 112, 105, 3.2), 25);
        return new BadgeLayout(
                name, format, "", List.of(), List.of(head, body), band, new Place(69, 117.6, 28, 28), List.of());
    }

    private static BadgeLayout label() {
        BadgeTextBlock body = new BadgeTextBlock(
                new Place(4, 4.5, 92, 33),
                List.of(
                        new Field(FieldKind.NAME, Weight.BOLD, 34, 22, 13, 2, 3, LEFT, TOP, 0, 0),
                        text(FieldKind.FUNCTION, Weight.REGULAR, 10.5, 7.5, 1, 2, TOP, 2, 2),
                        text(FieldKind.ORGANISATION, Weight.SEMIBOLD, 12, 8, 2, 3, BOTTOM, 2, 3),
                        text(FieldKind.DEPARTMENT, Weight.REGULAR, 9.5, 7, 1, 2, BOTTOM, 1, 1)));
        BandSpot band =
                new BandSpot(new Place(0, 45, 74, 17), new Place(4, 49, 66, 12.6), new Place(0, 45, 74, 2.2), 17);
        BadgeTextBlock foot = new BadgeTextBlock(
                new Place(4, 40, 66, 3.6), List.of(text(FieldKind.EVENT, Weight.REGULAR, 7, 5, 1, 1, BOTTOM, 0, 1)));
        return new BadgeLayout(
                "Etikett / label 62 × 100",
                BadgeFormat.LABEL_62_100,
                "",
                List.of(),
                List.of(body, foot),
                band,
                new Place(75.5, 38, 22.5, 22.5),
                List.of());
    }

    private static BadgeLayout card() {
        BadgeTextBlock body = new BadgeTextBlock(
                new Place(4.5, 4.5, 77, 30),
                List.of(
                        new Field(FieldKind.NAME, Weight.BOLD, 30, 20, 12, 2, 3, LEFT, TOP, 0, 0),
                        text(FieldKind.FUNCTION, Weight.REGULAR, 9.5, 7, 1, 2, TOP, 1.8, 2),
                        text(FieldKind.ORGANISATION, Weight.SEMIBOLD, 10.5, 7, 2, 3, BOTTOM, 1.5, 3),
                        text(FieldKind.DEPARTMENT, Weight.REGULAR, 8.5, 6.5, 1, 2, BOTTOM, 0.8, 1)));
        BandSpot band =
                new BandSpot(new Place(0, 39, 62, 15), new Place(4.5, 42.6, 54, 11), new Place(0, 39, 62, 2), 15);
        return new BadgeLayout(
                "Karte / card 86 × 54",
                BadgeFormat.CARD_86_54,
                "",
                List.of(),
                List.of(body),
                band,
                new Place(65, 35.5, 18, 18),
                List.of());
    }

    private static BadgeLayout insert() {
        BadgeTextBlock body = new BadgeTextBlock(
                new Place(5, 5.5, 80, 36),
                List.of(
                        new Field(FieldKind.NAME, Weight.BOLD, 32, 21, 13, 2, 3, LEFT, TOP, 0, 0),
                        text(FieldKind.FUNCTION, Weight.REGULAR, 10.5, 7.5, 1, 2, TOP, 2, 2),
                        text(FieldKind.ORGANISATION, Weight.SEMIBOLD, 12, 8, 2, 3, BOTTOM, 2, 3),
                        text(FieldKind.DEPARTMENT, Weight.REGULAR, 9.5, 7, 1, 2, BOTTOM, 1, 1)));
        BandSpot band =
                new BandSpot(new Place(0, 48, 65, 17), new Place(5, 52.2, 56, 12.2), new Place(0, 48, 65, 2.2), 16);
        return new BadgeLayout(
                "A4, acht / eight",
                BadgeFormat.A4_EIGHT,
                "",
                List.of(),
                List.of(body),
                band,
                new Place(66, 42, 21.5, 21.5),
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
