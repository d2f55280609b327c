package org.einlass.server.report.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.einlass.contract.Wording;
import org.einlass.contract.certificate.AttendanceCertificate;
import org.einlass.contract.certificate.AttendanceSigningKey;
import org.einlass.contract.id.EventId;
import org.einlass.contract.registration.Attendee;
import org.einlass.reports.certificate.CertificateDesign;
import org.einlass.reports.certificate.PrintedCertificate;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.Session;
import org.einlass.server.registration.Registration;
import org.einlass.server.statistics.AttendanceCount;
import org.einlass.server.statistics.AttendanceQueries;
import org.einlass.server.statistics.CountedFact;
import org.jdbi.v3.core.Handle;

/** Writes the certificates of an event as it stood at one moment. */
final class CertificateWriter {
    private final EventDocument event;
    private final Map<String, Map<LocalDate, Instant>> arrivals;
    private final Map<String, List<Session>> sessions;
    private final CertificateDesignTable.Row design;

    private CertificateWriter(
            EventDocument event,
            Map<String, Map<LocalDate, Instant>> arrivals,
            Map<String, List<Session>> sessions,
            CertificateDesignTable.Row design) {
        this.event = event;
        this.arrivals = arrivals;
        this.sessions = sessions;
        this.design = design;
    }

    static CertificateWriter of(Handle handle, EventId id, EventDocument event) {
        List<CountedFact> facts = AttendanceQueries.facts(handle, id);
        CertificateDesignTable.Row design = CertificateDesignTable.of(handle, id);
        Set<String> consented = design.settings().sessions() ? SessionConsentTable.of(handle, id) : Set.of();
        Map<String, List<Session>> sessions =
                consented.isEmpty() ? new HashMap<>() : AttendanceCount.sessions(event, facts);
        sessions.keySet().retainAll(consented);
        return new CertificateWriter(event, AttendanceCount.firstArrivals(event, facts), sessions, design);
    }

    /** A place that nobody has taken by name is certified to nobody. */
    boolean isCertified(Registration one) {
        return !one.particulars().attendee().isUnnamed()
                && arrivals.containsKey(one.id().toString());
    }

    /** The certificates of people who are certified, in their order; the pictures are read once for all. */
    List<PrintedCertificate> of(
            List<Registration> people, AttendanceSigningKey.Pair keys, LocalDate today, Locale locale) {
        CertificateDesign common = design.in(locale);
        String fingerprint = keys.verification().fingerprint();
        Wording place = event.place();
        return people.stream()
                .map(one -> facts(one, today, locale))
                .map(facts -> new PrintedCertificate(
                        facts,
                        facts.sign(keys.signing()),
                        Objects.requireNonNullElse(event.organiser(), ""),
                        place == null ? "" : place.in(locale),
                        fingerprint,
                        common,
                        locale))
                .toList();
    }

    private AttendanceCertificate facts(Registration one, LocalDate today, Locale locale) {
        Attendee attendee = one.particulars().attendee();
        String id = one.id().toString();
        return new AttendanceCertificate(
                event.title().in(locale),
                attendee.fullName(),
                attendee.organisation(),
                List.copyOf(arrivals.getOrDefault(id, Map.of()).keySet()),
                sessions.getOrDefault(id, List.of()).stream()
                        .limit(AttendanceCertificate.MOST_SESSIONS)
                        .map(session -> session.title().in(locale))
                        .toList(),
                today);
    }
}
