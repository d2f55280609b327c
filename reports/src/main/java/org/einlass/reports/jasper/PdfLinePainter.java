package org.einlass.reports.jasper;

import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfTextArray;
import java.awt.font.GlyphVector;
import java.util.List;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PlacedLine;
import org.einlass.reports.typography.GlyphRun;
import org.einlass.reports.typography.LaidOutLine;
import org.einlass.reports.typography.Typesetter;

/**
 * Writes the lines of one paragraph as PDF text: kerned, with the blanks that line ends hide, and with the
 * actual text of divided words and joined letters (ISO 32000-1, 14.9.4).
 */
final class PdfLinePainter {

    /** Thousandths of the type size; less is rounding, not kerning. */
    private static final double SMALLEST_KERN = 1.0;

    private final PdfContentByte content;
    private final PageElement.Paragraph paragraph;
    private final List<LaidOutLine> lines;
    private final boolean plain;

    PdfLinePainter(PdfContentByte content, PageElement.Paragraph paragraph) {
        this.content = content;
        this.paragraph = paragraph;
        this.lines = paragraph.lines().stream().map(PlacedLine::line).toList();
        this.plain = lines.stream().allMatch(line -> line.runs().stream().allMatch(GlyphRun::plain));
    }

    /** Writes all lines; left and top are the page's corner in PDF's own coordinates. */
    void paint(double left, double top) {
        if (plain) {
            paintLines(left, top, DividedWords.of(lines));
            return;
        }
        openSpan(paragraph.text());
        paintLines(
                left,
                top,
                lines.stream().map(line -> List.<DividedWords.Cut>of()).toList());
        content.endMarkedContentSequence();
    }

    private void paintLines(double left, double top, List<List<DividedWords.Cut>> cuts) {
        for (int i = 0; i < lines.size(); i++) {
            PlacedLine placed = paragraph.lines().get(i);
            paintLine(placed.line(), left + placed.x(), top - placed.baseline(), cuts.get(i));
        }
    }

    private void paintLine(LaidOutLine line, double x, double y, List<DividedWords.Cut> cuts) {
        int offset = 0;
        for (GlyphRun run : line.runs()) {
            content.setFontAndSize(font(run), (float) run.size());
            content.setTextMatrix((float) (x + run.x()), (float) y);
            if (run.plain()) {
                paintPlain(run, offset, cuts);
            } else {
                paintShaped(run, x + run.x(), y);
            }
            offset += run.text().length();
        }
        applyFrom(offset, cuts);
        if (line.joint() == LaidOutLine.Joint.BLANK && !line.runs().isEmpty()) {
            content.showText(" ");
        }
    }

    private void paintPlain(GlyphRun run, int offset, List<DividedWords.Cut> cuts) {
        int shown = 0;
        for (DividedWords.Cut cut : cuts) {
            int at = cut.offset() - offset;
            if (at >= 0 && at < run.text().length()) {
                show(run, shown, at);
                apply(cut);
                shown = at;
            }
        }
        show(run, shown, run.text().length());
    }

    /** A word that ends with its line ends after the line's last glyph. */
    private void applyFrom(int length, List<DividedWords.Cut> cuts) {
        cuts.stream().filter(cut -> cut.offset() >= length).forEach(this::apply);
    }

    private void apply(DividedWords.Cut cut) {
        if (cut.begins()) {
            openSpan(cut.word());
        } else {
            content.endMarkedContentSequence();
        }
    }

    private void openSpan(String actualText) {
        PdfDictionary properties = new PdfDictionary();
        properties.put(PdfName.ACTUALTEXT, new PdfString(actualText, PdfObject.TEXT_UNICODE));
        content.beginMarkedContentSequence(PdfName.SPAN, properties, true);
    }

    private void show(GlyphRun run, int from, int to) {
        if (from == to) {
            return;
        }
        BaseFont font = font(run);
        PdfTextArray array = new PdfTextArray();
        int pending = from;
        for (int i = from; i < to; i++) {
            double kern = kern(run, i, font);
            if (Math.abs(kern) >= SMALLEST_KERN) {
                array.add(run.text().substring(pending, i + 1));
                array.add((float) -kern);
                pending = i + 1;
            }
        }
        if (pending < to) {
            array.add(run.text().substring(pending, to));
        }
        content.showText(array);
    }

    /** By how much the gap after a glyph differs from the font's own advance, in thousandths of the size. */
    private static double kern(GlyphRun run, int index, BaseFont font) {
        double advance = run.advances().get(index + 1) - run.advances().get(index);
        return advance * 1000 / run.size() - font.getWidth(run.text().charAt(index));
    }

    /** Joined and reordered letters go by glyph number, each at its own place. */
    private void paintShaped(GlyphRun run, double x, double y) {
        int[] codes = run.glyphs().stream().mapToInt(Integer::intValue).toArray();
        GlyphVector glyphs = run.face().at(run.size()).createGlyphVector(Typesetter.METRICS, codes);
        for (int i = 0; i < codes.length; i++) {
            content.setTextMatrix((float) (x + run.advances().get(i)), (float) y);
            content.showText(glyphs, i, i + 1);
        }
    }

    private static BaseFont font(GlyphRun run) {
        return PdfFaces.standard().of(run.face());
    }
}
