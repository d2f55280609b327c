package org.einlass.kiosk.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.Sample;
import org.einlass.server.AdmissionServices;
import org.einlass.server.account.Token;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.DeviceDocument;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.device.DeviceTable;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventChanges;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.presence.Recomputation;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.ImportKey;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationRange;
import org.jdbi.v3.core.Handle;

/**
 * The server's own core with an event and its guests, on a real database: what the simulation plays against.
 * For one morning at a time; each begins with the same guests and nothing that has happened.
 */
final class SimHouse implements AutoCloseable {
    private static final int GUESTS = 12;
    private static final int MOST_KIOSKS = 9;

    /** A disk without a disk behind it, where there is one: nobody cuts the server's power here. */
    private static final Path MEMORY = Path.of("/dev/shm");

    /** Everything that a morning writes. */
    private static final List<String> BOOKS = List.of(
            "answers",
            "claims",
            "facts",
            "quarantine",
            "epochs",
            "boots",
            "set_asides",
            "presences",
            "head_counts",
            "standings",
            "conflicts");

    private static final String PLAN = """
            {"title": {"german": "Digitales Thüringen 2022", "english": "Digital Thuringia 2022"},
             "zone": "Europe/Berlin", "phase": "LIVE", "firstDay": "2022-07-04",
             "categories": [{"id": "teilnehmer", "title": {"german": "Teilnehmer", "english": "Participant"},
                 "colour": "#1d5a96", "countsAsVisitor": true}],
             "areas": [{"id": "arena", "title": {"german": "Arena", "english": "Arena"}}],
             "doors": [{"id": "eingang-nord", "title": {"german": "Eingang Nord", "english": "North entrance"},
                 "area": "arena", "prints": true, "rule": {"repetition": "ONCE", "window":
                     {"from": "2022-07-04T06:42:00Z", "until": "2022-07-04T12:12:00Z"}}}]}
            """;

    private final Path folder;
    private final Store store;
    private final ServerKey serverKey;
    private final DoorRule rule;
    private final EventSalt salt;
    private final List<SimGuest> guests;

    private SimHouse(Path folder) throws IOException {
        this.folder = folder;
        this.store = Store.open("jdbc:sqlite:" + folder.resolve("einlass.db"));
        this.serverKey = ServerKey.of(folder.resolve("einlass.key"));
        EventDocument event = document();
        this.rule = event.ruleOf(event.doors().get(0));
        this.salt = write(transaction -> plan(transaction, event));
        this.guests = write(this::invite);
        BOOKS.forEach(book -> run("create table backup_" + book + " as select * from " + book));
    }

    /** Builds a house of its own. */
    static SimHouse build() {
        try {
            boolean fast = Files.isDirectory(MEMORY) && Files.isWritable(MEMORY);
            String name = "einlass-simulation";
            return new SimHouse(fast ? Files.createTempDirectory(MEMORY, name) : Files.createTempDirectory(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EventSalt plan(Transaction transaction, EventDocument event) {
        new EventChanges(new CodeKeyTable(serverKey), new Random(1), (same, changed) -> {})
                .put(transaction, Sample.EVENT, event, Sample.MORNING);
        DeviceDocument kiosk = new DeviceDocument(null, DeviceKind.KIOSK, null);
        for (int number = 0; number <= MOST_KIOSKS; number++) {
            DeviceId device = new DeviceId("kiosk-" + number);
            Token token = Token.next(new Random(number));
            DeviceTable.put(transaction.handle(), Sample.EVENT, device, kiosk, token, Sample.MORNING);
        }
        return EventTable.salt(transaction.handle(), Sample.EVENT).orElseThrow();
    }

    private static EventDocument document() {
        try {
            return JournalJson.mapper().readValue(PLAN.getBytes(UTF_8), EventDocument.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<SimGuest> invite(Transaction transaction) {
        Clock clock = Clock.fixed(Sample.MORNING, ZoneOffset.UTC);
        CodeTable codeTable = new CodeTable(serverKey);
        RegistrationIssuer registrationIssuer =
                new RegistrationIssuer(new CodeKeyTable(serverKey), codeTable, clock, new Random(2));
        List<SimGuest> invited = new ArrayList<>();
        for (int number = 1; number <= GUESTS; number++) {
            RegistrationStatus status = number == GUESTS ? RegistrationStatus.CANCELLED : RegistrationStatus.CONFIRMED;
            RegistrationFields registrationFields = new RegistrationFields(
                    status,
                    Attendee.of("Gast", "Nummer " + number, ""),
                    Sample.GUEST,
                    null,
                    "",
                    Set.of(),
                    Set.of(),
                    Set.of());
            ImportKey key = new ImportKey(ImportKey.Kind.OWN_KEY, "gast-" + number);
            RegistrationId registration = registrationIssuer.enrol(transaction, Sample.EVENT, key, registrationFields);
            Code ticket =
                    codeTable.given(transaction.handle(), Sample.EVENT, RegistrationRange.of(registration)).stream()
                            .map(CodeTable.Given::ours)
                            .filter(code -> code != null && code.kind() == CodeKind.TICKET)
                            .findFirst()
                            .orElseThrow();
            invited.add(new SimGuest(number, registration, ticket, new Entitlement(status, Sample.GUEST, Set.of())));
        }
        return invited;
    }

    List<SimGuest> guests() {
        return guests;
    }

    EventSalt salt() {
        return salt;
    }

    /** The sheet of the one door, written at this time. */
    DoorSheet sheet(Instant at) {
        return Sample.sheet(salt, rule, at);
    }

    /** A new start of the server. */
    AdmissionServices open(InstantSource time) {
        return AdmissionServices.of(store, serverKey, time.withZone(ZoneOffset.UTC));
    }

    /** Begins a morning in which the server makes {@code mistake}. */
    void begin(Mistake mistake) {
        write(transaction -> {
            Handle handle = transaction.handle();
            handle.createQuery("select name from sqlite_master where type = 'trigger' and name like 'mistake%'")
                    .mapTo(String.class)
                    .list()
                    .forEach(trigger -> handle.execute("drop trigger " + trigger));
            BOOKS.forEach(book -> handle.execute("delete from " + book));
            BOOKS.forEach(book -> handle.execute("delete from backup_" + book));
            int number = 0;
            for (String trigger : mistake.triggers()) {
                handle.execute("create trigger mistake" + number + " " + trigger);
                number++;
            }
            return number;
        });
    }

    void backUp() {
        copyBooks("", "backup_");
    }

    void restore() {
        copyBooks("backup_", "");
    }

    private void copyBooks(String from, String to) {
        write(transaction -> {
            Handle handle = transaction.handle();
            for (String book : BOOKS) {
                handle.execute("delete from " + to + book);
                handle.execute("insert into " + to + book + " select * from " + from + book);
            }
            return BOOKS.size();
        });
    }

    /** Forgets every fact and what was derived from them; answers, and what is known of clocks, stay. */
    void forgetFacts() {
        List.of("facts", "quarantine", "epochs", "presences", "head_counts", "standings", "conflicts")
                .forEach(book -> run("delete from " + book));
    }

    private void run(String sql) {
        write(transaction -> transaction.handle().execute(sql));
    }

    private <T> T write(Function<Transaction, T> work) {
        return await(store.writeAlone(WriteKey.of(Sample.EVENT), work::apply));
    }

    /** Reads the server's tables. */
    <T> T read(Function<Handle, T> reading) {
        return store.read(reading::apply);
    }

    /** What the projection says otherwise than the facts. */
    Collection<String> differences() {
        return read(handle -> new Recomputation(serverKey).differences(handle, Sample.EVENT));
    }

    /** Everything derived from the facts, a line a thing, as the projection has it. */
    SortedSet<String> derived() {
        return read(handle -> new Recomputation(serverKey).fromProjection(handle, Sample.EVENT));
    }

    static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    @Override
    public void close() {
        store.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
