package org.einlass.server.report.certificate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.einlass.contract.Wording;
import org.einlass.contract.certificate.AttendanceCertificate;
import org.einlass.contract.certificate.AttendanceSigningKey;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.reports.certificate.PrintedCertificate;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.einlass.server.report.GermanNameOrder;
import org.einlass.server.report.RegistrationPages;
import org.einlass.server.report.Renderers;
import org.einlass.server.statistics.AttendanceCount;
import org.einlass.server.statistics.AttendanceQueries;

/**
 * Makes certificates of attendance: of those who were let in, for the days on which they were. Each call takes
 * its time: not for the threads that answer guests.
 */
public final class AttendanceCertificateService {
    /** A document of more pages would not fit into memory beside the doors. */
    private static final int MOST_PAGES = 3_000;

    private final Store store;
    private final CertificateKeyTable keys;
    private final Renderers renderers;
    private final Clock clock;

    public AttendanceCertificateService(Store store, CertificateKeyTable keys, Renderers renderers, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.renderers = renderers;
        this.clock = clock;
    }

    /**
     * One person's certificate as a PDF.
     *
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where there is no such registration, or nobody was let in by it
     */
    public byte[] pdf(EventId event, RegistrationId registration, Locale locale) {
        EventDocument document = document(event);
        Registration one = store.read(handle -> RegistrationTable.find(handle, event, registration))
                .orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_REGISTRATION));
        Map<String, Map<LocalDate, Instant>> arrivals = arrivals(event, document);
        if (!isCertified(one, arrivals)) {
            throw nobody();
        }
        return pdf(event, document, List.of(one), arrivals, locale);
    }

    /**
     * The certificates of all who were let in as one PDF, by organisation and name.
     *
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where nobody came, or too many did for one document
     */
    public byte[] pdf(EventId event, Locale locale) {
        EventDocument document = document(event);
        Map<String, Map<LocalDate, Instant>> arrivals = arrivals(event, document);
        List<Registration> people = new ArrayList<>(RegistrationPages.byName(store, event).stream()
                .filter(one -> isCertified(one, arrivals))
                .toList());
        if (people.isEmpty()) {
            throw nobody();
        }
        if (people.size() > MOST_PAGES) {
            throw Rejected.because(RejectionReason.TOO_LARGE)
                    .saying(
                            new Wording(
                                    "Das sind mehr als " + MOST_PAGES + " Bescheinigungen.",
                                    "These are more than " + MOST_PAGES + " certificates."),
                            new Wording("Bitte einzeln abrufen.", "Fetch them one by one."));
        }
        people.sort(Comparator.comparing(
                one -> GermanNameOrder.key(one.particulars().attendee().organisation())));
        return pdf(event, document, people, arrivals, locale);
    }

    /**
     * The key that verifies the event's certificates, as a PEM file; made now where there is none.
     *
     * @throws UnknownEventOrDoor where there is no such event
     */
    public String publicKey(EventId event) {
        document(event);
        return keys(event).verification().pem();
    }

    private byte[] pdf(
            EventId event,
            EventDocument document,
            List<Registration> people,
            Map<String, Map<LocalDate, Instant>> arrivals,
            Locale locale) {
        AttendanceSigningKey.Pair pair = keys(event);
        LocalDate today = clock.instant().atZone(document.zone()).toLocalDate();
        List<PrintedCertificate> certificates = people.stream()
                .map(one -> printed(document, one, days(one, arrivals), pair, today, locale))
                .toList();
        return renderers.certificates().pages(certificates).pdf();
    }

    private static PrintedCertificate printed(
            EventDocument document,
            Registration one,
            List<LocalDate> days,
            AttendanceSigningKey.Pair pair,
            LocalDate today,
            Locale locale) {
        Attendee attendee = one.particulars().attendee();
        AttendanceCertificate facts = new AttendanceCertificate(
                document.title().in(locale), attendee.fullName(), attendee.organisation(), days, today);
        Wording place = document.place();
        return new PrintedCertificate(
                facts,
                facts.sign(pair.signing()),
                Objects.requireNonNullElse(document.organiser(), ""),
                place == null ? "" : place.in(locale),
                pair.verification().fingerprint(),
                locale);
    }

    /** A place that nobody has taken by name is certified to nobody. */
    private static boolean isCertified(Registration one, Map<String, Map<LocalDate, Instant>> arrivals) {
        return !one.particulars().attendee().isUnnamed()
                && arrivals.containsKey(one.id().toString());
    }

    private static List<LocalDate> days(Registration one, Map<String, Map<LocalDate, Instant>> arrivals) {
        return List.copyOf(arrivals.getOrDefault(one.id().toString(), Map.of()).keySet());
    }

    private Map<String, Map<LocalDate, Instant>> arrivals(EventId event, EventDocument document) {
        return store.read(handle -> AttendanceCount.firstArrivals(document, AttendanceQueries.facts(handle, event)));
    }

    private AttendanceSigningKey.Pair keys(EventId event) {
        return store.read(handle -> keys.of(handle, event))
                .orElseGet(() -> store.writeAlone(
                                WriteKey.of(event),
                                transaction -> keys.ensure(transaction.handle(), event, clock.instant()))
                        .toCompletableFuture()
                        .join());
    }

    private EventDocument document(EventId event) {
        return store.read(handle -> EventTable.document(handle, event))
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    private static Rejected nobody() {
        return Rejected.because(RejectionReason.CONFLICT)
                .saying(
                        new Wording("Noch niemand wurde hier eingelassen.", "Nobody was let in here yet."),
                        new Wording(
                                "Bescheinigt wird, wer an einer Tür eingelassen oder am Schalter aufgenommen wurde.",
                                "Certified is whoever was let in at a door or added at the desk."));
    }
}
