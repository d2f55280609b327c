package org.einlass.kiosk.camera;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.List;
import java.util.Random;

/** A symbol to be photographed: mostly a ticket's, sometimes a stranger's. */
record TestCode(String text, ByteMatrix modules) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWX";

    private static final List<ErrorCorrectionLevel> LEVELS =
            List.of(ErrorCorrectionLevel.L, ErrorCorrectionLevel.M, ErrorCorrectionLevel.Q, ErrorCorrectionLevel.H);

    static TestCode of(String text, ErrorCorrectionLevel level) {
        try {
            return new TestCode(text, Encoder.encode(text, level).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    /**
     * Four of five are 29 symbols in version 2-Q, as on our tickets; the others are links of other sizes and
     * levels.
     */
    static TestCode any(Random random) {
        return random.nextInt(5) > 0 ? ticket(random) : foreign(random);
    }

    static TestCode ticket(Random random) {
        return of((random.nextBoolean() ? "T" : "B") + symbols(random, 28), ErrorCorrectionLevel.Q);
    }

    static TestCode foreign(Random random) {
        ErrorCorrectionLevel level = LEVELS.get(random.nextInt(LEVELS.size()));
        return of("https://example.org/" + symbols(random, 4 + random.nextInt(60)), level);
    }

    private static String symbols(Random random, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    int dimension() {
        return modules.getWidth();
    }

    /** Whether the module at a column and row is dark; outside of the symbol nothing is. */
    boolean isDark(int column, int row) {
        return column >= 0 && row >= 0 && column < dimension() && row < dimension() && modules.get(column, row) == 1;
    }
}
