package org.einlass.server.console.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.ApiToken;
import org.einlass.server.account.ApiTokenService;
import org.einlass.server.account.login.PeopleService;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditEntry;
import org.einlass.server.audit.AuditPage;
import org.einlass.server.audit.AuditQuery;
import org.einlass.server.audit.AuditService;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.device.DeviceService;
import org.einlass.server.device.helper.HelperService;
import org.jspecify.annotations.Nullable;

/**
 * The page that tells who did what when, in one event or, without one, on the whole server; the newest first,
 * {@value #LINES} lines at a time. What is looked for stands in the view, never in an address.
 */
@Named
@ViewScoped
@SuppressWarnings("serial") // views stay in this server's memory
public class AuditTrailPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 100;
    private static final int LAST_YEAR = 9_999;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    @Inject
    private transient AuditService audit;

    @Inject
    private transient PeopleService people;

    @Inject
    private transient ApiTokenService tokens;

    @Inject
    private transient DeviceService devices;

    @Inject
    private transient HelperService helpers;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private String author = "";
    private String action = "";
    private String subject = "";
    private String from = "";
    private String until = "";
    private AuditQuery asked = AuditQuery.of("");
    private AuditPage page = new AuditPage(List.of(), null);
    private @Nullable AuditNames names;

    /** Reads the newest lines. @return where to go instead, for an address that names no event */
    public @Nullable String open() {
        String elsewhere = isWholeServer() ? null : current.check();
        if (elsewhere == null) {
            find();
        }
        return elsewhere;
    }

    /** Whether the page is about all events and what lies beside them. */
    public boolean isWholeServer() {
        return current.getText().isEmpty();
    }

    /** Reads the newest lines of those that are looked for. */
    public void find() {
        messages.done(() -> {
            try {
                read(typed(current.scope()));
            } catch (DateTimeException unreadable) {
                messages.bad(reader.say("audit.unreadable"));
            }
        });
    }

    public void older() {
        turnTo(page.next());
    }

    public void newest() {
        turnTo(null);
    }

    /** What was typed meanwhile waits for the next {@link #find}. */
    private void turnTo(@Nullable String cursor) {
        AuditQuery again = new AuditQuery(
                current.scope(),
                asked.author(),
                asked.action(),
                asked.subject(),
                asked.from(),
                asked.until(),
                cursor == null ? "" : cursor);
        messages.done(() -> read(again));
    }

    /** Everything about whatever the line is about. */
    public void about(AuditEntry entry) {
        subject = entry.subject();
        find();
    }

    /** Forgets what was looked for. */
    public void all() {
        author = "";
        action = "";
        subject = "";
        from = "";
        until = "";
        find();
    }

    private AuditQuery typed(String event) {
        return AuditQuery.of(event)
                .with(author, action, subject)
                .between(
                        from.isEmpty() ? Instant.EPOCH : moment(from),
                        until.isEmpty() ? LAST : moment(until).plus(A_MINUTE));
    }

    private void read(AuditQuery query) {
        page = audit.page(query, LINES);
        names = named(query.event());
        asked = query;
    }

    private Instant moment(String text) {
        LocalDateTime typed = LocalDateTime.parse(text);
        if (typed.getYear() < 0 || typed.getYear() > LAST_YEAR) {
            throw new DateTimeException("A year of at most four digits is taken.");
        }
        return typed.atZone(zone()).toInstant();
    }

    private AuditNames named(String event) {
        Map<String, String> persons = people.names().entrySet().stream()
                .collect(Collectors.toMap(person -> person.getKey().toString(), Map.Entry::getValue));
        Map<String, String> programs = tokens.all().stream().collect(Collectors.toMap(ApiToken::id, ApiToken::name));
        Map<String, String> titles = event.isEmpty()
                ? Map.of()
                : devices.all(new EventId(event)).stream()
                        .collect(Collectors.toMap(device -> device.device().text(), device -> device.title()));
        Map<String, String> helping = event.isEmpty() ? Map.of() : helpers.names(new EventId(event));
        return new AuditNames(reader, persons, programs, titles, helping);
    }

    private AuditNames names() {
        AuditNames known = names;
        return known == null ? new AuditNames(reader, Map.of(), Map.of(), Map.of(), Map.of()) : known;
    }

    public List<AuditEntry> getEntries() {
        return page.entries();
    }

    /** Whether there are lines before those that are shown. */
    public boolean isOlder() {
        return page.next() != null;
    }

    /** Whether lines after those that are shown were left out. */
    public boolean isNewer() {
        return !asked.after().isEmpty();
    }

    /** Somebody who can be chosen: the trail's id and the reader's name for it. */
    public record Author(String id, String name) {}

    /** Who may be looked for: whoever did something that is shown, and whoever is looked for now. */
    public List<Author> getAuthors() {
        return Stream.concat(Stream.of(author), page.entries().stream().map(AuditEntry::author))
                .filter(id -> !id.isEmpty())
                .distinct()
                .map(id -> new Author(id, names().author(id)))
                .sorted(Comparator.comparing(Author::name))
                .toList();
    }

    public AuditAction[] getActions() {
        return AuditAction.values();
    }

    public String who(AuditEntry entry) {
        return names().author(entry.author());
    }

    /** In words; a newer server's action by its own name. */
    public String what(AuditEntry entry) {
        return reader.sayOr("audit.action." + entry.action(), entry.action());
    }

    public String subject(AuditEntry entry) {
        return names().subject(entry);
    }

    public boolean isRegistration(AuditEntry entry) {
        return AuditNames.isRegistration(entry);
    }

    public String when(AuditEntry entry) {
        return reader.second(entry.at(), zone());
    }

    private ZoneId zone() {
        return isWholeServer() ? ZoneId.systemDefault() : current.zone();
    }

    public String getAuthor() {
        return author;
    }

    public void setAuthor(@Nullable String author) {
        this.author = author == null ? "" : author;
    }

    public String getAction() {
        return action;
    }

    public void setAction(@Nullable String action) {
        this.action = action == null ? "" : action;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject.strip();
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }
}
