package org.einlass.kiosk.screen;

/**
 * What makes the screen easier to read for one guest; forgotten with the guest, as the language is.
 *
 * @param large whether words are as large as the screen allows
 * @param contrast whether light stands on black
 */
record ReadingAids(boolean large, boolean contrast) {
    static final ReadingAids NONE = new ReadingAids(false, false);

    ReadingAids otherSize() {
        return new ReadingAids(!large, contrast);
    }

    ReadingAids otherContrast() {
        return new ReadingAids(large, !contrast);
    }
}
