package org.einlass.server.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.reports.list.PrintedList;
import org.einlass.reports.list.TableValue;

/** A list as the columns and rows of a spreadsheet: what groups its rows on paper is a first column. */
final class ListTable {
    private static final Wording GROUP = new Wording("Abschnitt", "Section");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private ListTable() {}

    static List<String> headings(PrintedList list) {
        if (!isGrouped(list)) {
            return list.columns();
        }
        return before(GROUP.in(list.language()), list.columns());
    }

    static List<TableValue> values(PrintedList list, PrintedList.Row row) {
        return isGrouped(list) ? before(TableValue.of(row.group()), row.values()) : row.values();
    }

    /** All rows as texts, the headings first; each is made when it is wanted. */
    static Iterable<List<String>> texts(PrintedList list) {
        return () -> Stream.concat(
                        Stream.of(headings(list)),
                        list.rows().stream()
                                .map(row -> values(list, row).stream()
                                        .map(value -> text(value, list.zone()))
                                        .toList()))
                .iterator();
    }

    private static boolean isGrouped(PrintedList list) {
        return !list.rows().isEmpty() && !list.rows().get(0).group().isEmpty();
    }

    private static String text(TableValue value, ZoneId zone) {
        if (value instanceof TableValue.Text text) {
            return text.text();
        }
        if (value instanceof TableValue.Count count) {
            return Long.toString(count.number());
        }
        return value instanceof TableValue.Moment moment ? text(moment.at(), zone) : "";
    }

    private static String text(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    private static <T> List<T> before(T first, List<T> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }
}
