package org.einlass.server.report.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.reports.list.PrintedList;
import org.einlass.reports.list.TableValue;
import org.einlass.server.event.EventDocument;
import org.einlass.server.registration.Registration;
import org.einlass.server.report.GermanNameOrder;
import org.einlass.server.report.list.AttendanceListRequest.Order;
import org.einlass.server.report.list.AttendanceListRequest.Who;
import org.einlass.server.statistics.OrganisationSpellings;

/** Who came and who did not: everybody who was expected, and who came anyway, of every category. */
final class AttendanceList {
    private final EventDocument event;
    private final AttendanceListRequest request;
    private final Map<String, Map<LocalDate, Instant>> arrivals;
    private final ListWords words;
    private final Locale locale;

    /** @param arrivals first arrivals of each day, by registration */
    AttendanceList(
            EventDocument event,
            AttendanceListRequest request,
            Map<String, Map<LocalDate, Instant>> arrivals,
            Locale locale) {
        this.event = event;
        this.request = request;
        this.arrivals = arrivals;
        this.words = new ListWords(event, locale);
        this.locale = locale;
    }

    /**
     * The list.
     *
     * @param byName all registrations in the order of names
     */
    PrintedList of(List<Registration> byName, Instant now) {
        List<Registration> expected = byName.stream().filter(this::isExpected).toList();
        long came = expected.stream().filter(one -> arrival(one).isPresent()).count();
        OrganisationSpellings spellings = OrganisationSpellings.of(
                byName.stream().map(AttendanceList::organisation).toList());
        Stream<Registration> wanted = expected.stream().filter(this::isWanted);
        if (request.pages() || request.order() == Order.ORGANISATION) {
            wanted = wanted.sorted(Comparator.comparing(
                            (Registration one) -> GermanNameOrder.key(spellings.spelling(organisation(one))))
                    .thenComparing(one -> spellings.keyOf(organisation(one))));
        }
        List<PrintedList.Row> rows = wanted.map(one -> row(one, spellings.spelling(organisation(one))))
                .toList();
        return new PrintedList(
                title(),
                event.title().in(locale),
                note(came, expected.size()),
                now,
                event.zone(),
                locale,
                List.of(
                        words.say("Name", "Name"),
                        words.say("Organisation", "Organisation"),
                        words.say("Kategorie", "Category"),
                        words.say("Gekommen", "Arrived")),
                request.signature() ? words.say("Unterschrift", "Signature") : "",
                request.pages(),
                rows);
    }

    private String title() {
        String title = switch (request.who()) {
            case ALL -> words.say("Wer gekommen ist und wer nicht", "Who came and who did not");
            case ARRIVED -> words.say("Wer gekommen ist", "Who came");
            case ABSENT -> words.say("Wer nicht gekommen ist", "Who did not come");
        };
        LocalDate day = request.day();
        return day == null ? title : title + ", " + words.day(day);
    }

    private String note(long came, long expected) {
        return words.say(
                "Erwartet: " + expected + ". Gekommen: " + came + ". Nicht gekommen: " + (expected - came)
                        + ". Alle Kategorien, auch die, die nicht als Besuch zählen.",
                "Expected: " + expected + ". Came: " + came + ". Did not come: " + (expected - came)
                        + ". All categories, also those that do not count as visitors.");
    }

    private boolean isExpected(Registration one) {
        LocalDate day = request.day();
        boolean forDay = day == null
                || one.particulars().days().isEmpty()
                || one.particulars().days().contains(day);
        return (one.particulars().status() == RegistrationStatus.CONFIRMED && forDay)
                || arrival(one).isPresent();
    }

    private boolean isWanted(Registration one) {
        return request.who() == Who.ALL || arrival(one).isPresent() == (request.who() == Who.ARRIVED);
    }

    private Optional<Instant> arrival(Registration one) {
        Map<LocalDate, Instant> days = arrivals.getOrDefault(one.id().toString(), Map.of());
        LocalDate day = request.day();
        return day == null ? days.values().stream().min(Comparator.naturalOrder()) : Optional.ofNullable(days.get(day));
    }

    private static String organisation(Registration one) {
        return one.particulars().attendee().organisation();
    }

    /** @param spelling of the organisation, the same on all its lines */
    private PrintedList.Row row(Registration one, String spelling) {
        String organisation = organisation(one);
        String group = spelling.isEmpty() ? words.say("Ohne Organisation", "No organisation") : spelling;
        String name = words.name(one.particulars().attendee());
        String category = category(one.particulars().category());
        Optional<Instant> arrival = arrival(one);
        return new PrintedList.Row(
                request.pages() ? group : "",
                List.of(name, organisation, category, arrival.map(words::moment).orElse("\u2013")),
                List.of(
                        TableValue.of(name),
                        TableValue.of(organisation),
                        TableValue.of(category),
                        arrival.map(TableValue::of).orElseGet(TableValue::nothing)));
    }

    private String category(CategoryId id) {
        return event.categories().stream()
                .filter(category -> category.id().equals(id))
                .map(category -> category.title().in(locale))
                .findFirst()
                .orElse(id.text());
    }
}
