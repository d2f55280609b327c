package org.einlass.server.report;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.einlass.contract.Wording;
import org.einlass.reports.list.PrintedList;
import org.einlass.reports.list.TableValue;

/**
 * A list as a workbook. Times are dates on the event's clocks and counts are numbers, so that both can be sorted and
 * filtered; whatever people wrote is a text. What the list says of itself on paper stands on a sheet of its own.
 */
final class ListXlsx {
    static final String MOMENT = "yyyy-mm-dd hh:mm";
    static final String COUNT = "#,##0";

    private static final int MOMENT_WIDTH = 18;
    private static final int NOTE_WIDTH = 110;

    private final PrintedList list;
    private final ZoneId zone;

    private ListXlsx(PrintedList list) {
        this.list = list;
        this.zone = list.zone();
    }

    /** What writes the file, some hundred rows at a time. */
    static XlsxExport.Content of(PrintedList list) {
        return new ListXlsx(list)::write;
    }

    private void write(Workbook book) throws IOException {
        List<String> headings = ListTable.headings(list);
        Worksheet sheet = XlsxExport.sheet(book, word("Liste", "List"), headings);
        widenMoments(sheet);
        int line = 0;
        for (PrintedList.Row row : list.rows()) {
            line++;
            List<TableValue> values = ListTable.values(list, row);
            for (int column = 0; column < values.size(); column++) {
                put(sheet, line, column, values.get(column));
            }
            if (line % XlsxExport.ROWS_AT_ONCE == 0) {
                sheet.flush();
            }
        }
        XlsxExport.filter(sheet, line, headings.size());
        sheet.finish();
        about(book);
    }

    private void about(Workbook book) {
        Worksheet sheet = XlsxExport.sheet(
                book,
                word("Zu dieser Liste", "About this list"),
                List.of(word("Angabe", "Item"), word("Inhalt", "Content")));
        sheet.width(0, MOMENT_WIDTH);
        sheet.width(1, NOTE_WIDTH);
        sheet.inlineString(1, 0, word("Liste", "List"));
        sheet.inlineString(1, 1, list.title());
        sheet.inlineString(2, 0, word("Veranstaltung", "Event"));
        sheet.inlineString(2, 1, list.event());
        sheet.inlineString(3, 0, word("Stand", "As of"));
        moment(sheet, 3, 1, list.at());
        sheet.style(3, 1).format(MOMENT).horizontalAlignment("left").set();
        sheet.inlineString(4, 0, word("Zeitzone", "Time zone"));
        sheet.inlineString(4, 1, zone.getId());
        sheet.inlineString(5, 0, word("Hinweis", "Note"));
        sheet.inlineString(5, 1, list.note());
        sheet.style(5, 1).wrapText(true).set();
        XlsxExport.filter(sheet, 5, 2);
    }

    private void widenMoments(Worksheet sheet) {
        list.rows().stream().limit(XlsxExport.ROWS_AT_ONCE).forEach(row -> {
            List<TableValue> values = ListTable.values(list, row);
            for (int column = 0; column < values.size(); column++) {
                if (values.get(column) instanceof TableValue.Moment) {
                    sheet.width(column, MOMENT_WIDTH);
                }
            }
        });
    }

    private void put(Worksheet sheet, int line, int column, TableValue value) {
        if (value instanceof TableValue.Text text) {
            sheet.inlineString(line, column, text.text());
        } else if (value instanceof TableValue.Count count) {
            sheet.value(line, column, count.number());
            sheet.style(line, column).format(COUNT).set();
        } else if (value instanceof TableValue.Moment moment) {
            moment(sheet, line, column, moment.at());
        }
    }

    private void moment(Worksheet sheet, int line, int column, Instant at) {
        sheet.value(line, column, at.atZone(zone).toLocalDateTime());
        sheet.style(line, column).format(MOMENT).set();
    }

    private String word(String german, String english) {
        return new Wording(german, english).in(list.language());
    }
}
