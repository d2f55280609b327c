package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.text.BreakIterator;
import java.text.StringCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"09:12", "9.00-9.15", "09:00–10:30", "4./5.7.2022", "1.234,50", "09:00 – 10:30", "9:00 - 10:30"})
    void case34NoTimeDateOrRangeIsTorn(String whole) {
        String tied = LineBreaks.tied("Eingecheckt am Montag um " + whole + " Uhr. Gehen Sie gern hinein.");

        int start = tied.indexOf(LineBreaks.tied(whole));
        int end = start + (whole + " Uhr").length();

        assertThat(breaks(tied)).contains(start).noneMatch(position -> position > start && position < end);
    }

    @Test
    void wordsStayWholeWhereverALineEnds() {
        assertThat(breaks("am Montag um 9 - dann")).contains(3, 10, 13);
    }

    @Test
    void aLongWordIsBrokenOnlyWhereAsked() {
        Font font = new Font(Font.DIALOG, Font.PLAIN, 20);

        assertThat(Lines.set("Donaudampfschifffahrt", font, 60, 1).whole()).isFalse();
        assertThat(Lines.anywhere("Donaudampfschifffahrt", font, 60, 1).lines()).hasSizeGreaterThan(2);
    }

    private static List<Integer> breaks(String text) {
        LineBreaks breaks = new LineBreaks();
        breaks.setText(new StringCharacterIterator(text));
        List<Integer> found = new ArrayList<>();
        for (int at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) {
            found.add(at);
        }
        return found;
    }
}
