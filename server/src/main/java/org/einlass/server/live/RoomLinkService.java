package org.einlass.server.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Token;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.journal.quota.DeviceQuotaService;
import org.einlass.server.presence.HeadCountTable;
import org.einlass.server.presence.hand.RoomTap;
import org.einlass.server.presence.hand.RoomTapService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;

/**
 * Makes links to the pages of single rooms, and answers whoever shows the secret of one. It opens that room and
 * nothing else. Any thread may call it.
 */
public final class RoomLinkService {
    /** How long a link lasts where nobody said otherwise; an event day with its evening. */
    public static final Duration USUAL = Duration.ofHours(18);

    /** How many links of an event may be open: one for each area that an event can have. */
    public static final int MOST_OPEN = 500;

    /** How many links of an event are remembered that opened something once. */
    public static final int MOST_ENDED = 500;

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration LONG_WAIT = Duration.ofMinutes(1);
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Wording NO_ROOM =
            new Wording("Diesen Raum gibt es in der Veranstaltung nicht.", "The event has no such room.");
    private static final Wording CHOOSE = new Wording("Bitte einen Raum wählen.", "Choose a room.");
    private static final Wording BAD_HOURS =
            new Wording("Ein Link gilt 1 bis 168 Stunden.", "A link lasts 1 to 168 hours.");
    private static final Wording CLOSED =
            new Wording("Dieser Link gilt nicht mehr.", "This link opens nothing any more.");
    private static final Wording ASK =
            new Wording("Bitte die Leitung um einen neuen.", "Ask the supervisor for a new one.");

    private static final Wording MANY = new Wording(
            "Für diese Veranstaltung sind schon " + MOST_OPEN + " Links offen.",
            MOST_OPEN + " links are open for this event already.");
    private static final Wording END_SOME =
            new Wording("Bitte zuerst Links beenden, die niemand mehr braucht.", "End links first that nobody needs.");

    private static final Wording FAST = new Wording(
            "Von diesem Link kommen zu viele Eingaben auf einmal.", "Too many taps come from this link at once.");
    private static final Wording FULL = new Wording(
            "Von diesem Link kam mehr, als er senden darf.", "More has come from this link than it may send.");
    private static final Wording WAIT = new Wording(
            "Bitte kurz warten; die Seite sendet sie von selbst.", "Wait a little; the page sends them by itself.");

    private final Store store;
    private final RoomTapService taps;
    private final DeviceQuotaService quotas;
    private final TapRate rate = new TapRate();
    private final Clock clock;
    private final RandomGenerator chance;
    private final HeadCountTable headCounts = new HeadCountTable();

    /** @param chance must be a {@link java.security.SecureRandom} outside tests */
    public RoomLinkService(
            Store store, RoomTapService taps, DeviceQuotaService quotas, Clock clock, RandomGenerator chance) {
        this.store = store;
        this.taps = taps;
        this.quotas = quotas;
        this.clock = clock;
        this.chance = chance;
    }

    /**
     * Makes a link to the page of a room. Of those that opened something once the newest are remembered.
     *
     * @throws Rejected where there is no such room, it lasts too long, or too many are open
     */
    public CompletionStage<RoomLink.Made> make(EventId event, AreaId area, Duration lasting, String by) {
        if (lasting.compareTo(Duration.ofHours(1)) < 0 || lasting.compareTo(LONGEST) > 0) {
            throw Rejected.badValue(BAD_HOURS, "hours");
        }
        Token secret = Token.next(chance);
        AuditTrail trail = AuditTrail.of(AuditAction.ROOM_LINK_MADE, event.text());
        return store.write(WriteKey.of(event), transaction -> {
            area(document(transaction.handle(), event), area);
            Instant now = clock.instant();
            if (RoomLinkTable.open(transaction.handle(), event, now) >= MOST_OPEN) {
                throw Rejected.because(RejectionReason.CONFLICT).saying(MANY, END_SOME);
            }
            RoomLinkTable.forgetEnded(transaction.handle(), event, now, MOST_ENDED);
            String id = UUID.randomUUID().toString().substring(0, 8);
            RoomLink link = new RoomLink(id, area, now, now.plus(lasting), null);
            RoomLinkTable.add(transaction.handle(), event, link, secret, by);
            trail.add(transaction, area.text() + " " + id, now);
            return new RoomLink.Made(link, secret.secret());
        });
    }

    /** The links of an event, the newest first. */
    public List<RoomLink> all(EventId event) {
        return store.read(handle -> {
            document(handle, event);
            return RoomLinkTable.all(handle, event);
        });
    }

    /** From now on the link opens nothing. */
    public CompletionStage<String> revoke(EventId event, String id) {
        AuditTrail trail = AuditTrail.of(AuditAction.ROOM_LINK_REVOKED, event.text());
        return store.write(WriteKey.of(event), transaction -> {
            if (!RoomLinkTable.revoke(transaction.handle(), event, id, clock.instant())) {
                throw closed();
            }
            trail.add(transaction, id, clock.instant());
            return id;
        });
    }

    /** The room as it is now. @throws Rejected where the secret opens none */
    public RoomPage read(Token secret) {
        return store.read(handle -> {
            RoomLinkTable.Found found = open(handle, secret);
            return page(handle, found.event(), found.link().area());
        });
    }

    /**
     * Takes what somebody pressed, and tells the room as it is then. Without taps nothing is written.
     *
     * @throws Rejected where the secret opens none, its link sends more than people press, or the organiser takes
     *     nothing more of it
     */
    public CompletionStage<RoomPage> tap(Token secret, List<RoomTap> pressed) {
        if (pressed.isEmpty()) {
            return CompletableFuture.completedFuture(read(secret));
        }
        RoomTapService.check(pressed);
        RoomLinkTable.Found found = store.read(handle -> open(handle, secret));
        Duration pause = rate.take(found.link().id(), pressed.size(), clock.instant());
        if (!pause.isZero()) {
            throw Rejected.because(RejectionReason.TOO_MANY_ATTEMPTS)
                    .saying(FAST, WAIT)
                    .again(pause);
        }
        DeviceId writer = new DeviceId("room-" + found.link().id());
        checkTaken(quotas.verdict(found.event(), writer, pressed.size()));
        return taps.take(found.event(), found.link().area(), writer, pressed).thenApply(people -> read(secret));
    }

    /** A phone counts against a quota as every device does. */
    private static void checkTaken(DeviceQuotaService.Verdict verdict) {
        switch (verdict) {
            case TAKEN -> {}
            case WAITS ->
                throw Rejected.because(RejectionReason.TOO_MANY_ATTEMPTS)
                        .saying(FULL, WAIT)
                        .again(LONG_WAIT);
            case BLOCKED -> throw closed();
        }
    }

    private RoomLinkTable.Found open(Handle handle, Token secret) {
        return RoomLinkTable.of(handle, secret)
                .filter(found -> found.link().isOpen(clock.instant()))
                .orElseThrow(RoomLinkService::closed);
    }

    private static Rejected closed() {
        return Rejected.because(RejectionReason.UNKNOWN_TOKEN).saying(CLOSED, ASK);
    }

    private static EventDocument document(Handle handle, EventId event) {
        return EventTable.document(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    private static EventDocument.Area area(EventDocument document, AreaId id) {
        return document.allAreas().stream()
                .filter(area -> area.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Rejected.badValue(NO_ROOM, CHOOSE, "area"));
    }

    private RoomPage page(Handle handle, EventId event, AreaId id) {
        EventDocument document = document(handle, event);
        EventDocument.Area area = area(document, id);
        Phase phase = Objects.requireNonNullElse(document.phase(), Phase.REHEARSAL);
        Instant now = clock.instant();
        LiveRoom room = new LiveRoom(id, area.title(), headCounts.of(handle, event, phase, id), area.permitted());
        Optional<RoomPage.Next> next = document.allSessions().stream()
                .filter(session -> session.area().equals(id))
                .filter(session ->
                        session.endsAt().isAfter(now) && session.startsAt().isBefore(now.plus(AHEAD)))
                .min(Comparator.comparing(EventDocument.Session::startsAt))
                .map(session -> new RoomPage.Next(session.title(), session.startsAt(), session.endsAt()));
        return new RoomPage(
                id,
                area.title(),
                room.people(),
                area.permitted(),
                room.level(),
                next.orElse(null),
                document.zone().getId());
    }
}
