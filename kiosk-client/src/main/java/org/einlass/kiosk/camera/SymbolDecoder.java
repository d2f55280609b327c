package org.einlass.kiosk.camera;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Optional;

/**
 * From a square of modules to its text, by ZXing's decoder, but never beyond what the standard allows to
 * correct.
 *
 * <p>ISO/IEC 18004 keeps some check words of the smallest symbols back to detect misreads; ZXing spends them
 * all.
 */
final class SymbolDecoder {

    private static final int ALL = Integer.MAX_VALUE;

    /**
     * Most errors that may be corrected in versions 1 to 3, per level L, M, Q, H (ISO/IEC 18004, table 9: r).
     */
    private static final int[][] CORRECTABLE = {{2, 4, 6, 8}, {4, ALL, ALL, ALL}, {7, ALL, ALL, ALL}};

    private final Decoder decoder = new Decoder();

    /** The text, or empty where the modules say nothing certain. */
    Optional<String> decode(BitMatrix modules) {
        try {
            DecoderResult result = decoder.decode(modules);
            return isCertain(result, modules.getWidth()) ? Optional.of(result.getText()) : Optional.empty();
        } catch (ChecksumException | FormatException | IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }

    private static boolean isCertain(DecoderResult result, int dimension) {
        if (result.getText().isEmpty() || result.hasStructuredAppend()) {
            // A part of a text that is spread over several symbols is no code.
            return false;
        }
        int version = (dimension - 17) / 4;
        return version > CORRECTABLE.length
                || result.getErrorsCorrected() <= CORRECTABLE[version - 1]["LMQH".indexOf(result.getECLevel())];
    }
}
