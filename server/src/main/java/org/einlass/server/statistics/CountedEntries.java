package org.einlass.server.statistics;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry.Newcomer;
import org.einlass.contract.journal.JournalEntry.WalkedIn;
import org.einlass.server.journal.Fact;
import org.einlass.server.presence.Passages;
import org.jspecify.annotations.Nullable;

/** Who went in when, as {@link Passages} read the facts, and who came to a desk without a registration. */
final class CountedEntries {
    private final Map<EntryId, CountedFact> facts = new HashMap<>();
    private final Passages passages;

    private CountedEntries(Collection<CountedFact> facts) {
        facts.forEach(fact -> this.facts.put(fact.entry().head().id(), fact));
        passages = Passages.of(facts.stream()
                .map(fact -> new Fact(fact.at().toEpochMilli(), fact.proven(), fact.entry()))
                .toList());
    }

    static CountedEntries of(Collection<CountedFact> facts) {
        return new CountedEntries(facts);
    }

    /**
     * Who came in when.
     *
     * @param isEntry which doors lead in; who walked in, or came instead of somebody, stands at the desk, whatever
     *     door they take from there, but for badges that were made for a function or at a station for badges only
     */
    List<Arrival> in(Predicate<DoorId> isEntry) {
        return Stream.concat(
                        through().filter(arrival -> isEntry.test(Objects.requireNonNull(arrival.door()))),
                        atDesks(Newcomer::isArrival))
                .toList();
    }

    /** Who went through which door when, in order of time. */
    List<Arrival> passages() {
        return through().toList();
    }

    /** Whether nobody took an entry back. */
    boolean stands(EntryId entry) {
        return !passages.isUndone(entry);
    }

    private Stream<Arrival> through() {
        return passages.passed().stream().flatMap(passage -> arrival(passage.entry(), passage.at(), passage.door()));
    }

    private Stream<Arrival> arrival(EntryId entry, Instant at, @Nullable DoorId door) {
        CountedFact fact = facts.get(entry);
        String subject = fact == null ? null : fact.subject();
        return fact == null || subject == null
                ? Stream.empty()
                : Stream.of(new Arrival(subject, at, door, Arrival.Recording.of(fact.entry())));
    }

    /** Who came without a registration, less what was undone. */
    Set<String> walkIns() {
        return atDesks(WalkedIn.class::isInstance).map(Arrival::subject).collect(Collectors.toSet());
    }

    /** Who got a badge at a desk, without a registration or instead of somebody else: they stand there. */
    private Stream<Arrival> atDesks(Predicate<Newcomer> which) {
        return passages.standing()
                .filter(fact -> fact.entry() instanceof Newcomer newcomer && which.test(newcomer))
                .flatMap(fact -> arrival(fact.id(), Instant.ofEpochMilli(fact.at()), null));
    }
}
