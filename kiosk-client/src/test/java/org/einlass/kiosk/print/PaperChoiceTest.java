package org.einlass.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javax.print.attribute.Size2DSyntax;
import javax.print.attribute.standard.MediaSize;
import org.junit.jupiter.api.Test;

class PaperChoiceTest {
    private static final MediaSize LABEL = new MediaSize(62, 100, Size2DSyntax.MM);
    private static final MediaSize NEARLY = new MediaSize(63.5f, 101.6f, Size2DSyntax.MM);
    private static final MediaSize A6 = new MediaSize(105, 148, Size2DSyntax.MM);

    @Test
    void takesTheVeryPaperAmongSimilarOnes() {
        assertThat(PaperChoice.nearest(Stream.of(NEARLY, LABEL, A6), 62, 100)).contains(LABEL);
    }

    @Test
    void takesAPaperThatTheDriverHasRounded() {
        MediaSize rounded = new MediaSize(2.43f, 3.94f, Size2DSyntax.INCH);

        assertThat(PaperChoice.nearest(Stream.of(A6, rounded), 61.98f, 99.83f)).contains(rounded);
    }

    @Test
    void takesAPaperThatLiesOnItsSide() {
        assertThat(PaperChoice.nearest(Stream.of(A6), 148, 105)).contains(A6);
    }

    @Test
    void leavesThePaperToTheQueueWhereNoneFits() {
        assertThat(PaperChoice.nearest(Stream.of(NEARLY, A6), 62, 100)).isEmpty();
    }
}
