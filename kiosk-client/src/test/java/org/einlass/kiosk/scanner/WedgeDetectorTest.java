package org.einlass.kiosk.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WedgeDetectorTest {

    private static final String CODE = "T0123456789ABCDEFGHJKLMNPQRST";

    private final List<String> scanned = new ArrayList<>();
    private final List<Reading.End> ends = new ArrayList<>();
    private final List<KeyEvent> reached = new ArrayList<>();
    private boolean inField = true;
    private final WedgeDetector rhythm = new WedgeDetector(() -> inField, this::heard, reached::addAll);
    private final Typist typist = new Typist(new JPanel());

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10, 20, 30, 40})
    void readsACodeAtAnyScannersPace(int millisAKey) {
        typist.type(CODE, millisAKey).enter();

        feed();

        assertThat(scanned).containsExactly(CODE);
        assertThat(reached).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 120, 400})
    void letsTextOfAHandThroughWhole(int millisAKey) {
        typist.type("Müller-Lüdenscheidt", millisAKey).enter();

        feed();

        assertThat(scanned).isEmpty();
        assertThat(text()).isEqualTo("Müller-Lüdenscheidt\n");
        assertThat(reached).containsExactlyElementsOf(typist.events());
    }

    @Test
    void aShortQuickWordWithEnterIsTextOfAHand() {
        typist.type("Hans", 45).pause(20).enter();

        feed();

        assertThat(text()).isEqualTo("Hans\n");
    }

    @Test
    void readsTwoCodesOneAfterTheOther() {
        typist.type(CODE, 5).enter().pause(300).type("B9876543", 5).enter();

        feed();

        assertThat(scanned).containsExactly(CODE, "B9876543");
    }

    @Test
    void handTypingBeforeAndAfterACodeIsKept() {
        typist.type("Mei", 110).pause(500).type(CODE, 8).enter().pause(500).type("er", 110);

        feed();

        assertThat(scanned).containsExactly(CODE);
        assertThat(text()).isEqualTo("Meier");
    }

    @Test
    void takesOnlyTheFirstLineOfAForeignCardAndLosesTheRest() {
        typist.type("BEGIN:VCARD", 4)
                .enter()
                .type("N:Doe", 4)
                .enter()
                .type("END:VCARD", 4)
                .enter();

        feed();

        assertThat(scanned).containsExactly("BEGIN:VCARD");
        assertThat(reached).isEmpty();
    }

    @Test
    void capsLockDoesNoHarm() {
        CODE.chars().forEach(c -> typist.key((char) c, Character.toLowerCase((char) c), 5));
        typist.enter();

        feed();

        assertThat(scanned).containsExactly(CODE + "|" + CODE.toLowerCase(Locale.ROOT));
    }

    @Test
    void readsACodeByItsKeysPlacesUnderAForeignLayout() {
        int[] places = {24, 25, 38, 52, 10, 11};
        String typed = "azqw&é";
        for (int i = 0; i < places.length; i++) {
            typist.place(places[i], typed.charAt(i), 5);
        }
        typist.enter();

        feed();

        assertThat(scanned).containsExactly("azqw&é|qwaz12");
    }

    @Test
    void aScannerUnpluggedInMidCodeLeavesNothingBehind() {
        typist.type(CODE.substring(0, 17), 5).pause(900).type("Weber", 100);

        feed();

        assertThat(ends).containsExactly(Reading.End.NO_LINE_END);
        assertThat(text()).isEqualTo("Weber");
    }

    @Test
    void deadKeysInHandTypingAreReplayed() {
        typist.key('^', (char) 0, 100).key('e', 'ê', 100);

        feed();

        assertThat(reached).containsExactlyElementsOf(typist.events());
    }

    @Test
    void aKeyThatIsHeldDownIsAHand() {
        typist.holdDown('a', 40).pause(10).enter();

        feed();

        assertThat(scanned).isEmpty();
        assertThat(text()).isEqualTo("a".repeat(40) + "\n");
    }

    @Test
    void editingKeysPassAtOnce() {
        typist.type("Webr", 100).press(KeyEvent.VK_BACK_SPACE, '\b').pause(100).type("er", 100);

        feed();

        assertThat(text()).isEqualTo("Webr\ber");
    }

    @Test
    void acceptsTabAsEnding() {
        typist.type(CODE, 5).press(KeyEvent.VK_TAB, '\t');

        feed();

        assertThat(scanned).containsExactly(CODE);
    }

    private void heard(WedgeDetector.Typed typed) {
        scanned.add(String.join("|", typed.texts()));
        ends.add(typed.end());
    }

    private void feed() {
        for (KeyEvent event : typist.events()) {
            if (!rhythm.take(event)) {
                reached.add(event);
            }
        }
        rhythm.pause();
    }

    private String text() {
        return reached.stream()
                .filter(event -> event.getID() == KeyEvent.KEY_TYPED)
                .map(event -> String.valueOf(event.getKeyChar()))
                .collect(Collectors.joining());
    }
}
