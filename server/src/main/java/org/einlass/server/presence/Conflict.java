package org.einlass.server.presence;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.einlass.contract.desk.ClarificationKind;
import org.einlass.contract.id.EntryId;
import org.einlass.server.journal.JournalJson;

/**
 * What a person must look at. Derived from the facts; only its settlement is stored.
 *
 * @param id the same for the same conflict, whenever it is derived
 * @param entries the entries it is made of, in the order of their ids
 */
record Conflict(String id, ClarificationKind kind, String subject, List<EntryId> entries) {

    Conflict {
        entries = List.copyOf(new TreeSet<>(entries));
    }

    static Conflict of(ClarificationKind kind, String subject, String about, List<EntryId> entries) {
        return new Conflict(JournalJson.hash(kind + " " + subject + " " + about), kind, subject, entries);
    }

    String entriesText() {
        return entries.stream().map(EntryId::toString).collect(Collectors.joining(" "));
    }
}
