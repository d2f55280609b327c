package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.util.List;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.guest.GuestName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guest puts the spelling of the name right, on the real window. */
@Tag("window")
@CacioTest
class SpellingPanelTest extends FormHands {
    private static final GuestName WRONG = new GuestName("Lukasz", "Muller");

    private final EntryId guest = SampleEntries.id();

    @BeforeEach
    void open() {
        open(Language.GERMAN, new Dimension(1280, 800));
    }

    private void open(Language language, Dimension size) {
        openWindow("spelling", language, size);
        shown.nameOnTheBadge = WRONG;
        shown.window.showCounter(new Counter("2"));
    }

    private void openForm() {
        shown.window.show(new Scene.BadgeReady(), guest);
        shown.spoken();
        shown.click("aid.help");
        click("help.NAME_MISSPELT");
        EventThread.call(() -> {
            shown.window.frame().validate();
            return null;
        });
    }

    @Test
    void fingersPutBothNamesRight() {
        openForm();
        awaitFocus("spelling.given");
        assertThat(text("spelling.given")).isEqualTo("Lukasz");
        for (int letter = 0; letter < 5; letter++) {
            click("spelling.key.back");
        }
        click("spelling.key.form");
        assertThat(text("spelling.given")).isEqualTo("Łukasz");
        press(KeyEvent.VK_DOWN, KeyEvent.CHAR_UNDEFINED);
        awaitFocus("spelling.family");
        for (int letter = 0; letter < 4; letter++) {
            click("spelling.key.back");
        }
        click("spelling.key.delete");
        click("spelling.key.Ü");
        assertThat(text("spelling.family")).as("small within a word").isEqualTo("Müller");
        click("spelling.go");

        assertThat(isPanelOpen()).isFalse();
        assertThat(shown.corrected).containsExactly(new GuestName("Łukasz", "Müller"));
        assertThat(shown.asked).as("nobody is sent to the counter").isEmpty();
    }

    @Test
    void aSmallKeypadDoesItByArrowsAndEnter() {
        openForm();
        awaitFocus("spelling.given");
        press(KeyEvent.VK_DOWN, KeyEvent.CHAR_UNDEFINED);
        awaitFocus("spelling.family");
        press(KeyEvent.VK_DOWN, KeyEvent.CHAR_UNDEFINED);
        awaitFocus("spelling.key.Q");
        pressAndLetGo(KeyEvent.VK_ENTER);
        assertThat(text("spelling.family")).isEqualTo("Mullerq");
        arrow(KeyEvent.VK_UP, "spelling.key.back");
        arrow(KeyEvent.VK_LEFT, "spelling.key.delete");
        pressAndLetGo(KeyEvent.VK_ENTER);
        arrow(KeyEvent.VK_LEFT, "spelling.key.form");
        pressAndLetGo(KeyEvent.VK_ENTER);
        assertThat(text("spelling.family")).isEqualTo("Mulleř");
        press(KeyEvent.VK_TAB, '\t');
        awaitFocus("spelling.go");
        pressAndLetGo(KeyEvent.VK_ENTER);

        assertThat(shown.corrected).containsExactly(new GuestName("Lukasz", "Mulleř"));
    }

    @Test
    void whatIsUnchangedOrNoNameIsToldAtOnce() {
        openForm();
        click("spelling.go");
        assertThat(sentence()).contains("nichts geändert");
        for (int letter = 0; letter < 6; letter++) {
            click("spelling.key.delete");
        }
        press(KeyEvent.VK_DOWN, KeyEvent.CHAR_UNDEFINED);
        awaitFocus("spelling.family");
        for (int letter = 0; letter < 6; letter++) {
            click("spelling.key.delete");
        }
        click("spelling.go");

        assertThat(sentence()).contains("Buchstaben");
        assertThat(shown.corrected).isEmpty();
        assertThat(isPanelOpen()).isTrue();
    }

    @Test
    void beforeItClosesItSaysSoAndMoreTimeIsGiven() {
        openForm();
        assertThat(shown.alarm.ring()).isEqualTo(OverlayPanel.LONGEST);
        assertThat(sentence()).contains("Mehr Zeit");
        click("spelling.time");
        assertThat(shown.alarm.ring()).isEqualTo(OverlayPanel.LONGER);
        assertThat(shown.alarm.ring()).isEqualTo(GuestFormPanel.WARNING);

        assertThat(isPanelOpen()).isFalse();
        assertThat(shown.corrected).isEmpty();
    }

    @Test
    void theNextGuestFindsNoNameAndWhereNothingMayBeCorrectedACounterHelps() {
        openForm();
        shown.window.show(new Scene.Welcome(), SampleEntries.id());
        assertThat(shown.spoken()).contains("willkommen");
        assertThat(isPanelOpen()).isFalse();

        shown.nameOnTheBadge = null;
        shown.click("aid.help");
        click("help.NAME_MISSPELT");
        assertThat(isPanelOpen()).isFalse();
        assertThat(shown.asked).containsExactly(GuestRequest.NAME_MISSPELT);
    }

    @Test
    void languageTypeAndContrastChangeAroundWhatIsTyped() {
        openForm();
        click("spelling.key.delete");
        shown.press(KeyEvent.VK_F2);
        shown.press(KeyEvent.VK_F3);
        shown.press(KeyEvent.VK_F4);

        assertThat(sentence()).startsWith("Please correct");
        assertThat(text("spelling.given")).isEqualTo("Lukas");
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1080, 1920", "1280, 800", "1024, 768", "800, 480"})
    void standsWholeInUsualAndLargeTypeAndInBothLanguages(int width, int height) throws IOException {
        for (Language language : Language.values()) {
            open(language, new Dimension(width, height));
            for (String type : List.of("usual", "large")) {
                openForm();
                assertWhole(width + "-" + language.locale() + "-" + type);
                save(width + "-" + language.locale() + "-" + type + "-spelling");
                shown.alarm.ring();
                assertWhole(width + "-" + language.locale() + "-" + type + " warning");
                click("panel.close");
                shown.press(KeyEvent.VK_F3);
            }
        }
    }
}
