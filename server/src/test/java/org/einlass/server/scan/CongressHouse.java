package org.einlass.server.scan;

import static org.einlass.server.scan.Congress.EVENT;

import java.util.UUID;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.server.journal.JournalJson;
import org.jdbi.v3.core.Handle;

/** The house that a congress of tests is held in, as rows: its event, its areas and their doors. */
final class CongressHouse {
    private CongressHouse() {}

    static void build(Handle handle, EventSalt salt, ReuseRule reuseRule) {
        event(handle, EVENT, new Wording("Digitales Thüringen", "Digital Thuringia"), salt, new UUID(1, 1));
        handle.execute("insert into feed_counters (event) values (?)", EVENT.text());
        handle.execute("""
                insert into categories (event, id, title_german, title_english, colour)
                values (?, 'attendee', 'Teilnehmer', 'Attendee', '#1f5fa8')
                """, EVENT.text());
        area(handle, "arena", null, null, "SOFT");
        area(handle, "loge-4", "arena", Congress.SEATS, "HARD");
        DoorRule rule = DoorRule.OPEN.repeated(reuseRule);
        door(handle, Congress.NORTH, "arena", "ENTRY", "arena", rule);
        door(handle, Congress.SOUTH, "arena", "ENTRY", "arena", rule);
        door(handle, Congress.EXIT, "arena", "EXIT", "arena", DoorRule.OPEN);
        door(
                handle,
                Congress.WORKSHOP,
                "loge-4",
                "ENTRY",
                "loge-4",
                DoorRule.OPEN.repeated(ReuseRule.AGAIN_AFTER_EXIT));
        door(handle, Congress.WORKSHOP_EXIT, "loge-4", "EXIT", "loge-4", DoorRule.OPEN);
        door(handle, Congress.FRONT, "arena", "ENTRY", "foyer", DoorRule.OPEN);
    }

    static void event(Handle handle, EventId id, Wording title, EventSalt salt, UUID incarnation) {
        handle.execute("""
                insert into events (id, title_german, title_english, zone, phase, salt, incarnation)
                values (?, ?, ?, 'Europe/Berlin', 'LIVE', ?, ?)
                """, id.text(), title.german(), title.english(), salt.hex(), incarnation.toString());
    }

    private static void area(Handle handle, String id, String parent, Integer permitted, String headCount) {
        handle.createUpdate("""
                insert into areas (event, id, title_german, title_english, parent, permitted, head_count)
                values (:event, :id, :id, :id, :parent, :permitted, :headCount)
                """)
                .bind("event", EVENT.text())
                .bind("id", id)
                .bind("parent", parent)
                .bind("permitted", permitted)
                .bind("headCount", headCount)
                .execute();
    }

    private static void door(Handle handle, DoorId id, String area, String direction, String scope, DoorRule rule) {
        handle.createUpdate("""
                insert into doors (event, id, title_german, title_english, area, direction, scope, rule, prints)
                values (:event, :id, :id, :id, :area, :direction, :scope, :rule, :prints)
                """)
                .bind("event", EVENT.text())
                .bind("id", id.text())
                .bind("area", area)
                .bind("direction", direction)
                .bind("scope", scope)
                .bind("rule", JournalJson.text(rule))
                .bind("prints", id.equals(Congress.NORTH))
                .execute();
    }
}
