package org.einlass.kiosk.camera;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A camera's JPEG picture at an eighth of its width and height: the mean brightness of each of its blocks, which stands in
 * the file as it is. That costs a fraction of the whole picture's decoding, and tells whether something moves.
 *
 * <p>Knows the pictures that cameras send: Huffman-coded, not progressive, all colours in one scan. One thread at a time.
 */
final class JpegGlance {
    private static final int SIDE = 8;
    private static final int LEAST_COLUMNS = 40;
    private static final int LEAST_ROWS = 22;
    private static final int MOST_SIDE = 8_192;
    private static final int COEFFICIENTS = 64;
    private static final int MIDDLE = 128;

    private final @Nullable Huffman[] forMeans = new Huffman[4];
    private final @Nullable Huffman[] forDetails = new Huffman[4];
    private final int[] steps = new int[4];
    private int width;
    private int height;
    private int restart;
    private Colour[] colours = {};

    /** One colour of the picture, brightness first. */
    private static final class Colour {
        final int id;
        final int across;
        final int down;
        final int stepsOf;
        int means;
        int details;
        int last;

        Colour(int id, int across, int down, int stepsOf) {
            this.id = id;
            this.across = across;
            this.down = down;
            this.stepsOf = stepsOf;
        }
    }

    /** The small picture; empty where the bytes are of another kind, damaged, or of a picture too small to shrink. */
    Optional<CameraFrame> decode(String origin, byte[] jpeg) {
        try {
            return Optional.ofNullable(read(origin, jpeg));
        } catch (IndexOutOfBoundsException broken) {
            return Optional.empty();
        }
    }

    private @Nullable CameraFrame read(String origin, byte[] jpeg) {
        colours = new Colour[0];
        restart = 0;
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
            int marker = jpeg[at + 1] & 0xFF;
            int size = word(jpeg, at + 2);
            int from = at + 4;
            int to = at + 2 + size;
            switch (marker) {
                case 0xC0, 0xC1 -> frame(jpeg, from);
                case 0xC4 -> tables(jpeg, from, to);
                case 0xDB -> steps(jpeg, from, to);
                case 0xDD -> restart = word(jpeg, from);
                case 0xDA -> {
                    return scan(jpeg, from) ? blocks(origin, new Bits(jpeg, to)) : null;
                }
                default -> {
                    if (marker == 0xC2 || (marker > 0xC4 && marker < 0xD0)) {
                        return null;
                    }
                }
            }
            at = to;
        }
        return null;
    }

    private void frame(byte[] jpeg, int from) {
        height = word(jpeg, from + 1);
        width = word(jpeg, from + 3);
        Colour[] found = new Colour[jpeg[from] == SIDE ? jpeg[from + 5] & 0xFF : 0];
        for (int i = 0; i < found.length; i++) {
            int at = from + 6 + 3 * i;
            found[i] = new Colour(jpeg[at] & 0xFF, (jpeg[at + 1] >> 4) & 0xF, jpeg[at + 1] & 0xF, jpeg[at + 2] & 3);
        }
        colours = found;
    }

    private void tables(byte[] jpeg, int from, int to) {
        int at = from;
        while (at < to) {
            @Nullable Huffman[] kind = (jpeg[at] & 0x10) == 0 ? forMeans : forDetails;
            int place = jpeg[at] & 3;
            int symbols = 0;
            for (int length = 1; length <= 16; length++) {
                symbols += jpeg[at + length] & 0xFF;
            }
            int end = at + 17 + symbols;
            Huffman known = kind[place];
            if (known == null || !known.isOf(jpeg, at + 1, end)) {
                kind[place] = new Huffman(Arrays.copyOfRange(jpeg, at + 1, end));
            }
            at = end;
        }
    }

    private void steps(byte[] jpeg, int from, int to) {
        int at = from;
        while (at < to) {
            boolean wide = (jpeg[at] & 0xF0) != 0;
            steps[jpeg[at] & 3] = wide ? word(jpeg, at + 1) : jpeg[at + 1] & 0xFF;
            at += 1 + (wide ? 2 : 1) * COEFFICIENTS;
        }
    }

    /** Whether all colours come together, with brightness in most detail. */
    private boolean scan(byte[] jpeg, int from) {
        if (colours.length == 0 || jpeg[from] != colours.length) {
            return false;
        }
        for (int i = 0; i < colours.length; i++) {
            int tables = jpeg[from + 2 + 2 * i];
            colours[i].means = (tables >> 4) & 3;
            colours[i].details = tables & 3;
            boolean usual = colours[i].id == (jpeg[from + 1 + 2 * i] & 0xFF)
                    && colours[i].across >= 1
                    && colours[i].across <= colours[0].across
                    && colours[i].down >= 1
                    && colours[i].down <= colours[0].down
                    && colours[0].across <= 4
                    && colours[0].down <= 4;
            if (!usual || forMeans[colours[i].means] == null || forDetails[colours[i].details] == null) {
                return false;
            }
        }
        return width <= MOST_SIDE
                && height <= MOST_SIDE
                && width / SIDE >= LEAST_COLUMNS
                && height / SIDE >= LEAST_ROWS;
    }

    private @Nullable CameraFrame blocks(String origin, Bits bits) {
        Colour brightness = colours[0];
        int across = colours.length == 1 ? 1 : brightness.across;
        int down = colours.length == 1 ? 1 : brightness.down;
        int columns = width / SIDE;
        int rows = height / SIDE;
        int unitsAcross = (width + SIDE * across - 1) / (SIDE * across);
        int unitsDown = (height + SIDE * down - 1) / (SIDE * down);
        byte[] plane = new byte[columns * rows];
        int left = restart;
        for (int unit = 0; unit < unitsAcross * unitsDown; unit++) {
            if (restart > 0 && left == 0) {
                if (!bits.restart()) {
                    return null;
                }
                for (Colour colour : colours) {
                    colour.last = 0;
                }
                left = restart;
            }
            left--;
            int column = unit % unitsAcross * across;
            int row = unit / unitsAcross * down;
            for (int i = 0; i < across * down; i++) {
                int mean = mean(brightness, bits);
                int x = column + i % across;
                int y = row + i / across;
                if (x < columns && y < rows) {
                    int value = MIDDLE + mean * steps[brightness.stepsOf] / SIDE;
                    plane[y * columns + x] = (byte) Math.max(0, Math.min(255, value));
                }
            }
            for (int i = 1; i < colours.length; i++) {
                for (int block = colours[i].across * colours[i].down; block > 0; block--) {
                    mean(colours[i], bits);
                }
            }
            if (bits.isOver()) {
                return null;
            }
        }
        return CameraFrame.ofLuminance(origin, plane, columns, rows);
    }

    /** The next block's mean; its details are passed over. */
    private int mean(Colour colour, Bits bits) {
        Huffman means = table(forMeans, colour.means);
        Huffman details = table(forDetails, colour.details);
        colour.last += bits.number(bits.symbol(means) & 0xF);
        for (int k = 1; k < COEFFICIENTS; k++) {
            int symbol = bits.symbol(details);
            int size = symbol & 0xF;
            int zeros = symbol >> 4;
            if (size == 0 && zeros < 15) {
                break;
            }
            k += zeros;
            bits.skip(size);
        }
        return colour.last;
    }

    private static Huffman table(@Nullable Huffman[] kind, int place) {
        Huffman table = kind[place];
        if (table == null) {
            throw new IndexOutOfBoundsException("a table is missing");
        }
        return table;
    }

    private static int word(byte[] jpeg, int at) {
        return ((jpeg[at] & 0xFF) << 8) | (jpeg[at + 1] & 0xFF);
    }

    /** One table of codes: how many of each length, then their symbols. */
    private static final class Huffman {
        private static final int SHORT = 9;
        private static final int LONGEST = 16;

        private final byte[] definition;

        /** By the next nine bits: length in the upper byte, symbol in the lower; 0 for a longer code. */
        private final short[] quick = new short[1 << SHORT];

        private final int[] firstCode = new int[LONGEST + 1];
        private final int[] firstSymbol = new int[LONGEST + 1];

        Huffman(byte[] definition) {
            this.definition = definition;
            int code = 0;
            int symbol = LONGEST;
            for (int length = 1; length <= LONGEST; length++) {
                int count = definition[length - 1] & 0xFF;
                firstCode[length] = code;
                firstSymbol[length] = symbol;
                for (int i = 0; i < count && length <= SHORT; i++) {
                    int start = (code + i) << (SHORT - length);
                    short entry = (short) ((length << 8) | (definition[symbol + i] & 0xFF));
                    Arrays.fill(quick, start, start + (1 << (SHORT - length)), entry);
                }
                code = (code + count) << 1;
                symbol += count;
            }
        }

        boolean isOf(byte[] jpeg, int from, int to) {
            return Arrays.equals(definition, 0, definition.length, jpeg, from, to);
        }

        int count(int length) {
            return definition[length - 1] & 0xFF;
        }
    }

    /** The bits of the scan. */
    private static final class Bits {
        private static final int MOST_BEHIND_THE_END = 64;

        private final byte[] jpeg;
        private int at;
        private long held;
        private int count;
        private int behind;

        Bits(byte[] jpeg, int from) {
            this.jpeg = jpeg;
            this.at = from;
        }

        /** Zeros behind the end, or behind a marker. */
        private void fill() {
            while (count <= 48) {
                int next = at < jpeg.length ? jpeg[at] & 0xFF : 0xFF;
                boolean stuffed = next == 0xFF && at + 1 < jpeg.length && jpeg[at + 1] == 0;
                if (next == 0xFF && !stuffed) {
                    next = 0;
                    behind++;
                } else {
                    at += stuffed ? 2 : 1;
                }
                held = (held << 8) | next;
                count += 8;
            }
        }

        /** The next code's symbol; afterwards the bits of the number that follows it are held, too. */
        int symbol(Huffman table) {
            if (count < 32) {
                fill();
            }
            int entry = table.quick[(int) (held >> (count - Huffman.SHORT)) & ((1 << Huffman.SHORT) - 1)];
            if (entry != 0) {
                count -= entry >> 8;
                return entry & 0xFF;
            }
            for (int length = Huffman.SHORT + 1; length <= Huffman.LONGEST; length++) {
                int code = (int) (held >> (count - length)) & ((1 << length) - 1);
                int offset = code - table.firstCode[length];
                if (offset >= 0 && offset < table.count(length)) {
                    count -= length;
                    return table.definition[table.firstSymbol[length] + offset] & 0xFF;
                }
            }
            throw new IndexOutOfBoundsException("no such code");
        }

        /** A number of so many bits, as differences are written. */
        int number(int size) {
            if (size == 0) {
                return 0;
            }
            count -= size;
            int value = (int) (held >> count) & ((1 << size) - 1);
            return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
        }

        void skip(int size) {
            count -= size;
        }

        boolean isOver() {
            return behind > MOST_BEHIND_THE_END;
        }

        /** Goes on behind the next mark; false where there is none. */
        boolean restart() {
            boolean marked = at + 1 < jpeg.length && (jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xF8) == 0xD0;
            at += 2;
            held = 0;
            count = 0;
            behind = 0;
            return marked;
        }
    }
}
