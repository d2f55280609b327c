package org.einlass.kiosk.sync;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.counter.CounterReport;
import org.einlass.contract.counter.ExpectedGuests;
import org.einlass.contract.counter.FoundGuests;
import org.einlass.contract.counter.GuestArrival;
import org.einlass.contract.counter.HelpCall;
import org.einlass.contract.counter.HelpReport;
import org.einlass.contract.counter.SentGuest;
import org.einlass.contract.counter.TypedBooking;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.registration.BadgeLayoutSet;
import org.einlass.contract.wire.DataKeyGrant;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.Problem;
import org.einlass.contract.wire.RoomSheet;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.contract.wire.WipeReceipt;
import org.einlass.contract.wire.WipeState;
import org.einlass.kiosk.desk.device.DeskUplink;
import org.einlass.kiosk.gate.BadgeLayoutSource;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Uplink;
import org.einlass.kiosk.trust.PinnedTrust;
import org.jspecify.annotations.Nullable;

/** The way to the server over HTTP. Redirects are never followed: only a captive portal sends them. */
public final class HttpUplink
        implements Uplink,
                QuestionUplink,
                JournalUplink,
                RosterSource,
                HeartbeatUplink,
                KeySource,
                BadgeLayoutSource,
                DeskUplink,
                AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final Duration DOCUMENT_PATIENCE = Duration.ofMinutes(1);
    private static final long LONGEST_DOCUMENT = 50_000_000;
    private static final long LONGEST_ANSWER = 4_000_000;
    private static final long PART = 4_000_000;

    private final ServerAddress address;
    private final BearerToken token;
    private volatile DoorId door;
    private final Supplier<@Nullable DeviceTime> now;
    private final ExecutorService threads;

    /** Made beside the start of the program: what it loads for secure connections takes its time. */
    private final CompletableFuture<HttpClient> client;

    /** An uplink that says of no report when it was sent. */
    public HttpUplink(ServerAddress address) {
        this(address, () -> null);
    }

    /** @param now stamps reports, so that the server learns this boot's clock from each */
    public HttpUplink(ServerAddress address, Supplier<@Nullable DeviceTime> now) {
        this(
                address,
                BearerToken.fixed(address.token()),
                address.pins().isEmpty() ? null : new PinnedTrust(address.pins()),
                now);
    }

    /**
     * An uplink of a device whose token changes.
     *
     * @param token asked for before each request, and told where the server does not take it
     * @param trust by which keys the server is known at each handshake; null for those of the world, or plain HTTP
     */
    public HttpUplink(
            ServerAddress address, BearerToken token, @Nullable PinnedTrust trust, Supplier<@Nullable DeviceTime> now) {
        this.address = address;
        this.token = token;
        this.door = address.door();
        this.now = now;
        this.threads = Executors.newCachedThreadPool(HttpUplink::thread);
        this.client = CompletableFuture.supplyAsync(() -> client(trust, threads), threads);
    }

    private static HttpClient client(@Nullable PinnedTrust trust, ExecutorService threads) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .executor(threads);
        return trust == null
                ? client.build()
                : client.sslContext(trust.sslContext()).build();
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

    @Override
    public void ask(ScanQuestion question, Outbox.Batch carried, Consumer<Reply<ScanAnswer>> then) {
        String asked = WireJson.write(question);
        String body = asked.substring(0, asked.length() - 1) + ",\"journal\":" + report(carried) + "}";
        send(post(address.scans(), body), ScanAnswer.class, HttpUplink::isComplete, then);
    }

    private static boolean isComplete(ScanAnswer answer) {
        return answer.id() != null && answer.verdict() != null && answer.answeredAt() != null;
    }

    @Override
    public void fetchSheet(Consumer<Reply<DoorSheet>> then) {
        send(get("doors/" + door), DoorSheet.class, this::isOfThisDoor, then);
    }

    private HttpRequest get(String path) {
        return request(address.below(path)).GET().build();
    }

    @Override
    public void stand(DoorId other) {
        door = other;
    }

    @Override
    public void fetchHeadCount(Consumer<Reply<RoomSheet.Count>> then) {
        send(
                get("doors/" + door + "/head-count"),
                RoomSheet.Count.class,
                count -> count.area() != null && count.people() >= 0,
                then);
    }

    @Override
    public void fetchAssigned(Consumer<Reply<DoorSheet.Assigned>> then) {
        send(
                get("doors"),
                DoorSheet.Assigned.class,
                assigned -> assigned.sheets().stream().allMatch(this::isComplete),
                then);
    }

    @Override
    public void fetchClarifications(Consumer<Reply<Clarification.Page>> then) {
        send(
                get("clarifications?most=100"),
                Clarification.Page.class,
                page -> page.items().stream().allMatch(item -> item.id() != null && item.kind() != null),
                then);
    }

    @Override
    public void report(CounterReport counter, Consumer<Reply<ExpectedGuests>> then) {
        HttpRequest request = request(address.below("counters/own"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(WireJson.write(counter)))
                .build();
        send(
                request,
                ExpectedGuests.class,
                expected -> expected.at() != null
                        && expected.guests().stream().allMatch(guest -> guest.scan() != null && guest.sentAt() != null),
                then);
    }

    @Override
    public void searchGuests(String text, Consumer<Reply<FoundGuests>> then) {
        send(
                post(address.below("desk-search"), WireJson.write(new FoundGuests.Query(text, null))),
                FoundGuests.class,
                found -> found.at() != null
                        && found.guests().stream().allMatch(guest -> guest.badge() != null && guest.status() != null),
                then);
    }

    @Override
    public void fetchArrival(RegistrationId registration, Consumer<Reply<GuestArrival>> then) {
        send(get("counters/arrivals/" + registration), GuestArrival.class, arrival -> true, then);
    }

    @Override
    public void send(SentGuest guest, Consumer<Reply<SentGuest.Place>> then) {
        send(post(address.below("counters/guests"), WireJson.write(guest)), SentGuest.Place.class, place -> true, then);
    }

    @Override
    public void fetchTicket(TypedBooking typed, Consumer<Reply<TypedBooking.Ticket>> then) {
        send(
                post(address.below("booking-numbers"), WireJson.write(typed)),
                TypedBooking.Ticket.class,
                all -> true,
                then);
    }

    @Override
    public void report(HelpReport call, Consumer<Reply<HelpCall>> then) {
        HttpRequest request = request(address.below("help-calls/own"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(WireJson.write(call)))
                .build();
        send(request, HelpCall.class, HttpUplink::isComplete, then);
    }

    @Override
    public void fetchHelpCalls(Consumer<Reply<HelpCall.Open>> then) {
        send(
                get("help-calls"),
                HelpCall.Open.class,
                open -> open.at() != null && open.calls().stream().allMatch(HttpUplink::isComplete),
                then);
    }

    @Override
    public void acknowledge(EntryId call, Consumer<Reply<HelpCall>> then) {
        send(
                post(address.below("help-calls/" + call + "/acknowledgement"), ""),
                HelpCall.class,
                HttpUplink::isComplete,
                then);
    }

    @Override
    public void end(EntryId call, Consumer<Reply<HelpCall>> then) {
        send(post(address.below("help-calls/" + call + "/end"), ""), HelpCall.class, HttpUplink::isComplete, then);
    }

    private static boolean isComplete(HelpCall call) {
        return call.call() != null && call.place() != null && call.reason() != null && call.calledAt() != null;
    }

    @Override
    public void fetchDocument(String path, Locale language, Consumer<Reply<byte[]>> then) {
        HttpRequest request = HttpRequest.newBuilder(address.below(path))
                .timeout(DOCUMENT_PATIENCE)
                .header("Accept", "application/pdf, application/problem+json")
                .header("Accept-Language", language.getLanguage())
                .header("Authorization", "Bearer " + token.text())
                .GET()
                .build();
        send(
                request,
                LimitedBody.bytes(LONGEST_DOCUMENT),
                DOCUMENT_PATIENCE,
                response -> ResponseClassifier.sortDocument(
                        response.statusCode(),
                        contentType(response),
                        retryAfter(response),
                        response.body(),
                        address::isMe),
                then);
    }

    private boolean isOfThisDoor(DoorSheet sheet) {
        return isComplete(sheet) && door.equals(sheet.door());
    }

    private boolean isComplete(DoorSheet sheet) {
        return address.event().equals(sheet.event())
                && sheet.door() != null
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

    /**
     * The entries go as they were journalled, even if this version of the program could not read them any
     * more.
     */
    private String report(Outbox.Batch batch) {
        String entries = batch.items().stream().map(Outbox.Item::json).collect(Collectors.joining(","));
        String predecessor = batch.predecessor() == null ? "" : "\"predecessor\":\"" + batch.predecessor() + "\",";
        DeviceTime stamp = now.get();
        String sent = stamp == null ? "" : "\"sent\":" + WireJson.write(stamp) + ",";
        return "{\"epoch\":\"" + batch.epoch() + "\"," + predecessor + sent + "\"highWater\":" + batch.highWater()
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
                .header("Authorization", "Bearer " + token.text());
    }

    @Override
    public void beat(Heartbeat heartbeat, Consumer<Reply<HeartbeatAnswer>> then) {
        HttpRequest request = post(address.below("heartbeat"), WireJson.write(heartbeat));
        send(request, HeartbeatAnswer.class, this::isComplete, then);
    }

    /** Whatever is told to another device is no answer to this one. */
    private boolean isComplete(HeartbeatAnswer answer) {
        return answer.standing() != null
                && answer.event() != null
                && answer.device() != null
                && address.isMe(Problem.device(answer.event(), answer.device()));
    }

    @Override
    public void receipt(UUID order, WipeReceipt receipt, Consumer<Reply<WipeState>> then) {
        HttpRequest request = post(address.below("wipes/" + order + "/receipt"), WireJson.write(receipt));
        send(request, WipeState.class, state -> state.order() != null && state.wipedAt() != null, then);
    }

    @Override
    public void fetchDataKey(Consumer<Reply<DataKeyGrant>> then) {
        HttpRequest request = request(address.below("data-key")).GET().build();
        send(request, DataKeyGrant.class, grant -> grant.key() != null, then);
    }

    @Override
    public void fetchLayouts(String known, Consumer<Reply<BadgeLayoutSet>> then) {
        HttpRequest request = request(address.below("badge-layouts/for-devices?known=" + known))
                .GET()
                .build();
        send(request, BadgeLayoutSet.class, set -> set.digest() != null, then);
    }

    @Override
    public void fetchSnapshot(Consumer<Reply<RosterSnapshot>> then) {
        HttpRequest request = request(address.below("roster")).GET().build();
        send(request, RosterSnapshot.class, HttpUplink::isComplete, then);
    }

    private static boolean isComplete(RosterSnapshot snapshot) {
        return snapshot.cursor() != null && snapshot.sha256() != null;
    }

    @Override
    public void fetchPart(RosterSnapshot snapshot, long from, Consumer<Reply<byte[]>> then) {
        HttpRequest request = request(address.below("roster/" + snapshot.file()))
                .header("Range", "bytes=" + from + "-" + (from + PART - 1))
                .GET()
                .build();
        send(request, LimitedBody.bytes(PART), this::sortPart, then);
    }

    private Reply<byte[]> sortPart(HttpResponse<byte[]> response) {
        return ResponseClassifier.sortPart(
                response.statusCode(), contentType(response), retryAfter(response), response.body(), address::isMe);
    }

    @Override
    public void fetchChanges(RosterCursor cursor, Consumer<Reply<RosterChanges>> then) {
        String query = "?incarnation=" + cursor.incarnation() + "&after=" + cursor.number();
        HttpRequest request =
                request(address.below("roster/changes" + query)).GET().build();
        send(request, RosterChanges.class, changes -> changes.cursor() != null, then);
    }

    private <T> void send(HttpRequest request, Class<T> type, Predicate<T> isComplete, Consumer<Reply<T>> then) {
        send(
                request,
                LimitedBody.text(LONGEST_ANSWER),
                response -> ResponseClassifier.sort(sortable(response), address::isMe, type, isComplete),
                then);
    }

    private <B, T> void send(
            HttpRequest request,
            BodyHandler<B> body,
            Function<HttpResponse<B>, Reply<T>> sorter,
            Consumer<Reply<T>> then) {
        send(request, body, PATIENCE, sorter, then);
    }

    /** The client's own time limit ends with the head of the response; this one covers the body, too. */
    private <B, T> void send(
            HttpRequest request,
            BodyHandler<B> body,
            Duration patience,
            Function<HttpResponse<B>, Reply<T>> sorter,
            Consumer<Reply<T>> then) {
        CompletableFuture<HttpResponse<B>> exchange = client.join().sendAsync(request, body);
        var unused = exchange.copy()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(sorter)
                .exceptionally(failure -> new Reply.Silent<>(silence(failure)))
                .thenAccept(reply -> {
                    exchange.cancel(true);
                    if (reply instanceof Reply.Silent<T> silent && silent.why() == NoAnswer.DENIED) {
                        token.refused();
                    }
                    then.accept(reply);
                });
    }

    private static ResponseClassifier.Response sortable(HttpResponse<String> response) {
        return new ResponseClassifier.Response(
                response.statusCode(), contentType(response), retryAfter(response), response.body());
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return RetryAfter.of(response.headers(), Clock.systemUTC().instant());
    }

    private static String contentType(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    private static NoAnswer silence(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        boolean late = cause instanceof TimeoutException || cause instanceof java.net.http.HttpTimeoutException;
        if (late) {
            return NoAnswer.TOO_LATE;
        }
        return isAboutTrust(cause) ? NoAnswer.UNTRUSTED : NoAnswer.UNREACHABLE;
    }

    private static boolean isAboutTrust(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(CertificateException.class::isInstance);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
