package org.einlass.server.database;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values within a statement, such as {@code (?, ?), (?, ?)}. They come in a few sizes only, so that a
 * connection keeps a dozen statements prepared and not one for each number of rows; what lacks repeats the
 * last row.
 */
final class ValueRows {
    private static final int[] SIZES = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64};
    static final int MOST = SIZES[SIZES.length - 1];

    private static final Map<Shape, String> STATEMENTS = new ConcurrentHashMap<>();

    private ValueRows() {}

    private record Shape(String statement, int rows, int width) {}

    /** The statement with room for these rows, at most {@link #MOST}, in place of {@code <rows>}. */
    static String statement(String statement, List<Object[]> rows) {
        Shape shape = new Shape(statement, size(rows.size()), rows.get(0).length);
        return STATEMENTS.computeIfAbsent(shape, ValueRows::written);
    }

    private static String written(Shape shape) {
        String row = "(" + String.join(", ", Collections.nCopies(shape.width(), "?")) + ")";
        return shape.statement().replace("<rows>", String.join(", ", Collections.nCopies(shape.rows(), row)));
    }

    /** The values of such a statement: those of the rows, and then others. */
    static @Nullable Object[] values(List<Object[]> rows, Object... others) {
        int width = rows.get(0).length;
        int size = size(rows.size());
        Object[] values = new Object[size * width + others.length];
        for (int row = 0; row < size; row++) {
            System.arraycopy(rows.get(Math.min(row, rows.size() - 1)), 0, values, row * width, width);
        }
        System.arraycopy(others, 0, values, size * width, others.length);
        return values;
    }

    private static int size(int rows) {
        int found = Arrays.binarySearch(SIZES, rows);
        return SIZES[found < 0 ? -found - 1 : found];
    }
}
