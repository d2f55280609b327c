package org.einlass.server.report;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.EnteredFromPaper;
import org.einlass.contract.journal.JournalEntry.Overridden;
import org.einlass.contract.journal.JournalEntry.Scanned;
import org.einlass.contract.journal.JournalEntry.Substituted;
import org.einlass.contract.journal.JournalEntry.Undone;
import org.einlass.contract.journal.JournalEntry.WalkedIn;
import org.einlass.contract.journal.Outcome;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.statistics.RawFact;
import org.jspecify.annotations.Nullable;

/** Facts as the rows of a table. Nobody who acted is named: only one person's history tells that. */
final class RawFactRows {
    static final List<String> HEADINGS = List.of(
            "entry",
            "device",
            "type",
            "phase",
            "excluded",
            "at",
            "local_time",
            "day",
            "door",
            "direction",
            "registration",
            "verdict",
            "refusal",
            "decided_by",
            "refers_to",
            "code_seen");

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT);

    private final EventDocument event;
    private final EventCalendar calendar;
    private final Map<DoorId, String> directions;

    RawFactRows(EventDocument event) {
        this.event = event;
        this.calendar = new EventCalendar(event.zone(), event.dayBegins());
        this.directions = event.doors().stream().collect(Collectors.toMap(Door::id, RawEventRows::direction));
    }

    List<String> of(RawFact fact) {
        JournalEntry entry = fact.entry();
        Instant at = fact.at();
        DoorId door = door(entry);
        String direction = door == null ? null : directions.get(door);
        Outcome outcome = entry instanceof Scanned scanned ? scanned.outcome() : null;
        return List.of(
                entry.head().id().toString(),
                fact.device(),
                type(entry),
                entry.head().phase().name(),
                fact.excluded() ? "yes" : "no",
                at.toString(),
                LOCAL.format(at.atZone(event.zone())),
                calendar.dayOf(at).toString(),
                door == null ? "" : door.text(),
                direction == null ? "" : direction,
                fact.subject() == null ? "" : fact.subject(),
                verdict(entry),
                outcome == null || outcome.refusal() == null
                        ? ""
                        : outcome.refusal().name(),
                outcome == null ? "" : outcome.source().name(),
                refersTo(entry),
                fact.proven() ? "yes" : "no");
    }

    private static String type(JournalEntry entry) {
        if (entry instanceof Scanned) {
            return "scanned";
        }
        if (entry instanceof Overridden) {
            return "overridden";
        }
        if (entry instanceof Undone) {
            return "undone";
        }
        if (entry instanceof WalkedIn) {
            return "walked-in";
        }
        if (entry instanceof Substituted) {
            return "substituted";
        }
        if (entry instanceof EnteredFromPaper) {
            return "entered-from-paper";
        }
        throw new IllegalArgumentException("Nothing is counted from entries of this kind.");
    }

    private static @Nullable DoorId door(JournalEntry entry) {
        if (entry instanceof Scanned scanned) {
            return scanned.door();
        }
        if (entry instanceof Overridden overridden) {
            return overridden.door();
        }
        return entry instanceof EnteredFromPaper line ? line.door() : null;
    }

    private static String verdict(JournalEntry entry) {
        if (entry instanceof Scanned scanned) {
            return scanned.outcome().verdict().name();
        }
        return entry instanceof Overridden overridden ? overridden.verdict().name() : "";
    }

    private static String refersTo(JournalEntry entry) {
        if (entry instanceof Overridden overridden) {
            return overridden.scan().toString();
        }
        return entry instanceof Undone undone ? undone.entry().toString() : "";
    }
}
