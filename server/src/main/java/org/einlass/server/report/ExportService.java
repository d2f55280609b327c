package org.einlass.server.report;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.einlass.contract.Wording;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.reports.ticket.CalendarFile;
import org.einlass.reports.ticket.Ticket;
import org.einlass.reports.ticket.TicketSize;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.KnownPerson;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;

/**
 * What goes to the guests and to the organiser's own tools: all tickets, and registrations as tables. Each
 * call takes its time, a ticket about a twentieth of a second: not for the threads that answer guests.
 */
public final class ExportService {
    /** A document of more pages would not fit into memory beside the doors. */
    private static final int MOST_PAGES = 3_000;

    private static final List<Wording> MERGE_HEADINGS = List.of(
            new Wording("Anrede", "Salutation"),
            new Wording("Titel", "Title"),
            new Wording("Vorname", "Given name"),
            new Wording("Namenszusatz", "Name particle"),
            new Wording("Nachname", "Family name"),
            new Wording("Organisation", "Organisation"),
            new Wording("E-Mail", "Email"),
            new Wording("Ticket", "Ticket"),
            new Wording("Kalender", "Calendar"));

    private final Store store;
    private final CodeTable codeTable;
    private final Renderers renderers;
    private final Path folder;
    private final Clock clock;

    /** @param folder where large files lie while they are sent */
    public ExportService(Store store, CodeTable codeTable, Renderers renderers, Path folder, Clock clock) {
        this.store = store;
        this.codeTable = codeTable;
        this.renderers = renderers;
        this.folder = folder;
        this.clock = clock;
    }

    private record Guest(Registration registration, Ticket ticket) {}

    /**
     * All registrations of an event as CSV.
     *
     * @return the file, which is gone once the stream is closed
     * @throws UnknownEventOrDoor where there is no such event
     */
    public InputStream csv(EventId event, Locale locale) {
        return new TableFile(folder).csv(rows(event, locale));
    }

    /** The same as XLSX. */
    public InputStream xlsx(EventId event, Locale locale) {
        return new TableFile(folder).xlsx(rows(event, locale));
    }

    /**
     * Some registrations as XLSX.
     *
     * @param some which; none means all
     */
    public InputStream xlsx(EventId event, Set<RegistrationId> some, Locale locale) {
        return new TableFile(folder).xlsx(rows(event, some, locale));
    }

    private Iterable<List<String>> rows(EventId event, Locale locale) {
        return rows(event, Set.of(), locale);
    }

    private Iterable<List<String>> rows(EventId event, Set<RegistrationId> some, Locale locale) {
        EventDocument document = store.read(handle -> document(handle, event));
        List<Registration> wanted = RegistrationPages.byName(store, event).stream()
                .filter(one -> some.isEmpty() || some.contains(one.id()))
                .toList();
        return new RegistrationRows(document, mails(event), locale).of(wanted);
    }

    /** The tickets of all who may come, by name, as one PDF. */
    public byte[] ticketsPdf(EventId event, TicketSize size, Locale locale) {
        List<Ticket> tickets =
                guests(event, Set.of(), locale).stream().map(Guest::ticket).toList();
        if (tickets.isEmpty()) {
            throw nobody();
        }
        if (tickets.size() > MOST_PAGES) {
            throw Rejected.because(RejectionReason.TOO_LARGE)
                    .saying(
                            new Wording(
                                    "Das sind mehr als " + MOST_PAGES + " Tickets.",
                                    "These are more than " + MOST_PAGES + " tickets."),
                            new Wording("Bitte die ZIP-Datei verwenden.", "Use the ZIP file."));
        }
        return renderers.tickets().setAll(tickets, size).pdf();
    }

    /**
     * A ZIP with a ticket and a calendar file for each who may come, and a CSV for the organiser's mail
     * merge.
     *
     * @return the file, which is gone once the stream is closed
     */
    public InputStream ticketsZip(EventId event, TicketSize size, Locale locale) {
        return ticketsZip(event, Set.of(), size, locale);
    }

    /**
     * The same for some.
     *
     * @param some which; none means all
     */
    public InputStream ticketsZip(EventId event, Set<RegistrationId> some, TicketSize size, Locale locale) {
        List<Guest> guests = guests(event, some, locale);
        if (guests.isEmpty()) {
            throw nobody();
        }
        Map<String, String> mails = mails(event);
        try {
            Path file = Files.createTempFile(Files.createDirectories(folder), "tickets", ".zip");
            try (OutputStream out = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                write(zip, guests, mails, size, locale);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
            return Files.newInputStream(file, DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(
            ZipOutputStream zip, List<Guest> guests, Map<String, String> mails, TicketSize size, Locale locale)
            throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(MERGE_HEADINGS.stream().map(heading -> heading.in(locale)).toList());
        int number = 0;
        for (Guest guest : guests) {
            Attendee attendee = guest.registration().particulars().attendee();
            String name = "%04d-%s"
                    .formatted(
                            ++number, PlainFileName.of(attendee.familyName() + " " + attendee.givenName(), "ticket"));
            put(
                    zip,
                    name + ".pdf",
                    renderers.tickets().set(guest.ticket(), size).pdf());
            put(zip, name + ".ics", CalendarFile.of(guest.ticket(), clock.instant()));
            rows.add(List.of(
                    attendee.salutation(),
                    attendee.title(),
                    attendee.givenName(),
                    attendee.particle(),
                    attendee.familyName(),
                    attendee.organisation(),
                    mails.getOrDefault(guest.registration().id().toString(), ""),
                    name + ".pdf",
                    name + ".ics"));
        }
        put(zip, "mail-merge.csv", CsvExport.of(rows));
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private List<Guest> guests(EventId event, Set<RegistrationId> some, Locale locale) {
        List<Guest> guests = new ArrayList<>();
        EventDocument document = store.read(handle -> document(handle, event));
        List<Registration> coming = RegistrationPages.byName(store, event).stream()
                .filter(one -> some.isEmpty() || some.contains(one.id()))
                .filter(one -> one.particulars().status() == RegistrationStatus.CONFIRMED)
                .toList();
        store.read(handle -> {
            for (Registration one : coming) {
                Optional<Code> code = codeTable.newest(handle, event, one.id(), CodeKind.TICKET);
                code.ifPresent(
                        ticket -> guests.add(new Guest(one, TicketWords.of(event, document, one, ticket, locale))));
            }
            return guests;
        });
        return guests;
    }

    private Map<String, String> mails(EventId event) {
        return store.read(handle -> RegistrationTable.known(handle, event)).stream()
                .filter(one -> !one.mail().isEmpty())
                .collect(Collectors.toMap(one -> one.id().toString(), KnownPerson::mail));
    }

    private static EventDocument document(Handle handle, EventId event) {
        return EventTable.document(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    private static Rejected nobody() {
        return Rejected.because(RejectionReason.CONFLICT)
                .saying(
                        new Wording("Noch niemand hat eine bestätigte Anmeldung.", "Nobody is confirmed yet."),
                        new Wording("Bitte zuerst eine Liste importieren.", "Import a list first."));
    }
}
