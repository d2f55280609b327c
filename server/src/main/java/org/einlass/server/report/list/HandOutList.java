package org.einlass.server.report.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.registration.Attendee;
import org.einlass.reports.list.PrintedList;
import org.einlass.reports.list.TableValue;
import org.einlass.server.event.EventDocument;
import org.einlass.server.registration.Registration;
import org.einlass.server.statistics.HandOuts;
import org.jspecify.annotations.Nullable;

/** What the hand-out points have given to whom, and what of it is still out. */
final class HandOutList {
    private final EventDocument event;
    private final ListWords words;
    private final Locale locale;

    HandOutList(EventDocument event, Locale locale) {
        this.event = event;
        this.words = new ListWords(event, locale);
        this.locale = locale;
    }

    /**
     * The list.
     *
     * @param byName all registrations in the order of names
     * @param given what was given, whatever came back
     * @param outOnly only what was lent and has not come back
     */
    PrintedList of(List<Registration> byName, List<HandOuts.Given> given, boolean outOnly, Instant now) {
        Map<String, Registration> known =
                byName.stream().collect(Collectors.toMap(one -> one.id().toString(), Function.identity()));
        List<String> order = byName.stream().map(one -> one.id().toString()).toList();
        Map<String, Integer> places = new HashMap<>();
        order.forEach(id -> places.put(id, places.size()));
        List<PrintedList.Row> rows = new ArrayList<>();
        given.stream()
                .filter(one -> !outOnly || one.isOut())
                .sorted(Comparator.comparing((HandOuts.Given one) -> what(one))
                        .thenComparing(one -> places.getOrDefault(one.subject(), Integer.MAX_VALUE))
                        .thenComparing(HandOuts.Given::at)
                        .thenComparing(HandOuts.Given::subject))
                .forEach(one -> rows.add(row(one, known.get(one.subject()))));
        long out = given.stream().filter(HandOuts.Given::isOut).count();
        return new PrintedList(
                outOnly ? words.say("Noch nicht zurück", "Still out") : words.say("Ausgegeben", "Handed out"),
                event.title().in(locale),
                words.say(
                        "Noch nicht zurück: " + out + ". Geräte ohne Netz melden später.",
                        "Still out: " + out + ". Devices without network report later."),
                now,
                event.zone(),
                locale,
                List.of(
                        words.say("Name", "Name"),
                        words.say("Organisation", "Organisation"),
                        words.say("Ausgegeben", "Given"),
                        words.say("Zurück", "Back")),
                List.of(
                        words.say("Name", "Name"),
                        words.say("Organisation", "Organisation"),
                        words.say("Ausgegeben", "Given"),
                        words.say("Zurück", "Back"),
                        words.say("Stand", "State")),
                words.say("Erledigt", "Done"),
                false,
                rows);
    }

    private String what(HandOuts.Given one) {
        return one.gives().what().in(locale);
    }

    private PrintedList.Row row(HandOuts.Given one, @Nullable Registration holder) {
        Attendee attendee = holder == null ? null : holder.particulars().attendee();
        Instant back = one.backAt();
        String name = attendee == null ? words.say("Unbekannter Code", "Unknown code") : words.name(attendee);
        String organisation = attendee == null ? "" : attendee.organisation();
        String open = one.isOut() ? words.say("noch nicht zurück", "not back yet") : words.say("bleibt", "to keep");
        return new PrintedList.Row(
                what(one),
                List.of(
                        name,
                        organisation,
                        words.moment(one.at()),
                        back != null ? words.moment(back) : one.isOut() ? words.say("noch nicht", "not yet") : open),
                List.of(
                        TableValue.of(name),
                        TableValue.of(organisation),
                        TableValue.of(one.at()),
                        back == null ? TableValue.nothing() : TableValue.of(back),
                        TableValue.of(back == null ? open : words.say("zurück", "back"))));
    }
}
