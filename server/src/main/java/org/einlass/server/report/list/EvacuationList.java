package org.einlass.server.report.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.registration.Attendee;
import org.einlass.reports.list.PrintedList;
import org.einlass.reports.list.TableValue;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.Area;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.presence.PresenceTable.PresentPerson;
import org.einlass.server.registration.Registration;

/**
 * Who may still be inside, and how far that can be trusted: where exits are not scanned, it says where somebody
 * was seen last and proves nothing.
 */
final class EvacuationList {
    private final EventDocument event;
    private final ListWords words;
    private final Locale locale;

    EvacuationList(EventDocument event, Locale locale) {
        this.event = event;
        this.words = new ListWords(event, locale);
        this.locale = locale;
    }

    /**
     * The list.
     *
     * @param byName all registrations in the order of names
     * @param inside who is in which area since when; somebody may be in several that nest
     * @param since passages before this moment were left out
     */
    PrintedList of(List<Registration> byName, List<PresentPerson> inside, Instant since, Instant now) {
        Map<String, PresentPerson> lastSeen = new HashMap<>();
        inside.forEach(one ->
                lastSeen.merge(one.subject(), one, (a, b) -> a.since().isAfter(b.since()) ? a : b));
        List<PrintedList.Row> rows = new ArrayList<>();
        for (Registration one : byName) {
            PresentPerson seen = lastSeen.remove(one.id().toString());
            if (seen != null) {
                Attendee attendee = one.particulars().attendee();
                rows.add(row(words.name(attendee), attendee.organisation(), seen));
            }
        }
        lastSeen.values().stream()
                .sorted(Comparator.comparing(PresentPerson::since).thenComparing(PresentPerson::subject))
                .forEach(seen -> rows.add(row(words.say("Unbekannter Code", "Unknown code"), "", seen)));
        return new PrintedList(
                words.say("Räumungsliste", "Evacuation list"),
                event.title().in(locale),
                coverage(rows.size(), since),
                now,
                event.zone(),
                locale,
                List.of(
                        words.say("Name", "Name"),
                        words.say("Organisation", "Organisation"),
                        words.say("Zuletzt gesehen", "Last seen"),
                        words.say("Um", "At")),
                words.say("Angetroffen", "Met"),
                false,
                rows);
    }

    private PrintedList.Row row(String name, String organisation, PresentPerson seen) {
        String area = area(seen.area());
        return new PrintedList.Row(
                "",
                List.of(name, organisation, area, words.clock(seen.since())),
                List.of(
                        TableValue.of(name),
                        TableValue.of(organisation),
                        TableValue.of(area),
                        TableValue.of(seen.since())));
    }

    private String area(AreaId id) {
        return event.allAreas().stream()
                .filter(area -> area.id().equals(id))
                .map(area -> area.title().in(locale))
                .findFirst()
                .orElse(id.text());
    }

    private String coverage(int people, Instant since) {
        Set<AreaId> exits = areas(door -> door.direction() == Direction.EXIT);
        String unscanned = event.allAreas().stream()
                .filter(area ->
                        areas(door -> door.direction() != Direction.EXIT).contains(area.id()))
                .filter(area -> !exits.contains(area.id()))
                .map(Area::title)
                .map(title -> title.in(locale))
                .collect(Collectors.joining(", "));
        String count = words.say(
                people + (people == 1 ? " Person" : " Personen") + ", gesehen seit " + words.moment(since) + ". ",
                people + (people == 1 ? " person" : " people") + ", seen since " + words.moment(since) + ". ");
        String exitsSaid = unscanned.isEmpty()
                ? words.say(
                        "Ausgänge werden gescannt; wer ungescannt ging, steht noch hier.",
                        "Exits are scanned; whoever left without a scan still stands here.")
                : words.say(
                        "Ausgänge werden nicht gescannt: zuletzt gesehen, kein Beweis (" + unscanned + ").",
                        "Exits are not scanned: last seen, not proof (" + unscanned + ").");
        return count
                + exitsSaid
                + words.say(
                        " Geräte ohne Netz melden später. Wer nie gescannt wurde, steht nicht hier.",
                        " Devices without network report later. Whoever was never scanned is not here.");
    }

    private Set<AreaId> areas(java.util.function.Predicate<Door> which) {
        return event.doors().stream()
                .filter(which)
                .map(Door::area)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
