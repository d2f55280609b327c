package org.einlass.server.statistics;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry.WalkedIn;
import org.einlass.server.presence.Passages;
import org.jspecify.annotations.Nullable;

/** Who went in when, as {@link Passages} read the facts, and who came to a desk without a registration. */
final class CountedEntries {
    private CountedEntries() {}

    /** One person went in. */
    record Entered(String subject, Instant at) {}

    /**
     * @param isEntry which doors lead in; who walked in stands at the desk, whatever door they take from
     *     there
     */
    static List<Entered> in(Collection<CountedFact> facts, Predicate<DoorId> isEntry) {
        Map<EntryId, String> subjects = subjects(facts);
        Stream<Entered> passed = Passages.of(told(facts)).stream()
                .filter(passage -> isEntry.test(passage.door()))
                .flatMap(passage -> entered(subjects.get(passage.entry()), passage.at()));
        return Stream.concat(passed, walkedIn(facts)).toList();
    }

    private static Stream<Entered> entered(@Nullable String subject, Instant at) {
        return subject == null ? Stream.empty() : Stream.of(new Entered(subject, at));
    }

    /** Who came without a registration, less what was undone. */
    static Set<String> walkIns(Collection<CountedFact> facts) {
        return walkedIn(facts).map(Entered::subject).collect(Collectors.toSet());
    }

    private static Stream<Entered> walkedIn(Collection<CountedFact> facts) {
        Map<EntryId, String> subjects = subjects(facts);
        return Passages.standing(told(facts)).stream()
                .filter(fact -> fact.entry() instanceof WalkedIn)
                .flatMap(fact -> entered(subjects.get(fact.entry().head().id()), fact.at()));
    }

    private static Map<EntryId, String> subjects(Collection<CountedFact> facts) {
        Map<EntryId, String> subjects = new HashMap<>();
        facts.stream()
                .filter(fact -> fact.subject() != null)
                .forEach(fact -> subjects.put(fact.entry().head().id(), fact.subject()));
        return subjects;
    }

    private static List<Passages.Told> told(Collection<CountedFact> facts) {
        return facts.stream()
                .map(fact -> new Passages.Told(fact.at(), fact.proven(), fact.entry()))
                .toList();
    }
}
