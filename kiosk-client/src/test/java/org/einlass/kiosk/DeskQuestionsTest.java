package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.einlass.contract.Wording;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The organiser's own questions, answered at a desk by its keys: with and without a server. */
@Tag("window")
@CacioTest
class DeskQuestionsTest {
    private static final List<SampleGuest> GUESTS = SampleGuests.demo();
    private static final OrganiserQuestion MEAL = new OrganiserQuestion(
            "Essen",
            new Wording("Was möchten Sie essen?", "What would you like to eat?"),
            List.of(new Wording("vegan", "vegan"), new Wording("mit Fleisch", "with meat")));
    private static final OrganiserQuestion WORKSHOP = new OrganiserQuestion(
            "Workshop",
            new Wording("In welchen Workshop gehen Sie?", "Which workshop do you go to?"),
            List.of(
                    new Wording("KI im Rathaus", "AI in town halls"),
                    new Wording("Registermodernisierung", "Registers")));
    private static final OrganiserQuestion BUS = new OrganiserQuestion(
            "Bus",
            new Wording("Fahren Sie mit dem Bus?", "Do you take the bus?"),
            List.of(new Wording("ja", "yes"), new Wording("nein", "no")));

    @TempDir
    private Path folder;

    @Test
    void oneKeyAQuestionInOtherWordsAndLaterAlsoWithoutAServer() throws Exception {
        try (FakeDeskServer server = new FakeDeskServer(GUESTS)) {
            server.asks(List.of(MEAL, WORKSHOP, BUS));
            try (DeskHands desk = new DeskHands(server, folder, new Dimension(1280, 800), "de")) {
                desk.opens(GUESTS.size());
                shows(desk, GUESTS.get(1));
                assertThat(desk.text("person.hint")).contains("Offene Frage: Essen, Workshop, Bus");
                server.fallsSilent();
                desk.keys();

                desk.pressShift(KeyEvent.VK_F11);
                desk.awaitFocus("form.answer");
                desk.type("2");
                desk.awaitNotice("Essen: mit Fleisch. Die Antwort ist gespeichert.");
                desk.await(() -> desk.text("form.hint")
                        .startsWith(GUESTS.get(1).attendee().fullName()));
                desk.awaitFocus("form.answer");
                assertThat(desk.keys()).as("keys for an answer").isEqualTo(2);
                desk.type("0");
                desk.await(() -> desk.isShowing("form.answer") && isAsked(desk, "Fahren Sie"));
                desk.type("am Abend 1");
                desk.press(KeyEvent.VK_ENTER);
                desk.awaitNotice("Bus: am Abend 1. Die Antwort ist gespeichert.");
                desk.awaitFocus("search");
                desk.await(() -> desk.text("person.hint").endsWith("Offene Frage: Workshop"));

                desk.press(KeyEvent.VK_F3);
                desk.awaitNotice("Zurückgenommen: die Antwort von");
                server.comesBack();
                assertThat(desk.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();
                List<JournalEntry.QuestionAnswered> answers = answers(server);
                assertThat(answers).hasSize(2).allSatisfy(answer -> {
                    assertThat(answer.isByStaff()).isTrue();
                    assertThat(answer.registration())
                            .isEqualTo(GUESTS.get(1).badge().registration());
                    assertThat(answer.head().operator()).hasToString("helferin-3");
                });
                assertThat(answers)
                        .extracting(answer -> FakeDeskServer.read(answer).answers())
                        .containsExactly(Map.of("Essen", "mit Fleisch"), Map.of("Bus", "am Abend 1"));
                assertThat(server.entries().values())
                        .filteredOn(JournalEntry.Undone.class::isInstance)
                        .extracting(entry -> ((JournalEntry.Undone) entry).entry())
                        .containsExactly(answers.get(1).head().id());
            }
        }
    }

    @Test
    void whatIsTooLongOrEmptyIsSaidAndEscapeLeavesTheQuestionOpen() throws Exception {
        try (FakeDeskServer server = new FakeDeskServer(GUESTS)) {
            server.asks(List.of(MEAL));
            try (DeskHands desk = new DeskHands(server, folder, new Dimension(1280, 800), "de")) {
                desk.opens(GUESTS.size());
                shows(desk, GUESTS.get(1));
                desk.pressShift(KeyEvent.VK_F11);
                desk.awaitFocus("form.answer");
                desk.press(KeyEvent.VK_ENTER);
                desk.awaitNotice("Bitte die Zahl einer Antwort");
                desk.type("nichts mit erdnuss und sellerie bitte");
                desk.press(KeyEvent.VK_ENTER);
                desk.awaitNotice("höchstens 30 Zeichen");
                assertThat(desk.text("form.answer")).endsWith("sellerie bitte");

                desk.press(KeyEvent.VK_ESCAPE);
                desk.awaitFocus("search");
                assertThat(desk.text("person.hint")).contains("Offene Frage: Essen");
                assertThat(desk.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();
                assertThat(answers(server)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"de, 1280, 800", "en, 1920, 1080"})
    void isDrawnInBothLanguages(String language, int width, int height) throws Exception {
        try (FakeDeskServer server = new FakeDeskServer(GUESTS)) {
            server.asks(List.of(MEAL, WORKSHOP));
            try (DeskHands desk = new DeskHands(server, folder, new Dimension(width, height), language)) {
                desk.opens(GUESTS.size());
                shows(desk, GUESTS.get(1));
                desk.pressShift(KeyEvent.VK_F11);
                desk.awaitFocus("form.answer");
                desk.photograph("desk-" + language + "-" + width + "-question");
                desk.press(KeyEvent.VK_F11);
                desk.awaitLook(1, true);
                desk.awaitFocus("form.answer");
                desk.photograph("desk-" + language + "-" + width + "-question-contrast");
            }
        }
    }

    private static boolean isAsked(DeskHands desk, String question) {
        return desk.find("form.answer")
                .getAccessibleContext()
                .getAccessibleName()
                .startsWith(question);
    }

    private static void shows(DeskHands desk, SampleGuest guest) {
        desk.scan(guest.ticket().text());
        desk.await(() -> desk.isShowing("person.name")
                && desk.text("person.name").equals(guest.attendee().fullName()));
        desk.awaitFocus("search");
    }

    private static List<JournalEntry.QuestionAnswered> answers(FakeDeskServer server) {
        return server.entries().values().stream()
                .filter(JournalEntry.QuestionAnswered.class::isInstance)
                .map(JournalEntry.QuestionAnswered.class::cast)
                .sorted(Comparator.comparing(answer -> answer.head().sequence()))
                .toList();
    }
}
