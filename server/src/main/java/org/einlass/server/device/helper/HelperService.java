package org.einlass.server.device.helper;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.einlass.contract.Wording;
import org.einlass.contract.code.Alphabet;
import org.einlass.contract.code.HelperCard;
import org.einlass.contract.code.PinHash;
import org.einlass.contract.helper.HelperPass;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.OperatorId;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.json.Json;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Organisers take in helpers in one line each, print their badges, and end them. Any thread may call it; the stages are
 * completed after the commit, or exceptionally with {@link Rejected}.
 */
public final class HelperService {
    /** More would make the rows too long for a device's heartbeat. */
    static final int MOST = 500;

    private static final ObjectMapper JSON = Json.mapper();
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_WAY_AHEAD = 400;
    private static final int ID_SYMBOLS = 8;
    private static final int PINS = 10_000;
    private static final Wording NAME =
            new Wording("Ein Name hat 1 bis 80 Zeichen in einer Zeile.", "A name has 1 to 80 characters on one line.");
    private static final Wording DAY = new Wording(
            "Ein Helferausweis gilt an einem Tag, ab heute und höchstens 400 Tage voraus.",
            "A helper's badge is good on one day, from today on and at most 400 days ahead.");
    private static final Wording WORK =
            new Wording("Hier fehlt, wo geholfen wird.", "It is missing here where the helper works.");
    private static final Wording WORKS =
            new Wording("Möglich sind DESK, DOOR und BOTH.", "Possible are DESK, DOOR and BOTH.");
    private static final Wording FULL = new Wording(
            "Eine Veranstaltung hat höchstens " + MOST + " Helfer.", "An event has at most " + MOST + " helpers.");
    private static final Wording FULL_REMEDY =
            new Wording("Bitte zuerst Ausweise vergangener Tage beenden.", "End badges of past days first.");

    private final Store store;
    private final ServerKey serverKey;
    private final Clock clock;
    private final RandomGenerator chance;

    /** @param chance must be a {@link java.security.SecureRandom} outside tests */
    public HelperService(Store store, ServerKey serverKey, Clock clock, RandomGenerator chance) {
        this.store = store;
        this.serverKey = serverKey;
        this.clock = clock;
        this.chance = chance;
    }

    /** Those whose badges are not ended, by day and name. @throws UnknownEventOrDoor where there is no such event */
    public List<HelperState> all(EventId event) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            Map<String, List<HelperState.Lock>> locks = HelperTable.locks(handle, event);
            return HelperTable.all(handle, event).stream()
                    .map(kept -> helper(kept, locks))
                    .toList();
        });
    }

    /** How helpers are called, by their ids; also those whose badges have ended. */
    public Map<String, String> names(EventId event) {
        return store.read(handle -> HelperTable.names(handle, event));
    }

    /** What to print for some of them, in the order of {@link #all}; for no ids, for all. */
    public List<HelperBadge> badges(EventId event, Collection<OperatorId> wanted) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            List<HelperBadge> badges = HelperTable.all(handle, event).stream()
                    .filter(kept -> wanted.isEmpty() || wanted.contains(kept.id()))
                    .map(kept -> badge(event, kept))
                    .toList();
            if (badges.isEmpty() || badges.size() < wanted.size()) {
                throw Rejected.because(RejectionReason.UNKNOWN_HELPER);
            }
            return badges;
        });
    }

    /**
     * Takes in a helper. Devices know of the badge with their next heartbeat.
     *
     * @param day null for today or, before the event, its first day
     * @throws Rejected where name, work or day will not do
     */
    public CompletionStage<HelperBadge> make(
            EventId event, String name, @Nullable HelperWork work, @Nullable LocalDate day) {
        String called = name.strip();
        if (called.isEmpty()
                || called.length() > LONGEST_NAME
                || called.codePoints().anyMatch(HelperService::isOdd)) {
            throw Rejected.badValue(NAME, "name");
        }
        if (work == null) {
            throw Rejected.badValue(WORK, WORKS, "work");
        }
        EventDocument document = store.read(handle -> EventTable.document(handle, event))
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
        Instant now = clock.instant();
        LocalDate today = document.calendar().dayOf(now);
        LocalDate usual = document.firstDay().isAfter(today) ? document.firstDay() : today;
        LocalDate chosen = day == null ? usual : day;
        if (chosen.isBefore(today) || chosen.isAfter(today.plusDays(LONGEST_WAY_AHEAD))) {
            throw Rejected.badValue(DAY, "day");
        }
        HelperBadge badge = new HelperBadge(
                new HelperState(newId(), called, work, chosen, now, List.of()),
                HelperCard.next(chance),
                String.format(Locale.ROOT, "%04d", chance.nextInt(PINS)));
        AuditTrail trail = AuditTrail.of(AuditAction.HELPER_ADDED, event.text());
        String pass = pass(event, badge);
        return store.write(WriteKey.of(event), transaction -> {
            Handle handle = transaction.handle();
            if (HelperTable.all(handle, event).size() >= MOST) {
                throw Rejected.because(RejectionReason.CONFLICT).saying(FULL, FULL_REMEDY);
            }
            HelperTable.add(handle, event, kept(event, badge), pass);
            trail.add(transaction, badge.helper().id().text(), now);
            return badge;
        });
    }

    /** The badge opens no device any more, as soon as each has made contact. */
    public CompletionStage<OperatorId> end(EventId event, OperatorId helper) {
        AuditTrail trail = AuditTrail.of(AuditAction.HELPER_ENDED, event.text());
        return store.write(WriteKey.of(event), transaction -> {
            EventTable.checkKnown(transaction.handle(), event);
            if (!HelperTable.end(transaction.handle(), event, helper, clock.instant())) {
                throw Rejected.because(RejectionReason.UNKNOWN_HELPER);
            }
            trail.add(transaction, helper.text(), clock.instant());
            return helper;
        });
    }

    /** Control characters, and marks that turn the direction of writing. */
    private static boolean isOdd(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.FORMAT;
    }

    private OperatorId newId() {
        byte[] bytes = new byte[ID_SYMBOLS];
        chance.nextBytes(bytes);
        return new OperatorId("h" + Alphabet.spell(bytes, ID_SYMBOLS).toLowerCase(Locale.ROOT));
    }

    private String pass(EventId event, HelperBadge badge) {
        HelperState helper = badge.helper();
        HelperPass pass = new HelperPass(
                helper.id(),
                helper.name(),
                helper.day(),
                PinHash.of(badge.pin(), chance).text());
        try {
            byte[] plain = JSON.writeValueAsString(pass).getBytes(UTF_8);
            return Base64.getEncoder().encodeToString(badge.card().seal(plain, event, chance));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A helper's pass cannot be written as JSON.", e);
        }
    }

    private HelperTable.Kept kept(EventId event, HelperBadge badge) {
        HelperState helper = badge.helper();
        String secrets = serverKey.seal(badge.card().text() + " " + badge.pin(), place(event, helper.id()));
        return new HelperTable.Kept(
                helper.id(),
                helper.name(),
                helper.work(),
                helper.day(),
                badge.card().lookup(event),
                secrets,
                helper.made());
    }

    private HelperBadge badge(EventId event, HelperTable.Kept kept) {
        String[] secrets =
                serverKey.open(kept.secrets(), place(event, kept.id())).split(" ", 2);
        return new HelperBadge(
                helper(kept, Map.of()), HelperCard.parse(secrets[0]).orElseThrow(), secrets[1]);
    }

    private static HelperState helper(HelperTable.Kept kept, Map<String, List<HelperState.Lock>> locks) {
        return new HelperState(
                kept.id(),
                kept.name(),
                kept.work(),
                kept.day(),
                kept.made(),
                locks.getOrDefault(kept.id().text(), List.of()));
    }

    private static String place(EventId event, OperatorId helper) {
        return event.text() + " helper " + helper.text();
    }
}
