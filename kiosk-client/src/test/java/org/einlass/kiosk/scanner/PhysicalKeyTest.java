package org.einlass.kiosk.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhysicalKeyTest {

    @Test
    void readsX11RawCodes() {
        assertThat(PhysicalKey.scanCode("KEY_PRESSED,keyCode=65,rawCode=38,primaryLevelUnicode=97,scancode=0"))
                .isEqualTo(30);
    }

    @Test
    void prefersScanCodesOfWindows() {
        assertThat(PhysicalKey.scanCode("KEY_PRESSED,keyCode=65,rawCode=65,primaryLevelUnicode=97,scancode=30"))
                .isEqualTo(30);
    }

    @Test
    void knowsNothingWhereThePlatformTellsNothing() {
        assertThat(PhysicalKey.scanCode("KEY_PRESSED,keyCode=65")).isEqualTo(-1);
        assertThat(PhysicalKey.scanCode("KEY_PRESSED,rawCode=0,scancode=0")).isEqualTo(-1);
    }
}
