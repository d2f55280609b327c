package org.einlass.server.console.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.server.console.Reader;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.BookedSession;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventDocument.Programme;
import org.einlass.server.event.EventDocument.Rule;
import org.einlass.server.event.EventDocument.Session;
import org.einlass.server.event.EventDocument.Window;

/**
 * A door's rule in plain words: "May enter once a day, from 4 July 2022, 08:00, only with the programme IT
 * show."
 */
final class RuleSentence {
    private final Reader reader;
    private final EventDocument document;

    RuleSentence(Reader reader, EventDocument document) {
        this.reader = reader;
        this.document = document;
    }

    String of(Door door) {
        if (door.direction() == Direction.EXIT) {
            return reader.say("rule.exit");
        }
        if (door.isBadgeOnly()) {
            return reader.say("rule.badgeOnly");
        }
        List<String> parts = new ArrayList<>();
        Rule rule = door.rule();
        ReuseRule reuse = rule == null || rule.repetition() == null ? ReuseRule.FREE : rule.repetition();
        parts.add(reader.say("rule." + reuse.name()));
        if (rule != null && reuse == ReuseRule.REENTRY_WINDOW) {
            Duration within = rule.reentryWindow();
            parts.add(reader.say("rule.reentry", within == null ? 0 : within.toMinutes()));
        }
        if (rule != null) {
            conditions(rule, parts);
        }
        if (door.prints()) {
            parts.add(reader.say("rule.prints"));
        }
        return String.join(", ", parts) + ".";
    }

    private void conditions(Rule rule, List<String> parts) {
        if (rule.window() != null) {
            window(rule.window(), parts);
        }
        if (rule.programmes() != null && !rule.programmes().isEmpty()) {
            parts.add(reader.say(
                    "rule.programmes",
                    document.allProgrammes().stream()
                            .filter(programme -> rule.programmes().contains(programme.id()))
                            .map(Programme::title)
                            .map(reader::words)
                            .collect(Collectors.joining(", "))));
        }
        if (rule.categories() != null && !rule.categories().isEmpty()) {
            parts.add(reader.say(
                    "rule.categories",
                    document.categories().stream()
                            .filter(category -> rule.categories().contains(category.id()))
                            .map(category -> reader.words(category.title()))
                            .collect(Collectors.joining(", "))));
        }
        if (rule.days() != null && !rule.days().isEmpty()) {
            parts.add(reader.say(
                    "rule.days", rule.days().stream().sorted().map(reader::day).collect(Collectors.joining(", "))));
        }
        if (rule.booking() != null) {
            parts.add(booking(rule.booking()));
        }
        if (rule.provisional()) {
            parts.add(reader.say("rule.provisional"));
        }
    }

    private void window(Window window, List<String> parts) {
        if (window.from() != null) {
            parts.add(reader.say("rule.from", reader.moment(window.from(), document.zone())));
        }
        if (window.until() != null) {
            parts.add(reader.say("rule.until", reader.moment(window.until(), document.zone())));
        }
        if (window.grace() != null && !window.grace().isZero()) {
            parts.add(reader.say("rule.grace", window.grace().toMinutes()));
        }
    }

    private String booking(BookedSession booking) {
        String title = document.allSessions().stream()
                .filter(session -> session.id().equals(booking.session()))
                .map(Session::title)
                .map(reader::words)
                .collect(Collectors.joining());
        return booking.holdFor() == null
                ? reader.say("rule.booked", title)
                : reader.say(
                        "rule.booked.until",
                        title,
                        Objects.requireNonNull(booking.holdFor()).toMinutes());
    }
}
