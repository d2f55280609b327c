package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.einlass.contract.Wording;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.desk.StoryWords;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.DeskMessage;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet.GuestTexts;
import org.einlass.server.database.Databases;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventBrochure;
import org.einlass.server.event.EventChanges;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.json.Json;
import org.einlass.server.registration.detail.DetailTable;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What guests answer at kiosks to the organiser's own questions, and what kiosks are told of it. */
final class GuestQuestionAnswersTest {
    private static final String MEAL = "Essen";
    private static final OrganiserQuestion QUESTION = new OrganiserQuestion(
            MEAL,
            new Wording("Was möchten Sie essen?", "What would you like to eat?"),
            List.of(new Wording("vegan", "vegan"), new Wording("mit Fleisch", "with meat")));

    @TempDir
    Path folder;

    @AutoClose
    private TwoDesks desks;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theAnswerIsKeptAndKiosksLearnThatThereIsOneAndNotWhich(Databases database) {
        Congress.Guest guest = open(database);
        assertThat(desks.badge(guest.registration()).answered()).isEmpty();

        desks.kiosk.deliver(List.of(answer(guest, MEAL, "vegan")));

        assertThat(desks.congress.rows("select reason from quarantine")).isEmpty();
        assertThat(stored(guest)).isEqualTo("vegan");
        assertThat(desks.badge(guest.registration()).answered()).containsExactly(MEAL);
        assertThat(String.valueOf(desks.congress.rows("select body from facts where type = 'questionanswered'")))
                .as("a fact holds no answer")
                .doesNotContain("letter")
                .doesNotContain("vegan");
        assertThat(desks.congress.conflicts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoAnsweredBeforeIsNotAskedAtTheKioskAndWhatKiosksDoNotAskIsNotTold(Databases database) {
        Congress.Guest guest = open(database);
        RegistrationDetails known =
                RegistrationDetails.NONE.withAnswer(MEAL, "vegan").withAnswer("Schuhgröße", "41");
        desks.congress
                .store()
                .write(WriteKey.of(Congress.EVENT), transaction -> {
                    DetailTable.put(transaction.handle(), Congress.EVENT, guest.registration(), known);
                    return known;
                })
                .toCompletableFuture()
                .join();

        BadgeOrder told = desks.ask(Congress.NORTH, guest.ticket()).badge();

        assertThat(told).isNotNull();
        assertThat(told.answered()).containsExactly(MEAL);
        assertThat(desks.badge(guest.registration()).answered()).containsExactly(MEAL);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoHasAnsweredAnythingIsToldToKiosksAnewWhereTheQuestionsChange(Databases database) {
        Congress.Guest guest = open(database);
        Congress.Guest silent = desks.congress.guest();
        desks.kiosk.deliver(List.of(answer(guest, MEAL, "vegan")));
        long before = number(guest);
        long beforeOfSilent = number(silent);
        EventChanges changes = new EventChanges(
                new CodeKeyTable(desks.congress.seal()),
                new Random(1),
                desks.congress.services().effects());

        change(changes, List.of(QUESTION));
        assertThat(number(guest)).as("nothing new").isEqualTo(before);
        change(changes, List.of());

        assertThat(number(guest)).isGreaterThan(before);
        assertThat(number(silent)).isEqualTo(beforeOfSilent);
        assertThat(desks.badge(guest.registration()).answered()).isEmpty();
        assertThat(stored(guest)).isEqualTo("vegan");
    }

    private void change(EventChanges changes, List<OrganiserQuestion> questions) {
        desks.congress
                .store()
                .write(WriteKey.of(Congress.EVENT), transaction -> {
                    EventDocument event = EventTable.document(transaction.handle(), Congress.EVENT)
                            .orElseThrow()
                            .withGuests(new GuestTexts(null, null, null, null, null, questions));
                    changes.put(transaction, Congress.EVENT, event, Congress.NINE);
                    return event;
                })
                .toCompletableFuture()
                .join();
    }

    private long number(Congress.Guest guest) {
        return desks.congress.count("select coalesce(max(number), 0) from feed where kind = 'registration' and key = '"
                + guest.registration() + "'");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theLatestAnswerHoldsInWhateverOrderTheyArriveAndIsTakenBackWithItsEntry(Databases database) {
        Congress.Guest guest = open(database);
        JournalEntry first = answer(guest, MEAL, "vegan");
        desks.congress.after(Duration.ofMinutes(1));
        JournalEntry second = answer(guest, MEAL, "mit Fleisch");

        desks.kiosk.deliver(List.of(second));
        desks.kiosk.deliver(List.of(first));
        assertThat(stored(guest)).isEqualTo("mit Fleisch");

        desks.first.deliver(List.of(desks.first.undo(second.head().id())));
        assertThat(stored(guest)).isEqualTo("vegan");
        desks.first.deliver(List.of(desks.first.undo(first.head().id())));
        assertThat(stored(guest)).isNull();
        assertThat(desks.badge(guest.registration()).answered()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatIsNoAnswerIsSeenByAPersonAndChangesNothing(Databases database) {
        Congress.Guest guest = open(database);

        desks.kiosk.deliver(List.of(answer(guest, MEAL, "x".repeat(OrganiserQuestion.LONGEST_CHOICE + 1))));

        assertThat(stored(guest)).isNull();
        assertThat(desks.congress.conflicts()).containsExactly("UNREADABLE_LETTER");
    }

    /** A kiosk without a network asks what the organiser has changed since. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatAKioskOffersNoMoreIsKeptAndSeenByAPerson(Databases database) {
        Congress.Guest guest = open(database);

        JournalEntry answer = answer(guest, MEAL, "mit Fisch");
        desks.kiosk.deliver(List.of(answer));

        assertThat(stored(guest)).isEqualTo("mit Fisch");
        assertThat(desks.congress.conflicts()).containsExactly("ANSWER_NOT_OFFERED");
        Clarification item = desks.theOnlyCase();
        assertThat(item.stories()).hasSize(1);
        assertThat(new StoryWords(ZoneId.of("Europe/Berlin"))
                        .what(item.stories().get(0))
                        .german())
                .isEqualTo("Geantwortet: Essen – mit Fisch.");

        desks.congress.after(Duration.ofMinutes(1));
        JournalEntry asked = byStaff(guest, MEAL, "vegan");
        desks.first.deliver(List.of(asked));
        assertThat(stored(guest)).isEqualTo("vegan");
        assertThat(desks.congress.conflicts()).as("staff asked again").isEmpty();
        desks.first.deliver(List.of(desks.first.undo(asked.head().id())));
        assertThat(desks.congress.conflicts()).containsExactly("ANSWER_NOT_OFFERED");
        desks.first.deliver(List.of(desks.first.undo(answer.head().id())));
        assertThat(desks.congress.conflicts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoeverChoseWhatTheOrganiserTakesAwayIsSeenByAPerson(Databases database) {
        Congress.Guest guest = open(database);
        desks.kiosk.deliver(List.of(answer(guest, MEAL, "vegan")));
        EventChanges changes = new EventChanges(
                new CodeKeyTable(desks.congress.seal()),
                new Random(1),
                desks.congress.services().effects());

        change(
                changes,
                List.of(new OrganiserQuestion(
                        MEAL,
                        QUESTION.text(),
                        List.of(new Wording("mit Fisch", "with fish"), new Wording("mit Fleisch", "with meat")))));

        assertThat(stored(guest)).isEqualTo("vegan");
        assertThat(desks.congress.conflicts()).containsExactly("ANSWER_NOT_OFFERED");
    }

    /** Staff see whom they ask, and write down what the guest says, also what nobody offers. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void aDeskAnswersWithoutAScanAndInTheGuestsOwnWords(Databases database) {
        Congress.Guest guest = open(database);

        JournalEntry answer = byStaff(guest, MEAL, "ohne Nüsse");
        desks.first.deliver(List.of(answer));

        assertThat(desks.congress.rows("select reason from quarantine")).isEmpty();
        assertThat(stored(guest)).isEqualTo("ohne Nüsse");
        assertThat(desks.badge(guest.registration()).answered()).containsExactly(MEAL);
        assertThat(desks.congress.conflicts()).isEmpty();
        desks.first.deliver(List.of(desks.first.undo(answer.head().id())));
        assertThat(stored(guest)).isNull();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void noKioskPretendsToBeADesk(Databases database) {
        Congress.Guest guest = open(database);

        desks.kiosk.deliver(List.of(byStaff(desks.kiosk, guest, MEAL, "vegan")));

        assertThat(stored(guest)).isNull();
        assertThat(String.valueOf(desks.congress.rows("select reason from quarantine")))
                .contains("Only a desk answers for a guest without a scan.");
    }

    private JournalEntry byStaff(Congress.Guest guest, String question, String answer) {
        return byStaff(desks.first, guest, question, answer);
    }

    private static JournalEntry byStaff(SimulatedDevice device, Congress.Guest guest, String question, String answer) {
        DeskMessage letter = DeskMessage.ofAnswer(question, answer);
        return device.write(head -> new JournalEntry.QuestionAnswered(
                head, head.id(), guest.registration(), device.letter(head.id(), letter)));
    }

    /** A kiosk's token and the registrations of its roster are not enough to answer for a guest. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void nobodyAnswersForAGuestWhomThisDeviceDidNotRead(Databases database) {
        Congress.Guest guest = open(database);
        JournalEntry atADesk = desks.first.admitAlone(Congress.FRONT, guest.ticket());
        desks.first.deliver(List.of(atADesk));

        desks.kiosk.deliver(List.of(answer(atADesk.head().id(), guest, MEAL, "vegan")));
        desks.kiosk.deliver(List.of(answer(desks.kiosk.nextId(), guest, MEAL, "vegan")));

        assertThat(stored(guest)).isNull();
        assertThat(desks.congress.rows("select reason from quarantine")).hasSize(1);
    }

    private Congress.Guest open(Databases database) {
        desks = new TwoDesks(database, folder);
        desks.congress.enrol(desks.kiosk.id, DeviceKind.KIOSK);
        desks.congress.execute("update events set handout = ?, version = version + 1", brochure());
        return desks.congress.guest();
    }

    private static String brochure() {
        LocalDate day = LocalDate.of(2022, 7, 4);
        GuestTexts texts = new GuestTexts(null, null, null, null, null, List.of(QUESTION));
        try {
            return Json.mapper()
                    .writeValueAsString(new EventBrochure(day, day, null, null, null, null, null, null, texts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JournalEntry answer(Congress.Guest guest, String question, String answer) {
        JournalEntry scan = desks.kiosk.admitAlone(Congress.FRONT, guest.ticket());
        desks.kiosk.deliver(List.of(scan));
        return answer(scan.head().id(), guest, question, answer);
    }

    private JournalEntry answer(EntryId scan, Congress.Guest guest, String question, String answer) {
        DeskMessage letter = DeskMessage.ofAnswer(question, answer);
        return desks.kiosk.write(head -> new JournalEntry.QuestionAnswered(
                head, scan, guest.registration(), desks.kiosk.letter(head.id(), letter)));
    }

    private String stored(Congress.Guest guest) {
        return desks.congress
                .read(handle -> DetailTable.of(handle, Congress.EVENT, guest.registration()))
                .answers()
                .get(MEAL);
    }
}
