package org.einlass.server.registration.imports.list;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the parts of a workbook what its cells do not hold: rows that are struck through, hidden or commented
 * on, and cells that are merged downwards.
 *
 * @param marks what is said of rows
 * @param mergedInto by place (line and column from 0), the line whose field counts there, too
 */
record XlsxMarks(SheetMarks marks, Map<Cell, Long> mergedInto) {
    static final String STRUCK = "Durchgestrichen";
    static final String HIDDEN = "Ausgeblendet";
    static final String COMMENT = "Kommentar der Zelle";
    private static final int MOST_MERGED = 100_000;

    /** A cell of a sheet: its line from 1 and its column from 0. */
    record Cell(long line, int column) {
        static Cell of(String reference) {
            int at = 0;
            int column = 0;
            while (at < reference.length() && Character.isLetter(reference.charAt(at))) {
                column = column * 26 + Character.toUpperCase(reference.charAt(at)) - 'A' + 1;
                at++;
            }
            return new Cell(Long.parseLong(reference.substring(at)), column - 1);
        }
    }

    /** The marks of the sheet of that name. */
    static XlsxMarks of(byte[] file, String sheet) throws IOException {
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            return new Parts(zip).sheet(sheet);
        } catch (XMLStreamException | NumberFormatException e) {
            throw new IOException("A part of the workbook cannot be read.", e);
        }
    }

    /** One workbook's parts. */
    private static final class Parts {
        private static final XMLInputFactory XML = XMLInputFactory.newFactory();

        static {
            XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        }

        private final ZipFile zip;
        private final Set<String> struckStyles = new HashSet<>();
        private final Set<Integer> struckTexts = new HashSet<>();

        Parts(ZipFile zip) {
            this.zip = zip;
        }

        XlsxMarks sheet(String name) throws IOException, XMLStreamException {
            String relation = relation(name);
            String part = targets("xl/_rels/workbook.xml.rels", "xl/").getOrDefault(relation, "");
            styles();
            texts();
            Map<Long, String> struck = new TreeMap<>();
            Map<Long, String> hidden = new TreeMap<>();
            Map<Cell, Long> merged = new HashMap<>();
            cells(part, struck, hidden, merged);
            String folder = part.substring(0, part.lastIndexOf('/') + 1);
            String own = folder + "_rels/" + part.substring(folder.length()) + ".rels";
            Map<Long, String> comments = new TreeMap<>();
            for (String target : targets(own, folder).values()) {
                if (target.matches("xl/comments[^/]*\\.xml|xl/comments/.*\\.xml")) {
                    comments(target, comments);
                }
            }
            return new XlsxMarks(
                    new SheetMarks(Map.of(STRUCK, struck, HIDDEN, hidden, COMMENT, comments)), Map.copyOf(merged));
        }

        private String relation(String name) throws IOException, XMLStreamException {
            String[] found = {""};
            walk("xl/workbook.xml", xml -> {
                if (xml.isStartElement() && xml.getLocalName().equals("sheet") && name.equals(attribute(xml, "name"))) {
                    found[0] = attribute(xml, "id");
                }
            });
            return found[0];
        }

        private Map<String, String> targets(String part, String folder) throws IOException, XMLStreamException {
            Map<String, String> targets = new HashMap<>();
            walk(part, xml -> {
                if (xml.isStartElement() && xml.getLocalName().equals("Relationship")) {
                    String target = attribute(xml, "Target");
                    targets.put(attribute(xml, "Id"), resolved(folder, target));
                }
            });
            return targets;
        }

        private static String resolved(String folder, String target) {
            if (target.startsWith("/")) {
                return target.substring(1);
            }
            return target.startsWith("../") ? "xl/" + target.substring(3) : folder + target;
        }

        private void styles() throws IOException, XMLStreamException {
            List<Boolean> fonts = new ArrayList<>();
            boolean[] inside = new boolean[2];
            int[] style = {0};
            walk("xl/styles.xml", xml -> {
                String element = xml.isStartElement() || xml.isEndElement() ? xml.getLocalName() : "";
                switch (element) {
                    case "fonts" -> inside[0] = xml.isStartElement();
                    case "cellXfs" -> inside[1] = xml.isStartElement();
                    case "font" -> {
                        if (xml.isStartElement() && inside[0]) {
                            fonts.add(false);
                        }
                    }
                    case "strike" -> {
                        if (xml.isStartElement() && inside[0] && !fonts.isEmpty() && isOn(xml)) {
                            fonts.set(fonts.size() - 1, true);
                        }
                    }
                    case "xf" -> {
                        if (xml.isStartElement() && inside[1]) {
                            String font = attribute(xml, "fontId");
                            int index = font.isEmpty() ? -1 : Integer.parseInt(font);
                            if (index >= 0 && index < fonts.size() && fonts.get(index)) {
                                struckStyles.add(String.valueOf(style[0]));
                            }
                            style[0]++;
                        }
                    }
                    default -> {}
                }
            });
        }

        private void texts() throws IOException, XMLStreamException {
            int[] text = {-1};
            walk("xl/sharedStrings.xml", xml -> {
                if (xml.isStartElement() && xml.getLocalName().equals("si")) {
                    text[0]++;
                }
                if (xml.isStartElement() && xml.getLocalName().equals("strike") && isOn(xml)) {
                    struckTexts.add(text[0]);
                }
            });
        }

        private void cells(String part, Map<Long, String> struck, Map<Long, String> hidden, Map<Cell, Long> merged)
                throws IOException, XMLStreamException {
            long[] line = {0};
            boolean[] value = new boolean[2];
            walk(part, xml -> {
                if (xml.isEndElement()) {
                    value[1] &= !xml.getLocalName().equals("v");
                    return;
                }
                if (xml.isCharacters()) {
                    boolean known = value[0] && value[1] && struckTexts.contains(Integer.parseInt(xml.getText()));
                    if (known) {
                        struck.put(line[0], "durchgestrichen");
                    }
                    return;
                }
                if (!xml.isStartElement()) {
                    return;
                }
                switch (xml.getLocalName()) {
                    case "row" -> {
                        String number = attribute(xml, "r");
                        line[0] = number.isEmpty() ? line[0] + 1 : Long.parseLong(number);
                        if (List.of("1", "true").contains(attribute(xml, "hidden"))) {
                            hidden.put(line[0], "ausgeblendet");
                        }
                    }
                    case "c" -> {
                        value[0] = attribute(xml, "t").equals("s");
                        if (struckStyles.contains(attribute(xml, "s"))) {
                            struck.put(line[0], "durchgestrichen");
                        }
                    }
                    case "v" -> value[1] = true;
                    case "strike" -> {
                        if (isOn(xml)) {
                            struck.put(line[0], "durchgestrichen");
                        }
                    }
                    case "mergeCell" -> merge(attribute(xml, "ref"), merged);
                    default -> {}
                }
            });
        }

        private static void merge(String reference, Map<Cell, Long> merged) {
            int colon = reference.indexOf(':');
            if (colon < 1) {
                return;
            }
            Cell from = Cell.of(reference.substring(0, colon));
            Cell to = Cell.of(reference.substring(colon + 1));
            for (long line = from.line() + 1; from.column() == to.column() && line <= to.line(); line++) {
                if (merged.size() >= MOST_MERGED) {
                    return;
                }
                merged.put(new Cell(line, from.column()), from.line());
            }
        }

        private void comments(String part, Map<Long, String> comments) throws IOException, XMLStreamException {
            long[] line = {0};
            boolean[] text = {false};
            walk(part, xml -> {
                if (xml.isStartElement() && xml.getLocalName().equals("comment")) {
                    line[0] = Cell.of(attribute(xml, "ref")).line();
                }
                if (xml.isStartElement() || xml.isEndElement()) {
                    text[0] = xml.isStartElement() && xml.getLocalName().equals("t");
                } else if (xml.isCharacters() && text[0]) {
                    comments.merge(line[0], xml.getText(), (one, more) -> one + " " + more);
                }
            });
        }

        private static boolean isOn(XMLStreamReader xml) {
            return !List.of("0", "false").contains(attribute(xml, "val"));
        }

        private static String attribute(XMLStreamReader xml, String name) {
            for (int at = 0; at < xml.getAttributeCount(); at++) {
                if (xml.getAttributeLocalName(at).equals(name)) {
                    return xml.getAttributeValue(at);
                }
            }
            return "";
        }

        private void walk(String part, Visitor visitor) throws IOException, XMLStreamException {
            @Nullable ZipArchiveEntry entry = zip.getEntry(part);
            if (entry == null) {
                return;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                XMLStreamReader xml = XML.createXMLStreamReader(in);
                while (xml.hasNext()) {
                    int next = xml.next();
                    if (next != XMLStreamConstants.COMMENT) {
                        visitor.visit(xml);
                    }
                }
                xml.close();
            }
        }

        private interface Visitor {
            void visit(XMLStreamReader xml) throws XMLStreamException;
        }
    }
}
