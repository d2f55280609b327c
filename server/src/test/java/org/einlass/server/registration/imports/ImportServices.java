package org.einlass.server.registration.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventChanges;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.json.Json;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.ExternalCodes;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationRange;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.imports.list.ListRequest;
import org.einlass.server.registration.imports.question.ImportAnswers;

/** A server's side of several imports, on a database of its own. */
public final class ImportServices implements AutoCloseable {
    public static final EventId EVENT = new EventId("kongress");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T08:00:00Z"), ZoneOffset.UTC);
    private static final String DOCUMENT = """
            {"title": {"german": "Kongress", "english": "Congress"}, "zone": "Europe/Berlin", "firstDay": "2026-11-28",
             "programmes": [{"id": "egk", "title": {"german": "EGK", "english": "EGK"}}],
             "categories": [{"id": "attendee", "title": {"german": "Teilnehmer", "english": "Attendee"},
                             "colour": "#1d5a96", "countsAsVisitor": true}],
             "areas": [{"id": "halle", "title": {"german": "Halle", "english": "Hall"}}], "doors": []}
            """;

    private final String address;
    private final Store store;
    private final CodeTable codeTable;
    private final RegistrationIssuer issuer;
    private final ImportService listImport;
    private final ImportUndo importUndo;
    private final EventChanges changes;
    private boolean seenAtADoor;

    /** With a clock that stands still. */
    public ImportServices(Databases database, Path folder) throws IOException {
        this(database, folder, CLOCK);
    }

    /** @param clock by which ids are in the order in which they came to be */
    public ImportServices(Databases database, Path folder, Clock clock) throws IOException {
        ServerKey serverKey = ServerKey.of(folder.resolve("key"));
        CodeKeyTable keys = new CodeKeyTable(serverKey);
        Random chance = new Random(4);
        address = database.furnished(folder);
        store = Store.open(address);
        codeTable = new CodeTable(serverKey);
        issuer = new RegistrationIssuer(keys, codeTable, clock, chance);
        importUndo = new ImportUndo(store, issuer, (handle, event, one) -> seenAtADoor, clock);
        listImport = new ImportService(store, issuer, importUndo, clock, chance);
        changes = new EventChanges(keys, chance, (changed, which) -> {});
        addEvent(EVENT);
    }

    /** Makes an event. */
    public void addEvent(EventId id) throws IOException {
        EventDocument event = Json.mapper().readValue(DOCUMENT, EventDocument.class);
        store.write(WriteKey.of(id), transaction -> {
                    changes.put(transaction, id, event, CLOCK.instant());
                    return event;
                })
                .toCompletableFuture()
                .join();
    }

    /** The database's JDBC address. */
    public String address() {
        return address;
    }

    public Store store() {
        return store;
    }

    public RegistrationIssuer issuer() {
        return issuer;
    }

    public CodeTable codes() {
        return codeTable;
    }

    public ImportUndo undoing() {
        return importUndo;
    }

    /** The undoing of the next server on the same database; also after this one was closed. */
    ImportUndo undoing(Store next, boolean seen) {
        return new ImportUndo(next, issuer, (handle, event, one) -> seen, CLOCK);
    }

    void seenAtADoor() {
        seenAtADoor = true;
    }

    public ImportReport take(boolean dryRun, List<String> answers, byte[] file) throws IOException {
        ListRequest request = new ListRequest(Locale.ENGLISH, null, ImportAnswers.of(answers));
        return listImport.run(EVENT, new ByteArrayInputStream(file), new ImportRequest(dryRun, request));
    }

    /** Takes a list for another event. */
    ImportReport takeFor(EventId event, String... lines) throws IOException {
        byte[] file = String.join("\n", lines).getBytes(UTF_8);
        ListRequest request = new ListRequest(Locale.ENGLISH, null, ImportAnswers.of(List.of()));
        return listImport.run(event, new ByteArrayInputStream(file), new ImportRequest(false, request));
    }

    /** How many rows a table has. */
    int count(String table) {
        return ask("select count(*) from " + table);
    }

    /** The number that a query gives. */
    int ask(String query) {
        return store.read(
                handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }

    /** Whom somebody of this family name is. */
    RegistrationId id(String familyName) {
        return store.read(handle -> RegistrationTable.page(handle, EVENT, "", null, 100)).stream()
                .filter(one -> one.particulars().attendee().familyName().equals(familyName))
                .findFirst()
                .orElseThrow()
                .id();
    }

    public ImportReport take(String... lines) throws IOException {
        return take(false, List.of(), String.join("\n", lines).getBytes(UTF_8));
    }

    public ImportReport answered(List<String> answers, String... lines) throws IOException {
        return take(false, answers, String.join("\n", lines).getBytes(UTF_8));
    }

    public ImportReport takeCase(String file) throws IOException {
        return take(false, List.of(), bytes(file));
    }

    public List<String> people() {
        return store.read(handle -> RegistrationTable.page(handle, EVENT, "", null, 100)).stream()
                .map(one -> one.particulars().attendee().fullName() + ", "
                        + one.particulars().attendee().organisation())
                .sorted()
                .toList();
    }

    public List<String> statuses() {
        return store.read(handle -> RegistrationTable.page(handle, EVENT, "", null, 100)).stream()
                .map(one -> one.particulars().status().name())
                .sorted()
                .toList();
    }

    /** The ticket codes that are valid. */
    public List<Code> tickets(RegistrationId registration) {
        return store.read(handle -> codeTable.given(handle, EVENT, RegistrationRange.of(registration))).stream()
                .filter(one -> !one.revoked())
                .flatMap(one -> Stream.ofNullable(one.ours()))
                .filter(code -> code.kind() == CodeKind.TICKET)
                .toList();
    }

    /** Who stands behind another system's code. */
    public String holder(String code) {
        return store.read(handle -> {
            LookupId lookup = EventTable.salt(handle, EVENT).orElseThrow().lookupId(new ExternalCode(code));
            return Optional.ofNullable(
                            ExternalCodes.owners(handle, EVENT, List.of(lookup)).get(lookup))
                    .flatMap(id -> RegistrationTable.find(handle, EVENT, id))
                    .map(one -> one.particulars().attendee().fullName())
                    .orElse("nobody");
        });
    }

    @Override
    public void close() {
        store.close();
    }

    static byte[] bytes(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(ImportServices.class.getResourceAsStream("cases/" + file), file)) {
            return in.readAllBytes();
        }
    }
}
