package org.einlass.proof.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.contract.wire.GuessableLookup;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.sync.Outbox;
import org.einlass.server.AdmissionServices;
import org.einlass.server.account.Token;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.DataKeyTable;
import org.einlass.server.device.DeviceDocument;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.device.DeviceTable;
import org.einlass.server.device.EventSecrets;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventChanges;
import org.einlass.server.event.EventTable;
import org.einlass.server.feed.RosterAudience;
import org.einlass.server.feed.RosterService;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.ImportKey;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationRange;
import org.jdbi.v3.core.Handle;

/** The server's own core on SQLite, with the event of the table and its guests. */
final class TableServer implements AutoCloseable {
    private static final EventId NEIGHBOUR = new EventId("nebenan");
    private static final DeviceId ASKING = new DeviceId("kiosk-3");

    private final Path folder;
    private final Store store;
    private final ServerKey serverKey;
    private final Clock clock = Clock.fixed(TableEvent.NOW, ZoneOffset.UTC);
    private final Random chance = new Random(1);
    private final CodeTable codeTable;
    private final CodeKeyTable keys;
    private final AdmissionServices services;
    private final RegistrationIssuer issuer;
    private int enrolled;

    TableServer(Path folder) {
        this.folder = folder;
        this.store = Store.open("jdbc:sqlite:" + folder.resolve("einlass.db"));
        this.serverKey = ServerKey.of(folder.resolve("einlass.key"));
        this.codeTable = new CodeTable(serverKey);
        this.keys = new CodeKeyTable(serverKey);
        this.services = AdmissionServices.of(store, serverKey, clock);
        this.issuer = new RegistrationIssuer(keys, codeTable, clock, chance);
        put(NEIGHBOUR, RuleVariant.OPEN);
        put(RuleVariant.OPEN);
        enrolDesks();
    }

    private void enrolDesks() {
        DeviceDocument desk = new DeviceDocument(null, DeviceKind.DESK, null);
        write(transaction -> {
            for (String id : List.of("kiosk-1", "kiosk-2", ASKING.text())) {
                DeviceTable.put(
                        transaction.handle(), Sample.EVENT, new DeviceId(id), desk, Token.next(chance), TableEvent.NOW);
            }
            return desk;
        });
    }

    /** From now on all doors of the table have this variant of the rules. */
    void put(RuleVariant variant) {
        put(Sample.EVENT, variant);
    }

    private void put(EventId event, RuleVariant variant) {
        write(transaction -> {
            new EventChanges(keys, chance, services.effects())
                    .put(transaction, event, TableEvent.document(variant), TableEvent.NOW);
            return event;
        });
    }

    EventSalt salt() {
        return store.read(handle -> EventTable.salt(handle, Sample.EVENT)).orElseThrow();
    }

    /** What a device that reached the server is told of codes that can be guessed. */
    GuessableLookup guessable() {
        return store.read(handle -> EventSecrets.lookup(handle, serverKey, Sample.EVENT));
    }

    /** One guest for each right and each thing that they may have done before. */
    List<TableGuest> enrolGuests() {
        return write(transaction -> {
            List<TableGuest> guests = new ArrayList<>();
            for (Right right : Right.values()) {
                for (Before before : Before.values()) {
                    guests.add(enrol(transaction, right, before));
                }
            }
            return guests;
        });
    }

    /** Somebody whom no device has heard of yet. */
    TableGuest enrolNewcomer() {
        return write(transaction -> enrol(transaction, Right.EVERY_DAY, Before.NOTHING));
    }

    private TableGuest enrol(Transaction transaction, Right right, Before before) {
        Handle handle = transaction.handle();
        RegistrationId registration = enrol(transaction, right);
        Map<CodeShown, PresentedCode> codes = new EnumMap<>(CodeShown.class);
        for (Code code : codes(handle, registration)) {
            codes.put(code.kind() == CodeKind.TICKET ? CodeShown.TICKET : CodeShown.BADGE, code);
        }
        ExternalCode shop = new ExternalCode("SHOP-" + enrolled);
        issuer.link(transaction, Sample.EVENT, registration, shop);
        codes.put(CodeShown.EXTERNAL, shop);
        codes.put(CodeShown.REVOKED_BADGE, revokedBadge(handle, registration));
        codes.put(CodeShown.TWIN_TICKET, mergedTicket(transaction, right, registration));
        return new TableGuest(registration, right, before, codes);
    }

    private RegistrationId enrol(Transaction transaction, Right right) {
        ImportKey key = new ImportKey(ImportKey.Kind.OWN_KEY, "gast-" + ++enrolled);
        return issuer.enrol(transaction, Sample.EVENT, key, right.fields());
    }

    private List<Code> codes(Handle handle, RegistrationId registration) {
        return codeTable.given(handle, Sample.EVENT, RegistrationRange.of(registration)).stream()
                .flatMap(given -> Optional.ofNullable(given.ours()).stream())
                .toList();
    }

    private Code revokedBadge(Handle handle, RegistrationId registration) {
        Code badge = add(handle, CodeKind.BADGE, registration);
        codeTable.revoke(handle, Sample.EVENT, salt(handle).lookupId(badge), TableEvent.NOW);
        return badge;
    }

    private Code add(Handle handle, CodeKind kind, RegistrationId registration) {
        Code code = keys.newest(handle, Sample.EVENT).orElseThrow().issue(kind, chance);
        codeTable.add(handle, Sample.EVENT, salt(handle).lookupId(code), code, registration, 2, TableEvent.NOW);
        return code;
    }

    private static EventSalt salt(Handle handle) {
        return EventTable.salt(handle, Sample.EVENT).orElseThrow();
    }

    private Code mergedTicket(Transaction transaction, Right right, RegistrationId registration) {
        Handle handle = transaction.handle();
        RegistrationId twin = enrol(transaction, right);
        Code ticket = codes(handle, twin).stream()
                .filter(code -> code.kind() == CodeKind.TICKET)
                .findFirst()
                .orElseThrow();
        handle.execute(
                "update registrations set merged_into = ? where event = ? and id = ?",
                registration.toString(),
                Sample.EVENT.text(),
                twin.toString());
        return ticket;
    }

    /** Texts that lead to nobody. */
    Map<CodeShown, String> textsOfNobody() {
        return write(transaction -> {
            Handle handle = transaction.handle();
            Map<CodeShown, String> texts = new EnumMap<>(CodeShown.class);
            texts.put(CodeShown.UNKNOWN, issue(handle, Sample.EVENT).text());
            texts.put(CodeShown.SPARE_BADGE, spareBadge(handle).text());
            CodeKey forger = new CodeKey(Sample.EVENT, '1', new byte[CodeKey.BYTES]);
            texts.put(CodeShown.FORGED, forger.issue(CodeKind.TICKET, chance).text());
            texts.put(CodeShown.OF_ANOTHER_EVENT, issue(handle, NEIGHBOUR).text());
            texts.put(CodeShown.UNKNOWN_EXTERNAL, "LADEN-17");
            texts.put(CodeShown.ADDRESS, "https://example.org/somebody");
            texts.put(CodeShown.VISITING_CARD, "MECARD:N:Muster;;");
            texts.put(CodeShown.RUBBISH, "\u0007");
            return texts;
        });
    }

    private Code issue(Handle handle, EventId event) {
        return keys.newest(handle, event).orElseThrow().issue(CodeKind.TICKET, chance);
    }

    private Code spareBadge(Handle handle) {
        Code code = keys.newest(handle, Sample.EVENT).orElseThrow().issue(CodeKind.BADGE, chance);
        codeTable.add(handle, Sample.EVENT, salt(handle).lookupId(code), code, null, 1, TableEvent.NOW);
        return code;
    }

    /** Gives a device the roster as it stands now. */
    void handRosterTo(TableDevice device) throws IOException {
        RosterService rosters =
                new RosterService(store, codeTable, new DataKeyTable(serverKey), folder.resolve("rosters"), clock);
        RosterSnapshot snapshot = rosters.snapshot(Sample.EVENT, RosterAudience.DOORS);
        device.install(
                snapshot,
                rosters.file(Sample.EVENT, snapshot.file(), RosterAudience.DOORS)
                        .orElseThrow());
    }

    /** Takes all that a device has to report. */
    void take(DeviceId device, Outbox outbox) {
        for (Optional<Outbox.Batch> batch = outbox.next(0, 500); batch.isPresent(); batch = outbox.next(0, 500)) {
            JournalReceipt receipt = await(services.journals().report(Sample.EVENT, device, false, json(batch.get())));
            List<Fate> fates = receipt.entries().stream()
                    .map(JournalReceipt.EntryReceipt::fate)
                    .toList();
            if (!fates.stream().allMatch(Fate.ACCEPTED::equals)) {
                throw new AssertionError(receipt);
            }
            outbox.settle(batch.get(), fates);
        }
    }

    private static JsonNode json(Outbox.Batch batch) {
        ObjectNode report = JournalJson.mapper().createObjectNode();
        report.put("epoch", batch.epoch().toString());
        report.put("highWater", batch.highWater());
        ArrayNode entries = report.putArray("entries");
        batch.items().forEach(item -> entries.add(read(item.json())));
        return report;
    }

    private static JsonNode read(String json) {
        try {
            return JournalJson.mapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the server says to these texts at a door, asked all at once. */
    List<ScanAnswer> ask(DoorId door, List<String> texts) {
        List<CompletionStage<ScanAnswer>> asked =
                texts.stream().map(text -> ask(ASKING, door, text)).toList();
        return asked.stream().map(TableServer::await).toList();
    }

    private CompletionStage<ScanAnswer> ask(DeviceId device, DoorId door, String text) {
        EntryId id = new EntryId(TimeOrderedUuid.next(TableEvent.NOW, chance));
        return services.scans()
                .ask(Sample.EVENT, device, new ScanQuestion(id, door, text, TableHistory.stamp(TableEvent.NOW)));
    }

    /** Forgets what it said, what was claimed and which codes were wrong, so that each row stands for itself. */
    void forgetAnswers() {
        write(transaction -> {
            transaction.handle().execute("delete from claims");
            transaction.handle().execute("delete from guess_buckets");
            return transaction.handle().execute("delete from answers");
        });
    }

    private <T> T write(Function<Transaction, T> work) {
        return await(store.writeAlone(WriteKey.of(Sample.EVENT), work::apply));
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    @Override
    public void close() {
        store.close();
    }
}
