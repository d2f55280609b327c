package org.einlass.server.registration.imports.list;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet: formulas by their values, days as days, numbers as they were typed. A number of more
 * digits than a spreadsheet keeps is shown in scientific notation, so that nobody takes it for a key.
 */
final class XlsxRows implements RowSource {
    private static final BigDecimal FIRST_INEXACT = new BigDecimal("1E15");
    private static final BigDecimal LAST_DAY = new BigDecimal(2_958_466);
    private static final int LONGEST_NUMBER = 400;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
    private static final Pattern DAY_OR_TIME = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);

    private final Deque<CsvRow> rows;

    private XlsxRows(Deque<CsvRow> rows) {
        this.rows = rows;
    }

    /** @throws ListRefused where the sheet is larger than the limits, or damaged */
    static XlsxRows of(Sheet sheet, ListLimits limits, Map<XlsxMarks.Cell, Long> mergedInto) throws ListRefused {
        Deque<CsvRow> rows = new ArrayDeque<>();
        try (Stream<Row> stream = sheet.openStream()) {
            for (Iterator<Row> all = stream.iterator(); all.hasNext(); ) {
                CsvRow row = row(all.next(), limits.columns());
                if (!row.isBlank()) {
                    rows.add(row);
                }
                if (rows.size() > limits.rows() + 1) {
                    throw new ListRefused(UnreadableList.tooManyRows(limits.rows()));
                }
            }
        } catch (IOException | ExcelReaderException e) {
            throw new ListRefused(UnreadableList.brokenWorkbook());
        }
        return new XlsxRows(mergedInto.isEmpty() ? rows : unmerged(rows, mergedInto));
    }

    /** The rows with what stands in a cell that is merged downwards in each of its lines. */
    private static Deque<CsvRow> unmerged(Deque<CsvRow> rows, Map<XlsxMarks.Cell, Long> mergedInto) {
        Map<Long, Map<Integer, Long>> cellsOfLine = new HashMap<>();
        mergedInto.forEach((cell, from) -> cellsOfLine
                .computeIfAbsent(cell.line(), none -> new HashMap<>())
                .put(cell.column(), from));
        Map<Long, CsvRow> origins = new HashMap<>();
        Deque<CsvRow> whole = new ArrayDeque<>();
        for (CsvRow row : rows) {
            List<String> fields = new ArrayList<>(row.fields());
            cellsOfLine.getOrDefault(row.line(), Map.of()).forEach((column, from) -> {
                String above = origins.containsKey(from) ? origins.get(from).field(column) : "";
                while (!above.isEmpty() && fields.size() <= column) {
                    fields.add("");
                }
                if (!above.isEmpty() && fields.get(column).isBlank()) {
                    fields.set(column, above);
                }
            });
            CsvRow filled = new CsvRow(row.line(), fields);
            origins.put(row.line(), filled);
            whole.add(filled);
        }
        return whole;
    }

    /** Line of the last row, from 1. */
    long lastLine() {
        return rows.isEmpty() ? 0 : rows.getLast().line();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public Optional<CsvRow> next() {
        return Optional.ofNullable(rows.poll());
    }

    private static CsvRow row(Row row, int mostColumns) throws ListRefused {
        List<String> fields = new ArrayList<>(List.of(""));
        for (Cell cell : row) {
            String text = cell == null ? "" : text(cell);
            if (cell == null || text.isEmpty()) {
                continue;
            }
            if (cell.getColumnIndex() >= mostColumns) {
                throw new ListRefused(UnreadableList.tooManyColumns(row.getRowNum(), mostColumns));
            }
            while (fields.size() <= cell.getColumnIndex()) {
                fields.add("");
            }
            fields.set(cell.getColumnIndex(), text);
        }
        return new CsvRow(row.getRowNum(), fields);
    }

    private static String text(Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null || raw.isEmpty() || cell.getType() == CellType.EMPTY) {
            return cell.getType() == CellType.STRING ? cell.asString() : "";
        }
        return switch (cell.getType()) {
            case STRING -> cell.asString();
            case BOOLEAN -> raw.equals("1") || raw.equalsIgnoreCase("true") ? "true" : "false";
            case NUMBER, FORMULA -> isNumber(raw) ? number(cell, raw) : raw;
            case ERROR, EMPTY -> raw;
        };
    }

    private static String number(Cell cell, String raw) {
        BigDecimal number = new BigDecimal(raw);
        boolean isDay = isDay(cell.getDataFormatId(), cell.getDataFormatString());
        if (isDay && number.signum() > 0 && number.compareTo(LAST_DAY) < 0) {
            LocalDateTime day = day(number);
            return day.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? day.toLocalDate().toString()
                    : day.toString();
        }
        if (number.abs().compareTo(FIRST_INEXACT) >= 0) {
            return String.format(Locale.ROOT, "%.14E", number);
        }
        Optional<String> padded =
                Optional.ofNullable(cell.getDataFormatString()).flatMap(format -> PaddedNumber.of(number, format));
        if (padded.isPresent()) {
            return padded.get();
        }
        String plain = number.stripTrailingZeros().toPlainString();
        return plain.equals("0.0") ? "0" : plain;
    }

    private static LocalDateTime day(BigDecimal serial) {
        long days = serial.longValue();
        long seconds = Math.round(serial.subtract(BigDecimal.valueOf(days)).doubleValue() * 86_400);
        return LocalDateTime.of(1899, 12, 30, 0, 0).plusDays(days).plusSeconds(seconds);
    }

    private static boolean isNumber(String raw) {
        try {
            return Math.abs(new BigDecimal(raw).scale()) < LONGEST_NUMBER;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Formats 14 to 22 and 45 to 47 of the standard are days and times; others by their letters. */
    private static boolean isDay(@Nullable Integer format, @Nullable String pattern) {
        boolean standard = format != null && ((format >= 14 && format <= 22) || (format >= 45 && format <= 47));
        if (standard) {
            return true;
        }
        return pattern != null
                && !pattern.equalsIgnoreCase("general")
                && DAY_OR_TIME.matcher(QUOTED.matcher(pattern).replaceAll("")).find();
    }
}
