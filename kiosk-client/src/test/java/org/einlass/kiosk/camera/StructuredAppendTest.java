package org.einlass.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One text in several symbols, by ISO/IEC 18004: a part of it is no code. */
final class StructuredAppendTest {
    private final SymbolDecoder decoder = new SymbolDecoder();

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void case23APartOfATextIsNoCode(int number) throws Exception {
        BitMatrix whole = StructuredAppendSymbol.whole();
        BitMatrix part = StructuredAppendSymbol.part(number);

        DecoderResult plain = new Decoder().decode(part);
        assertThat(plain.hasStructuredAppend()).isTrue();
        assertThat(plain.getText()).isEqualTo(StructuredAppendSymbol.TEXT);
        assertThat(decoder.decode(part)).isEmpty();
        assertThat(decoder.decode(whole)).contains(StructuredAppendSymbol.TEXT);
    }
}
