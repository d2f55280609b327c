package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the screen of a withdrawn device says, and what it does not. */
final class SceneTextsTest {
    private static final Scene WITHDRAWN = new Scene.Withdrawn(new Counter("2"));

    @Test
    void aWithdrawnDeviceSendsGuestsToItsCounterInLargeLetters() {
        assertThat(face(Language.GERMAN, WITHDRAWN).headline()).isEqualTo("Bitte gehen Sie zu Schalter\u00a02");
        assertThat(face(Language.ENGLISH, WITHDRAWN).headline()).isEqualTo("Please go to counter\u00a02");
        assertThat(face(Language.ENGLISH, new Scene.Withdrawn(Counter.only())).headline())
                .isEqualTo("Please go to the\u00a0counter");
    }

    @Test
    void aWithdrawnDeviceTellsTheTeamInSmallLettersWhatItLacks() {
        assertThat(face(Language.GERMAN, WITHDRAWN).note()).startsWith("Team: ").contains("Token");
        assertThat(face(Language.ENGLISH, WITHDRAWN).note())
                .startsWith("Team: ")
                .contains("token");
    }

    @Test
    void aWithdrawnDeviceIsToldFromAGuestsScreenByColourAndSymbol() {
        SceneText withdrawn = face(Language.GERMAN, WITHDRAWN);

        SampleScenes.all().values().stream()
                .filter(scene -> !(scene instanceof Scene.Withdrawn))
                .map(scene -> face(Language.GERMAN, scene))
                .forEach(other -> assertThat(other.symbol()).isNotEqualTo(withdrawn.symbol()));
        assertThat(List.of(Tone.WELCOME, Tone.COUNTER, Tone.PROVISIONAL)).doesNotContain(withdrawn.tone());
    }

    private static SceneText face(Language language, Scene scene) {
        return scene.fold(new SceneTexts(ScreenMessages.in(language), true));
    }
}
