package org.einlass.reports.jasper;

import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.InputStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.pdf.common.PdfDocumentWriter;
import net.sf.jasperreports.pdf.type.PdfPrintScalingEnum;
import net.sf.jasperreports.pdf.type.PdfVersionEnum;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;

/** Sets up a PDF as JasperReports does, but for the metadata, which are an {@link XmpPacket}. */
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
        usual.setIccProfilePath(path, profile);
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
