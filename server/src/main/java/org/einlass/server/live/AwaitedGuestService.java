package org.einlass.server.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.EventCalendar;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationQueries;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.detail.DetailTable;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;

/**
 * Tells who is awaited by name and not here yet: speakers, those of the next 90 minutes first, and the guests of
 * the protocol. Any thread may call it.
 */
public final class AwaitedGuestService {
    private static final Duration SOON = Duration.ofMinutes(90);

    /** Somebody whose session began so long ago is still worth a call. */
    private static final Duration LATE = Duration.ofMinutes(30);

    /** People who are looked up together. */
    private static final int PORTION = 500;

    private static final Wording NO_PHONE = new Wording("Das ist keine Telefonnummer.", "This is no telephone number.");
    private static final Wording LIKE_THIS = new Wording(
            "Bitte Ziffern, Leerzeichen und + ( ) / . - verwenden, höchstens 31 Zeichen.",
            "Use digits, blanks and + ( ) / . -, at most 31 characters.");

    private final Store store;
    private final Clock clock;

    public AwaitedGuestService(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * All who are awaited by name: whose session begins first stands first, then by name.
     *
     * @param phones whether the reader may see numbers
     */
    public List<AwaitedGuest> read(EventId event, boolean phones) {
        return store.read(handle -> read(handle, event, phones));
    }

    private List<AwaitedGuest> read(Handle handle, EventId event, boolean withPhones) {
        EventDocument document = EventTable.document(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
        Map<CategoryId, AwaitedRole> roles = new HashMap<>();
        document.categories()
                .forEach(category -> AwaitedRole.of(category).ifPresent(role -> roles.put(category.id(), role)));
        List<RegistrationId> ids = AwaitedGuestQueries.confirmed(handle, event, roles.keySet());
        Phase phase = Objects.requireNonNullElse(document.phase(), Phase.REHEARSAL);
        Instant now = clock.instant();
        Map<RegistrationId, Instant> here = new HashMap<>();
        List<Registration> people = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += PORTION) {
            List<RegistrationId> some = ids.subList(from, Math.min(ids.size(), from + PORTION));
            here.putAll(AwaitedGuestQueries.here(handle, event, phase, some, dayBegan(document, now)));
            people.addAll(RegistrationQueries.findAll(handle, event, some).values());
        }
        Map<RegistrationId, String> phones = withPhones ? DetailTable.phones(handle, event) : Map.of();
        Map<RegistrationId, Instant> accompanied = AwaitedGuestQueries.accompanied(handle, event);
        return people.stream()
                .map(person -> {
                    Optional<EventDocument.Session> session = session(document, person, now);
                    return new AwaitedGuest(
                            person.id(),
                            Objects.requireNonNull(
                                    roles.get(person.particulars().category())),
                            person.particulars().attendee().fullName(),
                            person.particulars().attendee().function(),
                            person.particulars().attendee().organisation(),
                            session.map(EventDocument.Session::title).orElse(null),
                            session.map(EventDocument.Session::startsAt).orElse(null),
                            here.get(person.id()),
                            accompanied.get(person.id()),
                            phones.get(person.id()));
                })
                .sorted(Comparator.comparing(
                                (AwaitedGuest guest) -> Objects.requireNonNullElse(guest.startsAt(), Instant.MAX))
                        .thenComparing(AwaitedGuest::name)
                        .thenComparing(guest -> guest.registration().toString()))
                .toList();
    }

    private static Instant dayBegan(EventDocument document, Instant now) {
        LocalDate day = new EventCalendar(document.zone(), document.dayBegins()).dayOf(now);
        return ZonedDateTime.of(day, document.dayBegins(), document.zone()).toInstant();
    }

    private static Optional<EventDocument.Session> session(EventDocument document, Registration person, Instant now) {
        return document.allSessions().stream()
                .filter(session -> person.particulars().bookings().contains(session.id()))
                .filter(session -> session.startsAt().isBefore(now.plus(SOON))
                        && session.startsAt().plus(LATE).isAfter(now))
                .min(Comparator.comparing(EventDocument.Session::startsAt));
    }

    /** Keeps the number under which somebody is reached; an empty text takes it away. */
    public CompletionStage<RegistrationId> setPhone(EventId event, RegistrationId person, String phone) {
        String number = phone.strip();
        if (!number.isEmpty() && !RegistrationDetails.isPhone(number)) {
            throw Rejected.badValue(NO_PHONE, LIKE_THIS, "phone");
        }
        AuditTrail trail = AuditTrail.of(AuditAction.PHONE_NOTED, event.text());
        return store.write(WriteKey.of(event), transaction -> {
            check(transaction.handle(), event, person);
            DetailTable.putPhone(transaction.handle(), event, person, number);
            trail.add(transaction, person.toString(), clock.instant());
            return person;
        });
    }

    /** Under which number somebody is reached; an empty text where nobody knows. */
    public String phone(EventId event, RegistrationId person) {
        return store.read(handle -> DetailTable.phones(handle, event).getOrDefault(person, ""));
    }

    /** Notes that somebody accompanies a guest, or no longer does. */
    public CompletionStage<RegistrationId> accompany(
            EventId event, RegistrationId person, boolean accompanied, String by) {
        AuditTrail trail = AuditTrail.of(AuditAction.COMPANY_NOTED, event.text());
        return store.write(WriteKey.of(event), transaction -> {
            check(transaction.handle(), event, person);
            if (accompanied) {
                AwaitedGuestQueries.accompany(transaction.handle(), event, person, clock.instant(), by);
            } else {
                AwaitedGuestQueries.leaveAlone(transaction.handle(), event, person);
            }
            trail.add(transaction, person.toString(), clock.instant());
            return person;
        });
    }

    private static void check(Handle handle, EventId event, RegistrationId person) {
        if (RegistrationTable.find(handle, event, person).isEmpty()) {
            throw Rejected.because(RejectionReason.UNKNOWN_REGISTRATION);
        }
    }

    /** How many are not here whose session begins soon, with the next of these sessions; empty for none. */
    Optional<LiveSnapshot.Missed> missed(EventId event) {
        List<AwaitedGuest> missed = read(event, false).stream()
                .filter(guest -> guest.role() == AwaitedRole.SPEAKER && guest.isMissed())
                .toList();
        return missed.isEmpty()
                ? Optional.empty()
                : Optional.of(new LiveSnapshot.Missed(
                        missed.size(),
                        Objects.requireNonNull(missed.get(0).session()),
                        Objects.requireNonNull(missed.get(0).startsAt())));
    }
}
