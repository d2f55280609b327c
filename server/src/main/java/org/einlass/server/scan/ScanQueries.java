package org.einlass.server.scan;

import java.util.List;
import java.util.Set;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.answer.IncomingScan;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;

/** What one look at several tables tells of scans: answers beside facts and presence. Reads only. */
final class ScanQueries {
    private ScanQueries() {}

    /** Those ids that were asked about or reported before: of nearly all scans none. */
    static Set<String> heard(Handle handle, EventId event, List<IncomingScan> questions) {
        List<Object[]> ids = questions.stream()
                .map(question -> new Object[] {question.scan().id().toString()})
                .toList();
        return Set.copyOf(DirectSql.all(handle, """
                with asked (id) as (values <rows>)
                select id from asked
                where exists (select 1 from answers a where a.event = ? and a.id = asked.id)
                    or exists (select 1 from facts f where f.event = ? and f.id = asked.id)
                """, row -> row.getString(1), ids, event.text(), event.text()));
    }

    /** Others on their way in: admitted by an answer whose outcome nobody has reported, and not inside yet. */
    static long onTheirWay(
            Handle handle, EventId event, Phase phase, AreaId area, Set<DoorId> doors, RegistrationId but) {
        if (doors.isEmpty()) {
            return 0;
        }
        List<String> ids = doors.stream().map(DoorId::text).toList();
        return handle.createQuery("""
                select count(distinct w.registration) from answers w
                where w.event = :event and w.phase = :phase and w.door in (<doors>)
                    and w.outcome is null and w.verdict = 'ADMITTED' and w.registration <> :but
                    and not exists (select 1 from presences p
                        where p.event = w.event and p.phase = w.phase and p.area = :area
                            and p.subject = w.registration and p.inside = true)
                """)
                .bind("event", event.text())
                .bind("phase", phase.name())
                .bind("area", area.text())
                .bind("but", but.toString())
                .bindList("doors", ids)
                .mapTo(Long.class)
                .one();
    }
}
