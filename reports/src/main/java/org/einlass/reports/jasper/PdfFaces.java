package org.einlass.reports.jasper;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.einlass.reports.type.Face;
import org.einlass.reports.type.TypeCase;

/** The faces of the type case as OpenPDF embeds them: subset, by glyph number, with a way back to Unicode. */
final class PdfFaces {

    private static final PdfFaces STANDARD = new PdfFaces(TypeCase.standard());

    private final Map<Face, BaseFont> fonts = new HashMap<>();

    private PdfFaces(TypeCase cases) {
        for (Face face : cases.faces()) {
            fonts.put(face, embeddable(face));
        }
    }

    static PdfFaces standard() {
        return STANDARD;
    }

    BaseFont of(Face face) {
        BaseFont font = fonts.get(face);
        if (font == null) {
            throw new IllegalStateException("The face " + face.name() + " is not in the type case.");
        }
        return font;
    }

    private static BaseFont embeddable(Face face) {
        try {
            BaseFont font =
                    BaseFont.createFont(face.name(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, face.file(), null);
            // OpenPDF's list of glyphs forgets the parts of composed ones, and PDF/A-2 can do without the list.
            font.setIncludeCidSet(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
