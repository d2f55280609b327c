package org.einlass.server.presence.clarification;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.desk.ClarificationKind;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;

/** Reads what open cases are told from: conflicts, and what stands beside the entries they are made of. */
final class ClarificationQueries {

    /**
     * What the journal says of an entry beside its contents.
     *
     * @param at UTC milliseconds, corrected
     * @param uncertainty milliseconds either way
     * @param device as people call it; its id where nobody named it
     */
    record EntryPlace(long at, long uncertainty, boolean sure, Phase phase, String device) {}

    private ClarificationQueries() {}

    /** The conflicts of an event that nobody has settled, at most so many. */
    static List<OpenCase> conflicts(Handle handle, EventId event, int most) {
        return handle.createQuery("""
                select id, kind, subject, entries from conflicts
                where event = :event and settled = false order by id limit :most
                """)
                .bind("event", event.text())
                .bind("most", most)
                .map((row, context) -> OpenCase.of(
                        row.getString(1),
                        ClarificationKind.valueOf(row.getString(2)),
                        row.getString(3),
                        Arrays.stream(row.getString(4).split(" "))
                                .map(EntryId::of)
                                .toList()))
                .list();
    }

    /** When, in which phase and by which device entries were made. */
    static Map<EntryId, EntryPlace> places(Handle handle, EventId event, Collection<EntryId> entries) {
        Map<EntryId, EntryPlace> places = new HashMap<>();
        DirectSql.listedTexts(
                handle,
                """
                with ids (id) as (select asked.value ->> 0 from <list>)
                select f.id, f.at, f.uncertainty, f.sure, f.phase, coalesce(d.title, f.device)
                from ids cross join facts f left join devices d on d.event = f.event and d.id = f.device
                where f.event = ? and f.id = ids.id
                """,
                row -> places.put(
                        EntryId.of(row.getString(1)),
                        new EntryPlace(
                                row.getLong(2),
                                row.getLong(3),
                                row.getBoolean(4),
                                Phase.valueOf(row.getString(5)),
                                row.getString(6))),
                entries.stream().map(EntryId::toString).toList(),
                event.text());
        return places;
    }

    /** What people call the devices of an event. */
    static Map<DeviceId, String> devices(Handle handle, EventId event) {
        Map<DeviceId, String> titles = new HashMap<>();
        handle.createQuery("select id, title from devices where event = :event")
                .bind("event", event.text())
                .map((row, context) -> titles.put(new DeviceId(row.getString(1)), row.getString(2)))
                .list();
        return titles;
    }

    /** What people call the doors of an event. */
    static Map<DoorId, Wording> doors(Handle handle, EventId event) {
        Map<DoorId, Wording> titles = new HashMap<>();
        handle.createQuery("select id, title_german, title_english from doors where event = :event")
                .bind("event", event.text())
                .map((row, context) ->
                        titles.put(new DoorId(row.getString(1)), new Wording(row.getString(2), row.getString(3))))
                .list();
        return titles;
    }
}
