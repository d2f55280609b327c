package org.einlass.server.admission;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Repetition;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.LetterBox;
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
import org.einlass.server.database.Databases;
import org.einlass.server.database.Seal;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.feed.DataKeys;
import org.einlass.server.registration.Enrolment;
import org.jdbi.v3.core.Handle;

/**
 * A congress for tests on a real database: a hall with two entrances and an exit, a workshop room for three within it,
 * and guests with real codes. Its clock stands until somebody sets it.
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
    private final Seal seal;
    private final Opening opening;
    private final Random chance = new Random(7);
    private final Set<BookingNumber> numbers = new HashSet<>();
    private CodeKey key;
    private LetterBox letterBox;
    private Store store;
    private Doorkeeper doorkeeper;

    Congress(Databases database, Path folder) {
        this(database, folder, Repetition.ONCE, UnaryOperator.identity());
    }

    Congress(Databases database, Path folder, Repetition repetition, UnaryOperator<Connection> wiring) {
        this(address -> Databases.open(address, wiring), database, folder, repetition);
    }

    /** A congress whose server commits each request by itself, for comparison. */
    static Congress singly(Databases database, Path folder) {
        return new Congress(address -> Databases.open(address, 2_048, 1), database, folder, Repetition.ONCE);
    }

    private Congress(Opening opening, Databases database, Path folder, Repetition repetition) {
        this.url = database.furnished(folder);
        this.seal = Seal.of(folder.resolve("key-" + UUID.randomUUID()));
        this.opening = opening;
        open();
        await(store.writeAlone(WriteKey.of(EVENT), transaction -> build(transaction, repetition)));
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
        doorkeeper = new Doorkeeper(store, seal, clock);
    }

    /** Ends the server and starts it again on the same database. */
    void restart() {
        store.close();
        open();
    }

    Store store() {
        return store;
    }

    Seal seal() {
        return seal;
    }

    Codes codes() {
        return new Codes(seal);
    }

    Enrolment enrolment() {
        return new Enrolment(new CodeKeys(seal), codes(), clock, chance);
    }

    DataKeys dataKeys() {
        return new DataKeys(seal);
    }

    Doorkeeper doorkeeper() {
        return doorkeeper;
    }

    /** Another server on the same database. */
    Node node() {
        Store second = opening.open(url);
        return new Node(second, new Doorkeeper(second, seal, clock));
    }

    record Node(Store store, Doorkeeper doorkeeper) implements AutoCloseable {
        @Override
        public void close() {
            store.close();
        }
    }

    private int build(Transaction transaction, Repetition repetition) {
        Handle handle = transaction.handle();
        handle.execute("""
                insert into events (id, title_german, title_english, zone, phase, salt, incarnation)
                values (?, 'Digitales Thüringen', 'Digital Thuringia', 'Europe/Berlin', 'LIVE', ?, ?)
                """, EVENT.text(), salt.hex(), new UUID(1, 1).toString());
        handle.execute("insert into feed_counters (event) values (?)", EVENT.text());
        key = new CodeKeys(seal).create(handle, EVENT, NINE);
        handle.execute("""
                insert into categories (event, id, title_german, title_english, colour)
                values (?, 'attendee', 'Teilnehmer', 'Attendee', '#1f5fa8')
                """, EVENT.text());
        area(handle, "arena", null, null, "SOFT");
        area(handle, "loge-4", "arena", SEATS, "HARD");
        DoorRule rule = DoorRule.OPEN.repeated(repetition);
        door(handle, NORTH, "arena", "ENTRY", "arena", rule);
        door(handle, SOUTH, "arena", "ENTRY", "arena", rule);
        door(handle, EXIT, "arena", "EXIT", "arena", DoorRule.OPEN);
        door(handle, WORKSHOP, "loge-4", "ENTRY", "loge-4", DoorRule.OPEN.repeated(Repetition.AGAIN_AFTER_EXIT));
        door(handle, WORKSHOP_EXIT, "loge-4", "EXIT", "loge-4", DoorRule.OPEN);
        door(handle, FRONT, "arena", "ENTRY", "foyer", DoorRule.OPEN);
        return 1;
    }

    private static void area(Handle handle, String id, String parent, Integer permitted, String headCount) {
        handle.createUpdate("""
                insert into areas (event, id, title_german, title_english, parent, permitted, head_count)
                values (:event, :id, :id, :id, :parent, :permitted, :headCount)
                """)
                .bind("event", EVENT.text())
                .bind("id", id)
                .bind("parent", parent)
                .bind("permitted", permitted)
                .bind("headCount", headCount)
                .execute();
    }

    private static void door(Handle handle, DoorId id, String area, String direction, String scope, DoorRule rule) {
        handle.createUpdate("""
                insert into doors (event, id, title_german, title_english, area, direction, scope, rule, prints)
                values (:event, :id, :id, :id, :area, :direction, :scope, :rule, :prints)
                """)
                .bind("event", EVENT.text())
                .bind("id", id.text())
                .bind("area", area)
                .bind("direction", direction)
                .bind("scope", scope)
                .bind("rule", JournalJson.text(rule))
                .bind("prints", id.equals(NORTH))
                .execute();
    }

    /** Gives a door another rule. */
    void rule(DoorId door, DoorRule rule) {
        await(store.write(
                WriteKey.of(EVENT),
                transaction -> transaction
                        .handle()
                        .execute(
                                "update doors set rule = ?, version = version + 1 where event = ? and id = ?",
                                JournalJson.text(rule),
                                EVENT.text(),
                                door.text())));
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
        List<Guest> guests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            guests.add(new Guest(
                    new RegistrationId(new UUID(chance.nextLong(), chance.nextLong())),
                    key.issue(CodeKind.TICKET, chance),
                    key.issue(CodeKind.BADGE, chance)));
        }
        await(store.writeAlone(WriteKey.of(EVENT), transaction -> {
            guests.forEach(guest -> register(transaction, guest));
            return count;
        }));
        return guests;
    }

    private void register(Transaction transaction, Guest guest) {
        Handle handle = transaction.handle();
        handle.execute(
                """
                insert into registrations (event, id, status, category, family_name, booking_number, created_at)
                values (?, ?, 'CONFIRMED', 'attendee', 'Muster', ?, 0)
                """, EVENT.text(), guest.registration().toString(), freeNumber().digits());
        Codes codes = new Codes(seal);
        for (Code code : List.of(guest.ticket(), guest.badge())) {
            codes.add(handle, EVENT, salt.lookupId(code), code, guest.registration(), 1, NINE);
            doorkeeper.codeLeadsTo(transaction, EVENT, salt.lookupId(code), guest.registration());
        }
    }

    /** Where desks post their letters. */
    LetterBox letterBox() {
        if (letterBox == null) {
            LetterKeys keys = new LetterKeys(seal);
            letterBox = await(store.writeAlone(
                    WriteKey.of(EVENT), transaction -> keys.ensure(transaction.handle(), EVENT, NINE)));
        }
        return letterBox;
    }

    /** A badge code that a desk makes. */
    Code deskCode() {
        return key.issue(CodeKind.BADGE, chance);
    }

    private BookingNumber freeNumber() {
        BookingNumber number = BookingNumber.next(chance);
        while (!numbers.add(number)) {
            number = BookingNumber.next(chance);
        }
        return number;
    }

    Code strangeCode() {
        return key.issue(CodeKind.TICKET, chance);
    }

    /** A ticket that this server made for another event. */
    Code codeOfAnotherEvent() {
        EventId other = new EventId("nebenan");
        CodeKey itsKey = await(store.write(WriteKey.of(other), transaction -> {
            transaction.handle().execute("""
                    insert into events (id, title_german, title_english, zone, phase, salt, incarnation)
                    values (?, 'Nebenan', 'Next door', 'Europe/Berlin', 'LIVE', ?, ?)
                    """, other.text(), salt.hex(), new UUID(2, 2).toString());
            return new CodeKeys(seal).create(transaction.handle(), other, NINE);
        }));
        return itsKey.issue(CodeKind.TICKET, chance);
    }

    /** A device of this congress. */
    Machine machine(String id) {
        return new Machine(id, this, chance);
    }

    long people(String area) {
        return read(handle -> new HeadCounts().of(handle, EVENT, Phase.LIVE, new AreaId(area)));
    }

    List<Conflicts.Item> openConflicts() {
        return read(handle -> new Conflicts().open(handle, EVENT));
    }

    /** The kinds of what is to be clarified. */
    List<String> conflicts() {
        return openConflicts().stream().map(Conflicts.Item::kind).toList();
    }

    List<Epochs.Gap> gaps() {
        return read(handle -> new Epochs().gaps(handle, EVENT));
    }

    List<DeviceId> forks() {
        return read(handle -> new Epochs().forks(handle, EVENT));
    }

    List<String> dangling() {
        return read(handle -> new Epochs().dangling(handle, EVENT));
    }

    ScanAnswer ask(DeviceId device, EntryId scan, DoorId door, String code, DeviceTime when) {
        return await(doorkeeper.ask(EVENT, device, new ScanQuestion(scan, door, code, when)));
    }

    JournalReceipt report(DeviceId device, JournalReport report) {
        JsonNode json = JournalJson.mapper().valueToTree(report);
        return await(doorkeeper.report(EVENT, device, json));
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
            return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
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
