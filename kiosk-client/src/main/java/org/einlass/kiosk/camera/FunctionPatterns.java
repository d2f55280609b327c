package org.einlass.kiosk.camera;

import com.google.zxing.qrcode.decoder.Version;
import java.util.Arrays;

/**
 * The modules of a symbol whose colour is known beforehand: finder, timing and alignment patterns (ISO/IEC
 * 18004).
 */
final class FunctionPatterns {

    private static final int LARGEST_VERSION = 40;
    private static final int MOST_ALIGNMENTS = 7;
    private static final FunctionPatterns[] BY_VERSION = new FunctionPatterns[LARGEST_VERSION + 1];

    static {
        for (int version = 1; version <= LARGEST_VERSION; version++) {
            BY_VERSION[version] = new FunctionPatterns(version);
        }
    }

    final int version;
    final int dimension;
    /** Columns, rows and colours (1 dark, -1 light), pattern after pattern. */
    int[] columns = new int[0];

    int[] rows = new int[0];
    int[] signs = new int[0];
    /** Where each pattern ends in the lists above. */
    int[] ends = new int[0];

    private FunctionPatterns(int version) {
        this.version = version;
        this.dimension = 17 + 4 * version;
        addFinder(0, 0);
        addFinder(dimension - 7, 0);
        addFinder(0, dimension - 7);
        addTiming();
        addAlignments();
    }

    /** Empty symbols do not exist: version 1 to 40. */
    static FunctionPatterns ofVersion(int version) {
        return BY_VERSION[version];
    }

    int count() {
        return signs.length;
    }

    /**
     * Where the fourth known point stands: the last alignment pattern, or in version 1 the missing finder
     * pattern.
     */
    double fourthPoint() {
        return version == 1 ? dimension - 3.5 : dimension - 6.5;
    }

    private void addFinder(int left, int top) {
        for (int row = -1; row <= 7; row++) {
            for (int column = -1; column <= 7; column++) {
                if (left + column >= 0 && top + row >= 0 && left + column < dimension && top + row < dimension) {
                    int ring = Math.max(Math.abs(column - 3), Math.abs(row - 3));
                    add(left + column, top + row, ring == 3 || ring < 2);
                }
            }
        }
        endPattern();
    }

    private void addTiming() {
        for (int i = 8; i < dimension - 8; i++) {
            add(i, 6, i % 2 == 0);
        }
        endPattern();
        for (int i = 8; i < dimension - 8; i++) {
            add(6, i, i % 2 == 0);
        }
        endPattern();
    }

    private void addAlignments() {
        int[] centres = Version.getVersionForNumber(version).getAlignmentPatternCenters();
        int added = 0;
        for (int i = centres.length - 1; i >= 0 && added < MOST_ALIGNMENTS; i--) {
            for (int j = centres.length - 1; j >= 0 && added < MOST_ALIGNMENTS; j--) {
                boolean first = i == 0 || j == 0;
                boolean last = i == centres.length - 1 || j == centres.length - 1;
                if (!(first && (last || i == j))) {
                    addAlignment(centres[i], centres[j]);
                    added++;
                }
            }
        }
    }

    private void addAlignment(int column, int row) {
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                add(column + dx, row + dy, Math.max(Math.abs(dx), Math.abs(dy)) != 1);
            }
        }
        endPattern();
    }

    private void add(int column, int row, boolean dark) {
        columns = appended(columns, column);
        rows = appended(rows, row);
        signs = appended(signs, dark ? 1 : -1);
    }

    private void endPattern() {
        ends = appended(ends, signs.length);
    }

    private static int[] appended(int[] list, int value) {
        int[] longer = Arrays.copyOf(list, list.length + 1);
        longer[list.length] = value;
        return longer;
    }
}
