package org.einlass.server.scan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.server.answer.Answer;
import org.einlass.server.answer.AnswerTable;
import org.einlass.server.answer.AnswerTable.StoredAnswer;
import org.einlass.server.answer.IncomingScan;
import org.einlass.server.database.DirectSql;
import org.einlass.server.journal.FactTable;
import org.jdbi.v3.core.Handle;

/**
 * What the ids of scans mean that were asked about or reported earlier. An answered id gets its answer again,
 * for ever. An id whose outcome was reported first gets that outcome. An id belongs to one device and one
 * content.
 */
final class AnsweredScans {
    private final Map<EntryId, StoredAnswer> answers = new HashMap<>();
    private final Map<EntryId, Outcome> outcomes = new HashMap<>();

    private AnsweredScans() {}

    /**
     * Looks for the ids in one query, and for more only where it finds some: of nearly all scans there is
     * nothing.
     */
    static AnsweredScans read(
            Handle handle,
            EventId event,
            Collection<IncomingScan> scans,
            AnswerTable answerTable,
            FactTable factTable) {
        AnsweredScans repeated = new AnsweredScans();
        Set<EntryId> known = known(handle, event, scans);
        if (!known.isEmpty()) {
            repeated.answers.putAll(answerTable.stored(handle, event, known));
            factTable.of(handle, event, known).forEach(fact -> {
                if (fact.entry() instanceof JournalEntry.Scanned scanned) {
                    repeated.outcomes.put(fact.id(), scanned.outcome());
                }
            });
        }
        return repeated;
    }

    private static Set<EntryId> known(Handle handle, EventId event, Collection<IncomingScan> scans) {
        List<Object[]> ids = scans.stream()
                .map(scan -> new Object[] {scan.scan().id().toString()})
                .toList();
        return Set.copyOf(
                DirectSql.all(handle, """
                with asked (id) as (values <rows>)
                select id from asked
                where exists (select 1 from answers a where a.event = ? and a.id = asked.id)
                    or exists (select 1 from facts f where f.event = ? and f.id = asked.id)
                """, row -> EntryId.of(row.getString(1)), ids, event.text(), event.text()));
    }

    /** The answer that the scan's id has. */
    Optional<StoredAnswer> answer(IncomingScan scan) {
        return Optional.ofNullable(answers.get(scan.scan().id()));
    }

    /** The outcome that a device has reported for the scan's id. */
    Optional<Outcome> outcome(IncomingScan scan) {
        return Optional.ofNullable(outcomes.get(scan.scan().id()));
    }

    /** The scan is answered now: the same id gets this answer from here on. */
    void add(IncomingScan scan, Answer answer) {
        answers.put(scan.scan().id(), new StoredAnswer(scan.device().text(), scan.content(), answer));
    }
}
