package org.einlass.server.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.server.journal.Fact;

/**
 * Who went through which door when: what devices showed, less what was undone or refused by hand, and what
 * was let in by hand. The one reading of the facts for all who count; a pure function of their set, whatever
 * the order in which they came.
 */
public final class Passages {
    private final List<Fact> facts;
    private final PassageHistory history;

    private Passages(List<Fact> facts) {
        this.facts = facts;
        this.history = new PassageHistory(facts);
    }

    /** Reads facts. */
    public static Passages of(Collection<Fact> facts) {
        return new Passages(List.copyOf(facts));
    }

    /**
     * One person went through one door.
     *
     * @param at corrected time; that of the override where a person let in whom the device had refused
     * @param entry the entry that shows it
     */
    public record Passed(Instant at, DoorId door, EntryId entry) {}

    /** In order of time. */
    public List<Passed> passed() {
        return history.passages().stream()
                .map(passage -> new Passed(Instant.ofEpochMilli(passage.at()), passage.door(), passage.entry()))
                .toList();
    }

    /** The facts that nobody took back. */
    public Stream<Fact> standing() {
        return facts.stream().filter(fact -> !isUndone(fact.id()));
    }

    /** Whether somebody took an entry back. */
    public boolean isUndone(EntryId entry) {
        return history.isUndone(entry);
    }
}
