package org.einlass.kiosk.sync;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Silence;
import org.einlass.kiosk.gate.Uplink;

/** The way to the server over HTTP. Redirects are never followed: only a captive portal sends them. */
public final class HttpUplink implements Uplink, Courier, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final long LONGEST_ANSWER = 4_000_000;

    private final ServerAddress address;
    private final ExecutorService threads;
    private final HttpClient client;

    public HttpUplink(ServerAddress address) {
        this.address = address;
        this.threads = Executors.newCachedThreadPool(HttpUplink::thread);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .executor(threads)
                .build();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "einlass-uplink");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void ask(ScanQuestion question, Consumer<Reply<ScanAnswer>> then) {
        send(post(address.scans(), WireJson.write(question)), ScanAnswer.class, HttpUplink::isComplete, then);
    }

    private static boolean isComplete(ScanAnswer answer) {
        return answer.id() != null && answer.verdict() != null && answer.answeredAt() != null;
    }

    @Override
    public void fetchSheet(Consumer<Reply<DoorSheet>> then) {
        send(request(address.sheet()).GET().build(), DoorSheet.class, this::isComplete, then);
    }

    private boolean isComplete(DoorSheet sheet) {
        return address.event().equals(sheet.event())
                && address.door().equals(sheet.door())
                && sheet.zone() != null
                && sheet.dayStart() != null
                && sheet.phase() != null
                && sheet.salt() != null
                && sheet.rule() != null
                && sheet.serverTime() != null;
    }

    @Override
    public void carry(Outbox.Batch batch, Consumer<Reply<JournalReceipt>> then) {
        send(post(address.journal(), report(batch)), JournalReceipt.class, receipt -> true, then);
    }

    /** The entries go as they were journalled, even if this version of the program could not read them any more. */
    private static String report(Outbox.Batch batch) {
        String entries = batch.items().stream().map(Outbox.Item::json).collect(Collectors.joining(","));
        String predecessor = batch.predecessor() == null ? "" : "\"predecessor\":\"" + batch.predecessor() + "\",";
        return "{\"epoch\":\"" + batch.epoch() + "\"," + predecessor + "\"highWater\":" + batch.highWater()
                + ",\"entries\":[" + entries + "]}";
    }

    private HttpRequest post(URI uri, String body) {
        return request(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + address.token());
    }

    /** The client's own time limit ends with the head of the response; this one covers the body, too. */
    private <T> void send(HttpRequest request, Class<T> type, Predicate<T> isComplete, Consumer<Reply<T>> then) {
        CompletableFuture<HttpResponse<String>> exchange =
                client.sendAsync(request, LimitedBody.ofAtMost(LONGEST_ANSWER));
        var unused = exchange.copy()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(response -> ReplySorter.sort(sortable(response), type, isComplete))
                .exceptionally(failure -> new Reply.Silent<>(silence(failure)))
                .thenAccept(reply -> {
                    exchange.cancel(true);
                    then.accept(reply);
                });
    }

    private static ReplySorter.Response sortable(HttpResponse<String> response) {
        String contentType = response.headers().firstValue("Content-Type").orElse("");
        return new ReplySorter.Response(response.statusCode(), contentType, response.body());
    }

    private static Silence silence(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        boolean late = cause instanceof TimeoutException || cause instanceof java.net.http.HttpTimeoutException;
        return late ? Silence.TOO_LATE : Silence.UNREACHABLE;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
