package org.einlass.proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReceipt.EntryReceipt;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.contract.wire.JournalReport;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.sync.WireJson;

/** A server without a database: it gives every scan the same answer and keeps each fact as it was first told. */
public final class FactServer implements AutoCloseable {
    private static final String EVENT = "/api/v1/events/" + Sample.EVENT;

    private final HttpServer http;
    private final Map<EntryId, JournalEntry> facts = new LinkedHashMap<>();

    public FactServer(Function<EntryId, ScanAnswer> answer) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext(EVENT + "/journal", exchange -> say(exchange, take(hear(exchange, JournalReport.class))));
        http.createContext(EVENT + "/doors/" + Sample.DOOR, exchange -> say(exchange, Sample.sheet()));
        http.createContext(
                EVENT + "/scans",
                exchange -> say(
                        exchange,
                        Sample.admitted(hear(exchange, ScanQuestion.class).id(), null)));
        http.start();
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
        byte[] body = WireJson.write(answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
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
