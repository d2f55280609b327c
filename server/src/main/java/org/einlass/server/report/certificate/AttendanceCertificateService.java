package org.einlass.server.report.certificate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.certificate.AttendanceCertificate;
import org.einlass.contract.certificate.AttendanceSigningKey;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
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
        CertificateWriter writer = store.read(handle -> CertificateWriter.of(handle, event, document));
        if (!writer.isCertified(one)) {
            throw nobody();
        }
        return pdf(event, document, List.of(one), writer, locale);
    }

    /**
     * The certificates of all who were let in as one PDF, by organisation and name.
     *
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where nobody came, or too many did for one document
     */
    public byte[] pdf(EventId event, Locale locale) {
        EventDocument document = document(event);
        CertificateWriter writer = store.read(handle -> CertificateWriter.of(handle, event, document));
        List<Registration> people = certified(event, writer);
        if (people.size() > MOST_PAGES) {
            throw Rejected.because(RejectionReason.TOO_LARGE)
                    .saying(
                            new Wording(
                                    "Das sind mehr als " + MOST_PAGES + " Bescheinigungen.",
                                    "These are more than " + MOST_PAGES + " certificates."),
                            new Wording(
                                    "Bitte als ZIP je Organisation oder einzeln abrufen.",
                                    "Fetch them as a ZIP by organisation, or one by one."));
        }
        return pdf(event, document, people, writer, locale);
    }

    /**
     * The certificates of all who were let in, a PDF for each organisation, its spellings merged.
     *
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where nobody came
     */
    CertificateBundle bundle(EventId event, Locale locale) {
        EventDocument document = document(event);
        CertificateWriter writer = store.read(handle -> CertificateWriter.of(handle, event, document));
        List<Registration> people = certified(event, writer);
        return new CertificateBundle(people, part -> pdf(event, document, part, writer, locale), locale);
    }

    /** By organisation and name. */
    private List<Registration> certified(EventId event, CertificateWriter writer) {
        List<Registration> people = new ArrayList<>(RegistrationPages.byName(store, event).stream()
                .filter(writer::isCertified)
                .toList());
        if (people.isEmpty()) {
            throw nobody();
        }
        people.sort(Comparator.comparing(
                one -> GermanNameOrder.key(one.particulars().attendee().organisation())));
        return people;
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

    /**
     * A page that verifies certificates of the event in any browser, without server and network.
     *
     * @throws UnknownEventOrDoor where there is no such event
     */
    public String verifyingPage(EventId event, Locale locale) {
        return VerifyingPage.of(document(event).title().in(locale), keys(event).verification(), locale);
    }

    /**
     * What a certificate's code says, where it was signed with the event's key.
     *
     * @throws UnknownEventOrDoor where there is no such event
     */
    public Optional<AttendanceCertificate> verified(EventId event, String code) {
        document(event);
        return AttendanceCertificate.verified(code, keys(event).verification());
    }

    /** Makes sure that there is such an event. @throws UnknownEventOrDoor where there is none */
    public void checkKnown(EventId event) {
        document(event);
    }

    private byte[] pdf(
            EventId event, EventDocument document, List<Registration> people, CertificateWriter writer, Locale locale) {
        LocalDate today = clock.instant().atZone(document.zone()).toLocalDate();
        List<PrintedCertificate> certificates = writer.of(people, keys(event), today, locale);
        return renderers.certificates().pages(certificates).pdf();
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
