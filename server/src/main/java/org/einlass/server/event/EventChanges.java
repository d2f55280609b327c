package org.einlass.server.event;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.HeadCount;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.server.database.Transaction;
import org.einlass.server.event.EventDocument.Area;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventDocument.Programme;
import org.einlass.server.event.EventDocument.Session;
import org.einlass.server.rejection.Rejected;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Writes an event's document into the tables; a new event gets its salt, its incarnation and its first code
 * key.
 */
public final class EventChanges {
    private final CodeKeyTable keys;
    private final RandomGenerator chance;
    private final EventListener listener;

    /**
     * @param listener hears of each change
     * @param chance must be a {@link java.security.SecureRandom} outside tests
     */
    public EventChanges(CodeKeyTable keys, RandomGenerator chance, EventListener listener) {
        this.keys = keys;
        this.chance = chance;
        this.listener = listener;
    }

    /**
     * Creates or changes the event. What the document leaves out goes.
     *
     * @throws Rejected where something that goes is still in use; nothing is changed then
     */
    public void put(Transaction transaction, EventId event, EventDocument document, Instant now) {
        Handle handle = transaction.handle();
        if (EventTable.salt(handle, event).isEmpty()) {
            create(transaction, event, document, now);
        }
        Map<SessionId, String> agendaBefore = SessionLines.of(handle, event);
        List<OrganiserQuestion> questionsBefore = EventTable.questions(handle, event);
        RemovedParts removedParts = new RemovedParts(handle, event, document);
        removedParts.check();
        head(handle, event, document);
        programmes(handle, event, document.allProgrammes());
        categories(handle, event, document.categories());
        document.allAreas().forEach(area -> area(handle, event, area));
        document.allSessions().forEach(session -> session(handle, event, session));
        document.doors().forEach(door -> door(handle, event, door, document.ruleOf(door)));
        removedParts.remove();
        transaction.changed(event, "event", event.text(), version(handle, event));
        Map<SessionId, String> agenda = new HashMap<>(SessionLines.of(handle, event));
        agenda.entrySet().removeIf(line -> line.getValue().equals(agendaBefore.get(line.getKey())));
        if (!agenda.isEmpty()) {
            listener.sessionsChanged(transaction, event, agenda.keySet());
        }
        if (!questionsBefore.equals(EventTable.questions(handle, event))) {
            listener.questionsChanged(transaction, event);
        }
        listener.eventChanged(transaction, event);
    }

    private void create(Transaction transaction, EventId event, EventDocument document, Instant now) {
        Handle handle = transaction.handle();
        titled(handle, """
                        insert into events (id, title_german, title_english, zone, salt, incarnation, version)
                        values (:event, :german, :english, :zone, :salt, :incarnation, 0)
                        """, event, document.title())
                .bind("zone", document.zone().getId())
                .bind("salt", EventSalt.next(chance).hex())
                .bind("incarnation", new UUID(chance.nextLong(), chance.nextLong()).toString())
                .execute();
        transaction.startFeed(event);
        keys.create(handle, event, now);
    }

    private static void head(Handle handle, EventId event, EventDocument document) {
        titled(handle, """
                        update events
                        set title_german = :german, title_english = :english, zone = :zone, day_start = :dayStart,
                            phase = :phase, hotline = :hotline, handout = :handout, rush = :rush, version = version + 1
                        where id = :event
                        """, event, document.title())
                .bind("zone", document.zone().getId())
                .bind("dayStart", document.dayBegins().toString())
                .bind(
                        "phase",
                        Objects.requireNonNullElse(document.phase(), Phase.REHEARSAL)
                                .name())
                .bind("hotline", document.hotline())
                .bind("handout", EventTable.write(document.handout()))
                .bind("rush", document.inRush())
                .execute();
    }

    private static void programmes(Handle handle, EventId event, List<Programme> programmes) {
        for (int position = 0; position < programmes.size(); position++) {
            Programme programme = programmes.get(position);
            titled(handle, """
                            insert into programmes (event, id, title_german, title_english, position)
                            values (:event, :id, :german, :english, :position)
                            on conflict (event, id) do update
                            set title_german = excluded.title_german, title_english = excluded.title_english,
                                position = excluded.position, version = programmes.version + 1
                            """, event, programme.title())
                    .bind("id", programme.id().text())
                    .bind("position", position)
                    .execute();
        }
    }

    private static void categories(Handle handle, EventId event, List<Category> categories) {
        for (int position = 0; position < categories.size(); position++) {
            Category category = categories.get(position);
            titled(handle, """
                            insert into categories (event, id, title_german, title_english, colour,
                                counts_as_visitor, position)
                            values (:event, :id, :german, :english, :colour, :counts, :position)
                            on conflict (event, id) do update
                            set title_german = excluded.title_german, title_english = excluded.title_english,
                                colour = excluded.colour, counts_as_visitor = excluded.counts_as_visitor,
                                position = excluded.position, version = categories.version + 1
                            """, event, category.title())
                    .bind("id", category.id().text())
                    .bind("colour", category.colour())
                    .bind("counts", category.countsAsVisitor())
                    .bind("position", position)
                    .execute();
        }
    }

    private static void area(Handle handle, EventId event, Area area) {
        titled(handle, """
                        insert into areas (event, id, title_german, title_english, parent, permitted, head_count)
                        values (:event, :id, :german, :english, :parent, :permitted, :headCount)
                        on conflict (event, id) do update
                        set title_german = excluded.title_german, title_english = excluded.title_english,
                            parent = excluded.parent, permitted = excluded.permitted,
                            head_count = excluded.head_count, version = areas.version + 1
                        """, event, area.title())
                .bind("id", area.id().text())
                .bind("parent", area.parent() == null ? null : area.parent().text())
                .bind("permitted", area.permitted())
                .bind(
                        "headCount",
                        Objects.requireNonNullElse(area.headCount(), HeadCount.SOFT)
                                .name())
                .execute();
    }

    private static void session(Handle handle, EventId event, Session session) {
        titled(handle, """
                        insert into sessions (event, id, programme, title_german, title_english, area, starts_at,
                            ends_at, seats)
                        values (:event, :id, :programme, :german, :english, :area, :startsAt, :endsAt, :seats)
                        on conflict (event, id) do update
                        set programme = excluded.programme, title_german = excluded.title_german,
                            title_english = excluded.title_english, area = excluded.area,
                            starts_at = excluded.starts_at, ends_at = excluded.ends_at, seats = excluded.seats,
                            version = sessions.version + 1
                        """, event, session.title())
                .bind("id", session.id().text())
                .bind("programme", session.programme().text())
                .bind("area", session.area().text())
                .bind("startsAt", session.startsAt().toEpochMilli())
                .bind("endsAt", session.endsAt().toEpochMilli())
                .bind("seats", session.seats())
                .execute();
    }

    private static void door(Handle handle, EventId event, Door door, DoorRule rule) {
        AreaId area = door.area();
        EventDocument.HandOut gives = door.gives();
        titled(handle, """
                        insert into doors (event, id, title_german, title_english, area, direction, scope, rule,
                            rule_version, prints, gives_german, gives_english, comes_back)
                        values (:event, :id, :german, :english, :area, :direction, :scope, :rule, :ruleVersion, :prints,
                            :givesGerman, :givesEnglish, :comesBack)
                        on conflict (event, id) do update
                        set title_german = excluded.title_german, title_english = excluded.title_english,
                            area = excluded.area, direction = excluded.direction, scope = excluded.scope,
                            rule = excluded.rule, rule_version = excluded.rule_version, prints = excluded.prints,
                            gives_german = excluded.gives_german, gives_english = excluded.gives_english,
                            comes_back = excluded.comes_back,
                            version = doors.version + 1
                        """, event, door.title())
                .bind("id", door.id().text())
                .bind("area", area == null ? null : area.text())
                .bind("givesGerman", gives == null ? null : gives.what().german())
                .bind("givesEnglish", gives == null ? null : gives.what().english())
                .bind("comesBack", gives != null && gives.comesBack())
                .bind(
                        "direction",
                        Objects.requireNonNullElse(door.direction(), Direction.ENTRY)
                                .name())
                .bind("scope", door.sharedScope().text())
                .bind("rule", EventTable.write(rule))
                .bind("ruleVersion", DoorRule.VERSION)
                .bind("prints", door.prints())
                .execute();
    }

    private static Update titled(Handle handle, String statement, EventId event, Wording title) {
        return handle.createUpdate(statement)
                .bind("event", event.text())
                .bind("german", title.german())
                .bind("english", title.english());
    }

    private static long version(Handle handle, EventId event) {
        return handle.createQuery("select version from events where id = :event")
                .bind("event", event.text())
                .mapTo(Long.class)
                .one();
    }
}
