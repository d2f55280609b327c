package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the screen of a withdrawn device says, and what it does not. */
final class SceneTextsTest {
    private static final Scene WITHDRAWN = new Scene.Withdrawn(new Counter("2"));

    private static final Pattern REASONS = Pattern.compile(
            "storn|gesperrt|sperr|ungültig|unbekannt|abgelehnt|verweiger|verboten|falsch|Fehler|Alarm|Achtung|gefälscht|"
                    + "Warteliste|schon benutzt|nicht gebucht|nicht gefunden|zu früh|zu spät|"
                    + "cancel|block|invalid|unknown|refus|denied|forbidden|wrong|error|alarm|warning|forged|waitlist|"
                    + "already used|not booked|not found|too early|too late",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

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

    /** Who is asked to a counter reads where, and nothing else; what the help says about it neither. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void noPublicTextHoldsAReasonANameOrAnAlarm(Language language) {
        Map<String, String> texts = new TreeMap<>();
        SampleScenes.all()
                .forEach((name, scene) -> texts.put(
                        name,
                        face(language, scene).headline() + " "
                                + face(language, scene).sentence()));
        for (String key : List.of(
                "help.sentence",
                "help.NO_TICKET.sentence",
                "help.CALL.sentence",
                "booking.sentence",
                "booking.asking")) {
            texts.put(key, ScreenMessages.in(language).say(key));
        }

        assertThat(texts)
                .hasSizeGreaterThan(20)
                .allSatisfy((name, text) -> assertThat(text)
                        .as(name)
                        .isNotBlank()
                        .doesNotContainPattern(REASONS)
                        .doesNotContain("!!"));
    }

    /**
     * No text at all that a guest may read does, whatever scene or panel it belongs to. Left out are what a guest says of
     * the own name, and what is for the team.
     */
    @ParameterizedTest
    @CsvSource({"screen/scenes, ''", "screen/scenes, _en", "guest/guest, ''", "guest/guest, _en"})
    void noTextOfTheBundlesForGuestsDoes(String bundle, String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(
                Path.of("src/main/resources/org/einlass/kiosk/" + bundle + language + ".properties"))) {
            texts.load(reader);
        }
        Pattern ofTheName = Pattern.compile("help\\.NAME_MISSPELT|spelling\\..*|badge\\.giveBack");
        Pattern forTheTeam = Pattern.compile("setUp\\..*|.*\\.note");

        texts.stringPropertyNames().stream()
                .filter(key -> !ofTheName.matcher(key).matches()
                        && !forTheTeam.matcher(key).matches())
                .forEach(key -> assertThat(texts.getProperty(key))
                        .as(key)
                        .doesNotContainPattern(REASONS)
                        .doesNotContain("!!"));
        assertThat(texts).isNotEmpty();
    }

    /** Nothing of the person or the reason gets as far as the screen's words. */
    @Test
    void theWayToTheCounterHoldsTheCounterOnly() {
        assertThat(Scene.PleaseGoToCounter.class.getRecordComponents())
                .extracting(RecordComponent::getType)
                .containsExactly(Counter.class);
    }

    private static SceneText face(Language language, Scene scene) {
        return scene.fold(new SceneTexts(ScreenMessages.in(language), true));
    }

    @Test
    void aSignOfTwoWordsStaysInOneLine() {
        assertThat(new Counter("A 12").inSentence()).isEqualTo("A\u00a012");
        assertThat(new Counter("Akkreditierung der Presse").inSentence()).isEqualTo("Akkreditierung der Presse");
    }
}
