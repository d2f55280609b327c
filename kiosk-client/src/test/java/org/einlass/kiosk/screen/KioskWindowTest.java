package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FocusTraversalPolicy;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.RepaintManager;
import javax.swing.plaf.basic.BasicHTML;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.exception.EdtViolationException;
import org.einlass.contract.Wording;
import org.einlass.kiosk.screen.Scene.BadgeAtCounter;
import org.einlass.kiosk.screen.Scene.BadgeReady;
import org.einlass.kiosk.screen.Scene.Idle;
import org.einlass.kiosk.screen.Scene.NotReady;
import org.einlass.kiosk.screen.Scene.PleaseGoToCounter;
import org.einlass.kiosk.screen.Scene.Printing;
import org.einlass.kiosk.screen.Scene.Provisional;
import org.einlass.kiosk.screen.Scene.Reading;
import org.einlass.kiosk.screen.Scene.Welcome;
import org.einlass.kiosk.screen.Scene.WelcomeBack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The real window with its real event thread, on a virtual screen. */
@Tag("window")
@CacioTest
class KioskWindowTest {
    private static final Pace PACE = Pace.usual();

    private final FakeAlarm alarm = new FakeAlarm();
    private final AtomicInteger guestsEnded = new AtomicInteger();
    private final AtomicInteger closeRequests = new AtomicInteger();
    private KioskWindow window;

    @BeforeEach
    void open() {
        RepaintManager.setCurrentManager(new FailOnThreadViolationRepaintManager());
        window = KioskWindow.sized(
                new Dimension(1280, 800), SampleScenes.TITLE, Language.GERMAN, PACE, alarm, listener());
    }

    @AfterEach
    void close() {
        window.close();
        EventThread.call(() -> null);
        assertThat(window.frame().isDisplayable()).isFalse();
    }

    static Stream<Arguments> scenes() {
        Counter two = new Counter("2");
        Wording fault = new Wording("Team: kein Papier.", "Team: no paper.");
        return Stream.of(
                Arguments.of(new Idle(), "Bitte zeigen Sie Ihr\u00a0Ticket", "Please show your\u00a0ticket"),
                Arguments.of(new Reading(), "Einen Moment", "One moment"),
                Arguments.of(new Welcome(), "Herzlich willkommen!", "Welcome!"),
                Arguments.of(again(0), "Eingecheckt: 09:12\u00a0Uhr.", "Checked in at 09:12."),
                Arguments.of(again(1), "Eingecheckt: Montag, 09:12\u00a0Uhr.", "Checked in at Monday, 09:12."),
                Arguments.of(new Provisional(), "Vorläufig eingelassen", "Let in for now"),
                Arguments.of(
                        new PleaseGoToCounter(two),
                        "Bitte gehen Sie zu Schalter\u00a02 – Wir erwarten Sie dort.",
                        "Please go to counter\u00a02 – We are expecting you there."),
                Arguments.of(
                        new PleaseGoToCounter(Counter.only()),
                        "Bitte gehen Sie zum Schalter",
                        "Please go to the\u00a0counter"),
                Arguments.of(new Printing(50), "Ihr Namensschild wird gedruckt", "Your badge is being printed"),
                Arguments.of(new BadgeReady(), "Ihr Namensschild ist fertig", "Your badge is ready"),
                Arguments.of(
                        new BadgeAtCounter(two, fault),
                        "Ihr Namensschild erhalten Sie an Schalter\u00a02. – Team: kein Papier.",
                        "You will get your badge at counter\u00a02. – Team: no paper."),
                Arguments.of(
                        new NotReady(fault),
                        "Gleich sind wir für Sie da – Team: kein Papier.",
                        "We will be with you shortly – Team: no paper."));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void saysEachSceneInBothLanguages(Scene scene, String german, String english) {
        window.show(scene);
        assertThat(spoken()).contains(german);

        press(KeyEvent.VK_F2);

        assertThat(spoken()).contains(english);
    }

    @Test
    void speaksTheLanguageThatAGuestTouchesUntilThatGuestIsGone() {
        click("language.english");
        window.show(new Reading());
        window.show(new Welcome());
        assertThat(spoken()).contains("Welcome!");

        alarm.ring();

        assertThat(spoken()).contains("Bitte zeigen Sie");
    }

    @Test
    void forgetsALanguageThatNobodyUses() {
        click("language.english");
        assertThat(alarm.next()).contains(PACE.language());

        alarm.ring();

        assertThat(spoken()).contains("Bitte zeigen Sie");
        assertThat(guestsEnded).hasValue(0);
    }

    @Test
    void endsAGuestsScreenByItselfAndSaysSoOnce() {
        window.show(new PleaseGoToCounter(new Counter("2")));
        assertThat(alarm.next()).contains(PACE.counter());

        alarm.ring();

        assertThat(spoken()).contains("Bitte zeigen Sie");
        assertThat(guestsEnded).hasValue(1);
        assertThat(alarm.next()).isEmpty();
    }

    @Test
    void aNewSceneTakesTheTimeOfTheOldOne() {
        window.show(new Welcome());
        window.show(new Printing(0));
        assertThat(alarm.next()).isEmpty();

        window.show(new BadgeReady());

        assertThat(alarm.next()).contains(PACE.badge());
        assertThat(guestsEnded).hasValue(0);
    }

    @Test
    void letsGuestsEndTheirOwnScreenByTouchAndByKey() {
        window.show(new BadgeReady());
        click("done");
        assertThat(guestsEnded).hasValue(1);

        window.show(new BadgeReady());
        press(KeyEvent.VK_ESCAPE);

        assertThat(guestsEnded).hasValue(2);
        assertThat(alarm.next()).isEmpty();
    }

    @Test
    void keepsAPrintOnTheScreenUntilItIsDone() {
        window.show(new Printing(40));

        press(KeyEvent.VK_ESCAPE);

        assertThat(spoken()).contains("wird gedruckt");
        assertThat(find("progress").getAccessibleContext().getAccessibleName()).contains("40 Prozent");
        assertThat(find("done").isVisible()).isFalse();
        assertThat(guestsEnded).hasValue(0);
    }

    @Test
    void meltsAFloodOfScenesIntoOne() throws InterruptedException {
        CountDownLatch flooded = holdTheEventThread();

        for (int i = 0; i < 100_000; i++) {
            window.show(new PleaseGoToCounter(new Counter(String.valueOf(i % 1000))));
        }
        flooded.countDown();

        assertThat(spoken()).contains("Schalter\u00a0999");
        assertThat(alarm.everSet()).isEqualTo(1);
    }

    @Test
    void tellsOfAGuestEvenWhoseSceneWasNeverPainted() throws InterruptedException {
        CountDownLatch passed = holdTheEventThread();

        window.show(new Welcome());
        window.show(new Idle());
        passed.countDown();

        assertThat(spoken()).contains("Bitte zeigen Sie");
        assertThat(guestsEnded).hasValue(1);
    }

    @Test
    void takesScenesAndFramesFromManyThreadsAtOnce() {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);

        IntStream.range(0, 8)
                .parallel()
                .forEach(thread -> SampleScenes.all().values().forEach(scene -> {
                    window.show(scene);
                    window.showFrame(picture, null);
                    window.showNoCamera();
                }));
        window.show(new Welcome());

        assertThat(spoken()).contains("Herzlich willkommen!");
    }

    @Test
    void theGuardOfTheseTestsNoticesAnyOtherThreadThatTouchesAComponent() {
        AbstractButton button = (AbstractButton) find("language.german");

        assertThatThrownBy(() -> button.setText("Englisch")).isInstanceOf(EdtViolationException.class);
    }

    @Test
    void changesItsWordsWhenACameraComesAndGoes() {
        window.showFrame(new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY), null);
        assertThat(spoken()).contains("vor die Kamera");
        assertThat(find("preview").isShowing()).isTrue();

        window.showNoCamera();

        assertThat(spoken()).contains("unter den Leser");
        assertThat(find("preview").isShowing()).isFalse();
    }

    @Test
    void readsNoMarkupInWhatItShows() {
        window.close();
        window = KioskWindow.sized(
                new Dimension(1280, 800), Wording.same("<html><h1>Kongress"), Language.GERMAN, PACE, alarm, listener());

        window.show(new NotReady(Wording.same("<html><b>kein Papier")));

        assertThat(spoken()).contains("<html><b>kein Papier");
        assertThat(all(window.frame().getContentPane())
                        .filter(AbstractButton.class::isInstance)
                        .map(AbstractButton.class::cast))
                .isNotEmpty()
                .allSatisfy(button ->
                        assertThat(button.getClientProperty("html.disable")).isEqualTo(true));
        assertThat(((javax.swing.JComponent) find("event")).getClientProperty(BasicHTML.propertyKey))
                .isNull();
    }

    @Test
    void everyControlCanBeReachedByKeysAndSaysWhatItIs() {
        window.show(new BadgeReady());

        assertThat(tabStops()).containsSubsequence("language.german", "language.english", "done");
        assertThat(Stream.of("language.german", "language.english", "done").map(this::find))
                .allSatisfy(control -> {
                    assertThat(control.getAccessibleContext().getAccessibleName())
                            .isNotBlank();
                    assertThat(control.getAccessibleContext().getAccessibleDescription())
                            .isNotBlank();
                });
    }

    @Test
    void namesTheEventInTheLanguageOfTheGuest() {
        window.showTitle(new Wording("Kongress", "Congress"));
        assertThat(title()).isEqualTo("Kongress");

        click("language.english");

        assertThat(title()).isEqualTo("Congress");
    }

    @Test
    void asksBeforeItCloses() {
        EventThread.call(() -> {
            window.frame().dispatchEvent(new WindowEvent(window.frame(), WindowEvent.WINDOW_CLOSING));
            return null;
        });

        assertThat(closeRequests).hasValue(1);
        assertThat(window.frame().isVisible()).isTrue();
    }

    @Test
    void coversTheWholeScreenAtTheEntrance() {
        try (KioskWindow kiosk = KioskWindow.fullScreen(SampleScenes.TITLE, Language.GERMAN, PACE, listener())) {
            kiosk.show(new Idle());

            assertThat(EventThread.<Dimension>call(kiosk.frame()::getSize)).isEqualTo(new Dimension(1920, 1080));
            assertThat(kiosk.frame().isUndecorated()).isTrue();
            assertThat(KioskWindow.hasDisplay()).isTrue();
        }
    }

    private static WelcomeBack again(int daysAgo) {
        return new WelcomeBack(
                SampleScenes.ARRIVED, SampleScenes.ARRIVED.toLocalDate().plusDays(daysAgo));
    }

    private KioskWindow.Listener listener() {
        return new KioskWindow.Listener() {
            @Override
            public void guestScreenEnded() {
                guestsEnded.incrementAndGet();
            }

            @Override
            public void closeRequested() {
                closeRequests.incrementAndGet();
            }
        };
    }

    /** Until the latch is counted down, nothing is painted. */
    private static CountDownLatch holdTheEventThread() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        EventThread.later(() -> {
            held.countDown();
            awaitQuietly(release);
        });
        held.await();
        return release;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the present scene says, after all that was posted before. */
    private String spoken() {
        return EventThread.call(() -> find("text").getAccessibleContext().getAccessibleName());
    }

    private String title() {
        return EventThread.call(() -> ((JLabel) find("event")).getText());
    }

    private void click(String name) {
        EventThread.call(() -> {
            ((AbstractButton) find(name)).doClick(0);
            return name;
        });
    }

    private void press(int key) {
        EventThread.call(() -> {
            Component target = window.frame().getContentPane();
            target.requestFocusInWindow();
            KeyEvent press = new KeyEvent(target, KeyEvent.KEY_PRESSED, 0, 0, key, KeyEvent.CHAR_UNDEFINED);
            return javax.swing.SwingUtilities.processKeyBindings(press);
        });
    }

    /** Where the Tab key leads, from the screen as a whole. */
    private List<String> tabStops() {
        return EventThread.call(() -> {
            FocusTraversalPolicy policy = window.frame().getFocusTraversalPolicy();
            List<String> stops = new ArrayList<>();
            Component stop =
                    policy.getComponentAfter(window.frame(), window.frame().getContentPane());
            while (!stops.contains(String.valueOf(stop.getName()))) {
                stops.add(String.valueOf(stop.getName()));
                stop = policy.getComponentAfter(window.frame(), stop);
            }
            return stops;
        });
    }

    private Component find(String name) {
        return all(window.frame().getContentPane())
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> all(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(part ->
                        part instanceof Container inner ? Stream.concat(Stream.of(part), all(inner)) : Stream.of(part));
    }
}
