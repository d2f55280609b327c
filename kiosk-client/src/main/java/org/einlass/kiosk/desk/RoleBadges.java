package org.einlass.kiosk.desk;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.registration.Category;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DeskSheet;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.desk.device.DeskEdges;
import org.einlass.kiosk.desk.device.RoleBadgeNumbers;
import org.einlass.kiosk.desk.people.WalkInBatch;
import org.einlass.kiosk.desk.state.DeskForm;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.desk.state.UndoableAction;
import org.jspecify.annotations.Nullable;

/**
 * Badges for whoever works at the event: for a person with a function, or some for a function alone, numbered, for
 * whoever does the work. They are registrations of a category that does not count as visitor; nobody is checked in
 * by making one. On the controller's loop.
 */
final class RoleBadges {
    /** As many as one form makes. */
    static final int MOST_COPIES = 20;

    /** More than one desk makes of one function while it has lost what it remembers. */
    private static final int MOST_LOOKED_AT = 200;

    private static final List<AttendeeField> FIELDS = List.of(
            AttendeeField.FUNCTION, AttendeeField.GIVEN_NAME, AttendeeField.FAMILY_NAME, AttendeeField.ORGANISATION);

    private final DeskController controller;
    private final DeskEdges edges;
    private final DeskView view;
    private final Set<Long> underWay = new HashSet<>();

    RoleBadges(DeskController controller, DeskEdges edges, DeskView view) {
        this.controller = controller;
        this.edges = edges;
        this.view = view;
    }

    /** The form, or none where the event has no category for it; the notice says so then. */
    @Nullable
    DeskForm form(long number, DoorSheet sheet) {
        List<Category> categories = sheet.categories().stream()
                .filter(category -> !category.countsAsVisitor())
                .toList();
        if (categories.isEmpty()) {
            view.notice = DeskSentences.NO_ROLE_CATEGORY.attention();
            return null;
        }
        return DeskForm.builder(number, DeskForm.Kind.ROLE)
                .fields(FIELDS, Map.of())
                .categories(categories)
                .time("1")
                .build();
    }

    /** The form was filled in: the badges are made and printed, or the notice says what is missing. */
    void submit(DeskForm form, DeskForm.Input input, DoorSheet sheet) {
        String function = text(input, AttendeeField.FUNCTION);
        boolean named = !text(input, AttendeeField.GIVEN_NAME).isEmpty()
                || !text(input, AttendeeField.FAMILY_NAME).isEmpty();
        Optional<Integer> copies = copies(input.copies());
        if (function.isEmpty()) {
            view.notice = DeskSentences.NO_FUNCTION.attention();
        } else if (copies.isEmpty()) {
            view.notice = DeskSentences.WRONG_COPIES.attention(Wording.same(String.valueOf(MOST_COPIES)));
        } else if (named && copies.get() > 1) {
            view.notice = DeskSentences.ONE_COPY_FOR_A_PERSON.attention();
        } else if (underWay.add(form.number())) {
            make(
                    form,
                    () -> named ? List.of(input.fields()) : numbered(input, function, copies.get(), sheet),
                    input,
                    sheet);
        }
    }

    private static Optional<Integer> copies(String text) {
        return Optional.of(text.strip())
                .filter(digits -> digits.matches("[0-9]{1,2}"))
                .map(Integer::parseInt)
                .filter(number -> number >= 1 && number <= MOST_COPIES);
    }

    private static String text(DeskForm.Input input, AttendeeField field) {
        return input.fields().getOrDefault(field, "").strip();
    }

    /**
     * "Technik 4-3", the third of the desk that is number 4: so that two badges of one function can be told apart, on
     * the list and on the table, whatever another desk makes that has no network either. A number that was given is
     * never given again, though its badge was taken back or the power has failed since. On the gate's loop.
     */
    private List<Map<AttendeeField, String>> numbered(
            DeskForm.Input input, String function, int copies, DoorSheet sheet) {
        DeskSheet desk = sheet.desk();
        String begin = function + " " + (desk == null || desk.number() == null ? "" : desk.number() + "-");
        Pattern numbered = Pattern.compile(Pattern.quote(begin) + "([0-9]{1,4})", Pattern.CASE_INSENSITIVE);
        int found = edges.people().search(function, MOST_LOOKED_AT, sheet).stream()
                .map(person -> numbered.matcher(person.attendee().familyName()))
                .filter(Matcher::matches)
                .mapToInt(number -> Integer.parseInt(number.group(1)))
                .max()
                .orElse(0);
        RoleBadgeNumbers numbers = edges.device().roleBadgeNumbers();
        int first = Math.max(found, numbers.last(begin)) + 1;
        numbers.keep(begin, first + copies - 1);
        return IntStream.range(first, first + copies)
                .mapToObj(number -> {
                    Map<AttendeeField, String> fields = new EnumMap<>(AttendeeField.class);
                    fields.putAll(input.fields());
                    fields.put(AttendeeField.FAMILY_NAME, begin + number);
                    return fields;
                })
                .toList();
    }

    private void make(
            DeskForm form, Supplier<List<Map<AttendeeField, String>>> people, DeskForm.Input input, DoorSheet sheet) {
        CategoryId chosen = input.category();
        CategoryId category = chosen == null ? form.categories().get(0).id() : chosen;
        Set<ProgrammeId> programmes =
                sheet.programmes().stream().map(DoorSheet.ProgrammeTitle::id).collect(Collectors.toSet());
        var unused = edges.device()
                .atDesk(desk -> WalkInBatch.register(desk, people.get(), category, programmes))
                .whenComplete((made, broken) -> controller.onLoop(() -> {
                    underWay.remove(form.number());
                    if (made == null) {
                        view.notice = DeskSentences.ofFailure(broken).attention();
                        return;
                    }
                    if (!made.orders().isEmpty()) {
                        print(made, sheet);
                    }
                    if (made.why().isPresent()) {
                        view.notice = new DeskNotice(
                                DeskNotice.Tone.ATTENTION, made.why().get().sentence());
                    } else if (view.form != null && view.form.number() == form.number()) {
                        view.form = null;
                        view.aside = false;
                    }
                }));
    }

    private void print(WalkInBatch made, DoorSheet sheet) {
        List<BadgeOrder> orders = made.orders();
        int last = made.entries().size() - 1;
        for (int at = 0; at < orders.size(); at++) {
            edges.people().add(orders.get(at), sheet);
            edges.device().print(made.entries().get(last - at), orders.get(at));
        }
        Wording names = Wording.same(Stream.of(orders.get(0), orders.get(orders.size() - 1))
                .map(order -> order.attendee().fullName())
                .distinct()
                .collect(Collectors.joining(" \u2013 ")));
        controller.canUndo(new UndoableAction(DeskSentences.ROLE_BADGE.say(names), null, made.entries()));
        view.notice = DeskSentences.ROLE_BADGES_MADE.done(names);
    }
}
