package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.einlass.contract.code.BookingNumber;
import org.einlass.kiosk.gate.SampleEntries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Booking number and family name in place of a ticket, on the real window. Pictures go to target/guest-help. */
@Tag("window")
@CacioTest
class BookingPanelTest extends FormHands {
    private static final String NUMBER = BookingNumber.next(new Random(7)).digits();

    private final AtomicInteger scans = new AtomicInteger();

    @BeforeEach
    void open() {
        open(Language.GERMAN, new Dimension(1280, 800));
    }

    private void open(Language language, Dimension size) {
        openWindow("booking", language, size);
        shown.window.showCounter(new Counter("2"));
        shown.window.offerBookingNumbers(true);
    }

    @Test
    void fingersTypeNumberAndNameAndTheTicketIsScanned() {
        openForm();
        typeOnTheScreen(NUMBER + "MÜLLER-LÜDENSCHEIDT");
        click("booking.go");

        assertThat(shown.typed).hasSize(1);
        SampleWindow.Typed typed = shown.typed.get(0);
        assertThat(typed.number()).isEqualTo(NUMBER);
        assertThat(typed.familyName()).isEqualTo("MÜLLER-LÜDENSCHEIDT");
        assertThat(sentence()).startsWith("Einen Moment");
        click("booking.go");
        assertThat(shown.typed).as("asked once").hasSize(1);

        typed.attempt().found(scans::incrementAndGet);

        assertThat(isPanelOpen()).isFalse();
        assertThat(scans).hasValue(1);
        assertThat(shown.asked).containsExactly(GuestRequest.NO_TICKET);
    }

    @Test
    void aKeyboardTypesIntoBothFieldsAndEnterLeadsOn() {
        openForm();
        awaitFocus("booking.number");
        type("12a3-");
        assertThat(text("booking.number")).as("letters are no number").isEqualTo("123-");
        for (int sign = 0; sign < 4; sign++) {
            press(KeyEvent.VK_BACK_SPACE, '\b');
        }
        type(NUMBER);
        press(KeyEvent.VK_ENTER, '\n');
        awaitFocus("booking.name");
        type("d'Angelo");
        press(KeyEvent.VK_ENTER, '\n');

        assertThat(shown.typed)
                .extracting(SampleWindow.Typed::number, SampleWindow.Typed::familyName)
                .containsExactly(tuple(NUMBER, "d'Angelo"));
    }

    @Test
    void aSmallKeypadReachesEveryKeyByArrowsAndEnter() {
        openForm();
        awaitFocus("booking.number");
        type(NUMBER);
        press(KeyEvent.VK_DOWN, KeyEvent.CHAR_UNDEFINED);
        awaitFocus("booking.name");
        press(KeyEvent.VK_DOWN, KeyEvent.CHAR_UNDEFINED);
        awaitFocus("booking.key.Q");
        pressAndLetGo(KeyEvent.VK_ENTER);
        arrow(KeyEvent.VK_LEFT, "booking.key.Ü");
        pressAndLetGo(KeyEvent.VK_ENTER);
        arrow(KeyEvent.VK_DOWN, "booking.key.Ä");
        arrow(KeyEvent.VK_DOWN, "booking.key.space");
        arrow(KeyEvent.VK_RIGHT, "booking.key.Y");
        arrow(KeyEvent.VK_UP, "booking.key.A");
        arrow(KeyEvent.VK_UP, "booking.key.Q");
        arrow(KeyEvent.VK_UP, "booking.key.1");
        arrow(KeyEvent.VK_LEFT, "booking.key.delete");
        pressAndLetGo(KeyEvent.VK_ENTER);
        assertThat(text("booking.name")).isEqualTo("Q");
        press(KeyEvent.VK_TAB, '\t');
        awaitFocus("booking.go");
        pressAndLetGo(KeyEvent.VK_ENTER);

        assertThat(shown.typed).hasSize(1);
    }

    @Test
    void whatCannotBeABookingNumberIsToldAtOnceAndCostsNoQuestion() {
        openForm();
        typeOnTheScreen("123MEIER");
        click("booking.go");
        assertThat(sentence()).contains("neun Ziffern").contains("prüfen");
        awaitFocus("booking.number");
        typeOnTheScreen(NUMBER);
        click("booking.key.delete");
        click("booking.go");

        assertThat(shown.typed).isEmpty();
    }

    @Test
    void aWrongPairAndABrakeReadAlikeAndGiveNoReasonInBothLanguages() {
        for (Language language : Language.values()) {
            open(language, new Dimension(1280, 800));
            openForm();
            typeOnTheScreen(NUMBER + "MEIER");
            click("booking.go");
            shown.typed.get(0).attempt().sendToCounter();
            shown.spoken();

            assertThat(title() + " " + body())
                    .contains(language == Language.GERMAN ? "Schalter\u00a02" : "counter\u00a02")
                    .doesNotContainIgnoringCase("meier")
                    .doesNotContain(NUMBER)
                    .doesNotContainPattern("(?i)falsch|ungültig|unbekannt|gesperrt|wrong|invalid|unknown|blocked|fehl");
            click("booking.again");
            assertThat(text("booking.number") + text("booking.name")).isEmpty();
        }
    }

    @Test
    void aScanWhileAGuestTypesOpensThatGuestAndDropsTheForm() {
        openForm();
        typeOnTheScreen(NUMBER + "MEIER");
        click("booking.go");
        shown.window.show(new Scene.Reading(), SampleEntries.id());
        assertThat(shown.spoken()).isNotBlank();
        assertThat(isPanelOpen()).isFalse();

        shown.typed.get(0).attempt().found(scans::incrementAndGet);
        shown.typed.get(0).attempt().sendToCounter();
        shown.spoken();

        assertThat(scans).as("an answer that comes late shows nobody's ticket").hasValue(0);
        assertThat(isPanelOpen()).isFalse();
        shown.window.show(new Scene.Idle());
        openForm();
        assertThat(text("booking.number") + text("booking.name")).isEmpty();
    }

    @Test
    void beforeItClosesItSaysSoAndMoreTimeIsGivenAsOftenAsItIsAskedFor() {
        openForm();
        assertThat(shown.alarm.ring()).isEqualTo(OverlayPanel.LONGEST);
        assertThat(sentence()).contains("Mehr Zeit");
        assertThat(shown.alarm.next()).contains(GuestFormPanel.WARNING);
        for (int turn = 0; turn < 3; turn++) {
            click("booking.time");
            assertThat(shown.alarm.next()).contains(OverlayPanel.LONGER);
        }
        assertThat(shown.alarm.ring()).isEqualTo(OverlayPanel.LONGER);
        typeOnTheScreen("1");
        assertThat(shown.alarm.next()).as("a key says that somebody is there").contains(OverlayPanel.LONGER);
        shown.alarm.ring();
        shown.alarm.ring();

        assertThat(isPanelOpen()).isFalse();
    }

    @Test
    void languageTypeAndContrastChangeAroundWhatIsTyped() {
        openForm();
        typeOnTheScreen("123ABC");
        shown.press(KeyEvent.VK_F2);
        shown.press(KeyEvent.VK_F3);
        shown.press(KeyEvent.VK_F4);

        assertThat(sentence()).startsWith("Please enter");
        assertThat(text("booking.number")).isEqualTo("123");
        assertThat(text("booking.name")).isEqualTo("ABC");
    }

    @Test
    void withoutServerOrWhereTheEventDoesNotAllowItTheCounterIsNamed() {
        shown.window.offerBookingNumbers(false);
        shown.click("aid.help");
        click("help.NO_TICKET");

        assertThat(body()).contains("Schalter\u00a02");
        assertThat(shown.typed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1080, 1920", "1280, 800", "1024, 768", "800, 480"})
    void standsWholeInUsualAndLargeTypeAndInBothLanguages(int width, int height) throws IOException {
        for (Language language : Language.values()) {
            open(language, new Dimension(width, height));
            for (String type : List.of("usual", "large")) {
                openForm();
                typeOnTheScreen("123456782MÜLLER-LÜDENSCHEIDT");
                assertWhole(width + "-" + language.locale() + "-" + type);
                save(width + "-" + language.locale() + "-" + type + "-booking");
                shown.alarm.ring();
                assertWhole(width + "-" + language.locale() + "-" + type + " warning");
                click("panel.close");
                shown.press(KeyEvent.VK_F3);
            }
        }
    }

    private void openForm() {
        shown.click("aid.help");
        click("help.NO_TICKET");
        EventThread.call(() -> {
            shown.window.frame().validate();
            return null;
        });
    }
}
