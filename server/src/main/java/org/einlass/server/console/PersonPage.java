package org.einlass.server.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.ticket.TicketSize;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.console.registration.RegistrationWords;
import org.einlass.server.device.DeviceService;
import org.einlass.server.device.DeviceState;
import org.einlass.server.device.helper.HelperService;
import org.einlass.server.event.EventDocument;
import org.einlass.server.journal.HistoryEntry;
import org.einlass.server.journal.HistoryService;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.report.ReportService;
import org.einlass.server.report.badge.BadgeRunService;
import org.einlass.server.report.certificate.AttendanceCertificateService;
import org.einlass.server.report.certificate.CertificateDesignService;
import org.jspecify.annotations.Nullable;

/**
 * The page of one registration: its fields, its codes and what happened to it. Its address holds an id and no
 * name.
 */
@Named
@RequestScoped
public class PersonPage {
    /** Under which device the journal holds what people noted at the console. */
    private static final String CONSOLE = "einlass-server";

    @Inject
    private RegistrationService registrations;

    @Inject
    private DeviceService devices;

    @Inject
    private HistoryService histories;

    @Inject
    private HelperService helpers;

    @Inject
    private ReportService reports;

    @Inject
    private CurrentEvent current;

    @Inject
    private AuditService audit;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    @Inject
    private RegistrationWords words;

    @Inject
    private PageFiles files;

    @Inject
    private AttendanceCertificateService certificates;

    @Inject
    private CertificateDesignService designs;

    @Inject
    private BadgeRunService badges;

    private String id = "";
    private String format = BadgeFormat.A6.word();
    private @Nullable Registration registration;
    private @Nullable Map<String, String> helperNames;
    private @Nullable Map<String, String> deviceTitles;

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = Objects.requireNonNullElse(id, "");
    }

    /** Looks for the person. @return where to go instead, for an address that names nobody */
    public @Nullable String open() {
        String elsewhere = current.check();
        if (elsewhere != null) {
            return elsewhere;
        }
        try {
            audit.reads(
                    AuditAction.REGISTRATION_READ,
                    current.id().text(),
                    RegistrationId.of(id).toString());
            known();
            return null;
        } catch (IllegalArgumentException | Rejected unknown) {
            messages.bad(reader.say("person.unknown"));
            return current.page("registrations");
        }
    }

    private Registration known() {
        Registration found = registration;
        if (found == null) {
            found = registrations.find(current.id(), RegistrationId.of(id));
            registration = found;
        }
        return found;
    }

    public Registration getRegistration() {
        return known();
    }

    /**
     * The version that the next attempt to save is made upon, after one that was refused. Where somebody else saved
     * meanwhile, the page says so, and its history of changes says what.
     *
     * @param seen the version that the refused attempt was made upon
     */
    public long version(long seen) {
        long now = registrations.find(current.id(), RegistrationId.of(id)).version();
        if (now != seen) {
            messages.bad(reader.say("person.meanwhile"));
        }
        return now;
    }

    /** As people say it. */
    public String getName() {
        return words.name(known().particulars().attendee());
    }

    public String getCategory() {
        return words.category(known().particulars());
    }

    public String getProgrammes() {
        return words.programmes(known().particulars());
    }

    public String getBookings() {
        return words.bookings(known().particulars());
    }

    /** None as long as a form that comes back has not told whose page it is. */
    public List<CodeTable.Line> getCodes() {
        return id.isEmpty() ? List.of() : registrations.codes(current.id(), known().id());
    }

    /** None as long as a form that comes back has not told whose page it is. */
    public List<HistoryEntry> getHistory() {
        return id.isEmpty() ? List.of() : histories.of(current.id(), known().id());
    }

    /** What happened, in words; the journal's own word where there are none. */
    public String what(HistoryEntry entry) {
        return reader.sayOr("history." + entry.type(), entry.type());
    }

    public String where(HistoryEntry entry) {
        return current.document().doors().stream()
                .filter(door -> door.id().text().equals(entry.door()))
                .map(EventDocument.Door::title)
                .map(reader::words)
                .collect(Collectors.joining());
    }

    /** Who did it: a helper's name, or the short name that somebody chose at a desk. */
    public String who(HistoryEntry entry) {
        OperatorId operator = entry.operator();
        return operator == null ? "" : helperNames().getOrDefault(operator.text(), operator.text());
    }

    /** Where it was noted: the device's name, or that of the console. */
    public String device(HistoryEntry entry) {
        Map<String, String> known = deviceTitles;
        if (known == null) {
            known = devices.all(current.id()).stream()
                    .filter(state -> !state.title().isEmpty())
                    .collect(Collectors.toMap(state -> state.device().text(), DeviceState::title));
            deviceTitles = known;
        }
        return entry.device().equals(CONSOLE)
                ? reader.say("history.console")
                : known.getOrDefault(entry.device(), entry.device());
    }

    private Map<String, String> helperNames() {
        Map<String, String> known = helperNames;
        if (known == null) {
            known = helpers.names(current.id());
            helperNames = known;
        }
        return known;
    }

    public String moment(Instant at) {
        return reader.moment(at, current.zone());
    }

    /** The ticket as a file; no code ever stands on a page. */
    public void ticket() {
        messages.done(() -> {
            audit.reads(
                    AuditAction.TICKET_READ, current.id().text(), known().id().toString());
            files.send(
                    reports.ticket(current.id(), known().id(), TicketSize.A4, reader.getLocale()),
                    "application/pdf",
                    "ticket.pdf");
        });
    }

    public BadgeFormat[] getFormats() {
        return BadgeFormat.values();
    }

    /** The paper of the badge. */
    public String getFormat() {
        return format;
    }

    public void setFormat(@Nullable String format) {
        this.format = Objects.requireNonNullElse(format, "");
    }

    /** The badge as a file, as kiosks print it. */
    public void badge() {
        messages.done(() -> {
            audit.reads(AuditAction.EXPORTED, current.id().text(), "badge " + known().id());
            files.send(
                    badges.one(
                            current.id(),
                            known().id(),
                            BadgeFormat.named(format).orElse(BadgeFormat.A6),
                            reader.getLocale()),
                    "application/pdf",
                    "badge.pdf");
        });
    }

    /** The certificate of attendance as a file, where the person was let in. */
    public void certificate() {
        messages.done(() -> {
            audit.reads(AuditAction.EXPORTED, current.id().text(), "certificate " + known().id());
            files.send(
                    certificates.pdf(current.id(), known().id(), reader.getLocale()),
                    "application/pdf",
                    "certificate.pdf");
        });
    }

    /** Whether the person's sessions may stand on their certificate. */
    public boolean isConsenting() {
        return designs.hasConsented(current.id(), known().id());
    }

    /** Notes the person's consent, or that there is none any more. */
    public void turnConsent() {
        messages.done(() -> designs.consent(current.id(), List.of(known().id()), !isConsenting()));
    }
}
