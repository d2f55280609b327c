package org.einlass.reports.jasper;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.einlass.reports.typography.FontFace;
import org.einlass.reports.typography.FontSet;

/** The faces of the type case as OpenPDF embeds them: subset, by glyph number, with a way back to Unicode. */
final class PdfFaces {

    private static final PdfFaces STANDARD = new PdfFaces(FontSet.standard());

    private final Map<FontFace, BaseFont> fonts = new HashMap<>();

    private PdfFaces(FontSet cases) {
        for (FontFace fontFace : cases.faces()) {
            fonts.put(fontFace, embeddable(fontFace));
        }
    }

    static PdfFaces standard() {
        return STANDARD;
    }

    BaseFont of(FontFace fontFace) {
        BaseFont font = fonts.get(fontFace);
        if (font == null) {
            throw new IllegalStateException("The face " + fontFace.name() + " is not in the type case.");
        }
        return font;
    }

    private static BaseFont embeddable(FontFace fontFace) {
        try {
            BaseFont font = BaseFont.createFont(
                    fontFace.name(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, fontFace.file(), null);
            // OpenPDF's list of glyphs forgets the parts of composed ones, and PDF/A-2 can do without the
            // list.
            font.setIncludeCidSet(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
