package org.einlass.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The modules are those that ZXing makes when it weighs all eight masks itself. */
class QrModulesTest {
    private static final String OURS = "0123456789ABCDEFGHJKLMNPQRSTUVWX";
    private static final String ANY = "abcdefghijklmnopqrstuvwxyzäöüß0123456789 .:/?=&";

    @ParameterizedTest
    @CsvSource({"29,Q,1000", "29,M,200", "120,M,200", "7,Q,200", "1,M,32", "700,M,20", "240,M,50"})
    void areZxingsOwnWithItsOwnMask(int length, ErrorCorrectionLevel level, int codes) throws WriterException {
        Random chance = new Random(length);
        for (int i = 0; i < codes; i++) {
            String text = text(chance, length, i % 4 == 3 ? ANY : OURS);

            QrModules ours = QrModules.of(text, level);

            ByteMatrix theirs = Encoder.encode(text, level, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
            assertThat(ours.width()).isEqualTo(theirs.getWidth());
            for (int row = 0; row < ours.width(); row++) {
                for (int column = 0; column < ours.width(); column++) {
                    assertThat(ours.isDark(column, row))
                            .as("module %d/%d of code %d", column, row, i)
                            .isEqualTo(theirs.get(column, row) == 1);
                }
            }
        }
    }

    @Test
    void aTextThatIsTooLongIsSaid() {
        assertThatThrownBy(() -> QrModules.of("a".repeat(3_000), ErrorCorrectionLevel.M))
                .hasMessage("A code of 3000 characters does not fit a QR code.");
    }

    private static String text(Random chance, int length, String letters) {
        StringBuilder text = new StringBuilder();
        chance.ints(length, 0, letters.length()).forEach(at -> text.append(letters.charAt(at)));
        return text.toString();
    }
}
