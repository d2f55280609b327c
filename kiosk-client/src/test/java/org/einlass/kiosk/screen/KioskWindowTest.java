package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.plaf.basic.BasicHTML;
import org.assertj.swing.exception.EdtViolationException;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.screen.Scene.BadgeReady;
import org.einlass.kiosk.screen.Scene.Idle;
import org.einlass.kiosk.screen.Scene.NotReady;
import org.einlass.kiosk.screen.Scene.PleaseGoToCounter;
import org.einlass.kiosk.screen.Scene.Welcome;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real window with its real event thread, on a virtual screen. */
@Tag("window")
@Timeout(120)
@CacioTest
class KioskWindowTest {
    @AutoClose
    private SampleWindow shown;

    @BeforeEach
    void open() {
        shown = new SampleWindow(SampleScenes.TITLE);
    }

    @Test
    void meltsAFloodOfScenesIntoOne() throws InterruptedException {
        CountDownLatch flooded = SampleWindow.holdTheEventThread();

        for (int i = 0; i < 100_000; i++) {
            shown.window.show(new PleaseGoToCounter(new Counter(String.valueOf(i % 1000))));
        }
        flooded.countDown();

        assertThat(shown.spoken()).contains("Schalter\u00a0999");
        assertThat(shown.alarm.everSet()).isEqualTo(1);
    }

    @Test
    void anEndThatComesLateNamesTheGuestWhoHasLeftAndNotTheNextOne() throws InterruptedException {
        EntryId first = SampleEntries.id();
        EntryId next = SampleEntries.id();
        shown.window.show(new Welcome(), first);
        shown.spoken();
        CountDownLatch held = SampleWindow.holdTheEventThread();
        EventThread.later(shown.alarm::ringNow);

        shown.window.show(new PleaseGoToCounter(new Counter("2")), next);
        held.countDown();

        assertThat(shown.spoken()).contains("Schalter\u00a02");
        assertThat(shown.lastEnded).hasValue(first);
    }

    /** A monitor is unplugged and its neighbour takes its place, or it is turned. */
    @Test
    void followsAMonitorThatChanges() {
        AtomicReference<Rectangle> monitor = new AtomicReference<>(new Rectangle(0, 0, 1280, 800));
        EventThread.call(() -> WholeScreen.follow(shown.window.frame(), monitor.get(), monitor::get));

        for (Rectangle next : List.of(new Rectangle(100, 0, 800, 600), new Rectangle(0, 0, 600, 960))) {
            monitor.set(next);
            await(() -> shown.window.frame().getBounds().equals(next));
            assertThat(EventThread.call(this::whole))
                    .as("the scene fills the window, whose frame is this test's only")
                    .isEqualTo(next.getSize());
            shown.window.show(new PleaseGoToCounter(new Counter("7")));
            assertThat(shown.spoken()).contains("Schalter\u00a07");
        }
    }

    private Dimension whole() {
        Dimension scene = shown.window.frame().getContentPane().getSize();
        Insets around = shown.window.frame().getInsets();
        return new Dimension(scene.width + around.left + around.right, scene.height + around.top + around.bottom);
    }

    private static void await(BooleanSupplier condition) {
        while (!EventThread.<Boolean>call(condition::getAsBoolean)) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Test
    void takesScenesAndFramesFromManyThreadsAtOnce() {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);

        IntStream.range(0, 8)
                .parallel()
                .forEach(thread -> SampleScenes.all().values().forEach(scene -> {
                    shown.window.show(scene);
                    shown.window.showFrame(picture, null);
                    shown.window.showNoCamera();
                }));
        shown.window.show(new Welcome());

        assertThat(shown.spoken()).contains("Herzlich willkommen!");
    }

    @Test
    void theGuardOfTheseTestsNoticesAnyOtherThreadThatTouchesAComponent() {
        AbstractButton button = (AbstractButton) shown.find("language.german");

        assertThatThrownBy(() -> button.setText("Englisch")).isInstanceOf(EdtViolationException.class);
    }

    @Test
    void readsNoMarkupInWhatItShows() {
        shown.close();
        shown = new SampleWindow(Wording.same("<html><h1>Kongress"));

        shown.window.show(new NotReady(Wording.same("<html><b>kein Papier")));

        assertThat(shown.spoken()).contains("<html><b>kein Papier");
        assertThat(shown.parts().filter(AbstractButton.class::isInstance).map(AbstractButton.class::cast))
                .isNotEmpty()
                .allSatisfy(button ->
                        assertThat(button.getClientProperty("html.disable")).isEqualTo(true));
        assertThat(((javax.swing.JComponent) shown.find("event")).getClientProperty(BasicHTML.propertyKey))
                .isNull();
    }

    @Test
    void everyControlCanBeReachedByKeysAndSaysWhatItIs() {
        shown.window.show(new BadgeReady());

        assertThat(shown.tabStops()).containsSubsequence("language.german", "language.english", "done");
        assertThat(Stream.of("language.german", "language.english", "done").map(shown::find))
                .allSatisfy(control -> {
                    assertThat(control.getAccessibleContext().getAccessibleName())
                            .isNotBlank();
                    assertThat(control.getAccessibleContext().getAccessibleDescription())
                            .isNotBlank();
                });
    }

    @Test
    void asksBeforeItCloses() {
        EventThread.call(() -> {
            shown.window.frame().dispatchEvent(new WindowEvent(shown.window.frame(), WindowEvent.WINDOW_CLOSING));
            return null;
        });

        assertThat(shown.closeRequests).hasValue(1);
        assertThat(shown.window.frame().isVisible()).isTrue();
    }

    @Test
    void coversTheWholeScreenAtTheEntrance() {
        try (KioskWindow kiosk =
                KioskWindow.fullScreen(SampleScenes.TITLE, Language.GERMAN, SampleWindow.PACE, "", shown.listener())) {
            kiosk.show(new Idle());

            assertThat(EventThread.<Dimension>call(kiosk.frame()::getSize)).isEqualTo(new Dimension(1920, 1080));
            assertThat(kiosk.frame().isUndecorated()).isTrue();
            assertThat(KioskWindow.hasDisplay()).isTrue();
        }
    }
}
