package org.einlass.server.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.journal.Fact;

/**
 * What happened to one person: the effective passages among the facts about them, in order of corrected time.
 * A pure function of the set of facts; the order in which they arrived is nowhere in it.
 */
final class PassageHistory {
    private final Set<EntryId> undone = new HashSet<>();
    private final Map<EntryId, Fact> overrides = new HashMap<>();
    private final Map<EntryId, Fact> scans = new TreeMap<>();
    private final List<Fact> lines = new ArrayList<>();

    PassageHistory(Collection<Fact> facts) {
        List<Fact> ordered = facts.stream().sorted().toList();
        findUndone(ordered);
        for (Fact fact : ordered) {
            if (undone.contains(fact.id())) {
                continue;
            }
            if (fact.entry() instanceof JournalEntry.Overridden override) {
                overrides.put(override.scan(), fact);
            }
            if (fact.entry() instanceof JournalEntry.EnteredFromPaper) {
                lines.add(fact);
            }
        }
        ordered.stream()
                .filter(fact -> fact.entry() instanceof JournalEntry.Scanned)
                .forEach(fact -> scans.put(fact.id(), fact));
    }

    /** An undo counts unless it is undone itself; undos that undo each other in a circle all count. */
    private void findUndone(List<Fact> facts) {
        Map<EntryId, List<EntryId>> undosOf = new HashMap<>();
        for (Fact fact : facts) {
            if (fact.entry() instanceof JournalEntry.Undone undo) {
                undosOf.computeIfAbsent(undo.entry(), entry -> new ArrayList<>())
                        .add(fact.id());
            }
        }
        undosOf.keySet().stream()
                .filter(entry -> isUndone(entry, undosOf, new HashSet<>()))
                .forEach(undone::add);
    }

    private static boolean isUndone(EntryId entry, Map<EntryId, List<EntryId>> undosOf, Set<EntryId> seen) {
        if (!seen.add(entry)) {
            return false;
        }
        return undosOf.getOrDefault(entry, List.of()).stream()
                .anyMatch(undo -> !isUndone(undo, undosOf, new HashSet<>(seen)));
    }

    /** The effective passages in order of time. */
    List<Passage> passages() {
        List<Passage> passages = new ArrayList<>();
        scans.values().stream()
                .filter(fact -> !isWithdrawn(fact))
                .map(this::passage)
                .forEach(passages::add);
        overrides.values().stream()
                .filter(Fact::genuine)
                .filter(fact -> !scans.containsKey(override(fact).scan()))
                .filter(fact -> override(fact).verdict() != Verdict.REFUSED)
                .map(fact -> new Passage(
                        fact.at(), override(fact).scan(), override(fact).door(), fact.phase(), fact.id()))
                .forEach(passages::add);
        lines.stream()
                .map(fact -> new Passage(fact.at(), fact.id(), line(fact).door(), fact.phase(), fact.id()))
                .forEach(passages::add);
        passages.sort(null);
        return passages;
    }

    /** Whether a scan let nobody pass: refused, undone, overridden, or made without the code. */
    boolean isWithdrawn(Fact scan) {
        if (undone.contains(scan.id()) || !scan.genuine()) {
            return true;
        }
        Fact override = overrides.get(scan.id());
        Verdict verdict = override == null ? shown(scan) : override(override).verdict();
        return verdict == Verdict.REFUSED;
    }

    private Passage passage(Fact scan) {
        JournalEntry.Scanned scanned = (JournalEntry.Scanned) scan.entry();
        Fact override = overrides.get(scan.id());
        boolean later = override != null && shown(scan) == Verdict.REFUSED;
        return new Passage(
                later && override != null ? override.at() : scan.at(),
                scan.id(),
                scanned.door(),
                scan.phase(),
                scan.id());
    }

    Collection<Fact> scans() {
        return scans.values();
    }

    boolean isUndone(EntryId entry) {
        return undone.contains(entry);
    }

    boolean isOverridden(EntryId scan) {
        return overrides.containsKey(scan);
    }

    static Verdict shown(Fact scan) {
        return ((JournalEntry.Scanned) scan.entry()).outcome().verdict();
    }

    private static JournalEntry.EnteredFromPaper line(Fact fact) {
        return (JournalEntry.EnteredFromPaper) fact.entry();
    }

    private static JournalEntry.Overridden override(Fact fact) {
        return (JournalEntry.Overridden) fact.entry();
    }
}
