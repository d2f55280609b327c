package org.einlass.reports.badge;

import java.util.ArrayList;
import java.util.List;
import org.einlass.reports.page.Ink;

/** Examines a layout before anything is set by it. One use, one thread. */
public final class LayoutCheck {

    /** 33 modules of 0.36 mm: three dots each at 203 dpi. */
    private static final double SMALLEST_CODE = 12;

    private static final double SMALLEST_TYPE = 4;
    private static final double LARGEST_TYPE = 144;
    private static final int MOST_LINES = 6;
    private static final int MOST_AGENDA_LINES = 12;
    private static final int MOST_FIELDS = 12;
    private static final int MOST_PARTS = 24;
    private static final int LONGEST_NOTE = 300;
    private static final double LARGEST_GAP = 50;
    private static final double SPARE = 0.01;

    private final BadgeLayout layout;
    private final List<LayoutFault> faults = new ArrayList<>();

    private LayoutCheck(BadgeLayout layout) {
        this.layout = layout;
    }

    /** Everything that is wrong with a layout; empty for one that can be used. */
    public static List<LayoutFault> faults(BadgeLayout layout) {
        LayoutCheck check = new LayoutCheck(layout);
        check.all();
        return List.copyOf(check.faults);
    }

    private void all() {
        if (layout.blocks().size() + layout.back().size() + layout.pictures().size() > MOST_PARTS) {
            fault(
                    "blocks",
                    "Ein Layout hat höchstens 24 Blöcke und Bilder zusammen.",
                    "A layout has at most 24 blocks and pictures together.");
            return;
        }
        if (!layout.background().isEmpty() && Ink.parse(layout.background()).isEmpty()) {
            fault("background", "Die Farbe hat die Form #RRGGBB.", "The colour has the form #RRGGBB.");
        }
        if (layout.note().length() > LONGEST_NOTE) {
            fault("note", "Der Hinweis hat höchstens 300 Zeichen.", "The note has at most 300 characters.");
        }
        for (int i = 0; i < layout.pictures().size(); i++) {
            inside("pictures[" + i + "].place", layout.pictures().get(i).place());
        }
        blocks("blocks", layout.blocks());
        blocks("back", layout.back());
        oneName();
        band();
        code();
    }

    private void blocks(String path, List<BadgeTextBlock> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            String at = path + "[" + i + "]";
            BadgeTextBlock block = blocks.get(i);
            inside(at + ".place", block.place());
            if (block.fields().size() > MOST_FIELDS) {
                fault(at + ".fields", "Ein Block hat höchstens 12 Felder.", "A block has at most 12 fields.");
            }
            for (int j = 0; j < block.fields().size(); j++) {
                field(at + ".fields[" + j + "]", block.fields().get(j));
            }
            for (int j = 0; j < i; j++) {
                apart(at + ".place", block.place(), blocks.get(j).place());
            }
        }
    }

    private void field(String at, Field field) {
        boolean ordered = SMALLEST_TYPE <= field.smallest()
                && field.smallest() <= field.wanted()
                && field.wanted() <= field.largest()
                && field.largest() <= LARGEST_TYPE;
        if (!ordered) {
            fault(
                    at,
                    "Schriftgrade liegen zwischen 4 und 144 Punkt, smallest nicht über wanted, wanted nicht über largest.",
                    "Type sizes lie between 4 and 144 points, smallest not above wanted, wanted not above largest.");
        }
        if (field.lines() < 1 || field.lines() > field.mostLines() || field.mostLines() > mostLines(field)) {
            fault(
                    at,
                    "Ein Feld hat 1 bis 6 Zeilen, AGENDA bis 12, lines nicht über mostLines.",
                    "A field has 1 to 6 lines, AGENDA up to 12, lines not above mostLines.");
        }
        if (!(field.gap() >= 0 && field.gap() <= LARGEST_GAP)) {
            fault(at + ".gap", "Ein Abstand liegt zwischen 0 und 50 mm.", "A gap lies between 0 and 50 mm.");
        }
        if (field.givesWay() < 0) {
            fault(at + ".givesWay", "0 heißt: bleibt; sonst 1, 2, 3 ...", "0 means: stays; else 1, 2, 3 ...");
        }
    }

    private static int mostLines(Field field) {
        return field.kind() == FieldKind.AGENDA ? MOST_AGENDA_LINES : MOST_LINES;
    }

    private void oneName() {
        long names = layout.blocks().stream()
                .flatMap(block -> block.fields().stream())
                .filter(field -> field.kind() == FieldKind.NAME)
                .count();
        if (names != 1) {
            fault(
                    "blocks",
                    "Die Vorderseite braucht genau ein Feld NAME; dieses Layout hat " + names + ".",
                    "The front needs exactly one field NAME; this layout has " + names + ".");
        }
    }

    private void band() {
        BandSpot band = layout.band();
        inside("band.area", band.area());
        within("band.words", band.words(), band.area());
        within("band.pattern", band.pattern(), band.area());
        if (!(band.size() >= SMALLEST_TYPE && band.size() <= LARGEST_TYPE)) {
            fault(
                    "band.size",
                    "Der Schriftgrad liegt zwischen 4 und 144 Punkt.",
                    "The type size lies between 4 and 144 points.");
        }
        for (int i = 0; i < layout.blocks().size(); i++) {
            apart("blocks[" + i + "].place", layout.blocks().get(i).place(), band.area());
        }
    }

    private void code() {
        Place code = layout.code();
        inside("code", code);
        if (!(Math.min(code.width(), code.height()) >= SMALLEST_CODE)) {
            fault(
                    "code",
                    "Der QR-Code braucht mindestens 12 mm Kantenlänge.",
                    "The QR code needs sides of at least 12 mm.");
        }
        apart("band.words", layout.band().words(), code);
        for (int i = 0; i < layout.blocks().size(); i++) {
            apart("blocks[" + i + "].place", layout.blocks().get(i).place(), code);
        }
    }

    /** Also catches what is no number: every comparison with it is false. */
    private void inside(String at, Place place) {
        within(
                at,
                place,
                new Place(0, 0, layout.format().width(), layout.format().height()));
    }

    private void within(String at, Place place, Place outer) {
        boolean inside = place.left() >= outer.left() - SPARE
                && place.top() >= outer.top() - SPARE
                && place.width() > 0
                && place.height() > 0
                && place.left() + place.width() <= outer.left() + outer.width() + SPARE
                && place.top() + place.height() <= outer.top() + outer.height() + SPARE;
        if (!inside) {
            fault(
                    at,
                    "Das Rechteck liegt nicht in " + text(outer) + ". Maße in Millimetern anpassen.",
                    "The rectangle does not lie inside " + text(outer) + ". Change its millimetres.");
        }
    }

    private void apart(String at, Place one, Place other) {
        boolean overlap = one.left() + one.width() > other.left() + SPARE
                && other.left() + other.width() > one.left() + SPARE
                && one.top() + one.height() > other.top() + SPARE
                && other.top() + other.height() > one.top() + SPARE;
        if (overlap) {
            fault(
                    at,
                    "Das Rechteck überdeckt ein anderes bei " + text(other) + ". Auseinanderrücken.",
                    "The rectangle covers another one at " + text(other) + ". Move them apart.");
        }
    }

    private static String text(Place place) {
        return place.left() + "/" + place.top() + " " + place.width() + " × " + place.height() + " mm";
    }

    private void fault(String at, String german, String english) {
        faults.add(new LayoutFault(at, at + ": " + german, at + ": " + english));
    }
}
