package org.einlass.kiosk.camera;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonEncoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Symbols of one text that say of themselves to be one of two (structured append, ISO/IEC 18004), and the same without. */
public final class StructuredAppendSymbol {
    public static final String TEXT = "abc-77-0001";
    private static final int SIDE = 21;
    private static final int DATA = 19;
    private static final int CORRECTION = 7;
    private static final int PART = 0b0011;
    private static final int BYTES = 0b0100;
    private static final int[] PADDING = {0xEC, 0x11};

    private StructuredAppendSymbol() {}

    /**
     * One of the two parts.
     *
     * @param number 0 or 1
     */
    public static BitMatrix part(int number) {
        return made(partOfTwo(number));
    }

    /** All of the text in one symbol. */
    public static BitMatrix whole() {
        return made(new BitArray());
    }

    private static BitMatrix made(BitArray header) {
        try {
            return symbol(header);
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BitArray partOfTwo(int number) {
        BitArray header = new BitArray();
        header.appendBits(PART, 4);
        header.appendBits(number, 4);
        header.appendBits(1, 4);
        header.appendBits(0x5A, 8);
        return header;
    }

    /** The smallest symbol of the text behind a header, which no encoder here writes: where its bits differ, modules do. */
    private static BitMatrix symbol(BitArray header) throws WriterException {
        ByteMatrix plain = Encoder.encode(TEXT, ErrorCorrectionLevel.L, Map.of(EncodeHintType.QR_VERSION, 1))
                .getMatrix();
        int[] before = codewords(new BitArray());
        int[] wanted = codewords(header);
        BitMatrix modules = new BitMatrix(SIDE);
        int bit = 0;
        for (int right = SIDE - 1; right > 0; right -= right == 8 ? 3 : 2) {
            for (int step = 0; step < 2 * SIDE; step++) {
                int column = right - step % 2;
                int row = ((right + 1) & 2) == 0 ? SIDE - 1 - step / 2 : step / 2;
                boolean isData = !isFunction(column, row);
                boolean differs = isData && isSet(before, bit) != isSet(wanted, bit);
                bit += isData ? 1 : 0;
                if ((plain.get(column, row) == 1) != differs) {
                    modules.set(column, row);
                }
            }
        }
        for (int row = 0; row < SIDE; row++) {
            if (plain.get(6, row) == 1) {
                modules.set(6, row);
            }
        }
        if (bit != 8 * (DATA + CORRECTION)) {
            throw new IllegalStateException("A symbol of version 1 has 208 bits; this has " + bit);
        }
        return modules;
    }

    private static boolean isFunction(int column, int row) {
        boolean left = column <= 8;
        boolean top = row <= 8;
        return column == 6 || row == 6 || (left && top) || (top && column >= 13) || (left && row >= 13);
    }

    private static boolean isSet(int[] codewords, int bit) {
        return ((codewords[bit / 8] >> (7 - bit % 8)) & 1) == 1;
    }

    private static int[] codewords(BitArray header) {
        BitArray bits = new BitArray();
        bits.appendBitArray(header);
        bits.appendBits(BYTES, 4);
        bits.appendBits(TEXT.length(), 8);
        for (byte letter : TEXT.getBytes(StandardCharsets.US_ASCII)) {
            bits.appendBits(letter, 8);
        }
        bits.appendBits(0, 4);
        while (bits.getSize() % 8 != 0) {
            bits.appendBit(false);
        }
        for (int pad = 0; bits.getSizeInBytes() < DATA; pad++) {
            bits.appendBits(PADDING[pad % 2], 8);
        }
        byte[] data = new byte[DATA];
        bits.toBytes(0, data, 0, DATA);
        int[] codewords = new int[DATA + CORRECTION];
        for (int i = 0; i < DATA; i++) {
            codewords[i] = data[i] & 0xFF;
        }
        new ReedSolomonEncoder(GenericGF.QR_CODE_FIELD_256).encode(codewords, CORRECTION);
        return codewords;
    }
}
