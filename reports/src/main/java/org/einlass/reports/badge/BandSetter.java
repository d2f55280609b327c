package org.einlass.reports.badge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einlass.reports.Millimetres;
import org.einlass.reports.page.Frame;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.Mark;
import org.einlass.reports.page.PlacedLine;
import org.einlass.reports.page.Role;
import org.einlass.reports.type.CleanText;
import org.einlass.reports.type.SetLine;
import org.einlass.reports.type.Typesetter;
import org.einlass.reports.type.Weight;

/** Sets a category's band: colour, pattern, and its word in two languages. */
final class BandSetter {

    /** Of the first word's size. */
    private static final double SECOND_WORD = 0.52;

    private static final double PITCH = 0.98;
    private static final double SMALLEST = 5;

    private final Typesetter typesetter;

    BandSetter(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    List<Mark> set(BandSpot spot, CategoryBand category, Locale language) {
        Ink ink = category.colour().contrast();
        List<Mark> marks = new ArrayList<>();
        marks.add(Mark.Ornament.area(spot.area().points(), category.colour()));
        if (category.pattern() != BandPattern.PLAIN) {
            marks.add(new Mark.Ornament(category.pattern().in(spot.pattern().points()), ink));
        }
        marks.addAll(words(spot, category, language, ink));
        return marks;
    }

    private List<Mark> words(BandSpot spot, CategoryBand category, Locale language, Ink ink) {
        boolean englishFirst = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        String first = clean(englishFirst ? category.english() : category.german(), Weight.BOLD);
        String second = clean(englishFirst ? category.german() : category.english(), Weight.REGULAR);
        Frame words = spot.words().points();
        double size = spot.size();
        SetLine large = fitted(first, Weight.BOLD, size, words.width());
        SetLine small = fitted(second, Weight.REGULAR, size * SECOND_WORD, words.width());
        boolean twice = !second.isEmpty() && !second.equals(first);
        double height = size * SetField.CAP_HEIGHT + (twice ? size * SECOND_WORD * PITCH + Millimetres.toPoints(1) : 0);
        double baseline = words.y() + (words.height() - height) / 2 + size * SetField.CAP_HEIGHT;
        List<Mark> marks = new ArrayList<>();
        if (!first.isEmpty()) {
            marks.add(paragraph(large, ink, words.x(), baseline));
        }
        if (twice) {
            marks.add(
                    paragraph(small, ink, words.x(), baseline + size * SECOND_WORD * PITCH + Millimetres.toPoints(1)));
        }
        return marks;
    }

    private String clean(String word, Weight weight) {
        return typesetter.drawable(weight, CleanText.of(word));
    }

    private static Mark paragraph(SetLine line, Ink ink, double x, double baseline) {
        return new Mark.Paragraph(Role.TEXT, ink, List.of(new PlacedLine(line, x - line.inkLeft(), baseline)));
    }

    private SetLine fitted(String word, Weight weight, double size, double width) {
        double natural = typesetter.width(word, weight, size);
        double fits = natural <= width ? size : Math.max(SMALLEST, size * width / natural);
        return typesetter.line(word, SetLine.Joint.END, weight, fits);
    }
}
