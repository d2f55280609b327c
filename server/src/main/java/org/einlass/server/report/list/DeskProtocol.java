package org.einlass.server.report.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.desk.ClarificationKind;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.Settled;
import org.einlass.contract.journal.SettlementReason;
import org.einlass.reports.list.PrintedList;
import org.einlass.reports.list.TableValue;
import org.einlass.server.event.EventDocument;
import org.einlass.server.presence.ConflictTable.Item;
import org.einlass.server.presence.clarification.OpenCase;
import org.einlass.server.registration.Registration;
import org.einlass.server.statistics.DeskAction;
import org.jspecify.annotations.Nullable;

/** The desks' protocol of a day: what staff did, what they clarified, and what nobody has clarified yet. */
final class DeskProtocol {
    private final EventDocument event;
    private final Locale locale;
    private final ListWords words;
    private final DeskActionWords actionWords;

    /** @param people all registrations */
    DeskProtocol(EventDocument event, List<Registration> people, Locale locale) {
        this.event = event;
        this.locale = locale;
        this.words = new ListWords(event, locale);
        this.actionWords = new DeskActionWords(
                event,
                locale,
                people.stream().collect(Collectors.toMap(one -> one.id().toString(), Function.identity())));
    }

    /**
     * The protocol.
     *
     * @param actions of the day, in order of time
     * @param items conflicts, settled or not
     * @param ofDevices gaps, copied disks and dangling references, settled or not
     * @param open what nobody has settled
     */
    PrintedList of(
            LocalDate day,
            List<DeskAction> actions,
            List<Item> items,
            List<OpenCase> ofDevices,
            List<OpenCase> open,
            Instant now) {
        Set<String> unsettled = open.stream().map(OpenCase::id).collect(Collectors.toSet());
        Map<String, Clarified> byId = new HashMap<>();
        items.forEach(item -> byId.put(item.id(), clarified(item)));
        ofDevices.forEach(one -> byId.put(one.id(), clarified(one, unsettled)));
        List<PrintedList.Row> rows = new ArrayList<>();
        List<PrintedList.Row> clarified = new ArrayList<>();
        for (DeskAction action : actions) {
            if (action.entry() instanceof Settled settled) {
                clarified.add(clarified(action, settled.reason(), byId.get(settled.conflict())));
            } else {
                rows.add(row(action));
            }
        }
        String note = note(rows.size(), clarified.size(), open.size());
        rows.addAll(clarified);
        open.forEach(one -> rows.add(open(one)));
        return new PrintedList(
                words.say("Schalterprotokoll, ", "Desk protocol, ") + words.day(day),
                event.title().in(locale),
                note,
                now,
                event.zone(),
                locale,
                List.of(
                        words.say("Vorgang", "Action"),
                        words.say("Wen es betrifft", "Whom it concerns"),
                        words.say("Gerät", "Device"),
                        words.say("Um", "At")),
                List.of(
                        words.say("Vorgang", "Action"),
                        words.say("Gezählt", "Counted"),
                        words.say("Wen es betrifft", "Whom it concerns"),
                        words.say("Gerät", "Device"),
                        words.say("Um", "At")),
                "",
                false,
                rows);
    }

    private String note(int actions, int clarified, int open) {
        return words.say(
                "Vorgänge: " + actions + ". Geklärt: " + clarified + ". Noch zu klären: " + open
                        + ". Proben und ausgeschlossene Geräte stehen nicht hier; Geräte ohne Netz melden später.",
                "Actions: " + actions + ". Clarified: " + clarified + ". Still to clarify: " + open
                        + ". Rehearsals and excluded devices are not here; devices without network report later.");
    }

    private PrintedList.Row open(OpenCase one) {
        return row(
                words.say("Noch zu klären, von allen Tagen", "Still to clarify, of all days"),
                one.kind().sentence().in(locale),
                actionWords.whom(one.subject()),
                one.device() == null ? "" : one.device().text(),
                null);
    }

    private PrintedList.Row row(DeskAction action) {
        String group = words.say("Vorgänge", "Actions");
        if (action.entry() instanceof JournalEntry.Counted counted) {
            return counted(group, action, counted.people());
        }
        return row(
                group, actionWords.what(action), actionWords.whom(action), DeskActionWords.where(action), action.at());
    }

    /** On paper the number stands behind the action, in a spreadsheet it can be summed up. */
    private PrintedList.Row counted(String group, DeskAction action, int people) {
        String whom = actionWords.whom(action);
        String device = DeskActionWords.where(action);
        return new PrintedList.Row(
                group,
                List.of(actionWords.what(action), whom, device, words.clock(action.at())),
                List.of(
                        TableValue.of(words.say("Gezählt", "Counted")),
                        TableValue.of(people),
                        TableValue.of(whom),
                        TableValue.of(device),
                        TableValue.of(action.at())));
    }

    private PrintedList.Row row(String group, String what, String whom, String device, @Nullable Instant at) {
        return new PrintedList.Row(
                group,
                List.of(what, whom, device, at == null ? "\u2013" : words.clock(at)),
                List.of(
                        TableValue.of(what),
                        TableValue.nothing(),
                        TableValue.of(whom),
                        TableValue.of(device),
                        at == null ? TableValue.nothing() : TableValue.of(at)));
    }

    /**
     * What somebody has settled, as it is now.
     *
     * @param about a person, or the device whose journal has a gap or was copied
     */
    private record Clarified(ClarificationKind kind, String about, boolean openAgain) {}

    private Clarified clarified(Item item) {
        return new Clarified(ClarificationKind.valueOf(item.kind()), actionWords.whom(item.subject()), !item.settled());
    }

    private Clarified clarified(OpenCase one, Set<String> unsettled) {
        return new Clarified(
                one.kind(),
                one.device() == null
                        ? actionWords.whom(one.subject())
                        : one.device().text(),
                unsettled.contains(one.id()));
    }

    /** New facts may have explained what somebody settled; then it is there no more. */
    private PrintedList.Row clarified(DeskAction action, @Nullable SettlementReason reason, @Nullable Clarified found) {
        String what = found == null
                ? words.say("Besteht nicht mehr", "Exists no more")
                : found.kind().sentence().in(locale)
                        + actionWords.reason(reason)
                        + (found.openAgain() ? words.say(" (wieder offen)", " (open again)") : "");
        return row(
                words.say("Geklärt", "Clarified"),
                what,
                found == null ? "\u2013" : found.about(),
                DeskActionWords.where(action),
                action.at());
    }
}
