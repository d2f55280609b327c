package org.einlass.server.report.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.registration.BoxedBadge;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.reports.list.PrintedList;
import org.einlass.reports.list.TableValue;
import org.einlass.server.badge.BadgeSheet;
import org.einlass.server.event.EventDocument;
import org.einlass.server.registration.Registration;
import org.einlass.server.report.RegistrationRows;
import org.jspecify.annotations.Nullable;

/**
 * Badges that lie printed although nobody comes for them: to be pulled out. Those that were printed beforehand stand
 * first, by box and number.
 */
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
     * @param sheets those that were printed beforehand and are to be pulled, by box and number
     * @param printed when a device printed a badge last that nobody handed out, by registration
     */
    PrintedList of(List<Registration> byName, List<BadgeSheet> sheets, Map<String, Instant> printed, Instant now) {
        Map<String, Registration> known =
                byName.stream().collect(Collectors.toMap(one -> one.id().toString(), Function.identity()));
        List<PrintedList.Row> rows = new ArrayList<>();
        sheets.forEach(sheet -> rows.add(row(sheet, known.get(String.valueOf(sheet.registration())))));
        byName.stream()
                .filter(one -> one.particulars().status() != RegistrationStatus.CONFIRMED)
                .filter(one -> printed.containsKey(one.id().toString()))
                .forEach(one -> rows.add(gone(one, printed.get(one.id().toString()))));
        return new PrintedList(
                words.say("Badges herausnehmen", "Badges to pull"),
                event.title().in(locale),
                words.say(
                        "Gedruckt und nicht ausgegeben, aber die Anmeldung gilt nicht mehr, oder das Namensschild wurde"
                                + " neu gedruckt: " + rows.size() + ".",
                        "Printed and not handed out, but the registration no longer holds, or the badge was printed"
                                + " anew: " + rows.size() + "."),
                now,
                event.zone(),
                locale,
                List.of(
                        words.say("Name", "Name"),
                        words.say("Grund", "Reason"),
                        words.say("Organisation", "Organisation"),
                        words.say("Kasten · Nr.", "Box · no.")),
                List.of(
                        words.say("Kasten", "Box"),
                        words.say("Nr.", "No."),
                        words.say("Name", "Name"),
                        words.say("Organisation", "Organisation"),
                        words.say("Grund", "Reason"),
                        words.say("Gedruckt", "Printed")),
                words.say("Herausgenommen", "Pulled"),
                false,
                rows);
    }

    private PrintedList.Row row(BadgeSheet sheet, @Nullable Registration one) {
        String reason = reason(sheet, one);
        String name = one == null ? "–" : words.name(one.particulars().attendee());
        String organisation = one == null ? "–" : one.particulars().attendee().organisation();
        return new PrintedList.Row(
                "",
                List.of(name, reason, organisation, BoxedBadge.mark(sheet.box(), sheet.number())),
                List.of(
                        TableValue.of(sheet.box()),
                        TableValue.of(sheet.number()),
                        TableValue.of(name),
                        TableValue.of(organisation),
                        TableValue.of(reason),
                        TableValue.nothing()));
    }

    private String reason(BadgeSheet sheet, @Nullable Registration one) {
        if (one == null) {
            return words.say("Anmeldung entfernt oder zusammengeführt", "Registration removed or merged");
        }
        if (one.particulars().status() != RegistrationStatus.CONFIRMED) {
            return RegistrationRows.status(one.particulars().status()).in(locale);
        }
        return words.say(
                "neu gedruckt, bitte das alte (Druck " + sheet.run() + ")",
                "printed anew, pull the old one (print " + sheet.run() + ")");
    }

    private PrintedList.Row gone(Registration one, @Nullable Instant printed) {
        String name = words.name(one.particulars().attendee());
        String organisation = one.particulars().attendee().organisation();
        String status = RegistrationRows.status(one.particulars().status()).in(locale);
        String reason =
                printed == null ? status : status + words.say(", gedruckt ", ", printed ") + words.moment(printed);
        return new PrintedList.Row(
                "",
                List.of(name, reason, organisation, "–"),
                List.of(
                        TableValue.nothing(),
                        TableValue.nothing(),
                        TableValue.of(name),
                        TableValue.of(organisation),
                        TableValue.of(status),
                        printed == null ? TableValue.nothing() : TableValue.of(printed)));
    }
}
