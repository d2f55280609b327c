package org.einlass.server.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.EnteredFromPaper;
import org.einlass.contract.journal.JournalEntry.Overridden;
import org.einlass.contract.journal.JournalEntry.Scanned;
import org.einlass.contract.journal.JournalEntry.Undone;
import org.einlass.contract.journal.JournalEntry.WalkedIn;

/**
 * Who went in when: what the devices showed, less what was undone or refused by hand, and what they let in by hand. A pure
 * function of the set of facts, whatever the order in which they came.
 */
final class Entries {
    private final Map<EntryId, Set<EntryId>> undos = new HashMap<>();
    private final Map<EntryId, Overridden> overrides = new HashMap<>();
    private final Predicate<DoorId> isEntry;

    /** One person went in. */
    record Entered(String subject, Instant at) {}

    private Entries(Collection<Happening> facts, Predicate<DoorId> isEntry) {
        this.isEntry = isEntry;
        facts.forEach(this::noteUndo);
        facts.stream()
                .filter(fact -> !isUndone(fact.entry().head().id(), new HashSet<>()))
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .forEach(this::noteOverride);
    }

    /** @param isEntry which doors lead in */
    static List<Entered> in(Collection<Happening> facts, Predicate<DoorId> isEntry) {
        Entries entries = new Entries(facts, isEntry);
        List<Entered> entered = new ArrayList<>();
        Set<EntryId> scanned = new HashSet<>();
        for (Happening fact : facts) {
            if (fact.entry() instanceof Scanned scan && fact.subject() != null) {
                scanned.add(scan.head().id());
                if (entries.counts(fact, scan)) {
                    entered.add(new Entered(fact.subject(), fact.at()));
                }
            }
        }
        for (Happening fact : facts) {
            if (fact.entry() instanceof Overridden override
                    && fact.subject() != null
                    && !scanned.contains(override.scan())
                    && entries.letsIn(override)) {
                entered.add(new Entered(fact.subject(), fact.at()));
            }
        }
        for (Happening fact : facts) {
            if (fact.subject() != null && entries.bringsIn(fact.entry())) {
                entered.add(new Entered(fact.subject(), fact.at()));
            }
        }
        return entered;
    }

    /** Who walked in stands at the desk, whatever door they take from there. */
    private boolean bringsIn(JournalEntry entry) {
        boolean came =
                entry instanceof WalkedIn || (entry instanceof EnteredFromPaper line && isEntry.test(line.door()));
        return came && !isUndone(entry.head().id(), new HashSet<>());
    }

    private void noteUndo(Happening fact) {
        if (fact.entry() instanceof Undone undo) {
            undos.computeIfAbsent(undo.entry(), entry -> new HashSet<>())
                    .add(undo.head().id());
        }
    }

    private void noteOverride(Happening fact) {
        if (fact.entry() instanceof Overridden override) {
            overrides.put(override.scan(), override);
        }
    }

    private boolean isUndone(EntryId entry, Set<EntryId> seen) {
        return seen.add(entry)
                && undos.getOrDefault(entry, Set.of()).stream().anyMatch(undo -> !isUndone(undo, new HashSet<>(seen)));
    }

    private boolean counts(Happening fact, Scanned scan) {
        EntryId id = scan.head().id();
        if (!fact.proven() || !isEntry.test(scan.door()) || isUndone(id, new HashSet<>())) {
            return false;
        }
        Overridden override = overrides.get(id);
        Verdict verdict = override == null ? scan.outcome().verdict() : override.verdict();
        return verdict != Verdict.REFUSED;
    }

    private boolean letsIn(Overridden override) {
        return override.equals(overrides.get(override.scan()))
                && override.verdict() != Verdict.REFUSED
                && isEntry.test(override.door());
    }
}
