package org.einlass.server.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.JournalReport;
import org.einlass.launcher.DataFolder;
import org.einlass.launcher.ServerHome;
import org.einlass.launcher.ServerPlan;
import org.einlass.launcher.ServerProcess;
import org.einlass.server.account.Token;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.DeviceDocument;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.device.DeviceTable;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventChanges;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.json.Json;

/**
 * A server of its own with one event: guests with tickets, kiosks with tokens, and doors where each may pass
 * once.
 */
final class LoadedServer implements AutoCloseable {
    static final int KIOSKS = 64;
    private static final int DOORS = 60;
    private static final EventId EVENT = new EventId("load");
    /** What a connection's thread showed last and has not reported. */
    private static final ThreadLocal<Shown> SHOWN = new ThreadLocal<>();

    private static final long BORN = System.nanoTime();

    /** Ends a right answer to a question, ADMITTED, and to a report, ACCEPTED. */
    private static final String EITHER = "TED\"";

    private final ServerProcess server;
    private final Path data;
    private final List<String> tickets;
    private final List<Kiosk> kiosks;
    private final AtomicInteger asked;
    private final EventSalt salt;

    private final String url;

    private LoadedServer(
            ServerProcess server,
            String url,
            EventSalt salt,
            Path data,
            List<String> tickets,
            List<Kiosk> kiosks,
            AtomicInteger asked) {
        this.server = server;
        this.asked = asked;
        this.url = url;
        this.salt = salt;
        this.data = data;
        this.tickets = tickets;
        this.kiosks = kiosks;
    }

    /** A device: its token, and its boot since when its monotonic clock runs. */
    private record Kiosk(String id, Token token, UUID boot, UUID epoch, AtomicLong sequence) {}

    /** Writes the tables, then starts the server. */
    static LoadedServer open(Databases database, ServerHome home, int guests, String... options)
            throws IOException, SQLException, InterruptedException {
        Path data = Files.createTempDirectory("einlass-load");
        String url = database == Databases.SQLITE ? "jdbc:sqlite:" + data.resolve("einlass.db") : database.fresh(data);
        return open(url, data, home, guests, options);
    }

    /** The same on an empty database of the caller's. */
    static LoadedServer open(String url, ServerHome home, int guests, String... options)
            throws IOException, SQLException, InterruptedException {
        return open(url, Files.createTempDirectory("einlass-load"), home, guests, options);
    }

    private static LoadedServer open(String url, Path data, ServerHome home, int guests, String... options)
            throws IOException, SQLException, InterruptedException {
        ServerKey serverKey = ServerKey.of(data.resolve("einlass.key"));
        List<Kiosk> kiosks = furnish(url, serverKey);
        List<String> tickets = new ArrayList<>(LoadedRegistrations.join(url, EVENT, serverKey, guests));
        Collections.shuffle(tickets, new Random(7));
        EventSalt salt = salt(url);
        ServerPlan plan = plan(home, data, options(url, options));
        return new LoadedServer(ServerProcess.start(plan), url, salt, data, tickets, kiosks, new AtomicInteger());
    }

    /** Another server on the same PostgreSQL database, for the same guests and kiosks. */
    LoadedServer node(ServerHome home, String... options) throws IOException, InterruptedException {
        Path own = Files.createTempDirectory("einlass-node");
        Files.copy(data.resolve("keys/einlass.key"), own.resolve("einlass.key"));
        return at(own, home, options);
    }

    /** The same server, ended before, started again on its data folder; at another port. */
    LoadedServer again(ServerHome home, String... options) throws InterruptedException {
        return at(data, home, options);
    }

    private LoadedServer at(Path folder, ServerHome home, String... options) throws InterruptedException {
        ServerPlan plan = plan(home, folder, options(url, options));
        return new LoadedServer(ServerProcess.start(plan), url, salt, folder, tickets, kiosks, asked);
    }

    /** {@code bench.archived} lets a server that is started again read its classes from an archive, as the command does. */
    private static ServerPlan plan(ServerHome home, Path folder, String... options) {
        ServerPlan plan = ServerPlan.local(home, new DataFolder(folder), 0).with(options);
        return Boolean.getBoolean("bench.archived") ? plan.archived() : plan;
    }

    /** As a power cut would. */
    void kill() throws InterruptedException {
        server.kill();
    }

    /** Ends it in good order and keeps its data folder, once its classes are kept ready where they are wanted. */
    void stop() throws InterruptedException {
        server.awaitClasses();
        server.close();
    }

    String url() {
        return url;
    }

    private static EventSalt salt(String url) {
        try (Store store = Store.open(url)) {
            return store.read(handle -> EventTable.salt(handle, EVENT)).orElseThrow();
        }
    }

    /** {@code bench.options} are further Java options of the servers, for a profiler. */
    private static String[] options(String url, String... own) {
        int megabytes = Integer.getInteger("bench.heap", 512);
        String heap = megabytes > 0 ? "-Xmx" + megabytes + "m" : "";
        String further = System.getProperty("bench.options", "");
        return Stream.of(
                        Stream.of(heap, "-Deinlass.database=" + url), Stream.of(own), Stream.of(further.split(" ", -1)))
                .flatMap(Function.identity())
                .filter(option -> !option.isEmpty())
                .toArray(String[]::new);
    }

    private static List<Kiosk> furnish(String url, ServerKey serverKey) throws JsonProcessingException {
        Random chance = new Random(7);
        List<Kiosk> kiosks = IntStream.range(0, KIOSKS)
                .mapToObj(i ->
                        new Kiosk("kiosk-" + i, Token.next(chance), new UUID(7, i), new UUID(8, i), new AtomicLong()))
                .toList();
        EventDocument document = Json.mapper().readValue(document(), EventDocument.class);
        try (Store store = Store.open(url)) {
            store.writeAlone(WriteKey.of(EVENT), transaction -> {
                        new EventChanges(new CodeKeyTable(serverKey), chance, (same, changed) -> {})
                                .put(
                                        transaction,
                                        EVENT,
                                        document,
                                        Clock.systemUTC().instant());
                        kiosks.forEach(kiosk -> DeviceTable.put(
                                transaction.handle(),
                                EVENT,
                                new DeviceId(kiosk.id()),
                                new DeviceDocument(null, DeviceKind.KIOSK, null),
                                kiosk.token(),
                                Instant.EPOCH));
                        return kiosks;
                    })
                    .toCompletableFuture()
                    .join();
        }
        return kiosks;
    }

    /** Each door counts its own "once" and prints a badge: the dearest answer that there is. */
    private static String document() {
        String doors =
                IntStream.range(0, DOORS).mapToObj(door -> """
                {"id": "door-%1$d", "title": {"german": "Tür", "english": "Door"}, "area": "arena",
                 "scope": "scope-%1$d", "prints": true, "rule": {"repetition": "ONCE"}}""".formatted(door)).collect(Collectors.joining(","));
        return """
                {"title": {"german": "Last", "english": "Load"}, "zone": "Europe/Berlin", "phase": "LIVE",
                 "firstDay": "2022-07-04",
                 "programmes": [{"id": "egk", "title": {"german": "Kongress", "english": "Congress"}}],
                 "categories": [{"id": "attendee", "title": {"german": "Teilnehmer", "english": "Attendee"},
                   "colour": "#1d5a96", "countsAsVisitor": true}],
                 "areas": [{"id": "arena", "title": {"german": "Arena", "english": "Arena"}, "permitted": 900}],
                 "doors": [%s]}
                """.formatted(doors);
    }

    URI uri() {
        return server.uri();
    }

    /** The server's data folder. */
    Path data() {
        return data;
    }

    String token() {
        return kiosks.get(0).token().secret();
    }

    static String path(String below) {
        return "/api/v1/events/" + EVENT.text() + "/" + below;
    }

    /** Whoever runs the event. */
    LoadedOrganiser organiser() throws IOException {
        return new LoadedOrganiser(
                uri(), Files.readString(new DataFolder(data).organiserToken()).strip());
    }

    /** How many scans were asked about. */
    int asked() {
        return asked.get();
    }

    /** How many answers stand in the database. */
    long keptAnswers() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from answers")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Check-ins: each a guest who has not passed this door yet. */
    Load checkIns() {
        return new Load(uri(), this::checkIn, "\"ADMITTED\"");
    }

    /** Check-ins, each followed by the report of its outcome on the same connection: two requests a guest. */
    Load reportedCheckIns() {
        return new Load(
                uri(),
                () -> {
                    Shown last = SHOWN.get();
                    if (last != null) {
                        SHOWN.remove();
                        return PlainConnection.post(
                                uri(), path("journal"), last.kiosk().token().secret(), report(last));
                    }
                    Shown next = next();
                    SHOWN.set(next);
                    return PlainConnection.post(
                            uri(), path("scans"), next.kiosk().token().secret(), question(next, ""));
                },
                EITHER);
    }

    /**
     * Check-ins, each of which carries the outcome of the one before it on its connection: one request a
     * guest.
     */
    Load carryingCheckIns() {
        return new Load(
                uri(),
                () -> {
                    Shown last = SHOWN.get();
                    Shown next = next();
                    SHOWN.set(next);
                    String carried = last == null ? "" : ",\"journal\":" + report(last);
                    return PlainConnection.post(
                            uri(), path("scans"), next.kiosk().token().secret(), question(next, carried));
                },
                "\"ADMITTED\"");
    }

    /** Reports of {@value JournalReport#MOST_ENTRIES} outcomes of a morning without network. */
    Load longReports() {
        return new Load(
                uri(),
                () -> {
                    List<Shown> morning = IntStream.range(0, JournalReport.MOST_ENTRIES)
                            .mapToObj(entry -> next())
                            .toList();
                    Kiosk kiosk = kiosks.get(asked.get() % KIOSKS);
                    return PlainConnection.post(
                            uri(), path("journal"), kiosk.token().secret(), report(kiosk, morning));
                },
                EITHER);
    }

    /** A question of a kiosk: its id, the kiosk's token, and the body that may be sent any number of times. */
    record Question(UUID id, String token, String body) {}

    /** A new question about a guest, at a door that admits each guest once. */
    Question question(int guest) {
        Kiosk kiosk = kiosks.get(ThreadLocalRandom.current().nextInt(KIOSKS));
        UUID id = TimeOrderedUuid.next(Instant.now(), ThreadLocalRandom.current());
        String body = "{\"id\":\"" + id + "\",\"door\":\"door-" + guest / tickets.size() % DOORS + "\",\"code\":\""
                + tickets.get(guest % tickets.size()) + "\",\"time\":" + time(kiosk) + "}";
        return new Question(id, kiosk.token().secret(), body);
    }

    /** A scan and whose it is; what the kiosk showed is the admission. */
    private record Shown(Kiosk kiosk, UUID scan, String door, Code ticket) {}

    private Shown next() {
        int number = asked.getAndIncrement();
        return new Shown(
                kiosks.get(number % KIOSKS),
                TimeOrderedUuid.next(Instant.now(), ThreadLocalRandom.current()),
                "door-" + number / tickets.size() % DOORS,
                Code.parse(tickets.get(number % tickets.size())).orElseThrow());
    }

    private static String question(Shown shown, String carried) {
        return "{\"id\":\"" + shown.scan() + "\",\"door\":\"" + shown.door() + "\",\"code\":\""
                + shown.ticket().text() + "\",\"time\":" + time(shown.kiosk()) + carried + "}";
    }

    private String report(Shown shown) {
        return report(shown.kiosk(), List.of(shown));
    }

    private String report(Kiosk kiosk, List<Shown> shown) {
        String entries = shown.stream().map(entry -> entry(kiosk, entry)).collect(Collectors.joining(","));
        return "{\"epoch\":\"" + kiosk.epoch() + "\",\"highWater\":"
                + kiosk.sequence().get() + ",\"entries\":[" + entries + "]}";
    }

    private String entry(Kiosk kiosk, Shown shown) {
        EntryId scan = new EntryId(shown.scan());
        JournalEntry entry = new JournalEntry.Scanned(
                new EntryHead(
                        scan,
                        kiosk.sequence().incrementAndGet(),
                        Phase.LIVE,
                        deviceTime(kiosk),
                        new OperatorId("bench")),
                new DoorId(shown.door()),
                salt.lookupId(shown.ticket()),
                ScanProof.of(shown.ticket(), scan),
                null,
                Outcome.admitted(Outcome.Source.SERVER));
        return JournalJson.text(entry);
    }

    private static DeviceTime deviceTime(Kiosk kiosk) {
        return new DeviceTime(
                Instant.now(), new BootId(kiosk.boot()), Duration.ofNanos(System.nanoTime() - BORN), null, null);
    }

    private static String time(Kiosk kiosk) {
        return JournalJson.text(deviceTime(kiosk));
    }

    /** The next guest's question, as it goes over the line. */
    byte[] checkIn() {
        int number = asked.getAndIncrement();
        Kiosk kiosk = kiosks.get(number % KIOSKS);
        return PlainConnection.post(uri(), path("scans"), kiosk.token().secret(), question(number, kiosk));
    }

    /** The same questions to the echo beside the product, which asks nobody who they are. */
    Load bareEcho() {
        return echo("/echo/scans", false);
    }

    /** The same questions to the echo within the product, which wants the same token. */
    Load echo() {
        return echo(path("echo"), true);
    }

    private Load echo(String path, boolean asksWho) {
        AtomicInteger number = new AtomicInteger();
        return new Load(
                uri(),
                () -> {
                    int next = number.getAndIncrement();
                    Kiosk kiosk = kiosks.get(next % KIOSKS);
                    String token = asksWho ? kiosk.token().secret() : "";
                    return PlainConnection.post(uri(), path, token, question(next, kiosk));
                },
                "\"ADMITTED\"");
    }

    /** Its id is made as devices make theirs, by the clock. */
    private String question(int number, Kiosk kiosk) {
        UUID id = TimeOrderedUuid.next(Instant.now(), ThreadLocalRandom.current());
        return "{\"id\":\"" + id + "\",\"door\":\"door-" + number / tickets.size() % DOORS
                + "\",\"code\":\"" + tickets.get(number % tickets.size()) + "\",\"time\":{\"wall\":\"" + Instant.now()
                + "\",\"boot\":\"" + kiosk.boot() + "\",\"monotonic\":\""
                + Duration.ofNanos(System.nanoTime() - BORN) + "\"}}";
    }

    /** Processor time that the server has used so far. */
    Duration processorTime() {
        return ProcessHandle.of(server.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** The most memory that the server's process ever held, as Linux tells it. */
    String memory() throws IOException {
        return memory(server.pid(), "VmHWM");
    }

    /** The memory that the server's process holds now, as Linux tells it. */
    /** Of the server's process. */
    long pid() {
        return server.pid();
    }

    String residentMemory() throws IOException {
        return memory(server.pid(), "VmRSS");
    }

    static String memory(long pid, String kind) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(kind))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MB")
                .findFirst()
                .orElse("unknown");
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (!Files.exists(data)) {
            return;
        }
        try (var files = Files.walk(data)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
