package org.einlass.proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReceipt.EntryReceipt;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.contract.wire.JournalReport;
import org.einlass.contract.wire.Problem;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterRow;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.sync.WireJson;

/**
 * A server without a database: it gives every scan the same answer and keeps each fact as it was first told.
 */
public final class FactServer implements AutoCloseable {
    private static final String EVENT = "/api/v1/events/" + Sample.EVENT;

    private final HttpServer http;
    private final Map<EntryId, JournalEntry> facts = new LinkedHashMap<>();

    /** @param rows of its roster, which never changes */
    public FactServer(Function<EntryId, ScanAnswer> answer, List<RosterRow> rows) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext(EVENT + "/journal", exchange -> say(exchange, take(hear(exchange, JournalReport.class))));
        http.createContext(EVENT + "/doors/" + Sample.DOOR, exchange -> say(exchange, Sample.sheet()));
        http.createContext(
                EVENT + "/scans",
                exchange -> say(
                        exchange,
                        answer.apply(hear(exchange, ScanQuestion.class).id())));
        offer(rows);
        http.start();
    }

    private void offer(List<RosterRow> rows) {
        byte[] file = SampleRoster.file(rows);
        RosterSnapshot snapshot = SampleRoster.announcement(SampleRoster.cursor(1), rows.size(), file);
        RosterChanges none = new RosterChanges(snapshot.cursor(), List.of(), false);
        http.createContext(EVENT + "/roster", exchange -> say(exchange, snapshot));
        http.createContext(EVENT + "/roster/changes", exchange -> say(exchange, none));
        http.createContext(EVENT + "/roster/" + snapshot.file(), exchange -> sendPart(exchange, file));
    }

    /** A client asks for "bytes=FROM-TO" (RFC 9110, section 14.2). */
    private static void sendPart(HttpExchange exchange, byte[] file) throws IOException {
        String[] range = exchange.getRequestHeaders()
                .getFirst("Range")
                .substring("bytes=".length())
                .split("-", 2);
        int from = Integer.parseInt(range[0]);
        byte[] part = Arrays.copyOfRange(file, from, Math.min(file.length, Integer.parseInt(range[1]) + 1));
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        send(exchange, 206, part);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** All that it was told, in the order in which it first was. */
    public synchronized List<JournalEntry> facts() {
        return List.copyOf(facts.values());
    }

    private synchronized JournalReceipt take(JournalReport report) {
        List<EntryReceipt> receipts = new ArrayList<>();
        for (JournalEntry entry : report.entries()) {
            JournalEntry known = facts.putIfAbsent(entry.head().id(), entry);
            receipts.add(new EntryReceipt(receipts.size(), fate(known, entry), null));
        }
        return new JournalReceipt(receipts, Sample.MORNING);
    }

    private static Fate fate(JournalEntry known, JournalEntry entry) {
        if (known == null) {
            return Fate.ACCEPTED;
        }
        return known.equals(entry) ? Fate.KNOWN : Fate.QUARANTINED;
    }

    private static <T> T hear(HttpExchange exchange, Class<T> type) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return WireJson.read(body, type).orElseThrow(() -> new IOException("This is no " + type.getSimpleName()));
    }

    private static void say(HttpExchange exchange, Object answer) throws IOException {
        say(exchange, 200, answer);
    }

    private static void say(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] body = WireJson.write(answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", status == 200 ? "application/json" : Problem.MEDIA_TYPE);
        send(exchange, status, body);
    }

    /** From now on this is what it says at {@code path} of the event and below. */
    public void says(String path, int status, Supplier<Object> answer) {
        try {
            http.removeContext(EVENT + path);
        } catch (IllegalArgumentException nothingWasSaidThere) {
            // A new path.
        }
        http.createContext(EVENT + path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            say(exchange, status, answer.get());
        });
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Is not to be reached any more. */
    public void unplug() {
        http.stop(0);
    }

    @Override
    public void close() {
        unplug();
    }
}
