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
            return BaseFont.createFont(face.name(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, face.file(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
