package org.einlass.server.presence;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.einlass.contract.id.EntryId;
import org.einlass.server.journal.JournalJson;

/**
 * What a person must look at. Derived from the facts; only its settlement is stored.
 *
 * @param id the same for the same conflict, whenever it is derived
 * @param entries the entries it is made of, in the order of their ids
 */
record Conflict(String id, Kind kind, String subject, List<EntryId> entries) {

    /** What there is to clarify. */
    enum Kind {
        /** Admitted more often than the door's rule allows. */
        DOUBLE_ADMISSION,
        /** The server had refused and the device admitted. */
        VERDICTS_DIFFER,
        /** Admitted provisionally, and still nobody knows the code. */
        PROVISIONAL,
        /** The device cannot have seen the code that it says it read. */
        NOT_PROVEN,
        /** A desk wrote about a registration that nobody knows. */
        UNKNOWN_REGISTRATION,
        /** A desk's letter cannot be opened or understood; its fact stands without it. */
        UNREADABLE_LETTER,
        /** A desk named a category or programme that the event does not have. */
        UNKNOWN_CATEGORY,
        /** Two desks put the same field right in different ways, or one saw what stood there no longer. */
        CORRECTION_CLASH,
        /** Two came instead of one, or one instead of somebody who had no place. */
        SUBSTITUTION_CLASH
    }

    Conflict {
        entries = List.copyOf(new TreeSet<>(entries));
    }

    static Conflict of(Kind kind, String subject, String about, List<EntryId> entries) {
        return new Conflict(JournalJson.hash(kind + " " + subject + " " + about), kind, subject, entries);
    }

    String entriesText() {
        return entries.stream().map(EntryId::toString).collect(Collectors.joining(" "));
    }
}
