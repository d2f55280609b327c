package org.einlass.reports.jasper;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;

/**
 * The metadata of a PDF/A-2a and PDF/UA-1 file (ISO 16684-1, ISO 19005-2, 6.6), with the same title, program and moment
 * as in the file's own dictionary. The library that JasperReports uses builds and serialises a tree for each file,
 * which took a tenth of a badge's time.
 */
final class XmpPacket {
    private static final String TEXT = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
             xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
             xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
             xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
             xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            <pdf:Producer>%s</pdf:Producer><xmp:CreatorTool>%s</xmp:CreatorTool><xmp:CreateDate>%s</xmp:CreateDate>
            <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Indicates which part of ISO 14289 standard is followed</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>""";

    private XmpPacket() {}

    /** The packet of a file whose dictionary says these things. */
    static byte[] of(PdfDictionary dictionary) {
        return TEXT.formatted(
                        text(dictionary, PdfName.TITLE),
                        text(dictionary, PdfName.PRODUCER),
                        text(dictionary, PdfName.CREATOR),
                        PdfDate.getW3CDate(text(dictionary, PdfName.CREATIONDATE)))
                .getBytes(UTF_8);
    }

    private static String text(PdfDictionary dictionary, PdfName name) {
        PdfObject value = dictionary.get(name);
        return value instanceof PdfString string ? escaped(string.toUnicodeString()) : "";
    }

    /** What XML forbids as well is left out. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().filter(XmpPacket::isAllowed).forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int point) {
        return point >= ' ' && point != 0xFFFE && point != 0xFFFF && !(point >= 0xD800 && point <= 0xDFFF);
    }
}
