package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.kiosk.screen.Scene.BadgeAtCounter;
import org.einlass.kiosk.screen.Scene.BadgeReady;
import org.einlass.kiosk.screen.Scene.Idle;
import org.einlass.kiosk.screen.Scene.NotReady;
import org.einlass.kiosk.screen.Scene.OneMoment;
import org.einlass.kiosk.screen.Scene.PleaseGoToCounter;
import org.einlass.kiosk.screen.Scene.Printing;
import org.einlass.kiosk.screen.Scene.Provisional;
import org.einlass.kiosk.screen.Scene.Reading;
import org.einlass.kiosk.screen.Scene.Welcome;
import org.einlass.kiosk.screen.Scene.WelcomeBack;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What guests read on the window, in which language and for how long. */
@Tag("window")
@CacioTest
class GuestScreenTest {
    private static final Scene AT_COUNTER =
            new Scene.BadgeAtCounter(new Counter("2"), new Wording("Team: der Drucker.", "Team: the printer."));

    @AutoClose
    private SampleWindow shown;

    @BeforeEach
    void open() {
        shown = new SampleWindow(SampleScenes.TITLE);
    }

    static Stream<Arguments> scenes() {
        Counter two = new Counter("2");
        Wording fault = new Wording("Team: kein Papier.", "Team: no paper.");
        return Stream.of(
                Arguments.of(
                        new Scene.Starting(),
                        "Einen Moment, bitte – Es geht gleich los.",
                        "One moment, please – We will be with you shortly."),
                Arguments.of(new Idle(), "Bitte zeigen Sie Ihr\u00a0Ticket", "Please show your\u00a0ticket"),
                Arguments.of(new Reading(), "Einen Moment", "One moment"),
                Arguments.of(
                        new OneMoment(null),
                        "Einen Moment, bitte – Wir suchen Ihre Anmeldung.",
                        "One moment, please – We are looking for your registration."),
                Arguments.of(
                        new OneMoment(two),
                        "Einen Moment, bitte – Das dauert länger als sonst. An Schalter\u00a02 helfen wir Ihnen gern.",
                        "One moment, please – This takes longer than usual. We will gladly help you at counter\u00a02."),
                Arguments.of(new Welcome(), "Herzlich willkommen!", "Welcome!"),
                Arguments.of(again(0), "Eingecheckt um 09:12\u00a0Uhr.", "Checked in at 09:12."),
                Arguments.of(again(1), "Eingecheckt am Montag um 09:12\u00a0Uhr.", "Checked in on Monday at 09:12."),
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
                        "Wir bringen Ihr Namensschild zu Schalter\u00a02. – Team: kein Papier.",
                        "We are bringing your badge to counter\u00a02. – Team: no paper."),
                Arguments.of(
                        new NotReady(fault),
                        "Gleich sind wir für Sie da – Team: kein Papier.",
                        "We will be with you shortly – Team: no paper."));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void saysEachSceneInBothLanguages(Scene scene, String german, String english) {
        shown.window.show(scene);
        assertThat(shown.spoken()).contains(german);

        shown.press(KeyEvent.VK_F2);

        assertThat(shown.spoken()).contains(english);
    }

    @Test
    void case03AHintNeverTakesAGuestsScreenAndGoesByItself() {
        shown.window.show(new Welcome());
        shown.window.show(new Scene.OneAtATime());
        assertThat(shown.spoken()).contains("Herzlich willkommen!");

        shown.window.show(new Idle());
        shown.window.show(new Scene.OneAtATime());
        assertThat(shown.spoken()).contains("zeigen Sie Ihr");

        shown.window.show(new Scene.OneAtATime());
        assertThat(shown.spoken()).contains("ein Ticket nach dem anderen");
        shown.alarm.ring();

        assertThat(shown.spoken()).contains("zeigen Sie Ihr");
        assertThat(shown.guestsEnded).hasValue(1);
    }

    @Test
    void whatEndsByItselfGivesWayToWhatTheDeviceSaysAtRest() {
        shown.rest = new NotReady(new Wording("Team: Die Kamera ist weg.", "Team: the camera is gone."));
        for (Scene ending : List.of(
                new Scene.OneAtATime(), new Scene.OnceMore(new Counter("2"), Wording.same("")), new Welcome())) {
            shown.window.show(ending);
            assertThat(shown.spoken()).doesNotContain("Kamera");

            shown.alarm.ring();

            assertThat(shown.spoken()).contains("Die Kamera ist weg.");
        }
    }

    @Test
    void speaksTheLanguageThatAGuestTouchesUntilThatGuestIsGone() {
        shown.click("language.english");
        shown.window.show(new Reading());
        shown.window.show(new Welcome());
        assertThat(shown.spoken()).contains("Welcome!");

        shown.alarm.ring();

        assertThat(shown.spoken()).contains("Bitte zeigen Sie");
    }

    @Test
    void forgetsALanguageThatNobodyUses() {
        shown.click("language.english");
        assertThat(shown.alarm.next()).contains(SampleWindow.PACE.language());

        shown.alarm.ring();

        assertThat(shown.spoken()).contains("Bitte zeigen Sie");
        assertThat(shown.guestsEnded).hasValue(0);
    }

    @Test
    void namesTheEventInTheLanguageOfTheGuest() {
        shown.window.showTitle(new Wording("Kongress", "Congress"));
        assertThat(shown.title()).isEqualTo("Kongress");

        shown.click("language.english");

        assertThat(shown.title()).isEqualTo("Congress");
    }

    @Test
    void endsAGuestsScreenByItselfAndSaysSoOnce() {
        shown.window.show(new PleaseGoToCounter(new Counter("2")));
        assertThat(shown.alarm.next()).contains(SampleWindow.PACE.counter());

        shown.alarm.ring();

        assertThat(shown.spoken()).contains("Bitte zeigen Sie");
        assertThat(shown.guestsEnded).hasValue(1);
        assertThat(shown.alarm.next()).isEmpty();
    }

    @Test
    void aGuestWhoWantedMoreTimeKeepsItWithLargerWordsAndInTheOtherLanguage() {
        shown.window.show(new PleaseGoToCounter(new Counter("2")));
        shown.spoken();
        shown.click("aid.time");
        shown.click("aid.large");
        shown.click("aid.contrast");
        shown.click("language.english");

        assertThat(shown.alarm.ring()).isEqualTo(SampleWindow.PACE.more());
        shown.window.show(new PleaseGoToCounter(new Counter("2")));
        assertThat(shown.spoken()).contains("Bitte gehen Sie");
        assertThat(shown.alarm.next()).contains(SampleWindow.PACE.counter());
    }

    @Test
    void whoeverUsesReadingAidsIsSentNowhereForABadgeAndStaffAreCalledOnce() {
        shown.window.offerCalls(true);
        shown.window.show(new Welcome());
        shown.spoken();
        shown.click("aid.large");

        shown.window.show(AT_COUNTER);
        assertThat(shown.spoken())
                .contains("Bitte warten Sie hier. Wir bringen Ihnen Ihr Namensschild.")
                .doesNotContain("Schalter");
        shown.click("aid.contrast");
        shown.click("language.english");

        assertThat(shown.spoken()).contains("Please wait here. We are bringing you your badge.");
        assertThat(shown.asked).containsExactly(GuestRequest.CALL);
    }

    @Test
    void whoeverUsesNoneOrWhereNobodyCanBeCalledReadsTheCounter() {
        shown.window.show(new Welcome());
        shown.spoken();
        shown.click("aid.large");
        shown.window.show(AT_COUNTER);
        assertThat(shown.spoken()).contains("zu Schalter\u00a02");

        shown.window.show(new Idle());
        shown.spoken();
        shown.window.offerCalls(true);
        shown.window.show(AT_COUNTER);

        assertThat(shown.spoken()).contains("zu Schalter\u00a02");
        assertThat(shown.asked).isEmpty();
    }

    @Test
    void aNewSceneTakesTheTimeOfTheOldOne() {
        shown.window.show(new Welcome());
        shown.window.show(new Printing(0));
        assertThat(shown.alarm.next()).isEmpty();

        shown.window.show(new BadgeReady());

        assertThat(shown.alarm.next()).contains(SampleWindow.PACE.badge());
        assertThat(shown.guestsEnded).hasValue(0);
    }

    @Test
    void letsGuestsEndTheirOwnScreenByTouchAndByKey() {
        shown.window.show(new BadgeReady());
        shown.click("done");
        assertThat(shown.guestsEnded).hasValue(1);

        shown.window.show(new BadgeReady());
        shown.press(KeyEvent.VK_ESCAPE);

        assertThat(shown.guestsEnded).hasValue(2);
        assertThat(shown.alarm.next()).isEmpty();
    }

    @Test
    void keepsAPrintOnTheScreenUntilItIsDone() {
        shown.window.show(new Printing(40));

        shown.press(KeyEvent.VK_ESCAPE);

        assertThat(shown.spoken()).contains("wird gedruckt");
        assertThat(shown.find("progress").getAccessibleContext().getAccessibleName())
                .contains("40 Prozent");
        assertThat(shown.find("done").isVisible()).isFalse();
        assertThat(shown.guestsEnded).hasValue(0);
    }

    @Test
    void tellsOfAGuestEvenWhoseSceneWasNeverPainted() throws InterruptedException {
        CountDownLatch passed = SampleWindow.holdTheEventThread();

        shown.window.show(new Welcome());
        shown.window.show(new Idle());
        passed.countDown();

        assertThat(shown.spoken()).contains("Bitte zeigen Sie");
        assertThat(shown.guestsEnded).hasValue(1);
    }

    @Test
    void changesItsWordsWhenACameraComesAndGoes() {
        shown.window.showFrame(new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY), null);
        assertThat(shown.spoken()).contains("vor die Kamera");
        assertThat(shown.find("preview").isShowing()).isTrue();

        shown.window.showNoCamera();

        assertThat(shown.spoken()).contains("unter den Leser");
        assertThat(shown.find("preview").isShowing()).isFalse();
    }

    private static WelcomeBack again(int daysAgo) {
        return new WelcomeBack(
                SampleScenes.ARRIVED, SampleScenes.ARRIVED.toLocalDate().plusDays(daysAgo));
    }
}
