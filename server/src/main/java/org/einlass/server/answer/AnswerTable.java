package org.einlass.server.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.ScanAnswer.Unconfirmed;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the server said to scans, each once and for ever. */
public final class AnswerTable {

    /** An answer with what its id belongs to. */
    public record StoredAnswer(String device, String content, Answer decision) {
        /**
         * Whether the question is the one that was answered: the same id from the same device with the same
         * content.
         */
        public boolean belongsTo(IncomingScan question) {
            return device.equals(question.device().text()) && content.equals(question.content());
        }
    }

    /** The answers to those of some scans that have one. */
    public Map<EntryId, StoredAnswer> stored(Handle handle, EventId event, Collection<EntryId> scans) {
        Map<EntryId, StoredAnswer> stored = new HashMap<>();
        DirectSql.listedTexts(
                handle,
                """
                with ids (id) as (select asked.value ->> 0 from <list>)
                select a.id, a.device, a.content, a.registration, a.verdict, a.refusal, a.arrived_at,
                    a.unconfirmed_device, a.unconfirmed_at, a.prints, a.phase, a.answered_at
                from ids cross join answers a where a.event = ? and a.id = ids.id
                """,
                row -> stored.put(
                        EntryId.of(row.getString(1)),
                        new StoredAnswer(row.getString(2), row.getString(3), decision(row))),
                texts(scans),
                event.text());
        return stored;
    }

    /**
     * Who was admitted at some doors by answers whose outcome nobody has reported, by door.
     *
     * @param phase the event's phase when they were answered
     */
    public Map<DoorId, Set<RegistrationId>> unconfirmed(
            Handle handle, EventId event, Phase phase, Collection<DoorId> doors) {
        Map<DoorId, Set<RegistrationId>> admitted = new HashMap<>();
        DirectSql.listedTexts(
                handle,
                """
                with doors (door) as (select asked.value ->> 0 from <list>)
                select a.door, a.registration from doors d cross join answers a
                where a.event = ? and a.phase = ? and a.door = d.door and a.outcome is null
                    and a.verdict = 'ADMITTED' and a.registration is not null
                """,
                row -> admitted.computeIfAbsent(new DoorId(row.getString(1)), door -> new HashSet<>())
                        .add(RegistrationId.of(row.getString(2))),
                doors.stream().map(DoorId::text).toList(),
                event.text(),
                phase.name());
        return admitted;
    }

    private static Answer decision(ResultSet row) throws SQLException {
        String refusal = row.getString("refusal");
        String registration = row.getString("registration");
        String unconfirmed = row.getString("unconfirmed_device");
        Instant unconfirmedAt = instant(row, "unconfirmed_at");
        return new Answer(
                Verdict.valueOf(row.getString("verdict")),
                refusal == null ? null : Refusal.valueOf(refusal),
                registration == null ? null : RegistrationId.of(registration),
                instant(row, "arrived_at"),
                unconfirmed == null || unconfirmedAt == null ? null : new Unconfirmed(unconfirmed, unconfirmedAt),
                row.getBoolean("prints"),
                Phase.valueOf(row.getString("phase")),
                Instant.ofEpochMilli(row.getLong("answered_at")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long time = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(time);
    }

    /** A decision that nobody has been told yet. */
    public record NewAnswer(
            IncomingScan question,
            Answer decision,
            @Nullable Verdict outcome) {}

    public void add(Handle handle, List<NewAnswer> answers) {
        DirectSql.each(handle, """
                insert into answers (event, id, device, door, content, lookup, registration, verdict, refusal,
                    arrived_at, unconfirmed_device, unconfirmed_at, prints, phase, answered_at, outcome)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, answers.stream().map(AnswerTable::row).toList());
    }

    private static @Nullable Object[] row(NewAnswer answer) {
        IncomingScan question = answer.question();
        Answer decision = answer.decision();
        Unconfirmed unconfirmed = decision.unconfirmed();
        return new @Nullable Object[] {
            question.event().text(),
            question.scan().id().toString(),
            question.device().text(),
            question.scan().door().text(),
            question.content(),
            text(question.lookup()),
            text(decision.registration()),
            decision.verdict().name(),
            decision.refusal() == null ? null : decision.refusal().name(),
            millis(decision.arrivedAt()),
            unconfirmed == null ? null : unconfirmed.device(),
            unconfirmed == null ? null : millis(unconfirmed.at()),
            decision.prints(),
            decision.phase().name(),
            decision.answeredAt().toEpochMilli(),
            answer.outcome() == null ? null : answer.outcome().name()
        };
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    /** Devices have reported what they showed. */
    public void confirm(Handle handle, EventId event, Map<EntryId, Verdict> outcomes) {
        DirectSql.each(
                handle,
                "update answers set outcome = ? where event = ? and id = ?",
                outcomes.entrySet().stream()
                        .map(outcome -> new @Nullable Object[] {
                            outcome.getValue().name(),
                            event.text(),
                            outcome.getKey().toString()
                        })
                        .toList());
    }

    /** Those of some scans that were answered for a registration. */
    public Set<EntryId> ofSomebody(Handle handle, EventId event, Collection<EntryId> scans) {
        return Set.copyOf(
                DirectSql.listedTexts(handle, """
                with ids (id) as (select asked.value ->> 0 from <list>)
                select a.id from ids cross join answers a
                where a.event = ? and a.id = ids.id and a.registration is not null
                """, row -> EntryId.of(row.getString(1)), texts(scans), event.text()));
    }

    private static List<String> texts(Collection<EntryId> scans) {
        return scans.stream().map(EntryId::toString).toList();
    }
}
