package org.einlass.kiosk.screen.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.counter.GuestArrival;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.desk.ClarificationKind;
import org.einlass.contract.desk.ClarificationStory;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.registration.AccessNeed;
import org.einlass.contract.registration.Accreditation;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.AttendeeCard;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet.ProgrammeTitle;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.ClarificationList;
import org.einlass.kiosk.desk.state.DeskCorner;
import org.einlass.kiosk.desk.state.DeskForm;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.einlass.kiosk.desk.state.DeskOpening;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.desk.state.DeskState.CounterList;
import org.einlass.kiosk.desk.state.DeskState.HelpList;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.team.TeamSign;

/** Every screen of the desk, filled with what people of one kind write: names, organisations, rooms, sentences. */
final class DeskSamples {
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2022, 7, 4), LocalDate.of(2022, 9, 28));
    private static final List<AttendeeField> WALK_IN =
            List.of(AttendeeField.GIVEN_NAME, AttendeeField.FAMILY_NAME, AttendeeField.ORGANISATION);

    private static final List<AttendeeField> CORRECTED = List.of(
            AttendeeField.TITLE,
            AttendeeField.GIVEN_NAME,
            AttendeeField.PARTICLE,
            AttendeeField.FAMILY_NAME,
            AttendeeField.FUNCTION,
            AttendeeField.ORGANISATION,
            AttendeeField.BADGE_NAME,
            AttendeeField.PHOTOGRAPHS);

    private final Texts texts;

    /** What people wrote; {@code sentence} is one of the organiser or of a printer. */
    record Texts(String given, String family, String organisation, String place, String sentence) {}

    static final Texts USUAL = new Texts(
            "Änne",
            "Müller-Lüdenscheidt",
            "Thüringer Ministerium für Digitales und Infrastruktur",
            "Kiosk 3, Eingang Nord",
            "Der Drucker „Brother QL-820NWB“ hat kein Papier mehr. Bitte eine Rolle DK-22251 einlegen und den Deckel"
                    + " schließen.");

    static Map<String, Texts> hostile() {
        Map<String, Texts> all = new LinkedHashMap<>();
        all.put(
                "markup",
                new Texts(
                        "<html><b>Eva</b><br>",
                        "<html><h1>Muster</h1><img src='x'>",
                        "<html><table><tr><td>Amt</table>",
                        "<html><i>Foyer</i>",
                        "<html><font size=7>Papier</font>"));
        all.put(
                "long",
                new Texts(
                        "Annegret Elisabeth Wilhelmine ".repeat(4).strip(),
                        "Donaudampfschifffahrtsgesellschaftskapitänswitwe"
                                .repeat(3)
                                .substring(0, 120),
                        "Bundesarbeitsgemeinschaft der kommunalen Spitzenverbände "
                                .repeat(3)
                                .substring(0, 120),
                        "Foyer im Obergeschoss neben der Garderobe ".repeat(7).strip(),
                        "Der Drucker im Obergeschoss neben der Garderobe antwortet nicht mehr. "
                                .repeat(4)
                                .strip()));
        all.put(
                "scripts",
                new Texts(
                        "عائشة",
                        "Ze\u0301\u0327\u0338l\u0308\u0335go\u0336\u0321\u0353 \uD83D\uDC69\u200D\uD83D\uDD2C",
                        "\u202Eمعهد العلوم\u202C 研究所",
                        "\uD83D\uDEAA Foyer",
                        "\u202Eنفد الورق\u202C \uD83D\uDDA8"));
        return all;
    }

    DeskSamples(Texts texts) {
        this.texts = texts;
    }

    private DeskPerson person(int number) {
        Attendee attendee = new Attendee(
                "",
                number == 2 ? "Prof. Dr." : "",
                texts.given(),
                number == 2 ? "von" : "",
                texts.family(),
                "Referentin",
                texts.organisation(),
                "Referat 14",
                "",
                "ÄN-ne MÜL-ler",
                "no");
        BadgeOrder badge = new BadgeOrder(
                Sample.registration(number),
                attendee,
                Sample.GUEST,
                List.of(),
                Sample.badgeCode(number).text(),
                number == 2,
                number == 3 ? Sample.BOXED : null);
        return new DeskPerson(
                badge,
                new Wording("Teilnehmende", "Attendee"),
                List.of(Wording.same("E-Government-Kongress"), Wording.same("IT-Leistungsschau")),
                number == 4 ? RegistrationStatus.CANCELLED : RegistrationStatus.CONFIRMED,
                number == 2 ? Sample.MORNING : null,
                number == 2,
                number == 3 ? DAYS : List.of(),
                number == 1 ? null : notes());
    }

    private AttendeeCard.Notes notes() {
        return new AttendeeCard.Notes(
                Accreditation.APPLIED,
                Set.of(AccessNeed.WHEELCHAIR, AccessNeed.ASSISTANT, AccessNeed.SIGN_LANGUAGE),
                texts.sentence(),
                texts.organisation());
    }

    /** A screen before it is put together. */
    private static final class Screen {
        private boolean open = true;
        private DeskOpening opening = DeskOpening.NAME;
        private boolean marked;
        private List<DeskPerson> found = List.of();
        private DeskPerson person;
        private boolean handled;
        private DeskNotice notice;
        private DeskForm form;
        private boolean aside;
        private ClarificationList cases = ClarificationList.NONE;
        private CounterList counter = CounterList.NONE;
        private HelpList help = HelpList.NONE;
        private GuestArrival elsewhere;
        private DeskCorner corner = new DeskCorner(
                true,
                0,
                999,
                Sample.MORNING,
                new Wording("Drucker bereit", "Printer ready"),
                List.of(),
                Sample.MORNING);

        private DeskState state() {
            return new DeskState(
                    open,
                    opening,
                    marked,
                    marked,
                    open ? "helferin-3" : "",
                    0,
                    found.isEmpty() ? "" : "mül",
                    found,
                    null,
                    0,
                    person,
                    handled,
                    notice,
                    handled ? new Wording("Check-in", "check-in") : null,
                    form,
                    aside,
                    notice != null && notice.tone() == DeskNotice.Tone.ATTENTION,
                    cases,
                    counter,
                    help,
                    elsewhere,
                    0,
                    corner);
        }
    }

    /** All of them, by name. */
    Map<String, DeskState> screens() {
        Map<String, DeskState> all = new LinkedHashMap<>();
        for (DeskOpening opening : DeskOpening.values()) {
            Screen locked = new Screen();
            locked.open = false;
            locked.opening = opening;
            all.put("locked-" + opening, locked.state());
        }
        all.put("empty", new Screen().state());
        all.put("found", found().state());
        all.put("arrived", arrived().state());
        all.put("boxed", boxed().state());
        all.put("refused", refused().state());
        all.put("rehearsal", rehearsal().state());
        all.put("waiting", waiting().state());
        all.put("corner", corner().state());
        Screen none = new Screen();
        none.cases = new ClarificationList(List.of(), 0, 0, true, Sample.MORNING);
        all.put("cases-none", none.state());
        for (int selected = 0; selected < cases().size(); selected++) {
            Screen one = new Screen();
            one.cases = new ClarificationList(cases(), cases().size(), selected, true, Sample.MORNING);
            all.put("cases-" + selected, one.state());
        }
        for (DeskForm.Kind kind : DeskForm.Kind.values()) {
            Screen filled = found();
            filled.form = form(kind);
            all.put("form-" + kind, filled.state());
        }
        Screen aside = arrived();
        aside.form = form(DeskForm.Kind.WALK_IN);
        aside.aside = true;
        all.put("aside", aside.state());
        return all;
    }

    private Screen found() {
        Screen screen = new Screen();
        screen.found = IntStream.rangeClosed(1, 9).mapToObj(this::person).toList();
        screen.person = person(1);
        return screen;
    }

    private Screen arrived() {
        Screen screen = new Screen();
        screen.found = List.of(person(2));
        screen.person = person(2);
        screen.handled = true;
        screen.elsewhere = new GuestArrival(Sample.MORNING.minusSeconds(600), texts.place());
        screen.notice = DeskSentences.CHECKED_IN.done(Wording.same(person(2).name()));
        screen.corner = new DeskCorner(
                false, 12, 999, Sample.MORNING, new Wording("Drucker bereit", "Printer ready"), List.of());
        return screen;
    }

    private Screen boxed() {
        Screen screen = new Screen();
        screen.found = List.of(person(3));
        screen.person = person(3);
        screen.notice = DeskSentences.IN_BOX.attention(Wording.same(person(3).name()), Sample.BOXED.words());
        return screen;
    }

    private Screen refused() {
        Screen screen = new Screen();
        screen.found = List.of(person(4));
        screen.person = person(4);
        screen.notice =
                DeskSentences.NOT_CHECKED_IN.attention(Wording.same(person(4).name()), Refusal.BLOCKED.staffSentence());
        return screen;
    }

    private Screen rehearsal() {
        Screen screen = found();
        screen.marked = true;
        return screen;
    }

    private Screen waiting() {
        Screen screen = found();
        screen.counter = new CounterList(
                texts.place(),
                true,
                IntStream.range(0, 4)
                        .mapToObj(number -> new CounterList.Coming(
                                id(number),
                                Wording.same(person(number).name()),
                                Refusal.BLOCKED.staffSentence(),
                                texts.place(),
                                Duration.ofMinutes(number)))
                        .toList());
        screen.help = new HelpList(IntStream.range(0, 2)
                .mapToObj(number -> new HelpList.Calling(
                        id(number),
                        texts.place(),
                        new Wording("Ein Gast bittet um Hilfe.", "A guest asks for help."),
                        number == 0 ? null : new Wording(texts.place() + " kommt.", texts.place() + " is coming."),
                        Duration.ofMinutes(3)))
                .toList());
        return screen;
    }

    private Screen corner() {
        Screen screen = found();
        List<TeamSign> signs = new ArrayList<>();
        for (DeviceFault fault : DeviceFault.values()) {
            signs.add(new TeamSign(fault, Wording.same(texts.sentence())));
        }
        screen.corner = new DeskCorner(
                false, 1_234, 999, Sample.MORNING, Wording.same(texts.sentence()), signs, Sample.MORNING);
        return screen;
    }

    private static EntryId id(int number) {
        return new EntryId(new UUID(0x9000L, number));
    }

    private List<Clarification> cases() {
        return List.of(
                about(
                        "c1",
                        ClarificationKind.DOUBLE_ADMISSION,
                        story(1, ClarificationStory.Action.ADMITTED),
                        story(2, ClarificationStory.Action.REGISTERED)),
                about(
                        "c2",
                        ClarificationKind.CORRECTION_CLASH,
                        story(1, ClarificationStory.Action.CORRECTED),
                        story(2, ClarificationStory.Action.CORRECTED)),
                new Clarification(
                        "c3", ClarificationKind.GAP, null, null, null, texts.place(), 12, List.of(), List.of()));
    }

    private Clarification about(String id, ClarificationKind kind, ClarificationStory... stories) {
        return new Clarification(
                id,
                kind,
                Sample.registration(1),
                person(1).name(),
                texts.organisation(),
                null,
                0,
                List.of(id(1), id(2)),
                List.of(stories));
    }

    private ClarificationStory story(int number, ClarificationStory.Action action) {
        boolean corrected = action == ClarificationStory.Action.CORRECTED;
        Instant at = Sample.MORNING.plus(Duration.ofMinutes(number));
        return new ClarificationStory(
                id(number),
                action,
                at,
                Duration.ofSeconds(40),
                number == 1,
                texts.place(),
                Wording.same(texts.place()),
                null,
                true,
                corrected
                        ? List.of(
                                new FieldCorrection(AttendeeField.ORGANISATION, "Amt " + number, texts.organisation()))
                        : List.of(),
                action == ClarificationStory.Action.REGISTERED ? texts.family() : null);
    }

    private OrganiserQuestion question() {
        Wording given = cut(texts.given());
        return new OrganiserQuestion(
                "Essen",
                Wording.same(texts.organisation()),
                List.of(
                        new Wording("vegan", "vegan"),
                        new Wording("vegetarisch", "vegetarian"),
                        given,
                        cut(texts.family()),
                        cut(texts.place()),
                        new Wording("nichts davon", "none of these")));
    }

    private static Wording cut(String text) {
        return Wording.same(text.substring(0, Math.min(text.length(), OrganiserQuestion.LONGEST_CHOICE)));
    }

    private DeskForm form(DeskForm.Kind kind) {
        DeskForm.Builder form = DeskForm.builder(kind.name().hashCode(), kind);
        Map<AttendeeField, String> known = new EnumMap<>(AttendeeField.class);
        for (AttendeeField field : AttendeeField.values()) {
            known.put(field, field.in(person(2).attendee()));
        }
        List<Category> categories = List.of(
                new Category(new CategoryId("one"), Wording.same(texts.organisation()), "#0E3B4A", true),
                new Category(new CategoryId("two"), new Wording("Team", "Crew"), "#0E3B4A", false));
        List<ProgrammeTitle> programmes = List.of(
                new ProgrammeTitle(new ProgrammeId("egk"), Wording.same(texts.organisation())),
                new ProgrammeTitle(new ProgrammeId("itls"), Wording.same(texts.place())));
        DeskForm.Builder filled = switch (kind) {
            case CORRECTION -> form.about(person(2)).fields(CORRECTED, known);
            case SUBSTITUTION -> form.about(person(2)).fields(WALK_IN, Map.of());
            case WALK_IN ->
                form.fields(WALK_IN, Map.of())
                        .categories(categories)
                        .programmes(programmes, Set.of(new ProgrammeId("egk")));
            case ROLE ->
                form.fields(List.of(AttendeeField.FUNCTION, AttendeeField.GIVEN_NAME, AttendeeField.FAMILY_NAME), known)
                        .categories(categories)
                        .time("1");
            case GROUP ->
                form.about(person(1))
                        .members(IntStream.rangeClosed(1, 8)
                                .mapToObj(this::person)
                                .toList());
            case PAPER -> form.about(person(2)).time("09:12");
            case DOCUMENT, MORE_DOCUMENTS -> form.days(DAYS, DAYS.get(1));
            case QUESTION -> form.about(person(2)).question(question());
            case REPRINT, UNCLEAR, LET_IN, SPARE, SUPPLY -> form.about(person(2));
        };
        return filled.build();
    }
}
