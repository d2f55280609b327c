package org.einlass.reports.bench;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.einlass.reports.badge.Badge;
import org.einlass.reports.typography.FontFace;
import org.einlass.reports.typography.FontSet;

/**
 * The measure: an A6 badge as one would draw it by hand with OpenPDF, the same fonts embedded, the same
 * texts, the QR code as vectors; but with fixed sizes, no tags, no archive profile, no kerning.
 */
final class HandDrawnBadge {

    private final BaseFont regular = font("SourceSans3-Regular.ttf");
    private final BaseFont semibold = font("SourceSans3-Semibold.ttf");
    private final BaseFont bold = font("SourceSans3-Bold.ttf");

    private static BaseFont font(String name) {
        FontFace fontFace = FontSet.standard().faces().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        try {
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, fontFace.file(), null);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] draw(List<Badge> badges) throws Exception {
        Document document = new Document(new Rectangle(298, 420));
        ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 16);
        PdfWriter writer = PdfWriter.getInstance(document, file);
        writer.setFullCompression();
        document.open();
        for (Badge badge : badges) {
            document.newPage();
            draw(badge, writer.getDirectContent());
        }
        document.close();
        return file.toByteArray();
    }

    private void draw(Badge badge, PdfContentByte content) throws Exception {
        column(content, badge.event(), semibold, 13, 22, 370, 395);
        column(content, String.join(" · ", badge.programmes()), regular, 10, 22, 350, 375);
        column(content, badge.name().text(), bold, 28, 22, 240, 330);
        column(content, badge.function(), regular, 14, 22, 205, 240);
        column(content, badge.organisation(), semibold, 16, 22, 145, 195);
        column(content, badge.department(), regular, 11.5f, 22, 120, 145);
        content.setColorFill(new Color(0x0B, 0x5F, 0xA5));
        content.rectangle(0, 0, 298, 102);
        content.fill();
        column(content, badge.category().german(), bold, 25, 22, 30, 75);
        column(content, badge.category().english(), regular, 13, 22, 20, 45);
        code(content, badge.code());
    }

    private static void column(
            PdfContentByte content, String text, BaseFont font, float size, float left, float bottom, float top)
            throws Exception {
        ColumnText column = new ColumnText(content);
        column.setSimpleColumn(
                new Phrase(text, new Font(font, size)), left, bottom, 276, top, size * 1.15f, Element.ALIGN_LEFT);
        column.go();
    }

    private static void code(PdfContentByte content, String code) throws Exception {
        ByteMatrix modules = Encoder.encode(code, ErrorCorrectionLevel.Q).getMatrix();
        float module = 79f / 33;
        content.setColorFill(Color.WHITE);
        content.rectangle(196, 8, 79, 79);
        content.fill();
        content.setColorFill(Color.BLACK);
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                if (modules.get(column, row) == 1) {
                    content.rectangle(196 + (4 + column) * module, 87 - (5 + row) * module, module, module);
                }
            }
        }
        content.fill();
    }
}
