package org.einlass.server.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.journal.Fact;

/**
 * Who went through which door when: what devices showed, less what was undone or refused by hand, and what
 * was let in by hand. The one reading of the facts for all who count; a pure function of their set, whatever
 * the order in which they came.
 */
public final class Passages {
    private final List<Told> facts;
    private final PassageHistory history;

    private Passages(List<Told> facts) {
        this.facts = facts;
        this.history = new PassageHistory(facts.stream()
                .map(told -> new Fact(told.at().toEpochMilli(), told.genuine(), told.entry()))
                .toList());
    }

    /** Reads facts. */
    public static Passages of(Collection<Told> facts) {
        return new Passages(List.copyOf(facts));
    }

    /**
     * A fact, as far as it matters here.
     *
     * @param at corrected time
     * @param genuine false where the entry's writer never saw the code
     */
    public record Told(Instant at, boolean genuine, JournalEntry entry) {}

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
    public List<Told> standing() {
        return facts.stream()
                .filter(told -> !history.isUndone(told.entry().head().id()))
                .toList();
    }
}
