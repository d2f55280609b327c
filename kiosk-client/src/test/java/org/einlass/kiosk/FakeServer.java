package org.einlass.kiosk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReceipt.EntryReceipt;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.contract.wire.JournalReport;
import org.einlass.contract.wire.RoomSheet;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterRow;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.sync.WireJson;
import org.jspecify.annotations.Nullable;

/** A server that speaks the contract and keeps what it is told; what it says to a code the test decides. */
public final class FakeServer implements AutoCloseable {
    public static final String TOKEN = "secret-token";
    private static final int STRANGER = 999;
    private static final String BASE = "/api/v1/events/" + Sample.EVENT;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Function<EntryId, ScanAnswer>> answers = new ConcurrentHashMap<>();
    private final Map<EntryId, JournalEntry> entries = new ConcurrentHashMap<>();
    private final Map<String, DoorSheet> sheets = Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile RoomSheet.Count count;
    private volatile Roster guests = new Roster(List.of(SampleRoster.row(STRANGER, RegistrationStatus.CONFIRMED, 1)));
    private volatile boolean dark;
    private volatile @Nullable Heartbeat heartbeat;

    public FakeServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        assigns(Sample.sheet());
        http.setExecutor(threads);
        http.createContext(BASE + "/doors", unlessDark(this::doors));
        http.createContext(
                BASE + "/scans", unlessDark(exchange -> reply(exchange, answer(read(exchange, ScanQuestion.class)))));
        http.createContext(
                BASE + "/journal", unlessDark(exchange -> reply(exchange, keep(read(exchange, JournalReport.class)))));
        http.createContext(BASE + "/roster", unlessDark(this::roster));
        http.createContext(BASE + "/heartbeat", unlessDark(this::hears));
        http.start();
    }

    /** The network is gone, or it is back. */
    public void goesDark(boolean gone) {
        dark = gone;
    }

    /** Who stands in the roster; else nobody whom a test lets come. */
    public void invites(List<RosterRow> invited) {
        guests = new Roster(invited);
    }

    private HttpHandler unlessDark(HttpHandler answering) {
        return exchange -> {
            if (dark) {
                exchange.close();
                return;
            }
            answering.handle(exchange);
        };
    }

    /** Sheets by door, in order; the sample's one where a test says nothing. */
    public void assigns(DoorSheet... assigned) {
        sheets.clear();
        List.of(assigned).forEach(sheet -> sheets.put(sheet.door().text(), sheet));
    }

    /** So many people are in every room. */
    public void counts(AreaId area, long people) {
        count = new RoomSheet.Count(area, people, Sample.MORNING);
    }

    private void doors(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String door = path.substring((BASE + "/doors").length()).replaceFirst("^/", "");
        if (door.isEmpty()) {
            reply(exchange, new DoorSheet.Assigned(sheets.size() == 1 ? List.of() : List.copyOf(sheets.values())));
        } else if (door.endsWith("/head-count") && count != null) {
            reply(exchange, count);
        } else if (sheets.containsKey(door)) {
            reply(exchange, sheets.get(door));
        } else {
            reply(exchange, 404, "application/json", new byte[0]);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** What a device says of itself is kept, and answered as by a server that knows no heartbeats. */
    private void hears(HttpExchange exchange) throws IOException {
        heartbeat = read(exchange, Heartbeat.class);
        reply(exchange, 404, "application/json", new byte[0]);
    }

    /** What the last heartbeat said is amiss. */
    public List<String> faults() {
        Heartbeat last = heartbeat;
        List<Heartbeat.DeviceFault> faults = last == null ? null : last.faults();
        return faults == null ? List.of() : faults.stream().map(Enum::name).toList();
    }

    /** From now on this is the answer to {@code code}. */
    public void says(String code, Function<EntryId, ScanAnswer> answer) {
        answers.put(code, answer);
    }

    /** All entries that were reported, by id. */
    public Map<EntryId, JournalEntry> entries() {
        return entries;
    }

    /** Written once: many people's rows take seconds. */
    private static final class Roster {
        final byte[] file;
        final RosterSnapshot announcement;

        Roster(List<RosterRow> rows) {
            file = SampleRoster.file(rows);
            announcement = SampleRoster.announcement(SampleRoster.cursor(1), rows.size(), file);
        }
    }

    private ScanAnswer answer(ScanQuestion question) {
        return answers.getOrDefault(question.code(), scan -> Sample.refused(scan, Refusal.UNKNOWN))
                .apply(question.id());
    }

    private JournalReceipt keep(JournalReport report) {
        report.entries().forEach(entry -> entries.put(entry.head().id(), entry));
        return new JournalReceipt(
                IntStream.range(0, report.entries().size())
                        .mapToObj(index -> new EntryReceipt(index, Fate.ACCEPTED, null))
                        .toList(),
                Sample.MORNING);
    }

    private void roster(HttpExchange exchange) throws IOException {
        Roster now = guests;
        RosterSnapshot snapshot = now.announcement;
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/changes")) {
            reply(exchange, new RosterChanges(snapshot.cursor(), List.of(), false));
        } else if (path.endsWith(snapshot.file())) {
            reply(exchange, 206, "application/x-ndjson", now.file);
        } else {
            reply(exchange, snapshot);
        }
    }

    private static <T> T read(HttpExchange exchange, Class<T> type) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return WireJson.read(body, type).orElseThrow(() -> new UncheckedIOException(new IOException(body)));
    }

    private static void reply(HttpExchange exchange, Object body) throws IOException {
        boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] bytes = (known ? WireJson.write(body) : "{}").getBytes(StandardCharsets.UTF_8);
        reply(exchange, known ? 200 : 401, "application/json", bytes);
    }

    private static void reply(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
