package org.einlass.reports.jasper;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfStream;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.InputStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.pdf.common.PdfDocumentWriter;
import net.sf.jasperreports.pdf.type.PdfPrintScalingEnum;
import net.sf.jasperreports.pdf.type.PdfVersionEnum;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;

/**
 * Sets up a PDF as JasperReports does, but for the metadata, which are an {@link XmpPacket}, and for the screen's
 * colours, which are deflated once and not for each file.
 */
record MetadataWriter(PdfDocumentWriter usual, PdfWriter file) implements PdfDocumentWriter {
    @Override
    public void createXmpMetadata(String title, String subject, String keywords, boolean tagged) {
        file.setXmpMetadata(XmpPacket.of(file.getInfo()));
    }

    @Override
    public void setPdfVersion(PdfVersionEnum version) {
        usual.setPdfVersion(version);
    }

    @Override
    public void setMinimalPdfVersion(PdfVersionEnum version) {
        usual.setMinimalPdfVersion(version);
    }

    @Override
    public void setFullCompression() {
        usual.setFullCompression();
    }

    @Override
    public void setEncryption(String user, String owner, int permissions, boolean strong) throws JRException {
        usual.setEncryption(user, owner, permissions, strong);
    }

    @Override
    public void setPrintScaling(PdfPrintScalingEnum scaling) {
        usual.setPrintScaling(scaling);
    }

    @Override
    public void setNoSpaceCharRatio() {
        usual.setNoSpaceCharRatio();
    }

    @Override
    public void setTabOrderStructure() {
        usual.setTabOrderStructure();
    }

    @Override
    public void setLanguage(String language) {
        usual.setLanguage(language);
    }

    @Override
    public void setPdfaConformance(PdfaConformanceEnum conformance) {
        usual.setPdfaConformance(conformance);
    }

    @Override
    public void setRgbTransparencyBlending(boolean blending) {
        usual.setRgbTransparencyBlending(blending);
    }

    @Override
    public void setIccProfilePath(String path, InputStream profile) throws IOException {
        PdfDictionary intent = new PdfDictionary(PdfName.OUTPUTINTENT);
        intent.put(PdfName.OUTPUTCONDITIONIDENTIFIER, new PdfString(ScreenColours.NAME));
        intent.put(PdfName.INFO, new PdfString(ScreenColours.NAME));
        intent.put(PdfName.S, PdfName.GTS_PDFA1);
        PdfStream colours = new PdfStream(ScreenColours.deflated());
        colours.put(PdfName.N, new PdfNumber(ScreenColours.COMPONENTS));
        colours.put(PdfName.FILTER, PdfName.FLATEDECODE);
        intent.put(PdfName.DESTOUTPUTPROFILE, file.addToBody(colours).getIndirectReference());
        file.getExtraCatalog().put(PdfName.OUTPUTINTENTS, new PdfArray(intent));
    }

    @Override
    public void addJavaScript(String script) {
        throw new UnsupportedOperationException("Our pages hold no programs.");
    }

    @Override
    public void setDisplayMetadataTitle() {
        usual.setDisplayMetadataTitle();
    }
}
