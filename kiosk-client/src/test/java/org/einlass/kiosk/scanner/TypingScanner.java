package org.einlass.kiosk.scanner;

import java.awt.event.KeyEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;

/** A scanner with US keys at a computer with a German layout: what the kiosk reads from the events of its keys. */
public final class TypingScanner {
    private static final int X11_OFFSET = 8;
    private static final String US = "  1234567890-=  qwertyuiop[]  asdfghjkl;'` \\zxcvbnm,./";
    private static final String US_SHIFTED = "  !@#$%^&*()_+  QWERTYUIOP{}  ASDFGHJKL:\"~ |ZXCVBNM<>?";
    private static final String GERMAN =
            "  1234567890\u00df\u00b4  qwertzuiop\u00fc+  asdfghjkl\u00f6\u00e4^ #yxcvbnm,.-";
    private static final String GERMAN_SHIFTED =
            "  !\"\u00a7$%&/()=?`  QWERTZUIOP\u00dc*  ASDFGHJKL\u00d6\u00c4\u00b0 'YXCVBNM;:_";

    private final JPanel window = new JPanel();
    private final List<Reading> readings = new ArrayList<>();
    private final List<KeyEvent> byHand = new ArrayList<>();
    private final WedgeDetector detector = new WedgeDetector(() -> false, this::hear, byHand::addAll);
    private final boolean endsLines;
    private final long millisAKey;
    private long now = 1_000_000;

    /** @param endsLines whether it presses Enter after a code */
    public TypingScanner(boolean endsLines, long millisAKey) {
        this.endsLines = endsLines;
        this.millisAKey = millisAKey;
    }

    /** Types a code some seconds after the one before. */
    public Reading reads(String code) {
        readings.clear();
        Typist typist = new Typist(window).pause(now);
        for (int i = 0; i < code.length(); i++) {
            char sign = code.charAt(i);
            boolean shift = US.indexOf(sign) < 0;
            int place = (shift ? US_SHIFTED : US).indexOf(sign);
            typist.place(X11_OFFSET + place, (shift ? GERMAN_SHIFTED : GERMAN).charAt(place), shift, millisAKey);
        }
        if (endsLines) {
            typist.enter();
        }
        typist.events().forEach(detector::take);
        detector.pause();
        now += 5_000;
        if (readings.size() != 1 || !byHand.isEmpty()) {
            throw new AssertionError(readings.size() + " readings, " + byHand.size() + " keys of a hand");
        }
        return readings.get(0);
    }

    private void hear(WedgeDetector.Typed typed) {
        readings.add(new Reading(
                ScannerPrefix.strip(typed.texts()),
                Instant.EPOCH,
                Reading.Source.KEYBOARD_SCANNER,
                typed.end(),
                List.of()));
    }
}
