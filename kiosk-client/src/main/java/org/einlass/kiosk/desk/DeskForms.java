package org.einlass.kiosk.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.journal.OverrideReason;
import org.einlass.contract.journal.ReissueReason;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.registration.BoxedBadge;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DeskSheet;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.desk.device.DeskEdges;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.people.LocalPeople;
import org.einlass.kiosk.desk.state.DeskDocument;
import org.einlass.kiosk.desk.state.DeskForm;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.desk.state.DeskSupply;
import org.einlass.kiosk.desk.state.UndoableAction;
import org.einlass.kiosk.gate.Desk;
import org.einlass.kiosk.gate.DeskResult;
import org.einlass.kiosk.gate.GateReading;
import org.jspecify.annotations.Nullable;

/**
 * The desk's forms: opens them, and has the device do what was filled in. What the device declines leaves the form
 * open, with the sentence that says why. On the controller's loop.
 */
final class DeskForms {
    private static final List<AttendeeField> CORRECTED = List.of(
            AttendeeField.TITLE,
            AttendeeField.GIVEN_NAME,
            AttendeeField.PARTICLE,
            AttendeeField.FAMILY_NAME,
            AttendeeField.FUNCTION,
            AttendeeField.ORGANISATION,
            AttendeeField.BADGE_NAME,
            AttendeeField.PHOTOGRAPHS);
    private static final List<AttendeeField> NEW = List.of(
            AttendeeField.GIVEN_NAME, AttendeeField.FAMILY_NAME, AttendeeField.ORGANISATION, AttendeeField.PHOTOGRAPHS);

    private final DeskController controller;
    private final DeskEdges edges;
    private final DeskView view;
    private final Set<String> sent = new HashSet<>();
    private final PaperEntry paper;
    private final RoleBadges roles;
    private final DeskQuestions questions;
    private long numbers;
    private @Nullable LocalDate day;

    DeskForms(DeskController controller, DeskEdges edges, DeskView view) {
        this.controller = controller;
        this.edges = edges;
        this.view = view;
        this.paper = new PaperEntry(this, view);
        this.roles = new RoleBadges(controller, edges, view);
        this.questions = new DeskQuestions(controller, edges, this, view);
    }

    /** Opens a form about whoever is shown, where there is something to fill in. */
    void open(DeskForm.Kind kind, DoorSheet sheet) {
        DeskPerson person = view.person;
        boolean alone = kind == DeskForm.Kind.WALK_IN || kind == DeskForm.Kind.DOCUMENT || kind == DeskForm.Kind.ROLE;
        if (!alone && person == null) {
            view.notice = DeskSentences.NOBODY_SHOWN.calm();
            return;
        }
        if (kind == DeskForm.Kind.LET_IN && view.refused == null) {
            view.notice = DeskSentences.NOT_REFUSED.calm(Wording.same(person == null ? "" : person.name()));
            return;
        }
        view.notice = kind == DeskForm.Kind.REPRINT && person != null ? inBox(person) : null;
        view.aside = false;
        boolean unclear = kind == DeskForm.Kind.REPRINT
                && person != null
                && edges.device().unclearPrint(person.registration()).isPresent();
        if (kind == DeskForm.Kind.ROLE) {
            view.form = roles.form(++numbers, sheet);
            return;
        }
        if (kind == DeskForm.Kind.QUESTION && person != null) {
            questions.ask(person);
            return;
        }
        if (kind == DeskForm.Kind.GROUP && person != null) {
            openGroup(person, sheet);
            return;
        }
        view.form = form(unclear ? DeskForm.Kind.UNCLEAR : kind, person, sheet);
    }

    /** The shown person's delegation: whoever of the same organisation may come in and is not here yet. */
    private void openGroup(DeskPerson person, DoorSheet sheet) {
        List<DeskPerson> members = edges.people().delegation(person, sheet);
        if (members.stream().allMatch(member -> member.registration().equals(person.registration()))) {
            view.notice = DeskSentences.NO_GROUP.calm(
                    Wording.same(person.attendee().organisation()), Wording.same(person.name()));
            return;
        }
        if (members.size() > LocalPeople.MOST_IN_GROUP) {
            view.notice = DeskSentences.LARGE_GROUP.calm(
                    Wording.same(person.attendee().organisation()),
                    Wording.same(String.valueOf(LocalPeople.MOST_IN_GROUP)));
        }
        view.form = DeskForm.builder(++numbers, DeskForm.Kind.GROUP)
                .about(person)
                .members(members.subList(0, Math.min(members.size(), LocalPeople.MOST_IN_GROUP)))
                .build();
    }

    /** These people of a delegation are checked in, one after the other. */
    void checkInGroup(DeskForm form, Set<RegistrationId> there) {
        DeskPerson about = form.about();
        List<DeskPerson> members = form.members().stream()
                .filter(member -> there.contains(member.registration()))
                .toList();
        if (form.kind() != DeskForm.Kind.GROUP || about == null || members.isEmpty()) {
            view.notice = DeskSentences.NOBODY_CHOSEN.calm();
            return;
        }
        view.form = null;
        view.aside = false;
        view.emptySearch();
        view.handled = view.handled || there.contains(about.registration());
        new GroupCheckIn(controller, view, about.attendee().organisation(), members).begin();
    }

    /**
     * Whether an open form takes what a scanner has read: a badge without a name becomes that of whoever is shown.
     *
     * @param found to whom the code leads already
     */
    boolean takes(DeskForm form, GateReading reading, Optional<DeskPerson> found, DoorSheet sheet) {
        DeskPerson about = form.about();
        Optional<Code> spare = reading.texts().stream()
                .flatMap(text -> Code.parse(text).stream())
                .filter(code -> code.kind() == CodeKind.BADGE)
                .findFirst();
        if (form.kind() != DeskForm.Kind.SPARE || about == null || spare.isEmpty() || found.isPresent()) {
            return false;
        }
        act(form, desk -> desk.assign(about.badge(), spare.get()), (entry, assigned) -> {
            edges.people().add(assigned.badge().printedHere(), sheet);
            done(DeskSentences.ASSIGNING, about, assigned.entries(), DeskSentences.ASSIGNED);
            controller.lookAgain(about);
        });
        return true;
    }

    /** What lies printed in a box is said before anything is printed. */
    private static @Nullable DeskNotice inBox(DeskPerson person) {
        return person.badge()
                .inBox()
                .map(boxed -> DeskSentences.IN_BOX.attention(Wording.same(person.name()), boxed.words()))
                .orElse(null);
    }

    /** Whoever was let in here gets the badge from its box; one key takes back both. */
    void handOut(DeskPerson person, UndoableAction letIn, EntryId scan) {
        BoxedBadge boxed = person.badge().boxed();
        DeskNotice said = view.notice;
        if (boxed == null) {
            return;
        }
        act("box " + scan, desk -> desk.handOut(person.badge(), boxed, scan), (entry, from) -> {
            List<EntryId> entries = new ArrayList<>(List.of(entry));
            entries.addAll(letIn.entries());
            controller.canUndo(new UndoableAction(letIn.what(), person, entries));
            view.notice = DeskSentences.FROM_BOX.done(said == null ? Wording.same("") : said.sentence(), from.words());
            controller.lookAgain(person);
        });
    }

    private DeskForm form(DeskForm.Kind kind, @Nullable DeskPerson person, DoorSheet sheet) {
        DeskForm.Builder made = DeskForm.builder(++numbers, kind);
        if (kind == DeskForm.Kind.DOCUMENT) {
            day = today(sheet);
            return made.about(person).days(days(sheet), day).build();
        }
        if (person == null || kind == DeskForm.Kind.WALK_IN) {
            return made.fields(NEW, Map.of())
                    .categories(sheet.categories())
                    .programmes(sheet.programmes(), programmes(sheet))
                    .build();
        }
        DeskForm.Builder filled = switch (kind) {
            case CORRECTION -> made.fields(CORRECTED, known(CORRECTED, person));
            case PAPER -> made.time(paper.suggested());
            case SUBSTITUTION -> made.fields(NEW, known(List.of(AttendeeField.ORGANISATION), person));
            case LET_IN -> made.refused(view.refused);
            default -> made;
        };
        return filled.about(person).build();
    }

    private static Map<AttendeeField, String> known(List<AttendeeField> fields, DeskPerson person) {
        Map<AttendeeField, String> known = new EnumMap<>(AttendeeField.class);
        fields.forEach(field -> known.put(field, field.in(person.attendee())));
        return known;
    }

    /** Those of this desk's door; all of the event where the door asks for none. */
    private static Set<ProgrammeId> programmes(DoorSheet sheet) {
        Set<ProgrammeId> asked = sheet.rule().programmes();
        return asked.isEmpty()
                ? Set.copyOf(sheet.programmes().stream()
                        .map(DoorSheet.ProgrammeTitle::id)
                        .toList())
                : asked;
    }

    /** A form was filled in. */
    void submit(DeskForm form, DeskForm.Input input, DoorSheet sheet) {
        DeskPerson about = form.about();
        if (form.kind() == DeskForm.Kind.ROLE) {
            roles.submit(form, input, sheet);
        } else if (form.kind() == DeskForm.Kind.WALK_IN) {
            register(
                    form,
                    sheet,
                    desk -> desk.walkIn(
                            input.fields(),
                            input.category() == null ? sheet.categories().get(0).id() : input.category(),
                            input.programmes(),
                            Set.of()));
        } else if (about != null && form.kind() == DeskForm.Kind.SUBSTITUTION) {
            register(form, sheet, desk -> desk.substitute(about.registration(), input.fields()));
        } else if (about != null && form.kind() == DeskForm.Kind.CORRECTION) {
            correct(form, about, input.fields(), sheet);
        }
    }

    /** Somebody new is registered, and checked in by the badge that was made. */
    private void register(DeskForm form, DoorSheet sheet, Function<Desk, DeskResult<BadgeOrder>> work) {
        act(form, work, (entry, order) -> {
            edges.people().add(order, sheet);
            DeskPerson person = edges.people().find(order.registration(), sheet).orElse(null);
            view.person = person;
            view.handled = true;
            controller.scan(new CheckIn(person, List.of(entry), order), GateReading.of(order.code()));
        });
    }

    private void correct(DeskForm form, DeskPerson about, Map<AttendeeField, String> fields, DoorSheet sheet) {
        List<FieldCorrection> corrections = new ArrayList<>();
        fields.forEach((field, now) -> {
            String seen = field.in(about.attendee());
            if (!seen.equals(now.strip())) {
                corrections.add(new FieldCorrection(field, seen, now.strip()));
            }
        });
        act(form, desk -> desk.correct(about.registration(), corrections), (entry, registration) -> {
            BadgeOrder corrected = about.badge()
                    .corrected(AttendeeField.attendee(field -> fields.getOrDefault(field, field.in(about.attendee()))
                            .strip()));
            edges.people().add(corrected, sheet);
            done(DeskSentences.CORRECTION, about, List.of(entry), DeskSentences.CORRECTED);
            controller.lookAgain(about);
            if (edges.people().find(about.registration(), sheet).orElse(about).printed()) {
                reprint(form, about, corrected, ReissueReason.CORRECTED, List.of(entry), sheet);
            }
        });
    }

    /** The time that stands on the paper was typed. */
    void enterFromPaper(DeskForm form, String time) {
        paper.enter(form, time, () -> {
            view.handled = true;
            view.emptySearch();
            controller.lookAgain(form.about());
        });
    }

    /** What somebody answers, in their own words. */
    void answer(DeskForm form, String words, DoorSheet sheet) {
        questions.answer(form, words, sheet);
    }

    /** The number of the next form. */
    long next() {
        return ++numbers;
    }

    /** A reason was chosen, by its number from 1. */
    void choose(DeskForm form, int number, DoorSheet sheet) {
        DeskPerson about = form.about();
        if (form.kind() == DeskForm.Kind.QUESTION) {
            questions.choose(form, number, sheet);
            return;
        }
        if (form.kind() == DeskForm.Kind.DOCUMENT) {
            chooseDocument(number, sheet);
            return;
        }
        if (form.kind() == DeskForm.Kind.MORE_DOCUMENTS) {
            print(DeskDocument.more(), number);
            return;
        }
        if (form.kind() == DeskForm.Kind.SUPPLY) {
            if (number >= 1 && number <= form.reasons()) {
                view.form = null;
                view.aside = false;
                controller.print(List.of(DeskSupply.values()).get(number - 1), sheet);
            }
            return;
        }
        if (about == null) {
            return;
        }
        if (form.kind() == DeskForm.Kind.UNCLEAR) {
            if (number == 1 || number == 2) {
                decide(about, number == 1);
            }
            return;
        }
        if (form.kind() == DeskForm.Kind.REPRINT) {
            ReissueReason reason = number == 1 ? ReissueReason.LOST : ReissueReason.DAMAGED;
            if (number == 1 || number == 2) {
                reprint(form, about, about.badge(), reason, List.of(), sheet);
            }
            return;
        }
        OverrideReason reason = switch (number) {
            case 1 -> OverrideReason.APPROVED;
            case 2 -> OverrideReason.IDENTITY_CHECKED;
            case 3 -> OverrideReason.LIST_WRONG;
            case 4 -> OverrideReason.OTHER;
            default -> null;
        };
        EntryId scan = form.refused();
        if (form.kind() == DeskForm.Kind.LET_IN && reason != null && scan != null) {
            letIn(form, about, scan, reason);
        }
    }

    /** The days among which one is chosen; none where the event has one. */
    private static List<LocalDate> days(DoorSheet sheet) {
        DeskSheet desk = sheet.desk();
        return desk == null || desk.days().size() < 2 ? List.of() : desk.days();
    }

    /** Today, where it is one of them. */
    private @Nullable LocalDate today(DoorSheet sheet) {
        LocalDate today = sheet.calendar().dayOf(edges.clock().instant());
        return days(sheet).contains(today) ? today : null;
    }

    /** The next list is of this day; null for all of them. */
    void chooseDay(@Nullable LocalDate chosen) {
        day = chosen;
    }

    /** Behind the documents stand more of them, and what the desk makes by itself; the key 0 is the tenth. */
    private void chooseDocument(int digit, DoorSheet sheet) {
        int number = digit == 0 ? 10 : digit;
        int documents = DeskDocument.firstOnes().size();
        if (number == documents + 1) {
            view.form = DeskForm.builder(++numbers, DeskForm.Kind.MORE_DOCUMENTS)
                    .days(days(sheet), day)
                    .build();
        } else if (number == documents + 2) {
            view.form = DeskForm.builder(++numbers, DeskForm.Kind.SUPPLY).build();
        } else {
            print(DeskDocument.firstOnes(), number);
        }
    }

    private void print(List<DeskDocument> documents, int number) {
        if (number >= 1 && number <= documents.size()) {
            view.form = null;
            view.aside = false;
            controller.print(documents.get(number - 1), day);
        }
    }

    /** Somebody looked at the printer: the badge is there, or is printed again. */
    private void decide(DeskPerson about, boolean cameOut) {
        view.form = null;
        view.aside = false;
        edges.device().unclearPrint(about.registration()).ifPresent(job -> {
            edges.device().decidePrint(job.print(), cameOut);
            Wording who = Wording.same(about.name());
            view.notice = (cameOut ? DeskSentences.CAME_OUT : DeskSentences.PRINTED_AGAIN).done(who);
            if (!cameOut) {
                edges.device().print(job.scan(), about.badge());
            }
        });
    }

    private void letIn(DeskForm form, DeskPerson about, EntryId scan, OverrideReason reason) {
        act(form, desk -> desk.override(scan, Verdict.ADMITTED, reason), (entry, verdict) -> {
            if (scan.equals(view.refused)) {
                view.refused = null;
                view.handled = true;
            }
            done(DeskSentences.LETTING_IN, about, List.of(entry), DeskSentences.LET_IN);
            if (!about.printed()) {
                edges.device().print(entry, about.badge());
            }
            handOut(
                    about,
                    new UndoableAction(DeskSentences.LETTING_IN.say(Wording.same(about.name())), about, List.of(entry)),
                    scan);
            controller.lookAgain(about);
        });
    }

    private void reprint(
            DeskForm form,
            DeskPerson about,
            BadgeOrder badge,
            ReissueReason reason,
            List<EntryId> before,
            DoorSheet sheet) {
        act(form, desk -> desk.reprint(badge, Set.of(), reason), (entry, order) -> {
            edges.people().add(order, sheet);
            List<EntryId> entries = new ArrayList<>(List.of(entry));
            entries.addAll(before);
            done(
                    before.isEmpty() ? DeskSentences.REPRINT : DeskSentences.CORRECTION,
                    about,
                    entries,
                    before.isEmpty() ? DeskSentences.REPRINTED : DeskSentences.CORRECTED_AND_REPRINTED);
            edges.device().print(entry, order);
            controller.lookAgain(about);
        });
    }

    private void done(DeskSentences noun, DeskPerson about, List<EntryId> entries, DeskSentences sentence) {
        Wording who = Wording.same(about.name());
        controller.canUndo(new UndoableAction(noun.say(who), about, entries));
        view.notice = sentence.done(who);
    }

    void done(UndoableAction action, DeskNotice notice) {
        controller.canUndo(action);
        view.notice = notice;
    }

    <T> void act(DeskForm form, Function<Desk, DeskResult<T>> work, BiConsumer<EntryId, T> then) {
        act(String.valueOf(form.number()), work, (entry, value) -> {
            if (view.form != null && view.form.number() == form.number()) {
                view.form = null;
                view.aside = false;
            }
            then.accept(entry, value);
        });
    }

    /**
     * Has something done at the desk, unless the same is under way; {@code then} says so in the notice.
     *
     * @param matter what it settles: once, however often the key is pressed
     */
    <T> void act(String matter, Function<Desk, DeskResult<T>> work, BiConsumer<EntryId, T> then) {
        if (!sent.add(matter)) {
            return;
        }
        view.notice = DeskSentences.SAVING.calm();
        var unused = edges.device()
                .atDesk(work)
                .whenComplete((result, broken) -> controller.onLoop(() -> {
                    sent.remove(matter);
                    if (result == null) {
                        view.notice = failed(broken);
                        return;
                    }
                    view.notice = result.<@Nullable DeskNotice>fold(
                            (entry, value) -> {
                                view.notice = null;
                                then.accept(entry, value);
                                return view.notice;
                            },
                            why -> new DeskNotice(DeskNotice.Tone.ATTENTION, why.sentence()));
                }));
    }

    /** Why nothing could be done at all. */
    DeskNotice failed(@Nullable Throwable broken) {
        return (edges.device().isWithdrawn() ? DeskSentences.WITHDRAWN : DeskSentences.ofFailure(broken)).attention();
    }
}
