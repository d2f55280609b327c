package org.einlass.reports.jasper;

import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.pdf.common.PdfStructure;
import net.sf.jasperreports.pdf.common.PdfStructureEntry;
import org.jspecify.annotations.Nullable;

/**
 * Gathers cells into rows and rows into tables, over page ends: a header that is repeated on the next page
 * belongs to the paper, not to the table.
 *
 * <p>A template says where a row begins by {@code einlass.row} = "first", and which table a header row
 * belongs to by {@code einlass.table}.
 */
final class TableTagger {

    private final PdfStructure structure;
    private final PdfStructureEntry document;
    private String key = "";
    private @Nullable PdfStructureEntry table;
    private @Nullable PdfStructureEntry row;
    private boolean repeating;

    TableTagger(PdfStructure structure, PdfStructureEntry document) {
        this.structure = structure;
        this.document = document;
    }

    /**
     * What a text really is: cells of a repeated header, and its heading, are artifacts. Opens rows and
     * tables.
     */
    TextTag classify(TextTag tag, JRPrintElement element) {
        if (tag == TextTag.HEADING && isRepeated(element)) {
            return TextTag.ARTIFACT;
        }
        if (tag != TextTag.HEADER_CELL && tag != TextTag.CELL) {
            return tag;
        }
        if ("first".equals(TextTag.property(element, "einlass.row"))) {
            repeating = tag == TextTag.HEADER_CELL && isRepeated(element);
            if (!repeating) {
                openRow(tag, element);
            }
        }
        return repeating ? TextTag.ARTIFACT : tag;
    }

    private boolean isRepeated(JRPrintElement element) {
        return table != null && key.equals(TextTag.property(element, "einlass.table"));
    }

    private void openRow(TextTag tag, JRPrintElement element) {
        if (tag == TextTag.HEADER_CELL || table == null) {
            String named = TextTag.property(element, "einlass.table");
            key = named == null ? "" : named;
            table = structure.createTag(document, "Table");
        }
        row = structure.createTag(table, "TR");
    }

    /** A new cell in the open row. */
    PdfStructureEntry cell(TextTag tag) {
        if (row == null) {
            throw new IllegalStateException("A template has a cell outside a row.");
        }
        PdfStructureEntry cell = structure.createTag(row, tag.tag());
        if (tag == TextTag.HEADER_CELL) {
            cell.setScope("Column");
        }
        return cell;
    }

    /** A cell without text still is a cell: the row would be too short without it. */
    void emptyCell(TextTag tag) {
        if (tag == TextTag.HEADER_CELL || tag == TextTag.CELL) {
            cell(tag);
        }
    }

    /** Something else follows: the next cell begins a new table. */
    void end() {
        table = null;
        row = null;
        key = "";
    }
}
