package org.einlass.reports.badge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einlass.reports.Millimetres;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.page.PlacedLine;
import org.einlass.reports.page.StructureRole;
import org.einlass.reports.typography.CleanText;
import org.einlass.reports.typography.LaidOutLine;
import org.einlass.reports.typography.Typesetter;
import org.einlass.reports.typography.Weight;

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

    /** @param noPhotographs whether the bearer wants none, so that the sign stands beside the words */
    List<PageElement> set(BandSpot spot, CategoryBand category, Locale language, boolean noPhotographs) {
        Ink ink = category.colour().contrast();
        List<PageElement> marks = new ArrayList<>();
        marks.add(PageElement.Ornament.area(spot.area().points(), category.colour()));
        if (category.pattern() != BandPattern.PLAIN) {
            marks.add(new PageElement.Ornament(
                    category.pattern().in(spot.pattern().points()), ink));
        }
        PageFrame words = spot.words().points();
        marks.addAll(words(spot, category, language, ink, noPhotographs ? NoPhotographsSign.beside(words) : words));
        if (noPhotographs) {
            marks.add(NoPhotographsSign.on(NoPhotographsSign.tile(words)));
        }
        return marks;
    }

    private List<PageElement> words(BandSpot spot, CategoryBand category, Locale language, Ink ink, PageFrame words) {
        boolean englishFirst = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        String first = clean(englishFirst ? category.english() : category.german(), Weight.BOLD);
        String second = clean(englishFirst ? category.german() : category.english(), Weight.REGULAR);
        double size = spot.size();
        LaidOutLine large = fitted(first, Weight.BOLD, size, words.width());
        LaidOutLine small = fitted(second, Weight.REGULAR, size * SECOND_WORD, words.width());
        boolean twice = !second.isEmpty() && !second.equals(first);
        double height =
                size * LaidOutField.CAP_HEIGHT + (twice ? size * SECOND_WORD * PITCH + Millimetres.toPoints(1) : 0);
        double baseline = words.y() + (words.height() - height) / 2 + size * LaidOutField.CAP_HEIGHT;
        List<PageElement> marks = new ArrayList<>();
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

    private static PageElement paragraph(LaidOutLine line, Ink ink, double x, double baseline) {
        return new PageElement.Paragraph(
                StructureRole.TEXT, ink, List.of(new PlacedLine(line, x - line.inkLeft(), baseline)));
    }

    private LaidOutLine fitted(String word, Weight weight, double size, double width) {
        double natural = typesetter.width(word, weight, size);
        double fits = natural <= width ? size : Math.max(SMALLEST, size * width / natural);
        return typesetter.line(word, LaidOutLine.Joint.END, weight, fits);
    }
}
