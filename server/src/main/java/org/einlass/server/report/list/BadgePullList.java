package org.einlass.server.report.list;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.reports.list.PrintedList;
import org.einlass.server.event.EventDocument;
import org.einlass.server.registration.Registration;
import org.einlass.server.report.RegistrationRows;

/** Badges that lie printed in a box although their bearers no longer come: to be pulled out. */
final class BadgePullList {
    private final EventDocument event;
    private final ListWords words;
    private final Locale locale;

    BadgePullList(EventDocument event, Locale locale) {
        this.event = event;
        this.words = new ListWords(event, locale);
        this.locale = locale;
    }

    /**
     * The list.
     *
     * @param byName all registrations in the order of names
     * @param printed when a badge was printed last that nobody handed out, by registration
     */
    PrintedList of(List<Registration> byName, Map<String, Instant> printed, Instant now) {
        List<PrintedList.Row> rows = byName.stream()
                .filter(one -> one.particulars().status() != RegistrationStatus.CONFIRMED)
                .flatMap(one ->
                        Stream.ofNullable(printed.get(one.id().toString())).map(at -> row(one, at)))
                .toList();
        return new PrintedList(
                words.say("Badges herausnehmen", "Badges to pull"),
                event.title().in(locale),
                words.say(
                        "Gedruckt und nicht ausgegeben, aber die Anmeldung gilt nicht mehr: " + rows.size() + ".",
                        "Printed and not handed out, but the registration no longer holds: " + rows.size() + "."),
                now,
                event.zone(),
                locale,
                List.of(
                        words.say("Name", "Name"),
                        words.say("Organisation", "Organisation"),
                        words.say("Grund", "Reason"),
                        words.say("Gedruckt", "Printed")),
                words.say("Herausgenommen", "Pulled"),
                false,
                rows);
    }

    private PrintedList.Row row(Registration one, Instant printed) {
        return new PrintedList.Row(
                "",
                List.of(
                        words.name(one.particulars().attendee()),
                        one.particulars().attendee().organisation(),
                        RegistrationRows.status(one.particulars().status()).in(locale),
                        words.moment(printed)));
    }
}
