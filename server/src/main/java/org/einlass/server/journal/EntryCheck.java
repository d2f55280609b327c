package org.einlass.server.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an entry from outside lacks although the contract promises it: JSON leaves absent parts null.
 */
final class EntryCheck {
    private EntryCheck() {}

    /** The name of the first missing part, or null where nothing is missing. */
    static @Nullable String missing(JournalEntry entry) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        EntryHead head = entry.head();
        parts.put("head", head);
        if (head != null) {
            parts.put("head.id", head.id());
            parts.put("head.phase", head.phase());
            parts.put("head.time", head.time());
            if (head.time() != null) {
                parts.put("head.time.wall", head.time().wall());
                parts.put("head.time.boot", head.time().boot());
                parts.put("head.time.monotonic", head.time().monotonic());
            }
        }
        own(entry, parts);
        return parts.entrySet().stream()
                .filter(part -> part.getValue() == null)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static void own(JournalEntry entry, Map<String, @Nullable Object> parts) {
        if (entry instanceof JournalEntry.Scanned scanned) {
            parts.put("door", scanned.door());
            parts.put("outcome", scanned.outcome());
            if (scanned.outcome() != null) {
                parts.put("outcome.verdict", scanned.outcome().verdict());
                parts.put("outcome.source", scanned.outcome().source());
            }
        } else if (entry instanceof JournalEntry.Overridden overridden) {
            parts.put("scan", overridden.scan());
            parts.put("door", overridden.door());
            parts.put("code", overridden.code());
            parts.put("verdict", overridden.verdict());
        } else if (entry instanceof JournalEntry.Undone undone) {
            parts.put("entry", undone.entry());
        } else if (entry instanceof JournalEntry.Counted counted) {
            parts.put("area", counted.area());
        } else if (entry instanceof JournalEntry.Settled settled) {
            parts.put("conflict", settled.conflict());
        } else if (entry instanceof JournalEntry.Printed printed) {
            parts.put("scan", printed.scan());
            parts.put("registration", printed.registration());
            parts.put("stage", printed.stage());
        } else if (entry instanceof JournalEntry.BadgeReissued reissued) {
            parts.put("registration", reissued.registration());
            parts.put("badge", reissued.badge());
        } else {
            ofDesk(entry, parts);
        }
    }

    private static void ofDesk(JournalEntry entry, Map<String, @Nullable Object> parts) {
        if (entry instanceof JournalEntry.Newcomer newcomer) {
            parts.put("registration", newcomer.registration());
            parts.put("category", newcomer.category());
            parts.put("badge", newcomer.badge());
            parts.put("letter", newcomer.letter());
        } else if (entry instanceof JournalEntry.Corrected corrected) {
            parts.put("registration", corrected.registration());
            parts.put("letter", corrected.letter());
        } else if (entry instanceof JournalEntry.EnteredFromPaper line) {
            parts.put("door", line.door());
            parts.put("writtenAt", line.writtenAt());
            parts.put("uncertainty", line.uncertainty());
        }
        if (entry instanceof JournalEntry.GuestEntry guests) {
            parts.put("scan", guests.scan());
            parts.put("registration", guests.registration());
        }
        if (entry instanceof JournalEntry.PhotoAnswered answered) {
            parts.put("answer", answered.answer());
        }
        if (entry instanceof JournalEntry.SpellingCorrected spelling) {
            parts.put("letter", spelling.letter());
        }
        if (entry instanceof JournalEntry.QuestionAnswered answered) {
            parts.put("letter", answered.letter());
        }
        if (entry instanceof JournalEntry.Substituted substituted) {
            parts.put("represents", substituted.represents());
        }
    }
}
