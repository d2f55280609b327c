package org.einlass.reports.page;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The modules of a QR code (ISO/IEC 18004), a row a number, the leftmost module in its lowest bit. The mask is the one
 * that the standard's penalties choose. ZXing makes and weighs the whole code once for each of the eight masks, which
 * takes most of the time of a badge; here it makes the code once. What another mask changes is the same for all codes
 * of one size and level, and the penalties are counted on whole rows.
 */
final class QrModules {
    private static final EncodeHintType CHARACTERS = EncodeHintType.CHARACTER_SET;
    private static final String UTF_8 = "UTF-8";
    private static final int MASKS = 8;
    private static final int WIDEST = 64;
    private static final int RUN = 5;
    private static final int BLOCK = 3;
    private static final int FINDER_LIKE = 40;
    private static final int UNEVEN = 10;
    private static final int FINDER = 7;
    private static final int QUIET = 4;

    private static final Map<Shape, long[][]> CHANGES = new ConcurrentHashMap<>();

    private final int width;
    private final Dark dark;

    /** Which modules are dark. */
    private interface Dark {
        boolean is(int column, int row);
    }

    /** Codes of one size and error correction. */
    private record Shape(int width, ErrorCorrectionLevel level) {}

    private QrModules(int width, Dark dark) {
        this.width = width;
        this.dark = dark;
    }

    /**
     * The code of a text.
     *
     * @throws IllegalArgumentException where the text is too long for any QR code
     */
    static QrModules of(String text, ErrorCorrectionLevel level) {
        ByteMatrix first = encode(text, level, Map.of(CHARACTERS, UTF_8, EncodeHintType.QR_MASK_PATTERN, 0));
        if (first.getWidth() > WIDEST) {
            ByteMatrix large = encode(text, level, Map.of(CHARACTERS, UTF_8));
            return new QrModules(large.getWidth(), (column, row) -> large.get(column, row) == 1);
        }
        return ofRows(text, level, rows(first));
    }

    private static QrModules ofRows(String text, ErrorCorrectionLevel level, long[] plain) {
        long[][] changes =
                CHANGES.computeIfAbsent(new Shape(plain.length, level), shape -> changes(text, level, plain));
        long[] best = plain;
        int least = Integer.MAX_VALUE;
        for (long[] change : changes) {
            long[] masked = masked(plain, change);
            int penalty = penalty(masked);
            if (penalty < least) {
                least = penalty;
                best = masked;
            }
        }
        long[] chosen = best;
        return new QrModules(chosen.length, (column, row) -> (chosen[row] >>> column & 1) == 1);
    }

    /** How many modules a side has. */
    int width() {
        return width;
    }

    /** Whether a module is dark. */
    boolean isDark(int column, int row) {
        return dark.is(column, row);
    }

    private static long[][] changes(String text, ErrorCorrectionLevel level, long[] plain) {
        long[][] changes = new long[MASKS][];
        for (int mask = 0; mask < MASKS; mask++) {
            changes[mask] = masked(
                    rows(encode(text, level, Map.of(CHARACTERS, UTF_8, EncodeHintType.QR_MASK_PATTERN, mask))), plain);
        }
        return changes;
    }

    private static ByteMatrix encode(String text, ErrorCorrectionLevel level, Map<EncodeHintType, Object> hints) {
        try {
            return Encoder.encode(text, level, hints).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("A code of " + text.length() + " characters does not fit a QR code.", e);
        }
    }

    private static long[] rows(ByteMatrix matrix) {
        long[] rows = new long[matrix.getHeight()];
        byte[][] modules = matrix.getArray();
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows.length; column++) {
                rows[row] |= (long) modules[row][column] << column;
            }
        }
        return rows;
    }

    private static long[] masked(long[] rows, long[] change) {
        long[] masked = new long[rows.length];
        for (int row = 0; row < rows.length; row++) {
            masked[row] = rows[row] ^ change[row];
        }
        return masked;
    }

    private static long[] turned(long[] rows) {
        long[] columns = new long[rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows.length; column++) {
                columns[column] |= (rows[row] >>> column & 1) << row;
            }
        }
        return columns;
    }

    /** ISO/IEC 18004, 7.8.3.1. */
    private static int penalty(long[] rows) {
        int width = rows.length;
        int dark = 0;
        int penalty = 0;
        for (int row = 0; row < width; row++) {
            dark += Long.bitCount(rows[row]);
            penalty += line(rows[row], width);
            penalty += row == 0 ? 0 : BLOCK * Long.bitCount(blocks(rows[row - 1], rows[row], width));
        }
        for (long column : turned(rows)) {
            penalty += line(column, width);
        }
        int all = width * width;
        return penalty + Math.abs(2 * dark - all) * 10 / all * UNEVEN;
    }

    private static long ones(int count) {
        return count >= Long.SIZE ? -1 : (1L << count) - 1;
    }

    /** Where a module is like the next one. */
    private static long alike(long line, int width) {
        return ~(line ^ line >>> 1) & ones(width - 1);
    }

    private static int line(long line, int width) {
        long alike = alike(line, width);
        long runs = alike & alike >>> 1 & alike >>> 2 & alike >>> 3;
        int penalty = Long.bitCount(runs) + (RUN - 3) * Long.bitCount(runs & ~(runs << 1));
        long finder = line & ~(line >>> 1) & line >>> 2 & line >>> 3 & line >>> 4 & ~(line >>> 5) & line >>> 6;
        long light = ~line & ones(width);
        long four = light & light >>> 1 & light >>> 2 & light >>> 3 & ones(width - QUIET + 1);
        long whole = ones(width - FINDER + 1);
        return penalty + FINDER_LIKE * Long.bitCount(finder & whole & (four << QUIET | four >>> FINDER));
    }

    private static long blocks(long above, long line, int width) {
        return alike(above, width) & alike(line, width) & ~(above ^ line);
    }
}
