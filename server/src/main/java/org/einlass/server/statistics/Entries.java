package org.einlass.server.statistics;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.server.admission.Passages;

/** Who went in when, as {@link Passages} read the facts. */
final class Entries {
    private Entries() {}

    /** One person went in. */
    record Entered(String subject, Instant at) {}

    /** @param isEntry which doors lead in */
    static List<Entered> in(Collection<Happening> facts, Predicate<DoorId> isEntry) {
        Map<EntryId, String> subjects = new HashMap<>();
        facts.stream()
                .filter(fact -> fact.subject() != null)
                .forEach(fact -> subjects.put(fact.entry().head().id(), fact.subject()));
        List<Passages.Told> told = facts.stream()
                .map(fact -> new Passages.Told(fact.at(), fact.proven(), fact.entry()))
                .toList();
        return Passages.of(told).stream()
                .filter(passage -> isEntry.test(passage.door()) && subjects.containsKey(passage.entry()))
                .map(passage -> new Entered(subjects.get(passage.entry()), passage.at()))
                .toList();
    }
}
