package org.einlass.server.report.certificate;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.einlass.contract.Wording;
import org.einlass.contract.certificate.AttendanceCertificate;
import org.einlass.contract.certificate.AttendanceSigningKey;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.reports.certificate.PrintedCertificate;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.AwaitedWrite;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.einlass.server.report.Renderers;
import org.einlass.server.report.UploadedPicture;
import org.jspecify.annotations.Nullable;

/** What an organiser adds to certificates of attendance, and whose sessions may stand on them. */
public final class CertificateDesignService {
    private final Store store;
    private final Renderers renderers;
    private final Clock clock;

    public CertificateDesignService(Store store, Renderers renderers, Clock clock) {
        this.store = store;
        this.renderers = renderers;
        this.clock = clock;
    }

    /** What is added now. @throws UnknownEventOrDoor where there is no such event */
    public CertificateDesignState current(EventId event) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return CertificateDesignState.of(CertificateDesignTable.of(handle, event));
        });
    }

    /**
     * Adds this from now on; the pictures stay.
     *
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where a text is too long
     */
    public CertificateDesignState save(EventId event, CertificateSettings settings) {
        CertificateSettings checked = settings.checked();
        AuditTrail trail = AuditTrail.of(AuditAction.CERTIFICATES_DESIGNED, event.text());
        return AwaitedWrite.in(store, transaction -> {
            EventTable.checkKnown(transaction.handle(), event);
            Instant now = clock.instant();
            CertificateDesignTable.save(transaction.handle(), event, checked, now);
            trail.add(transaction, "text", now);
            return CertificateDesignState.of(CertificateDesignTable.of(transaction.handle(), event));
        });
    }

    /**
     * Puts a picture on the certificates, or takes it away.
     *
     * @param file PNG or JPEG; absent to take the picture away
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where the file is no picture, or too large
     */
    public CertificateDesignState picture(EventId event, CertificateImageKind kind, byte @Nullable [] file) {
        byte @Nullable [] png =
                file == null ? null : UploadedPicture.png(file, kind.name().toLowerCase(Locale.ROOT));
        AuditTrail trail = AuditTrail.of(AuditAction.CERTIFICATES_DESIGNED, event.text());
        return AwaitedWrite.in(store, transaction -> {
            EventTable.checkKnown(transaction.handle(), event);
            Instant now = clock.instant();
            CertificateDesignTable.savePicture(transaction.handle(), event, kind, png, now);
            trail.add(transaction, kind.name().toLowerCase(Locale.ROOT), now);
            return CertificateDesignState.of(CertificateDesignTable.of(transaction.handle(), event));
        });
    }

    /**
     * A certificate of somebody invented, as the others will look; its code verifies nothing.
     *
     * @throws UnknownEventOrDoor where there is no such event
     */
    public byte[] preview(EventId event, Locale locale) {
        EventDocument document = store.read(handle -> EventTable.document(handle, event))
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
        CertificateDesignTable.Row row = store.read(handle -> CertificateDesignTable.of(handle, event));
        AttendanceCertificate facts = new AttendanceCertificate(
                document.title().in(locale),
                new Wording("Prof. Dr. Erika Mustermann", "Prof. Erika Sample").in(locale),
                new Wording("Muster der Vorschau", "Sample of the preview").in(locale),
                document.firstDay()
                        .datesUntil(document.end().plusDays(1))
                        .limit(3)
                        .toList(),
                row.settings().sessions() ? sampleSessions(document, locale) : List.of(),
                clock.instant().atZone(document.zone()).toLocalDate());
        AttendanceSigningKey.Pair nobodys = AttendanceSigningKey.next();
        Wording place = document.place();
        PrintedCertificate sample = new PrintedCertificate(
                facts,
                facts.sign(nobodys.signing()),
                Objects.requireNonNullElse(document.organiser(), ""),
                place == null ? "" : place.in(locale),
                new Wording("Vorschau, gilt nicht", "preview, not valid").in(locale),
                row.in(locale),
                locale);
        return renderers.certificates().pages(List.of(sample)).pdf();
    }

    private static List<String> sampleSessions(EventDocument document, Locale locale) {
        return document.allSessions().stream()
                .limit(3)
                .map(session -> session.title().in(locale))
                .toList();
    }

    /** Whether somebody consented that their sessions stand on their certificate. */
    public boolean hasConsented(EventId event, RegistrationId registration) {
        return store.read(handle -> SessionConsentTable.of(handle, event)).contains(registration.toString());
    }

    /**
     * Notes whether people consented that their sessions stand on their certificate; again changes nothing.
     *
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where there is no such registration; then nothing is noted
     */
    public void consent(EventId event, Collection<RegistrationId> registrations, boolean given) {
        AuditTrail trail = AuditTrail.of(
                given ? AuditAction.SESSION_CONSENT_NOTED : AuditAction.SESSION_CONSENT_WITHDRAWN, event.text());
        AwaitedWrite.in(store, transaction -> {
            EventTable.checkKnown(transaction.handle(), event);
            Instant now = clock.instant();
            for (RegistrationId one : registrations) {
                if (RegistrationTable.find(transaction.handle(), event, one).isEmpty()) {
                    throw Rejected.because(RejectionReason.UNKNOWN_REGISTRATION);
                }
                if (given) {
                    SessionConsentTable.note(transaction.handle(), event, one, now);
                } else {
                    SessionConsentTable.withdraw(transaction.handle(), event, one);
                }
                trail.add(transaction, one.toString(), now);
            }
            return given;
        });
    }
}
