package org.einlass.server.scan;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.EventPublicKey;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReport;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.AdmissionServices;
import org.einlass.server.account.Token;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.DataKeyTable;
import org.einlass.server.device.DeviceDocument;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.device.DeviceTable;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.SealedDeskMessageKeys;
import org.einlass.server.journal.EpochTable;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.presence.ConflictTable;
import org.einlass.server.presence.HeadCountTable;
import org.einlass.server.presence.Recomputation;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationListener;
import org.jdbi.v3.core.Handle;

/**
 * A congress for tests on a real database: a hall with two entrances and an exit, a workshop room for three
 * within it, and guests with real codes. Its clock stands until somebody sets it.
 */
final class Congress implements AutoCloseable {
    static final EventId EVENT = new EventId("digitales-thueringen-2022");
    static final Instant NINE = Instant.parse("2022-07-04T07:00:00Z");
    static final DoorId NORTH = new DoorId("eingang-nord");
    static final DoorId SOUTH = new DoorId("eingang-sued");
    static final DoorId EXIT = new DoorId("ausgang");
    static final DoorId WORKSHOP = new DoorId("workshop");
    static final DoorId WORKSHOP_EXIT = new DoorId("workshop-ausgang");
    static final DoorId FRONT = new DoorId("foyer");
    static final int SEATS = 3;

    final EventSalt salt = new EventSalt("00112233445566778899aabbccddeeff");
    final AtomicReference<Instant> time = new AtomicReference<>(NINE);
    final Clock clock = clock();
    private final String url;
    private final ServerKey serverKey;
    private final Opening opening;
    private final Random chance = new Random(7);
    private final CodeKey key;
    private final InvitedAttendees invitedAttendees;
    private EventPublicKey eventPublicKey;
    private Store store;
    private AdmissionServices services;

    Congress(Databases database, Path folder) {
        this(database, folder, ReuseRule.ONCE, UnaryOperator.identity());
    }

    Congress(Databases database, Path folder, ReuseRule reuseRule, UnaryOperator<Connection> wiring) {
        this(address -> Databases.open(address, wiring), database, folder, reuseRule);
    }

    /** A congress whose server commits each request by itself, for comparison. */
    static Congress singly(Databases database, Path folder) {
        return new Congress(address -> Databases.open(address, 2_048, 1), database, folder, ReuseRule.ONCE);
    }

    private Congress(Opening opening, Databases database, Path folder, ReuseRule reuseRule) {
        this.url = database.furnished(folder);
        this.serverKey = ServerKey.of(folder.resolve("key-" + UUID.randomUUID()));
        this.opening = opening;
        open();
        this.key = await(store.writeAlone(WriteKey.of(EVENT), transaction -> build(transaction, reuseRule)));
        this.invitedAttendees = new InvitedAttendees(key, salt, codes(), chance);
    }

    private interface Opening {
        Store open(String url);
    }

    private Clock clock() {
        InstantSource source = time::get;
        return source.withZone(ZoneOffset.UTC);
    }

    private void open() {
        store = opening.open(url);
        services = AdmissionServices.of(store, serverKey, clock);
    }

    /** Ends the server and starts it again on the same database. */
    void restart() {
        store.close();
        open();
    }

    Store store() {
        return store;
    }

    ServerKey seal() {
        return serverKey;
    }

    CodeTable codes() {
        return new CodeTable(serverKey);
    }

    RegistrationIssuer enrolment() {
        return enrolment(RegistrationListener.NONE);
    }

    RegistrationIssuer enrolment(RegistrationListener listener) {
        return new RegistrationIssuer(new CodeKeyTable(serverKey), codes(), clock, chance, listener);
    }

    DataKeyTable dataKeys() {
        return new DataKeyTable(serverKey);
    }

    AdmissionServices services() {
        return services;
    }

    /** Another server on the same database. */
    Node node() {
        Store second = opening.open(url);
        return new Node(second, AdmissionServices.of(second, serverKey, clock));
    }

    record Node(Store store, AdmissionServices services) implements AutoCloseable {
        @Override
        public void close() {
            store.close();
        }
    }

    private CodeKey build(Transaction transaction, ReuseRule reuseRule) {
        CongressHouse.build(transaction.handle(), salt, reuseRule);
        return new CodeKeyTable(serverKey).create(transaction.handle(), EVENT, NINE);
    }

    /** Gives a door another rule. */
    void rule(DoorId door, DoorRule rule) {
        await(store.writeAlone(WriteKey.of(EVENT), transaction -> {
            transaction
                    .handle()
                    .execute(
                            "update doors set rule = ? where event = ? and id = ?",
                            JournalJson.text(rule),
                            EVENT.text(),
                            door.text());
            return transaction.handle().execute("update events set version = version + 1 where id = ?", EVENT.text());
        }));
    }

    /** Empties everything that came from devices, but for answers and what is known of clocks. */
    void forgetFacts() {
        empty(List.of("facts", "quarantine", "epochs", "presences", "head_counts", "standings", "conflicts"));
    }

    /** Empties everything that happened; guests and doors stay. */
    void forgetEverything() {
        forgetFacts();
        empty(List.of("answers", "claims", "boots", "set_asides"));
    }

    private void empty(List<String> tables) {
        await(store.write(WriteKey.of(EVENT), transaction -> {
            tables.forEach(table -> transaction.handle().execute("delete from " + table));
            return tables.size();
        }));
    }

    /** Runs one statement. */
    int execute(String sql, Object... arguments) {
        return await(store.write(
                WriteKey.of(EVENT), transaction -> transaction.handle().execute(sql, arguments)));
    }

    /** A guest with a ticket and a badge code. */
    record Guest(RegistrationId registration, Code ticket, Code badge) {}

    Guest guest() {
        return guests(1).get(0);
    }

    List<Guest> guests(int count) {
        List<Guest> guests = invitedAttendees.draw(count);
        await(store.writeAlone(WriteKey.of(EVENT), transaction -> {
            guests.forEach(guest -> invitedAttendees.register(transaction, services.effects(), guest));
            return count;
        }));
        return guests;
    }

    /** Where desks post their letters. */
    EventPublicKey letterBox() {
        if (eventPublicKey == null) {
            SealedDeskMessageKeys keys = new SealedDeskMessageKeys(serverKey);
            eventPublicKey = await(store.writeAlone(
                    WriteKey.of(EVENT), transaction -> keys.ensure(transaction.handle(), EVENT, NINE)));
        }
        return eventPublicKey;
    }

    /** A badge code that a desk makes. */
    Code deskCode() {
        return key.issue(CodeKind.BADGE, chance);
    }

    Code strangeCode() {
        return key.issue(CodeKind.TICKET, chance);
    }

    /** A ticket that this server made for another event. */
    Code codeOfAnotherEvent() {
        EventId other = new EventId("nebenan");
        CodeKey itsKey = await(store.write(WriteKey.of(other), transaction -> {
            CongressHouse.event(transaction.handle(), other, new Wording("Nebenan", "Next door"), salt, new UUID(2, 2));
            return new CodeKeyTable(serverKey).create(transaction.handle(), other, NINE);
        }));
        return itsKey.issue(CodeKind.TICKET, chance);
    }

    /** Enrols a device for every door. */
    void enrol(DeviceId device, DeviceKind kind) {
        DeviceDocument document = new DeviceDocument(null, kind, List.of());
        await(store.writeAlone(WriteKey.of(EVENT), transaction -> {
            DeviceTable.put(transaction.handle(), EVENT, device, document, Token.next(new SecureRandom()), NINE);
            return device;
        }));
    }

    /** A desk of this congress: it may write everything. */
    SimulatedDevice machine(String id) {
        return new SimulatedDevice(id, this, chance);
    }

    long people(String area) {
        return read(handle -> new HeadCountTable().of(handle, EVENT, Phase.LIVE, new AreaId(area)));
    }

    List<ConflictTable.Item> openConflicts() {
        return read(handle -> new ConflictTable().open(handle, EVENT));
    }

    /** The kinds of what is to be clarified. */
    List<String> conflicts() {
        return openConflicts().stream().map(ConflictTable.Item::kind).toList();
    }

    List<EpochTable.Gap> gaps() {
        return read(handle -> new EpochTable().gaps(handle, EVENT));
    }

    List<DeviceId> forks() {
        return read(handle -> new EpochTable().forks(handle, EVENT)).stream()
                .map(EpochTable.Fork::device)
                .toList();
    }

    List<String> dangling() {
        return read(handle -> new EpochTable().dangling(handle, EVENT));
    }

    /** What the projections say otherwise than the facts. */
    Collection<String> differences() {
        return read(handle -> new Recomputation(serverKey).differences(handle, EVENT));
    }

    ScanAnswer ask(DeviceId device, EntryId scan, DoorId door, String code, DeviceTime when) {
        return await(services.scans().ask(EVENT, device, new ScanQuestion(scan, door, code, when)));
    }

    JournalReceipt report(DeviceId device, JournalReport report) {
        JsonNode json = JournalJson.mapper().valueToTree(report);
        return await(services.journals().report(EVENT, device, false, json));
    }

    <T> T read(Function<Handle, T> reading) {
        return store.read(reading::apply);
    }

    /** Rows of a query as maps, as the newest snapshot has them. */
    List<Map<String, Object>> rows(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapToMap().list());
    }

    long count(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    void after(Duration duration) {
        time.updateAndGet(now -> now.plus(duration));
    }

    static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(2, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets a writing wait, so that what is asked meanwhile comes in one batch. */
    static boolean waitFor(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static ZoneId zone() {
        return ZoneId.of("Europe/Berlin");
    }

    @Override
    public void close() {
        store.close();
    }
}
