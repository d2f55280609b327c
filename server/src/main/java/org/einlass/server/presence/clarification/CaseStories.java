package org.einlass.server.presence.clarification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.desk.ClarificationStory;
import org.einlass.contract.desk.ClarificationStory.Action;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.DeskMessage;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.registration.Attendee;
import org.einlass.server.journal.Fact;
import org.einlass.server.presence.clarification.ClarificationQueries.EntryPlace;
import org.jspecify.annotations.Nullable;

/** Tells what each entry of a case says: pure. */
record CaseStories(
        Map<EntryId, EntryPlace> places, Map<DoorId, Wording> doors, Map<EntryId, Optional<DeskMessage>> messages) {
    private static final Wording GONE = new Wording("eine frühere Tür", "a former door");

    Optional<ClarificationStory> story(Fact fact) {
        return Optional.ofNullable(places.get(fact.id())).map(place -> story(fact, place));
    }

    private ClarificationStory story(Fact fact, EntryPlace place) {
        JournalEntry entry = fact.entry();
        Outcome outcome = entry instanceof JournalEntry.Scanned scanned ? scanned.outcome() : null;
        Refusal refusal = outcome == null ? null : outcome.refusal();
        DeskMessage message = messages.getOrDefault(fact.id(), Optional.empty()).orElse(null);
        return new ClarificationStory(
                fact.id(),
                action(entry),
                Instant.ofEpochMilli(place.at()),
                Duration.ofMillis(place.uncertainty()),
                place.sure(),
                place.device(),
                door(entry),
                refusal,
                outcome != null && outcome.source() == Outcome.Source.DEVICE,
                message == null ? List.of() : changes(message),
                message == null ? null : name(message));
    }

    private static List<FieldCorrection> changes(DeskMessage message) {
        return message.corrections().stream()
                .filter(change -> change.field() != null && change.seen() != null && change.now() != null)
                .toList();
    }

    private static @Nullable String name(DeskMessage message) {
        Attendee attendee = message.attendee();
        if (attendee != null) {
            return attendee.fullName();
        }
        return message.answers().entrySet().stream()
                .findFirst()
                .map(one -> one.getKey() + " – " + one.getValue())
                .orElse(null);
    }

    private @Nullable Wording door(JournalEntry entry) {
        DoorId door = entry instanceof JournalEntry.Scanned scanned
                ? scanned.door()
                : entry instanceof JournalEntry.Overridden overridden
                        ? overridden.door()
                        : entry instanceof JournalEntry.EnteredFromPaper line ? line.door() : null;
        return door == null ? null : doors.getOrDefault(door, GONE);
    }

    private static Action action(JournalEntry entry) {
        if (entry instanceof JournalEntry.Scanned scanned) {
            return switch (scanned.outcome().verdict()) {
                case ADMITTED -> Action.ADMITTED;
                case PROVISIONAL -> Action.PROVISIONAL;
                case REFUSED -> Action.REFUSED;
            };
        }
        if (entry instanceof JournalEntry.Overridden overridden) {
            return overridden.verdict() == Verdict.REFUSED ? Action.SENT_AWAY : Action.LET_IN;
        }
        if (entry instanceof JournalEntry.Substituted) {
            return Action.REPRESENTED;
        }
        if (entry instanceof JournalEntry.WalkedIn) {
            return Action.REGISTERED;
        }
        if (entry instanceof JournalEntry.QuestionAnswered) {
            return Action.ANSWERED;
        }
        if (entry instanceof JournalEntry.Corrected || entry instanceof JournalEntry.GuestEntry) {
            return Action.CORRECTED;
        }
        if (entry instanceof JournalEntry.BadgeReissued) {
            return Action.REISSUED;
        }
        if (entry instanceof JournalEntry.Printed) {
            return Action.PRINTED;
        }
        if (entry instanceof JournalEntry.EnteredFromPaper) {
            return Action.FROM_PAPER;
        }
        return entry instanceof JournalEntry.Undone ? Action.UNDONE : Action.OTHER;
    }
}
