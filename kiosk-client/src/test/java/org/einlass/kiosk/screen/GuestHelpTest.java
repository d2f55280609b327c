package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.kiosk.gate.SampleEntries;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a guest may touch in every scene, on the real window. Pictures go to target/guest-help. */
@Tag("window")
@CacioTest
class GuestHelpTest {
    private static final Path PICTURES = Path.of(System.getProperty("basedir", "."), "target", "guest-help");
    private static final Wording NOTICE =
            new Wording("Wir löschen Ihre Daten nach 30 Tagen.", "We delete your data after 30 days.");

    @AutoClose
    private SampleWindow shown;

    @BeforeEach
    void open() {
        shown = new SampleWindow(SampleScenes.TITLE);
        shown.window.showNotice(NOTICE);
        shown.window.showCounter(new Counter("2"));
        shown.window.offerCalls(true);
    }

    @Test
    void theNoticeOpensByOneTouchFromEveryScene() {
        Map<String, Scene> scenes = SampleScenes.all();
        scenes.forEach((name, scene) -> {
            shown.window.show(scene, scene.isGuests() ? SampleEntries.id() : null);
            shown.click("aid.privacy");

            assertThat(panelText()).as(name).isEqualTo(NOTICE.german());

            clickPanel("panel.close");
            assertThat(isPanelOpen()).as(name).isFalse();
            assertThat(shown.spoken()).as(name).isNotBlank();
        });
    }

    @Test
    void withoutANoticeTheCounterIsNamedAndEnglishIsSpoken() {
        shown.window.showNotice(Wording.same(" "));
        shown.click("language.english");
        shown.press(KeyEvent.VK_F6);

        assertThat(panelText()).contains("counter\u00a02");
    }

    @Test
    void aScenesTimeStandsStillWhileItsGuestReads() {
        EntryId guest = SampleEntries.id();
        shown.window.show(new Scene.PleaseGoToCounter(new Counter("2")), guest);
        shown.click("aid.privacy");
        assertThat(shown.alarm.next()).contains(GuestPanel.LONGEST);

        clickPanel("panel.close");

        assertThat(shown.alarm.next()).contains(SampleWindow.PACE.counter());
        assertThat(shown.guestsEnded).hasValue(0);
    }

    @Test
    void aPanelThatNobodyTouchesCloses() {
        shown.click("aid.help");
        shown.alarm.ring();

        assertThat(isPanelOpen()).isFalse();
    }

    @Test
    void theNextGuestsScanClosesWhatTheLastOneLeftOpen() {
        shown.click("aid.help");
        shown.window.show(new Scene.Welcome(), SampleEntries.id());

        assertThat(shown.spoken()).contains("willkommen");
        assertThat(isPanelOpen()).isFalse();
        assertThat(shown.alarm.next()).contains(SampleWindow.PACE.greeting());
    }

    @Test
    void whatAScanSaysIsNeverHidden() {
        EntryId guest = SampleEntries.id();
        for (Scene news : List.of(
                new Scene.Reading(),
                new Scene.OnceMore(Counter.only(), Wording.same("")),
                new Scene.OneAtATime(),
                new Scene.NotReady(Wording.same("Das Netz fehlt.")),
                new Scene.Withdrawn(Counter.only()))) {
            for (EntryId whose : new EntryId[] {null, guest}) {
                shown.window.show(new Scene.Idle());
                shown.spoken();
                shown.click("aid.privacy");
                assertThat(isPanelOpen()).isTrue();

                shown.window.show(news, whose);
                shown.spoken();

                assertThat(isPanelOpen()).as("%s of %s", news, whose).isFalse();
            }
        }
    }

    @Test
    void anotherGuestsVerdictClosesThePanelThoughItsReadingWasNeverShown() throws InterruptedException {
        EntryId first = SampleEntries.id();
        EntryId second = SampleEntries.id();
        shown.window.show(new Scene.BadgeReady(), first);
        shown.spoken();
        shown.press(KeyEvent.VK_F2);
        shown.press(KeyEvent.VK_F3);
        shown.click("aid.help");

        CountDownLatch passed = SampleWindow.holdTheEventThread();
        shown.window.show(new Scene.Reading(), second);
        shown.window.show(new Scene.Welcome(), second);
        passed.countDown();

        assertThat(shown.spoken()).contains("willkommen");
        assertThat(isPanelOpen()).isFalse();
        assertThat(isChosen("aid.large")).isFalse();
        assertThat(shown.lastEnded).hasValue(first);
    }

    @Test
    void whatAGuestReadsStaysWhileTheOwnBadgeComesAlong() {
        EntryId guest = SampleEntries.id();
        shown.window.show(new Scene.Printing(0), guest);
        shown.spoken();
        shown.click("aid.privacy");
        shown.window.show(new Scene.Printing(40), guest);
        shown.window.show(new Scene.OneAtATime(), guest);
        shown.window.show(new Scene.BadgeReady(), guest);

        assertThat(shown.spoken()).contains("fertig");
        assertThat(isPanelOpen()).isTrue();
    }

    @Test
    void aNoteForTheTeamDoesNotTakeThePanelAway() {
        shown.click("aid.help");
        shown.window.show(new Scene.Idle(Wording.same("Team: Bitte nach dem Drucker sehen.")));
        shown.spoken();

        assertThat(isPanelOpen()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1080, 1920", "1280, 800", "1024, 768", "800, 480"})
    void everyPageStandsWholeInUsualAndLargeTypeAndInBothLanguages(int width, int height) throws IOException {
        for (Language language : Language.values()) {
            shown.close();
            shown = new SampleWindow(SampleScenes.TITLE, language, new Dimension(width, height));
            shown.window.showCounter(new Counter("Akkreditierung"));
            shown.window.offerCalls(true);
            shown.window.show(new Scene.BadgeReady(), SampleEntries.id());
            shown.spoken();
            for (String type : List.of("usual", "large")) {
                String where = width + "-" + language.locale() + "-" + type;
                shown.press(KeyEvent.VK_F1);
                assertWhole(where);
                save(where + "-guest");
                clickPanel("help.CALL");
                assertWhole(where + " call");
                save(where + "-call");
                clickPanel("panel.close");
                shown.press(KeyEvent.VK_F3);
            }
        }
    }

    private EntryId isAskedAboutPhotographs() {
        EntryId guest = SampleEntries.id();
        shown.window.show(new Scene.Printing(0), guest);
        shown.window.askPhotographs(guest);
        shown.spoken();
        return guest;
    }

    @Test
    void aQuestionIsAnsweredByOneTouchAndTheNoticeLeadsBackToIt() {
        isAskedAboutPhotographs();
        assertThat(panelText()).contains("keine Fotos");
        clickPanel("panel.privacy");
        assertThat(panelText()).isEqualTo(NOTICE.german());
        clickPanel("panel.question");
        clickPanel("photographs.no");

        assertThat(isPanelOpen()).isFalse();
        assertThat(shown.answers).containsExactly(PhotoConsent.NO);
    }

    @Test
    void whoDoesNotAnswerGivesNoConsentAndMoreTimeIsGiven() {
        isAskedAboutPhotographs();
        assertThat(shown.alarm.next()).contains(GuestHelp.QUESTION);
        clickPanel("panel.time");
        assertThat(shown.alarm.ring()).isEqualTo(OverlayPanel.LONGER);
        assertThat(isPanelOpen()).isFalse();

        isAskedAboutPhotographs();
        clickPanel("panel.close");
        isAskedAboutPhotographs();
        shown.window.show(new Scene.Welcome(), SampleEntries.id());
        assertThat(shown.spoken()).contains("willkommen");
        shown.window.askPhotographs(SampleEntries.id());
        shown.spoken();

        assertThat(isPanelOpen()).isFalse();
        assertThat(shown.answers).hasSize(4).containsOnly(PhotoConsent.NOT_RECORDED);
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1080, 1920", "1280, 800", "1024, 768", "800, 480"})
    void aQuestionStandsWholeInUsualAndLargeTypeAndInBothLanguages(int width, int height) throws IOException {
        for (Language language : Language.values()) {
            shown.close();
            shown = new SampleWindow(SampleScenes.TITLE, language, new Dimension(width, height));
            for (String type : List.of("usual", "large")) {
                isAskedAboutPhotographs();
                if (type.equals("large")) {
                    shown.press(KeyEvent.VK_F3);
                }
                String where = width + "-" + language.locale() + "-" + type;
                save(where + "-photographs");
                assertWhole(where);
                clickPanel("photographs.yes");
            }
        }
    }

    private static final OrganiserQuestion MEAL = new OrganiserQuestion(
            "Essen",
            new Wording("Was möchten Sie essen?", "What would you like to eat?"),
            List.of(new Wording("vegan", "vegan"), new Wording("mit Fleisch", "with meat")));
    private static final OrganiserQuestion LONGEST = new OrganiserQuestion(
            "Workshop",
            new Wording(
                    "Welchen der Workshops am Nachmittag möchten Sie besuchen, für die es in den sechs Räumen noch freie Plätze gibt?",
                    "Which of this afternoon's workshops in the six rooms, as far as there are seats left, would you like to attend?"),
            List.of(
                    new Wording("Registermodernisierung konkret", "Modernising public registers"),
                    new Wording("Formulare ohne Barrieren", "Forms that everybody can use"),
                    new Wording("Cloud in kleinen Kommunen", "The cloud in small towns"),
                    new Wording("Künstliche Intelligenz im Amt", "Artificial intelligence"),
                    new Wording("Informationssicherheit (ISMS)", "Information security (ISMS)"),
                    new Wording("keinen, ich höre Vorträge", "none, I attend the talks")));

    private EntryId isAsked(OrganiserQuestion... questions) {
        EntryId guest = SampleEntries.id();
        shown.window.show(new Scene.Printing(0), guest);
        shown.window.askQuestions(guest, List.of(questions));
        shown.spoken();
        return guest;
    }

    @Test
    void theOrganisersQuestionsAreAnsweredOneAfterTheOtherAndLaterLeavesOneOpen() {
        isAsked(LONGEST, MEAL);
        assertThat(panelText()).contains("1 von 2");
        clickPanel("panel.privacy");
        assertThat(panelText()).isEqualTo(NOTICE.german());
        clickPanel("panel.question");
        clickPanel("panel.close");
        assertThat(panelText()).contains("2 von 2");
        clickPanel("question.choice.1");

        assertThat(isPanelOpen()).isFalse();
        assertThat(shown.chosen).containsExactly("Essen 1");
    }

    @Test
    void aQuestionIsAnsweredByKeysAlone() {
        isAsked(MEAL);
        FormHands hands = new FormHands() {};
        hands.shown = shown;
        hands.awaitFocus("question.choice.0");
        hands.arrow(KeyEvent.VK_TAB, "question.choice.1");
        hands.pressAndLetGo(KeyEvent.VK_ENTER);

        assertThat(isPanelOpen()).isFalse();
        assertThat(shown.chosen).containsExactly("Essen 1");
    }

    @Test
    void whoGoesAwayOrIsFollowedLeavesTheQuestionsOpen() {
        isAsked(MEAL, LONGEST);
        assertThat(shown.alarm.next()).contains(GuestHelp.QUESTION);
        clickPanel("panel.time");
        assertThat(shown.alarm.ring()).isEqualTo(OverlayPanel.LONGER);
        assertThat(isPanelOpen()).as("no second question for nobody").isFalse();

        isAsked(MEAL);
        shown.window.show(new Scene.Welcome(), SampleEntries.id());
        shown.spoken();
        assertThat(isPanelOpen()).isFalse();
        shown.window.askQuestions(SampleEntries.id(), List.of(MEAL));
        shown.spoken();

        assertThat(isPanelOpen()).isFalse();
        assertThat(shown.chosen).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1080, 1920", "1280, 800", "1024, 768", "800, 480"})
    void theLongestQuestionStandsWholeInUsualAndLargeTypeAndInBothLanguages(int width, int height) throws IOException {
        for (Language language : Language.values()) {
            shown.close();
            shown = new SampleWindow(SampleScenes.TITLE, language, new Dimension(width, height));
            for (String type : List.of("usual", "large")) {
                isAsked(LONGEST, MEAL);
                if (type.equals("large")) {
                    shown.press(KeyEvent.VK_F3);
                }
                String where = width + "-" + language.locale() + "-" + type;
                save(where + "-question");
                assertWhole(where);
                clickPanel("question.choice.5");
                save(where + "-question-short");
                assertWhole(where);
                clickPanel("question.choice.1");
            }
        }
    }

    @Test
    void aPanelFollowsTheAidsThatKeysChangeOverIt() {
        shown.press(KeyEvent.VK_F1);
        clickPanel("help.CALL");
        float usual = typeOf("panel.text");
        shown.press(KeyEvent.VK_F3);
        assertThat(typeOf("panel.text")).isGreaterThan(1.3f * usual);
        shown.press(KeyEvent.VK_F2);
        assertThat(panelText()).startsWith("One moment");
        shown.press(KeyEvent.VK_F4);
        assertThat(EventThread.call(() -> inPanel("panel.text").getForeground()))
                .isEqualTo(EventThread.call(() -> Theme.colour("ink")));

        shown.window.showCall(new Wording("Es kommt jemand.", "Somebody comes."));
        shown.spoken();

        assertThat(panelText()).isEqualTo("Somebody comes.");
        assertThat(shown.asked).containsExactly(GuestRequest.CALL);
        shown.press(KeyEvent.VK_F5);
        assertThat(shown.alarm.next()).contains(GuestPanel.LONGER);
    }

    @Test
    void moreTimeIsGivenAsOftenAsItIsAskedFor() {
        shown.window.show(new Scene.BadgeReady(), SampleEntries.id());
        for (int turn = 0; turn < 3; turn++) {
            shown.press(KeyEvent.VK_F5);
            assertThat(shown.alarm.next()).contains(SampleWindow.PACE.more());
        }
        shown.alarm.ring();

        assertThat(shown.guestsEnded).hasValue(1);
    }

    @Test
    void largeTypeAndContrastLastUntilTheirGuestIsGone() {
        shown.press(KeyEvent.VK_F3);
        shown.press(KeyEvent.VK_F4);
        assertThat(isChosen("aid.large")).isTrue();
        shown.window.show(new Scene.Reading());
        shown.window.show(new Scene.Welcome(), SampleEntries.id());
        assertThat(shown.spoken()).isNotBlank();
        assertThat(isChosen("aid.large") && isChosen("aid.contrast")).isTrue();

        shown.alarm.ring();

        assertThat(isChosen("aid.large") || isChosen("aid.contrast")).isFalse();
        shown.click("aid.contrast");
        assertThat(shown.alarm.next()).contains(SampleWindow.PACE.language());
        shown.alarm.ring();
        assertThat(isChosen("aid.contrast")).isFalse();
    }

    @Test
    void aGuestMaySayThatTheBadgeIsSomebodyElses() {
        EntryId guest = SampleEntries.id();
        shown.window.show(new Scene.BadgeReady(), guest);
        shown.press(KeyEvent.VK_F1);
        assertThat(panelButtons()).contains("help.NOT_ME", "help.NAME_MISSPELT", "help.CALL");

        clickPanel("help.NOT_ME");

        assertThat(shown.asked).containsExactly(GuestRequest.NOT_ME);
        assertThat(shown.askedFor).containsExactly(guest);
        assertThat(isPanelOpen()).isFalse();
    }

    @Test
    void whoHasNoTicketIsToldWhereToGoAndWhoeverCallsHowFarTheCallIs() {
        shown.click("aid.help");
        assertThat(panelButtons()).contains("help.NO_TICKET", "help.CALL").doesNotContain("help.NOT_ME");
        clickPanel("help.NO_TICKET");
        assertThat(panelText()).contains("Schalter\u00a02").contains("Namen");

        clickPanel("panel.close");
        shown.click("aid.help");
        clickPanel("help.CALL");
        assertThat(shown.asked).containsExactly(GuestRequest.NO_TICKET, GuestRequest.CALL);
        shown.window.showCall(new Wording("Es kommt jemand von Schalter 4.", "Somebody comes from counter 4."));
        shown.spoken();

        assertThat(panelText()).isEqualTo("Es kommt jemand von Schalter 4.");
    }

    @Test
    void everyAidSaysWhatItIsAndIsReachedByKeys() {
        shown.window.show(new Scene.BadgeReady(), SampleEntries.id());
        shown.spoken();
        List<String> aids = List.of("aid.large", "aid.contrast", "aid.time", "aid.privacy", "aid.help");

        assertThat(shown.tabStops()).containsSubsequence(aids).contains("done");
        assertThat(aids.stream().map(shown::find)).allSatisfy(aid -> {
            assertThat(aid.getAccessibleContext().getAccessibleName())
                    .isNotBlank()
                    .doesNotContain("A+");
            assertThat(aid.getAccessibleContext().getAccessibleDescription()).isNotBlank();
        });
    }

    @Test
    void aNoticeLongerThanTheScreenIsTurnedByKeys() {
        shown.window.showNotice(Wording.same("Wir verarbeiten Ihre Daten nur für die Veranstaltung. ".repeat(120)));
        shown.click("aid.privacy");
        EventThread.call(() -> {
            shown.window.frame().getGlassPane().validate();
            return null;
        });

        assertThat(panelButtons()).contains("panel.down");
        clickPanel("panel.down");
        assertThat(EventThread.call(() -> ((JTextArea) inPanel("panel.text")).getY()))
                .isNegative();
        clickPanel("panel.up");
        assertThat(EventThread.call(() -> ((JTextArea) inPanel("panel.text")).getY()))
                .isZero();
    }

    private float typeOf(String name) {
        return EventThread.call(() -> inPanel(name).getFont().getSize2D());
    }

    /** Every button stands on the screen with its words whole, and at least a line of the text is read at once. */
    private void assertWhole(String where) {
        EventThread.call(() -> {
            shown.window.frame().validate();
            GuestPanel panel = (GuestPanel) shown.window.frame().getGlassPane();
            panel.validate();
            Rectangle screen = new Rectangle(panel.getSize());
            assertThat(SampleWindow.all(panel).filter(part -> part instanceof AbstractButton && part.isShowing()))
                    .allSatisfy(button -> {
                        Rectangle bounds =
                                SwingUtilities.convertRectangle(button.getParent(), button.getBounds(), panel);
                        assertThat(screen.contains(bounds))
                                .as(where + " " + button.getName())
                                .isTrue();
                        assertThat(button.getPreferredSize().width)
                                .as(where + " " + button.getName())
                                .isLessThanOrEqualTo(bounds.width + 1);
                    });
            Component text = inPanel("panel.text");
            assertThat(text.getParent().getHeight())
                    .as(where + " text")
                    .isGreaterThanOrEqualTo(text.getFontMetrics(text.getFont()).getHeight());
            return null;
        });
    }

    private void save(String name) throws IOException {
        BufferedImage picture = EventThread.call(() -> {
            Component panel = shown.window.frame().getGlassPane();
            BufferedImage made = new BufferedImage(panel.getWidth(), panel.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = made.createGraphics();
            panel.print(pen);
            pen.dispose();
            return made;
        });
        Files.createDirectories(PICTURES);
        ImageIO.write(picture, "png", PICTURES.resolve(name + ".png").toFile());
    }

    private boolean isChosen(String name) {
        return EventThread.call(() -> ((AbstractButton) shown.find(name)).isSelected());
    }

    private boolean isPanelOpen() {
        return EventThread.call(() -> shown.window.frame().getGlassPane().isVisible());
    }

    private String panelText() {
        return EventThread.call(() -> ((JTextArea) inPanel("panel.text")).getText());
    }

    private List<String> panelButtons() {
        return EventThread.call(
                () -> SampleWindow.all((GuestPanel) shown.window.frame().getGlassPane())
                        .filter(part -> part instanceof AbstractButton && part.isShowing())
                        .map(Component::getName)
                        .toList());
    }

    private void clickPanel(String name) {
        EventThread.call(() -> {
            ((AbstractButton) inPanel(name)).doClick(0);
            return null;
        });
    }

    private Component inPanel(String name) {
        return SampleWindow.all((GuestPanel) shown.window.frame().getGlassPane())
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .orElseThrow();
    }
}
