package org.einlass.reports.jasper;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfStamper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Leads from a file's link annotations back to their place in the structure (ISO 32000-1, 14.7.4.4), which
 * OpenPDF's writer has no way to say. One file, one thread.
 */
final class LinkParents {

    private static final PdfName OBJR = new PdfName("OBJR");

    private final PdfArray numbers;
    private int next;

    private LinkParents(PdfDictionary structure) {
        PdfDictionary tree = structure.getAsDict(PdfName.PARENTTREE);
        PdfArray known = tree.getAsArray(PdfName.NUMS);
        if (known == null) {
            throw new IllegalStateException("A document with links has too many pages for one list of parents.");
        }
        this.numbers = known;
        this.next = known.getAsNumber(known.size() - 2).intValue() + 1;
    }

    /** The file with its links complete. */
    static byte[] complete(byte[] pdf) {
        try {
            PdfReader reader = new PdfReader(pdf);
            ByteArrayOutputStream file = new ByteArrayOutputStream(pdf.length + 1024);
            PdfStamper stamper = new PdfStamper(reader, file);
            stamper.setFullCompression();
            PdfDictionary structure = reader.getCatalog().getAsDict(PdfName.STRUCTTREEROOT);
            new LinkParents(structure).visit(reader.getCatalog().get(PdfName.STRUCTTREEROOT));
            stamper.close();
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void visit(PdfObject self) {
        PdfDictionary element = (PdfDictionary) PdfReader.getPdfObject(self);
        PdfArray kids = element.getAsArray(PdfName.K);
        for (int i = 0; kids != null && i < kids.size(); i++) {
            PdfDictionary kid = kids.getAsDict(i);
            if (kid != null && OBJR.equals(kid.get(PdfName.TYPE))) {
                lead(kid.getAsDict(PdfName.OBJ), self);
            } else if (kid != null) {
                visit(kids.getPdfObject(i));
            }
        }
    }

    private void lead(PdfDictionary annotation, PdfObject element) {
        annotation.put(PdfName.STRUCTPARENT, new PdfNumber(next));
        numbers.add(new PdfNumber(next));
        numbers.add(element);
        next++;
    }
}
