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
import org.einlass.contract.journal.JournalEntry.Newcomer;
import org.einlass.contract.journal.JournalEntry.WalkedIn;
import org.einlass.server.presence.Passages;
import org.jspecify.annotations.Nullable;

/** Who went in when, as {@link Passages} read the facts, and who came to a desk without a registration. */
final class CountedEntries {
    private CountedEntries() {}

    /**
     * @param isEntry which doors lead in; who walked in, or came instead of somebody, stands at the desk, whatever
     *     door they take from there
     */
    static List<Arrival> in(Collection<CountedFact> facts, Predicate<DoorId> isEntry) {
        Map<EntryId, CountedFact> entries = entries(facts);
        Stream<Arrival> passed = Passages.of(told(facts)).stream()
                .filter(passage -> isEntry.test(passage.door()))
                .flatMap(passage -> arrival(entries.get(passage.entry()), passage.at(), passage.door()));
        return Stream.concat(passed, atDesks(facts, entry -> true)).toList();
    }

    /** Who went through which door when, in order of time. */
    static List<Arrival> passages(Collection<CountedFact> facts) {
        Map<EntryId, CountedFact> entries = entries(facts);
        return Passages.of(told(facts)).stream()
                .flatMap(passage -> arrival(entries.get(passage.entry()), passage.at(), passage.door()))
                .toList();
    }

    private static Stream<Arrival> arrival(@Nullable CountedFact fact, Instant at, @Nullable DoorId door) {
        String subject = fact == null ? null : fact.subject();
        return fact == null || subject == null
                ? Stream.empty()
                : Stream.of(new Arrival(subject, at, door, Arrival.Recording.of(fact.entry())));
    }

    /** Who came without a registration, less what was undone. */
    static Set<String> walkIns(Collection<CountedFact> facts) {
        return atDesks(facts, WalkedIn.class::isInstance).map(Arrival::subject).collect(Collectors.toSet());
    }

    /** Who got a badge at a desk, without a registration or instead of somebody else: they stand there. */
    private static Stream<Arrival> atDesks(Collection<CountedFact> facts, Predicate<Newcomer> which) {
        Map<EntryId, CountedFact> entries = entries(facts);
        return Passages.standing(told(facts)).stream()
                .filter(fact -> fact.entry() instanceof Newcomer newcomer && which.test(newcomer))
                .flatMap(fact -> arrival(entries.get(fact.entry().head().id()), fact.at(), null));
    }

    private static Map<EntryId, CountedFact> entries(Collection<CountedFact> facts) {
        Map<EntryId, CountedFact> entries = new HashMap<>();
        facts.forEach(fact -> entries.put(fact.entry().head().id(), fact));
        return entries;
    }

    private static List<Passages.Told> told(Collection<CountedFact> facts) {
        return facts.stream()
                .map(fact -> new Passages.Told(fact.at(), fact.proven(), fact.entry()))
                .toList();
    }
}
