package org.einlass.server.presence;

import java.lang.System.Logger.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.BoxedBadge;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.server.database.DirectSql;
import org.einlass.server.event.EventConfig;
import org.einlass.server.event.EventConfigTable;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.SessionLines;
import org.einlass.server.registration.Attendees;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.Entitlements;
import org.einlass.server.registration.RegistrationRange;
import org.einlass.server.registration.detail.DetailTable;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What badges show, put together when one is to be printed. */
public final class Badges {
    /**
     * What a query about registrations {@code b} names so that {@link #face} finds it. The newest code
     * counts; the index of badges has it first. What was printed in practice is not printed yet. A sheet that
     * lies in a box lies there until it is handed out; a handing out that was undone is none.
     */
    public static final String COLUMNS = """
            (select k.lookup || ' ' || k.sealed from codes k
                where k.event = b.event and k.registration = b.id and k.kind = 'BADGE' and k.revoked_at is null
                    and k.replaced_at is null and k.sealed <> ''
                order by k.number desc, k.issued_at desc, k.lookup limit 1),
            exists (select 1 from facts f
                where f.event = b.event and f.subject = b.id
                    and f.phase = (select e.phase from events e where e.id = b.event)
                    and f.type in ('printed PRINTED', 'printed HANDED_OUT')
                    and not exists (select 1 from facts u
                        where u.event = f.event and u.refers = f.id and u.type = 'undone'
                                and not exists (select 1 from facts v
                                    where v.event = u.event and v.refers = u.id and v.type = 'undone'))),
            (select s.id || ' ' || s.badge || ' ' || s.box || ' ' || s.number || ' ' || s.letters
                from badge_sheets s
                where s.event = b.event and s.registration = b.id and s.pulled_at is null and not s.replaced
                    and not exists (select 1 from facts h
                        where h.event = b.event and h.subject = b.id
                            and h.phase = (select e.phase from events e where e.id = b.event)
                            and h.type = 'printed HANDED_OUT'
                            and not exists (select 1 from facts u
                                where u.event = h.event and u.refers = h.id and u.type = 'undone'
                                and not exists (select 1 from facts v
                                    where v.event = u.event and v.refers = u.id and v.type = 'undone')))
                order by s.run desc limit 1),
            """ + DetailTable.answersOf("b") + ", " + Attendees.columns("b");

    private static final System.Logger LOG = System.getLogger(Badges.class.getName());
    private static final String FACES =
            "select b.id, b.category, " + Entitlements.PROGRAMMES + ", " + Entitlements.BOOKINGS + ", " + COLUMNS;
    private static final String OF_SOME = "with asked (registration) as (values <rows>) " + FACES
            + " from asked cross join registrations b where b.event = ? and b.id = asked.registration";
    private static final String WITHIN = FACES + " from registrations b where b.event = :event and b.id <these>";

    /** A badge's back has room for no more. */
    private static final int MOST_AGENDA_LINES = 12;

    private final CodeTable codeTable;

    public Badges(CodeTable codeTable) {
        this.codeTable = codeTable;
    }

    /**
     * What of a badge is not in the registration's right. Its code is still sealed.
     *
     * @param boxed where it lies, printed beforehand; null where it lies in no box, or with another code
     * @param answered names of the questions that are answered, whoever asked them
     */
    public record BadgeRow(
            Attendee attendee,
            LookupId lookup,
            String sealed,
            boolean printed,
            @Nullable BoxedBadge boxed,
            Set<String> answered) {}

    /**
     * The face in a row that has {@link #COLUMNS}, the first of them as number {@code first}; null without a
     * badge code.
     */
    public static @Nullable BadgeRow face(ResultSet row, int first) throws SQLException {
        String code = row.getString(first);
        if (code == null) {
            return null;
        }
        int badgeDraft = code.indexOf(' ');
        LookupId lookup = new LookupId(code.substring(0, badgeDraft));
        return new BadgeRow(
                Attendees.of(row, first + 4),
                lookup,
                code.substring(badgeDraft + 1),
                row.getBoolean(first + 1),
                boxed(row.getString(first + 2), lookup),
                DetailTable.answered(row.getString(first + 3)));
    }

    private static @Nullable BoxedBadge boxed(@Nullable String sheet, LookupId lookup) {
        if (sheet == null) {
            return null;
        }
        String[] parts = sheet.split(" ", 5);
        return new LookupId(parts[1]).equals(lookup)
                ? new BoxedBadge(EntryId.of(parts[0]), Integer.parseInt(parts[2]), parts[4], Integer.parseInt(parts[3]))
                : null;
    }

    /** A badge that can be made whenever it is wanted, without the database. */
    public record BadgeDraft(
            RegistrationId registration,
            CategoryId category,
            Set<ProgrammeId> programmes,
            Set<SessionId> bookings,
            BadgeRow face) {}

    /** Empty where the row has no badge code. */
    private static Optional<BadgeDraft> blank(ResultSet row) throws SQLException {
        BadgeRow face = face(row, 5);
        return face == null
                ? Optional.empty()
                : Optional.of(new BadgeDraft(
                        RegistrationId.of(row.getString(1)),
                        new CategoryId(row.getString(2)),
                        Entitlements.programmes(row.getString(3)),
                        Entitlements.bookings(row.getString(4)),
                        face));
    }

    /**
     * What the badges of registrations are made of as they stand now; none without such a registration or
     * badge code.
     */
    public Map<RegistrationId, BadgeDraft> blanks(
            Handle handle, EventId event, Collection<RegistrationId> registrations) {
        List<Object[]> rows =
                registrations.stream().map(id -> new Object[] {id.toString()}).toList();
        return DirectSql.all(handle, OF_SOME, Badges::blank, rows, event.text()).stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(BadgeDraft::registration, Function.identity(), (same, again) -> same));
    }

    /** Registrations that were merged into another one: its badge is theirs. */
    public static Set<RegistrationId> merged(Handle handle, EventId event) {
        return handle.createQuery("select id from registrations where event = :event and merged_into is not null")
                .bind("event", event.text())
                .map((row, context) -> RegistrationId.of(row.getString(1)))
                .set();
    }

    /** The badges of these registrations; none without such a registration or badge code. */
    public Map<RegistrationId, BadgeOrder> of(Handle handle, EventId event, Collection<RegistrationId> registrations) {
        List<ProgrammeId> programmes = EventConfigTable.programmes(handle, event);
        Map<SessionId, String> sessions = SessionLines.of(handle, event);
        List<OrganiserQuestion> questions = EventTable.questions(handle, event);
        Map<RegistrationId, BadgeOrder> badges = new HashMap<>();
        blanks(handle, event, registrations)
                .values()
                .forEach(draft -> order(event, programmes, sessions, questions, draft)
                        .ifPresent(badge -> badges.put(draft.registration(), badge)));
        return badges;
    }

    /** The badges of some registrations. */
    public Map<RegistrationId, BadgeOrder> within(Handle handle, EventId event, RegistrationRange registrationRange) {
        List<ProgrammeId> programmes = EventConfigTable.programmes(handle, event);
        Map<SessionId, String> sessions = SessionLines.of(handle, event);
        List<OrganiserQuestion> questions = EventTable.questions(handle, event);
        Map<RegistrationId, BadgeOrder> badges = new HashMap<>();
        registrationRange
                .fill(handle.createQuery(WITHIN))
                .bind("event", event.text())
                .map((row, context) -> blank(row))
                .stream()
                .flatMap(Optional::stream)
                .forEach(badgeDraft -> order(event, programmes, sessions, questions, badgeDraft)
                        .ifPresent(badge -> badges.put(badgeDraft.registration(), badge)));
        return badges;
    }

    /**
     * The badge of somebody who is admitted already: better none than no answer where its code cannot be
     * opened.
     */
    public Optional<BadgeOrder> orderIfPossible(EventConfig config, BadgeDraft badgeDraft) {
        try {
            return order(config.event(), config.programmes(), config.sessionLines(), config.questions(), badgeDraft);
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOG.log(Level.ERROR, "A badge has no code: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<BadgeOrder> order(
            EventId event,
            List<ProgrammeId> programmes,
            Map<SessionId, String> sessions,
            List<OrganiserQuestion> questions,
            BadgeDraft badgeDraft) {
        BadgeRow face = badgeDraft.face();
        return codeTable
                .ours(event, face.lookup(), face.sealed())
                .map(code -> new BadgeOrder(
                        badgeDraft.registration(),
                        face.attendee(),
                        badgeDraft.category(),
                        programmes.stream()
                                .filter(badgeDraft.programmes()::contains)
                                .toList(),
                        code.text(),
                        face.printed() || face.boxed() != null,
                        face.boxed(),
                        sessions.entrySet().stream()
                                .filter(session -> badgeDraft.bookings().contains(session.getKey()))
                                .limit(MOST_AGENDA_LINES)
                                .map(Map.Entry::getValue)
                                .toList(),
                        questions.stream()
                                .map(OrganiserQuestion::name)
                                .filter(face.answered()::contains)
                                .toList()));
    }
}
