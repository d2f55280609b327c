package org.einlass.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Judges the cascade by seeds it was never tuned to; without a clock, so every machine sees the same. */
class HeldOutPicturesTest {

    private static final int SEEDS = 4;
    private static final int EMPTY_SEEDS = 6;

    private final CodeReader reader = new CodeReader(Duration.ofDays(1), () -> 0);

    @Test
    void readsMoreThanTwiceWhatPlainZxingReadsAndNothingWrong() {
        int plain = 0;
        int ours = 0;
        for (Damage damage : Damage.values()) {
            for (long seed = 0; seed < SEEDS; seed++) {
                DamagedPicture picture = DamagedPicture.of(damage, DamagedPicture.HELD_OUT + seed);
                List<FoundCode> codes = reader.read(picture.frame());
                assertThat(codes).allSatisfy(code -> assertThat(code.text()).isEqualTo(picture.text()));
                ours += codes.isEmpty() ? 0 : 1;
                plain += PlainZxing.read(picture.frame()).isPresent() ? 1 : 0;
            }
        }

        assertThat(ours).isGreaterThan(2 * plain);
    }

    @ParameterizedTest
    @EnumSource(EmptyPicture.class)
    void readsNothingWhereThereIsNothing(EmptyPicture kind) {
        for (long seed = 0; seed < EMPTY_SEEDS; seed++) {
            assertThat(reader.read(kind.picture(DamagedPicture.HELD_OUT + seed)))
                    .isEmpty();
        }
    }
}
