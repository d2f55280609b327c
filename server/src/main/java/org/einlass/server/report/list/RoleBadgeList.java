package org.einlass.server.report.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.reports.list.PrintedList;
import org.einlass.reports.list.TableValue;
import org.einlass.server.event.EventDocument;
import org.einlass.server.registration.Registration;
import org.einlass.server.report.GermanNameOrder;

/**
 * The badges of those who work at the event, by function, with how many there are of each: everybody of a category
 * that does not count as visitor. One who has no name yet bears the function and a number.
 */
final class RoleBadgeList {
    private final EventDocument event;
    private final ListWords words;
    private final Locale locale;
    private final Map<CategoryId, Category> categories;

    RoleBadgeList(EventDocument event, Locale locale) {
        this.event = event;
        this.words = new ListWords(event, locale);
        this.locale = locale;
        this.categories = event.categories().stream().collect(Collectors.toMap(Category::id, Function.identity()));
    }

    /**
     * The list.
     *
     * @param byName all registrations in the order of names
     * @param printed the registrations whose badge was printed
     * @param arrivals first arrivals of each day, by registration
     */
    PrintedList of(
            List<Registration> byName,
            Set<String> printed,
            Map<String, Map<LocalDate, Instant>> arrivals,
            Instant now) {
        Map<String, List<Registration>> functions = byName.stream()
                .filter(this::isOfTeam)
                .collect(Collectors.groupingBy(
                        this::function,
                        () -> new TreeMap<>(
                                Comparator.comparing(GermanNameOrder::key).thenComparing(Comparator.naturalOrder())),
                        Collectors.toList()));
        List<PrintedList.Row> rows = functions.entrySet().stream()
                .flatMap(function -> function.getValue().stream()
                        .map(one -> row(
                                function.getKey() + ": " + counts(function.getValue(), printed, arrivals),
                                one,
                                printed,
                                arrivals)))
                .toList();
        List<Registration> all =
                functions.values().stream().flatMap(List::stream).toList();
        return new PrintedList(
                words.say("Rollenschilder nach Funktionen", "Role badges by function"),
                event.title().in(locale),
                words.say("Zusammen: ", "Together: ")
                        + counts(all, printed, arrivals)
                        + words.say(". Sie zählen nicht als Besuch.", ". They do not count as visitors."),
                now,
                event.zone(),
                locale,
                List.of(
                        words.say("Name", "Name"),
                        words.say("Organisation", "Organisation"),
                        words.say("Gedruckt", "Printed"),
                        words.say("Ausgegeben", "Handed out")),
                "",
                false,
                rows);
    }

    private boolean isOfTeam(Registration one) {
        Category category = categories.get(one.particulars().category());
        return category != null
                && !category.countsAsVisitor()
                && one.particulars().status() == RegistrationStatus.CONFIRMED;
    }

    /** What somebody does here; whoever was imported without it is grouped by the category. */
    private String function(Registration one) {
        String function = one.particulars().attendee().function().strip();
        Category category = categories.get(one.particulars().category());
        return !function.isEmpty() || category == null
                ? function
                : category.title().in(locale);
    }

    private String counts(List<Registration> some, Set<String> printed, Map<String, Map<LocalDate, Instant>> arrivals) {
        long made = some.stream().filter(one -> printed.contains(id(one))).count();
        long out = some.stream().filter(one -> arrivals.containsKey(id(one))).count();
        long nameless = some.stream().filter(this::isNameless).count();
        return words.say(
                some.size() + " erfasst, " + made + " gedruckt, " + out + " ausgegeben, " + nameless + " ohne Namen",
                some.size() + " registered, " + made + " printed, " + out + " handed out, " + nameless
                        + " without a name");
    }

    private boolean isNameless(Registration one) {
        Attendee attendee = one.particulars().attendee();
        return attendee.isUnnamed()
                || (attendee.givenName().isBlank()
                        && !attendee.function().isBlank()
                        && attendee.familyName().startsWith(attendee.function()));
    }

    private static String id(Registration one) {
        return one.id().toString();
    }

    private PrintedList.Row row(
            String group, Registration one, Set<String> printed, Map<String, Map<LocalDate, Instant>> arrivals) {
        Attendee attendee = one.particulars().attendee();
        String isPrinted = printed.contains(id(one)) ? words.say("ja", "yes") : "";
        Optional<Instant> out =
                arrivals.getOrDefault(id(one), Map.of()).values().stream().min(Comparator.naturalOrder());
        return new PrintedList.Row(
                group,
                List.of(
                        words.name(attendee),
                        attendee.organisation(),
                        isPrinted.isEmpty() ? "\u2013" : isPrinted,
                        out.map(words::moment).orElse("\u2013")),
                List.of(
                        TableValue.of(words.name(attendee)),
                        TableValue.of(attendee.organisation()),
                        TableValue.of(isPrinted),
                        out.map(TableValue::of).orElseGet(TableValue::nothing)));
    }
}
