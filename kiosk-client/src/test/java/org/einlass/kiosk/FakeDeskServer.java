package org.einlass.kiosk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.code.EventPrivateKey;
import org.einlass.contract.counter.CounterReport;
import org.einlass.contract.counter.ExpectedGuests;
import org.einlass.contract.counter.FoundGuests;
import org.einlass.contract.counter.GuestArrival;
import org.einlass.contract.counter.HelpCall;
import org.einlass.contract.counter.HelpReport;
import org.einlass.contract.counter.SentGuest;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.helper.HelperRows;
import org.einlass.contract.helper.PinLock;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.DeskMessage;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DataKeyGrant;
import org.einlass.contract.wire.DeskSheet;
import org.einlass.contract.wire.DeskSheet.TagKey;
import org.einlass.contract.wire.DeviceTrust;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.contract.wire.HeartbeatAnswer.CounterOrder;
import org.einlass.contract.wire.HeartbeatAnswer.DeviceMessage;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReceipt.EntryReceipt;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.contract.wire.JournalReport;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterRow;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.sync.WireJson;
import org.jspecify.annotations.Nullable;

/** A server for a staffed desk: roster with names, data key, answers, a journal; it can fall silent and come back. */
final class FakeDeskServer implements AutoCloseable {
    static final String TOKEN = "secret-token";
    static final String DEVICE = "schalter-1";
    private static final String BASE = "/api/v1/events/" + Sample.EVENT;
    private static final EventPrivateKey LETTERS = EventPrivateKey.next(new Random(3));

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, SampleGuest> byCode = new ConcurrentHashMap<>();
    private final Map<EntryId, JournalEntry> entries = new ConcurrentHashMap<>();
    private final Map<String, BadgeOrder> made = new ConcurrentHashMap<>();
    private final byte[] roster;
    private final long rows;
    private volatile boolean silent;
    private volatile Phase phase = Phase.LIVE;
    private volatile List<Clarification> cases = List.of();
    private volatile HelperRows helpers = HelperRows.NONE;
    private volatile List<PinLock> locks = List.of();
    private volatile @Nullable DeviceMessage message;
    private volatile @Nullable CounterOrder counterOrder;
    private volatile @Nullable UUID messageShown;
    private volatile @Nullable String printer;
    private final List<SentGuest> sent = new CopyOnWriteArrayList<>();
    private volatile List<ExpectedGuests.Guest> coming = List.of();
    private volatile CounterReport counter;
    private volatile List<HelpCall> calls = List.of();
    private volatile List<OrganiserQuestion> questions = List.of();
    private final List<SampleGuest> beside = new CopyOnWriteArrayList<>();
    private final List<String> documents = new CopyOnWriteArrayList<>();
    private volatile GuestArrival arrival = new GuestArrival(null, null);

    FakeDeskServer(List<SampleGuest> guests) throws IOException {
        guests.forEach(guest -> {
            byCode.put(guest.ticket().text(), guest);
            byCode.put(guest.badge().code(), guest);
        });
        List<RosterRow> all =
                guests.stream().flatMap(guest -> guest.rows().stream()).toList();
        roster = SampleRoster.file(all);
        rows = all.size();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext(BASE + "/doors/" + Sample.DOOR, exchange -> reply(exchange, sheetNow()));
        http.createContext(BASE + "/scans", exchange -> reply(exchange, answer(read(exchange, ScanQuestion.class))));
        http.createContext(BASE + "/journal", exchange -> reply(exchange, keep(read(exchange, JournalReport.class))));
        http.createContext(
                BASE + "/heartbeat", exchange -> reply(exchange, heartbeat(read(exchange, Heartbeat.class))));
        http.createContext(
                BASE + "/data-key", exchange -> reply(exchange, new DataKeyGrant(1, SampleGuests.KEY.text())));
        http.createContext(BASE + "/clarifications", exchange -> reply(exchange, clarifications()));
        http.createContext(
                BASE + "/counters/own", exchange -> reply(exchange, counter(read(exchange, CounterReport.class))));
        http.createContext(
                BASE + "/counters/guests", exchange -> reply(exchange, place(read(exchange, SentGuest.class))));
        http.createContext(BASE + "/counters/arrivals", exchange -> reply(exchange, arrival));
        http.createContext(
                BASE + "/desk-search", exchange -> reply(exchange, found(read(exchange, FoundGuests.Query.class))));
        http.createContext(BASE + "/help-calls", this::help);
        for (String folder : List.of("/lists", "/reports", "/certificates")) {
            http.createContext(BASE + folder, this::document);
        }
        http.createContext(BASE + "/roster", this::roster);
        http.start();
    }

    /** Somebody registers whom no roster of this server names: only a search finds the guest. */
    void knowsBeside(SampleGuest guest) {
        byCode.put(guest.badge().code(), guest);
        beside.add(guest);
    }

    private FoundGuests found(FoundGuests.Query query) {
        return new FoundGuests(
                Instant.now(),
                beside.stream()
                        .filter(guest -> guest.attendee()
                                .familyName()
                                .toLowerCase(Locale.ROOT)
                                .startsWith(String.valueOf(query.text()).toLowerCase(Locale.ROOT)))
                        .map(guest -> new FoundGuests.Guest(guest.badge(), guest.status()))
                        .toList());
    }

    private DoorSheet sheetNow() {
        DoorSheet now = sheet(phase);
        return questions.isEmpty()
                ? now
                : now.withGuests(new DoorSheet.GuestTexts(null, null, null, null, null, questions));
    }

    static DoorSheet sheet() {
        return sheet(Phase.LIVE);
    }

    private static DoorSheet sheet(Phase phase) {
        DeskSheet desk = new DeskSheet(
                LETTERS.box(),
                new TagKey("1", "00".repeat(32)),
                List.of(),
                List.of(LocalDate.of(2022, 7, 4), LocalDate.of(2022, 7, 5)),
                4);
        DoorSheet bare = Sample.sheet(phase, SampleGuests.CATEGORIES, DoorRule.OPEN);
        return new DoorSheet(
                bare.event(),
                bare.eventTitle(),
                bare.zone(),
                bare.dayStart(),
                bare.phase(),
                bare.salt(),
                bare.categories(),
                SampleGuests.PROGRAMMES,
                bare.door(),
                bare.doorTitle(),
                bare.direction(),
                bare.rule(),
                bare.prints(),
                null,
                bare.serverTime(),
                desk);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** From now on this is to be clarified, until a desk settles it. */
    void clarify(List<Clarification> open) {
        cases = open;
    }

    private Clarification.Page clarifications() {
        List<Clarification> open = cases.stream()
                .filter(item -> entries.values().stream()
                        .noneMatch(entry -> entry instanceof JournalEntry.Settled settled
                                && settled.conflict().equals(item.id())))
                .toList();
        return new Clarification.Page(open, open.size(), null);
    }

    /** From now on these are on the way to this desk's counter, while it is open. */
    void sends(List<ExpectedGuests.Guest> guests) {
        coming = guests;
    }

    /** From now on everybody came there and then. */
    void arrived(GuestArrival first) {
        arrival = first;
    }

    /** What the desk said last of its counter; null before that. */
    CounterReport counter() {
        return counter;
    }

    /** Whom kiosks have sent. */
    List<SentGuest> sent() {
        return sent;
    }

    /** From now on these call for help. */
    void calls(List<HelpCall> wanted) {
        calls = wanted;
    }

    /** The calls as the server knows them. */
    List<HelpCall> calls() {
        return calls;
    }

    private void help(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        String last = path[path.length - 1];
        if (last.equals("help-calls")) {
            reply(
                    exchange,
                    new HelpCall.Open(
                            calls.stream().filter(call -> !call.ended()).toList(), Sample.MORNING));
            return;
        }
        if (last.equals("own")) {
            HelpReport report = read(exchange, HelpReport.class);
            HelpCall own = calls.stream()
                    .filter(call -> call.call().equals(report.call()))
                    .findFirst()
                    .orElseGet(() -> new HelpCall(
                            report.call(),
                            new DeviceId("door-1"),
                            "Tür 1",
                            report.reason(),
                            Sample.MORNING,
                            null,
                            null,
                            report.ended()));
            calls = Stream.concat(calls.stream().filter(call -> !call.call().equals(own.call())), Stream.of(own))
                    .toList();
            reply(exchange, own);
            return;
        }
        EntryId id = EntryId.of(path[path.length - 2]);
        calls = calls.stream()
                .map(call -> call.call().equals(id) ? changed(call, last.equals("end")) : call)
                .toList();
        reply(
                exchange,
                calls.stream()
                        .filter(call -> call.call().equals(id))
                        .findFirst()
                        .orElseThrow());
    }

    private static HelpCall changed(HelpCall call, boolean ended) {
        return new HelpCall(
                call.call(),
                call.device(),
                call.place(),
                call.reason(),
                call.calledAt(),
                Sample.MORNING,
                "Schalter 4",
                ended);
    }

    /** The documents that were asked for, with their parameters and languages. */
    List<String> documents() {
        return documents;
    }

    private void document(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring(BASE.length());
        documents.add(exchange.getRequestHeaders().getFirst("Accept-Language") + " " + path);
        try (PDDocument pages = new PDDocument()) {
            pages.addPage(new PDPage(PDRectangle.A4));
            pages.addPage(new PDPage(PDRectangle.A4));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            pages.save(file);
            reply(exchange, 200, "application/pdf", file.toByteArray());
        }
    }

    private ExpectedGuests counter(CounterReport report) {
        counter = report;
        coming = coming.stream()
                .filter(guest -> !report.ended().contains(guest.scan()))
                .filter(guest ->
                        guest.registration() == null || !report.served().contains(guest.registration()))
                .toList();
        return new ExpectedGuests(report.open() ? coming : List.of(), Sample.MORNING);
    }

    private SentGuest.Place place(SentGuest guest) {
        sent.add(guest);
        CounterReport known = counter;
        return new SentGuest.Place(known != null && known.open() ? known.name() : null);
    }

    /** From now on the event is in its rehearsal. */
    void rehearses() {
        phase = Phase.REHEARSAL;
    }

    /** From now on nothing is answered. */
    void fallsSilent() {
        silent = true;
    }

    void comesBack() {
        silent = false;
    }

    /** All entries that were reported, by id. */
    Map<EntryId, JournalEntry> entries() {
        return entries;
    }

    private ScanAnswer answer(ScanQuestion question) {
        if (question.journal() != null) {
            keep(question.journal());
        }
        SampleGuest guest = byCode.get(question.code());
        BadgeOrder order = made.get(question.code());
        if (guest == null) {
            return order == null
                    ? Sample.refused(question.id(), Refusal.UNKNOWN)
                    : Sample.admitted(question.id(), order);
        }
        return guest.status() == RegistrationStatus.CONFIRMED
                ? Sample.admitted(question.id(), guest.badge())
                : Sample.refused(
                        question.id(),
                        guest.status() == RegistrationStatus.CANCELLED ? Refusal.CANCELLED : Refusal.WAITLISTED);
    }

    private JournalReceipt keep(JournalReport report) {
        report.entries().forEach(entry -> {
            entries.put(entry.head().id(), entry);
            if (entry instanceof JournalEntry.Newcomer newcomer) {
                take(newcomer);
            }
        });
        return new JournalReceipt(
                IntStream.range(0, report.entries().size())
                        .mapToObj(index -> new EntryReceipt(index, Fate.ACCEPTED, null))
                        .toList(),
                Sample.MORNING);
    }

    /** From now on the event asks these; desks hear of it with the next sheet. */
    void asks(List<OrganiserQuestion> asked) {
        questions = asked;
    }

    /** What the letter of an entry says, read as the real server does. */
    static DeskMessage read(JournalEntry.QuestionAnswered answered) {
        return LETTERS.open(answered.letter(), Sample.EVENT, answered.head().id())
                .flatMap(text -> WireJson.read(new String(text, StandardCharsets.UTF_8).strip(), DeskMessage.class))
                .orElseThrow();
    }

    /** Reads the letter as the real server does. */
    private void take(JournalEntry.Newcomer newcomer) {
        DeskMessage letter = LETTERS.open(
                        newcomer.letter(), Sample.EVENT, newcomer.head().id())
                .flatMap(text -> WireJson.read(new String(text, StandardCharsets.UTF_8).strip(), DeskMessage.class))
                .orElseThrow();
        made.put(
                letter.badge(),
                new BadgeOrder(
                        newcomer.registration(),
                        letter.attendee(),
                        newcomer.category(),
                        newcomer.programmes(),
                        letter.badge(),
                        false));
    }

    private HeartbeatAnswer heartbeat(Heartbeat said) {
        List<PinLock> barred = said.locks();
        locks = barred == null ? List.of() : barred;
        messageShown = said.message();
        printer = said.printer();
        HelperRows rows = helpers;
        HelperRows news = rows.mark().equals(said.helpers()) ? null : rows;
        return new HeartbeatAnswer(
                Sample.EVENT,
                new DeviceId(DEVICE),
                DeviceTrust.ENROLLED,
                null,
                1L,
                false,
                Sample.MORNING,
                null,
                news,
                message,
                counterOrder);
    }

    /** What the organiser tells the desk's team from the next heartbeat on; null for nothing. */
    void tells(@Nullable DeviceMessage told) {
        message = told;
    }

    /** What the organiser wants of the desk's counter from the next heartbeat on. */
    void wants(CounterOrder order) {
        counterOrder = order;
    }

    /** The message that the desk's last heartbeat said its team can read. */
    @Nullable
    UUID messageShown() {
        return messageShown;
    }

    /** From now on these helpers' badges open the desk. */
    void takesIn(HelperRows rows) {
        helpers = rows;
    }

    /** The desk's last word for its printer. */
    @Nullable
    String printer() {
        return printer;
    }

    /** The badges that the desk said it bars, with its last heartbeat. */
    List<PinLock> locks() {
        return locks;
    }

    private void roster(HttpExchange exchange) throws IOException {
        RosterSnapshot snapshot = SampleRoster.announcement(SampleRoster.cursor(1), rows, roster);
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/changes")) {
            reply(exchange, new RosterChanges(snapshot.cursor(), List.of(), false));
        } else if (path.endsWith(snapshot.file())) {
            reply(exchange, 206, "application/x-ndjson", roster);
        } else {
            reply(exchange, snapshot);
        }
    }

    private static <T> T read(HttpExchange exchange, Class<T> type) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Optional<T> read = WireJson.read(body, type);
        return read.orElseThrow(() -> new IOException(body));
    }

    private void reply(HttpExchange exchange, Object body) throws IOException {
        reply(exchange, 200, "application/json", WireJson.write(body).getBytes(StandardCharsets.UTF_8));
    }

    private void reply(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        if (silent) {
            exchange.sendResponseHeaders(502, -1);
            exchange.close();
            return;
        }
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
