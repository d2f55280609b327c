package org.einlass.server.console.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.wire.DoorSheet.GuestTexts;
import org.einlass.server.event.EventDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is typed changes what it names, and nothing else of the document. */
final class EventFormTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @EnumSource(EventModel.class)
    void aFormThatNobodyTouchedKeepsEveryRule(EventModel model) {
        EventDocument before = document(model);

        EventDocument after = EventForm.of(before).over(before);

        assertThat(after.title()).isEqualTo(before.title());
        assertThat(after.end()).isEqualTo(before.end());
        assertThat(after.allProgrammes()).isEqualTo(before.allProgrammes());
        assertThat(after.allAreas()).isEqualTo(before.allAreas());
        assertThat(after.allSessions()).isEqualTo(before.allSessions());
        assertThat(after.categories()).isEqualTo(before.categories());
        assertThat(after.doors().stream().map(after::ruleOf))
                .isEqualTo(before.doors().stream().map(before::ruleOf).toList());
    }

    @Test
    void aDoorsRuleFollowsItsFieldsAndKeepsTheSeatsItAsksFor() {
        EventDocument before = document(EventModel.WORKSHOPS);
        EventForm form = EventForm.of(before);
        DoorForm workshop = form.getDoors().get(1);
        workshop.getTexts().put("repetition", "ONCE_A_DAY");
        workshop.getTexts().put("from", "2031-05-06T13:30");

        EventDocument after = form.over(before);

        var rule = after.ruleOf(after.doors().get(1));
        assertThat(rule.repetition()).isEqualTo(ReuseRule.ONCE_A_DAY);
        assertThat(rule.window().from())
                .isEqualTo(
                        LocalDate.of(2031, 5, 6).atTime(13, 30).atZone(BERLIN).toInstant());
        assertThat(rule.booking())
                .isEqualTo(before.ruleOf(before.doors().get(1)).booking());
    }

    @Test
    void whatGuestsSayAtKiosksIsOffUntilItIsChosen() {
        EventDocument before = document(EventModel.WORKSHOPS).withGuests(new GuestTexts(null, null, false, null, null));
        EventForm form = EventForm.of(before);
        assertThat(form.over(before).guests()).isEqualTo(before.guests());
        assertThat(form.getTexts()).containsEntry("spelling", "false").containsEntry("photographs", "false");

        form.getTexts().put("spelling", "true");
        form.getTexts().put("photographs", "true");

        EventDocument after = form.over(before);
        assertThat(after.guests()).isEqualTo(new GuestTexts(null, null, false, true, true));
        assertThat(EventForm.of(after).over(after).guests()).isEqualTo(after.guests());
        EventDocument silent = before.withGuests(null);
        assertThat(EventForm.of(silent).over(silent).guests()).isNull();
    }

    @Test
    void questionsOfKiosksAreTypedWithAnswersALineAndFollowWhatSomebodyElseSaved() {
        EventDocument before = document(EventModel.WORKSHOPS).withGuests(null);
        EventForm form = EventForm.of(before);
        form.addQuestion();
        form.getQuestions()
                .get(0)
                .putAll(Map.of(
                        "name", "Essen",
                        "german", "Was möchten Sie essen?",
                        "choicesGerman", "vegan\r\n\r\nmit Fleisch ",
                        "choicesEnglish", "vegan\nwith meat"));

        OrganiserQuestion meal = new OrganiserQuestion(
                "Essen",
                Wording.same("Was möchten Sie essen?"),
                List.of(new Wording("vegan", "vegan"), new Wording("mit Fleisch", "with meat")));
        EventDocument after = form.over(before);
        assertThat(after.guests()).isEqualTo(new GuestTexts(null, null, null, null, null, List.of(meal)));
        assertThat(EventForm.of(after).over(after).guests()).isEqualTo(after.guests());

        EventForm other = EventForm.of(before);
        other.addQuestion();
        other.getQuestions().get(0).put("name", "Bus");
        other.follow(before, after);
        assertThat(other.getQuestions()).extracting(row -> row.get("name")).containsExactly("Bus", "Essen");
        other.addQuestion();
        assertThat(other.isRoomForQuestions()).isFalse();
    }

    @Test
    void newPartsGetIdsThatNobodyElseHas() {
        EventDocument before = document(EventModel.TWO_CONGRESSES);
        EventForm form = EventForm.of(before);
        form.addProgramme();
        form.getProgrammes().get(2).put("german", "Abend");
        form.addDoor();
        form.getDoors().get(1).getTexts().put("german", "Seiteneingang");
        form.getTexts().put("dayStart", "05:00");

        EventDocument after = form.over(before);

        assertThat(after.allProgrammes()).extracting(one -> one.id().text()).doesNotHaveDuplicates();
        assertThat(after.allProgrammes().get(2).title()).isEqualTo(Wording.same("Abend"));
        assertThat(after.doors()).extracting(one -> one.id().text()).containsExactly("main", "door-2");
        assertThat(after.dayBegins()).isEqualTo(LocalTime.of(5, 0));
    }

    @Test
    void aReceiverIsLentAtOneDoorAndTakenBackAtAnother() {
        EventDocument before = document(EventModel.ONE_DAY);
        EventForm form = EventForm.of(before);
        form.addDoor();
        form.addDoor();
        List<DoorForm> doors = form.getDoors();
        DoorForm lends = doors.get(doors.size() - 2);
        lends.getTexts().putAll(Map.of("german", "Empfänger", "area", "", "givesGerman", "Empfänger"));
        lends.setComesBack(true);
        DoorForm takes = doors.get(doors.size() - 1);
        takes.getTexts().putAll(Map.of("german", "Rückgabe", "area", "", "givesGerman", "Empfänger"));
        takes.getTexts()
                .putAll(Map.of(
                        "direction", "EXIT", "takesBack", lends.getTexts().get("id")));

        EventDocument after = form.over(before);

        var lending = after.doors().get(after.doors().size() - 2);
        assertThat(after.ruleOf(lending).repetition()).isEqualTo(ReuseRule.AGAIN_AFTER_EXIT);
        assertThat(after.doors().get(after.doors().size() - 1).sharedScope()).isEqualTo(lending.sharedScope());
        assertThat(EventForm.of(after).over(after).doors()).isEqualTo(after.doors());
    }

    @Test
    void aSessionIsAddedAndADoorAsksForASeatInIt() {
        EventDocument before = document(EventModel.ONE_DAY);
        EventForm form = EventForm.of(before);
        form.addSession();
        SessionForm session = form.getSessions().get(0);
        session.getTexts().put("german", "Führung");
        session.getTexts().put("seats", "20");
        form.getDoors().get(0).getTexts().put("booking", session.id());
        form.getDoors().get(0).getTexts().put("hold", "10");

        EventDocument after = form.over(before);

        assertThat(after.allSessions().get(0).startsAt())
                .isEqualTo(LocalDate.of(2031, 5, 6).atTime(10, 0).atZone(BERLIN).toInstant());
        assertThat(after.allSessions().get(0).seats()).isEqualTo(20);
        assertThat(after.ruleOf(after.doors().get(0)).booking().holdFor()).isEqualTo(Duration.ofMinutes(10));
        form.getSessions().remove(0);
        form.getDoors().get(0).getTexts().put("booking", "");
        assertThat(form.over(after).allSessions()).isEmpty();
        assertThat(form.over(after).doors().get(0).rule().booking()).isNull();
    }

    @Test
    void aCategoryIsAddedAndADoorIsForItAlone() {
        EventDocument before = document(EventModel.WORKSHOPS);
        EventForm form = EventForm.of(before);
        form.addCategory();
        CategoryForm guest = form.getCategories().get(form.getCategories().size() - 1);
        guest.getTexts().putAll(Map.of("german", "Ehrengast", "english", "Guest of honour", "colour", "#7a1f5c"));
        guest.setCounted(false);
        DoorForm main = form.getDoors().get(0);
        main.setCategories(Set.of(guest.id()));
        main.setDays(Set.of("2031-05-07"));
        main.getTexts().putAll(Map.of("repetition", "REENTRY_WINDOW", "reentry", "45"));

        EventDocument after = form.over(before);

        Category added = after.categories().get(before.categories().size());
        assertThat(added.title()).isEqualTo(new Wording("Ehrengast", "Guest of honour"));
        assertThat(added.countsAsVisitor()).isFalse();
        DoorRule rule = after.ruleOf(after.doors().get(0));
        assertThat(rule.categories()).containsExactly(added.id());
        assertThat(rule.days()).containsExactly(LocalDate.of(2031, 5, 7));
        assertThat(rule.reentryWindow()).isEqualTo(Duration.ofMinutes(45));
        assertThat(EventForm.of(after).over(after)).isEqualTo(after);
    }

    @Test
    void whatSomebodyElseSavedMeanwhileComesInBesideWhatWasTyped() {
        EventDocument base = document(EventModel.WORKSHOPS);
        EventForm mine = EventForm.of(base);
        mine.getTexts().put("hotline", "+49 361 1");
        mine.getTexts().replaceAll((field, text) -> text.isEmpty() ? null : text);
        mine.getDoors().get(0).getTexts().replaceAll((field, text) -> text.isEmpty() ? null : text);
        mine.getDoors().get(0).getTexts().put("from", "2031-05-06T07:30");
        mine.addDoor();
        mine.getDoors().get(2).getTexts().put("german", "Garten");
        mine.addArea();
        mine.getAreas().get(2).put("german", "Garten");
        mine.getDoors().get(2).getTexts().put("area", "area-3");
        EventForm other = EventForm.of(base);
        other.getTexts().put("organiser", "Finanzministerium");
        other.getDoors().get(0).getTexts().put("until", "2031-05-06T18:00");
        other.getDoors().get(0).setCategories(Set.of("press"));
        other.addDoor();
        other.getDoors().get(2).getTexts().put("german", "Keller");
        other.addArea();
        other.getAreas().get(2).put("german", "Keller");
        other.getDoors().get(2).getTexts().put("area", "area-3");
        EventDocument theirs = other.over(base);

        mine.follow(base, theirs);
        EventDocument both = mine.over(theirs);

        assertThat(both.hotline()).isEqualTo("+49 361 1");
        assertThat(both.organiser()).isEqualTo("Finanzministerium");
        DoorRule rule = both.ruleOf(both.doors().get(0));
        assertThat(rule.window().from()).isNotNull();
        assertThat(rule.window().until()).isNotNull();
        assertThat(rule.categories()).hasSize(1);
        assertThat(both.doors())
                .extracting(door -> door.title().german() + " in "
                        + Objects.requireNonNull(door.area()).text())
                .contains("Keller in area-3", "Garten in area-2");
        assertThat(both.allAreas()).extracting(area -> area.id().text()).contains("area-3", "area-2");
    }

    @Test
    void aPartThatSomebodyTookAwayGoesUnlessSomethingWasTypedInIt() {
        EventDocument base = document(EventModel.TWO_CONGRESSES);
        EventForm other = EventForm.of(base);
        other.getCategories()
                .removeIf(one -> one.id().equals("press") || one.id().equals("exhibitor"));
        EventDocument theirs = other.over(base);
        EventForm mine = EventForm.of(base);
        mine.getCategories().stream()
                .filter(one -> one.id().equals("press"))
                .forEach(one -> one.getTexts().put("german", "Medien"));

        mine.follow(base, theirs);

        assertThat(mine.over(theirs).categories())
                .extracting(one -> one.title().german())
                .contains("Medien")
                .doesNotContain("Ausstellung");
    }

    private static EventDocument document(EventModel model) {
        return model.document(new Wording("Tagung", "Conference"), LocalDate.of(2031, 5, 6), BERLIN);
    }
}
