package org.einlass.server.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.ScopeId;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.wire.DoorSheet.GuestTexts;
import org.einlass.server.event.EventDocument.Area;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventDocument.HandOut;
import org.einlass.server.event.EventDocument.Rule;
import org.einlass.server.rejection.Rejected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Documents that are as large as they may be, and those that are too large by one. */
final class EventValidationTest {
    private static final Wording SHORT = Wording.same("Arena");

    @Test
    void takesAsManyAreasAndDoorsAsTheLimitsSay() {
        EventDocument document =
                event(SHORT, null, flat(EventValidation.MOST_AREAS), doors(EventValidation.MOST_DOORS, SHORT));

        assertThatCode(() -> EventValidation.check(document)).doesNotThrowAnyException();
    }

    @Test
    void refusesOneAreaTooMany() {
        refused(event(SHORT, null, flat(501), List.of()), "areas", "These are 501 entries; at most 500 are allowed.");
    }

    @Test
    void refusesOneDoorTooMany() {
        refused(
                event(SHORT, null, flat(1), doors(1_001, SHORT)),
                "doors",
                "These are 1001 entries; at most 1000 are allowed.");
    }

    @Test
    void takesAreasSixteenDeepAndRefusesTheSeventeenth() {
        EventDocument deepest = event(SHORT, null, nested(EventValidation.DEEPEST_AREA), List.of());

        assertThatCode(() -> EventValidation.check(deepest)).doesNotThrowAnyException();
        refused(event(SHORT, null, nested(17), List.of()), "areas[16].parent", "lies inside more than 15 areas");
    }

    @Test
    void refusesTwoThousandAreasOneInsideTheOther() {
        refused(event(SHORT, null, nested(2_000), List.of()), "areas", "These are 2000 entries");
    }

    @Test
    void boundsWhatKiosksTellGuests() {
        EventDocument event = event(SHORT, null, flat(1), List.of());
        Wording notice = Wording.same("x".repeat(6_000));
        Wording onward = Wording.same("x".repeat(200));

        assertThatCode(() -> EventValidation.check(event.withGuests(new GuestTexts(notice, onward))))
                .doesNotThrowAnyException();
        refused(
                event.withGuests(new GuestTexts(Wording.same("x".repeat(6_001)), null)),
                "guests.privacy.german",
                "This text has 6001 characters; 6000 are allowed.");
        refused(
                event.withGuests(new GuestTexts(null, new Wording("kurz", "x".repeat(201)))),
                "guests.onward.english",
                "This text has 201 characters; 200 are allowed.");
    }

    @Test
    void boundsTheQuestionsThatKiosksAsk() {
        EventDocument event = event(SHORT, null, flat(1), List.of());
        OrganiserQuestion longest = question("x".repeat(40), "x".repeat(120), "a".repeat(30), "b", "c", "d", "e", "f");

        assertThatCode(() -> EventValidation.check(asking(event, longest, question("B", "?", "a", "b"))))
                .doesNotThrowAnyException();
        refused(
                asking(event, question("A", "?", "a", "b"), question("A", "?", "a", "b")),
                "guests.questions[1].name",
                "a name of its own");
        refused(asking(event, question("A", "?", "a")), "guests.questions[0].choices", "2 to 6 answers");
        refused(asking(event, question("A", "?", "a", "a")), "guests.questions[0].choices[1]", "a text of its own");
        refused(asking(event, question("A", " ", "a", "b")), "guests.questions[0].text", "missing");
        refused(
                asking(event, question("A", "?", "a", "b".repeat(31))),
                "guests.questions[0].choices[1].german",
                "30 are allowed");
        refused(
                asking(
                        event,
                        question("A", "?", "a", "b"),
                        question("B", "?", "a", "b"),
                        question("C", "?", "a", "b"),
                        question("D", "?", "a", "b")),
                "guests.questions",
                "at most 3 questions");
    }

    private static EventDocument asking(EventDocument event, OrganiserQuestion... questions) {
        return event.withGuests(new GuestTexts(null, null, null, null, null, List.of(questions)));
    }

    private static OrganiserQuestion question(String name, String text, String... choices) {
        return new OrganiserQuestion(
                name, Wording.same(text), Stream.of(choices).map(Wording::same).toList());
    }

    @Test
    void takesATitleOfThreeHundredCharactersAndRefusesOneMore() {
        EventDocument longest = event(Wording.same("x".repeat(300)), null, flat(1), List.of());

        assertThatCode(() -> EventValidation.check(longest)).doesNotThrowAnyException();
        refused(
                event(new Wording("Kongress", "x".repeat(301)), null, flat(1), List.of()),
                "title.english",
                "This text has 301 characters; 300 are allowed.");
    }

    @Test
    void refusesALongTitleOfAPartByItsPlace() {
        List<Door> doors = doors(3, Wording.same("x".repeat(4_700_000)));

        refused(event(SHORT, null, flat(1), doors), "doors[0].title.german", "This text has 4700000 characters");
    }

    @Test
    void refusesALongHotline() {
        refused(event(SHORT, "1".repeat(61), flat(1), List.of()), "hotline", "This text has 61 characters");
    }

    @Test
    void takesARuleWithTheDaysOfAYearAndRefusesOneMore() {
        EventDocument year = event(SHORT, null, flat(1), List.of(onDays(366)));

        assertThatCode(() -> EventValidation.check(year)).doesNotThrowAnyException();
        refused(
                event(SHORT, null, flat(1), List.of(onDays(367))),
                "doors[0].rule.days",
                "These are 367 entries; at most 366 are allowed.");
    }

    @Test
    void aHandOutPointHasNoAreaAndWhatComesBackWasLentSomewhere() {
        HandOut receiver = new HandOut(SHORT, true);
        Door lends = point("lend", null, new ScopeId("receiver"), Direction.ENTRY, receiver);
        Door takes = point("take", null, new ScopeId("receiver"), Direction.EXIT, receiver);
        EventDocument good = event(SHORT, null, flat(1), List.of(lends, takes));

        assertThatCode(() -> EventValidation.check(good)).doesNotThrowAnyException();
        assertThat(good.ruleOf(lends).repetition()).isEqualTo(ReuseRule.AGAIN_AFTER_EXIT);
        assertThat(good.ruleOf(point("bag", null, null, null, new HandOut(SHORT, false)))
                        .repetition())
                .isEqualTo(ReuseRule.ONCE);
        refused(event(SHORT, null, flat(1), List.of(takes)), "doors[0].scope", "No hand-out point lends");
        refused(
                event(SHORT, null, flat(1), List.of(point("bag", new AreaId("a0"), null, null, receiver))),
                "doors[0].area",
                "leads into no area");
        refused(
                event(SHORT, null, flat(1), List.of(point("bag", null, null, null, null))),
                "doors[0].area",
                "Something is missing");
    }

    private static Door point(
            String id,
            @Nullable AreaId area,
            @Nullable ScopeId scope,
            @Nullable Direction direction,
            @Nullable HandOut gives) {
        return new Door(new DoorId(id), SHORT, area, scope, direction, false, null, gives);
    }

    private static Door onDays(int count) {
        Set<LocalDate> days = IntStream.range(0, count)
                .mapToObj(LocalDate.of(2022, 7, 4)::plusDays)
                .collect(Collectors.toSet());
        Rule rule = new Rule(null, null, null, null, null, false, days, null);
        return new Door(new DoorId("d0"), SHORT, new AreaId("a0"), null, null, false, rule);
    }

    private static void refused(EventDocument document, String place, String sentence) {
        AbstractThrowableAssert<?, ?> refusal = assertThatThrownBy(() -> EventValidation.check(document));

        refusal.isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.field()).hasValue(place);
            assertThat(rejected.sentence().english()).contains(sentence);
        });
    }

    private static List<Area> flat(int count) {
        return IntStream.range(0, count).mapToObj(i -> area(i, null)).toList();
    }

    private static List<Area> nested(int count) {
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            areas.add(area(i, i == 0 ? null : areas.get(i - 1).id()));
        }
        return areas;
    }

    private static Area area(int number, @Nullable AreaId parent) {
        return new Area(new AreaId("a" + number), SHORT, parent, null, null);
    }

    private static List<Door> doors(int count, Wording title) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Door(new DoorId("d" + i), title, new AreaId("a0"), null, null, false, null))
                .toList();
    }

    private static EventDocument event(Wording title, @Nullable String hotline, List<Area> areas, List<Door> doors) {
        return new EventDocument(
                title,
                ZoneId.of("Europe/Berlin"),
                null,
                null,
                LocalDate.of(2022, 7, 4),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                hotline,
                null,
                List.of(new Category(new CategoryId("attendee"), SHORT, "#1d5a96", true)),
                areas,
                null,
                doors);
    }
}
