package org.einlass.server.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.JournalReport;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.AdmissionServices;
import org.einlass.server.account.Accounts;
import org.einlass.server.account.Token;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.DeviceDocument;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.device.DeviceTable;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventChanges;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.ImportKey;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.RegistrationIssuer;

/** An invented event with invented guests, in an SQLite file that goes away with it. Used by one thread. */
final class WarmUpEvent implements AutoCloseable {
    static final DeviceId DEVICE = new DeviceId("warm-up");
    private static final DoorId DOOR = new DoorId("door");
    private static final AreaId AREA = new AreaId("hall");
    private static final CategoryId CATEGORY = new CategoryId("guest");

    private final Path folder;
    private final Store store;
    private final EventId id;
    private final AdmissionServices services;
    private final Accounts accounts;
    private final Token token;
    private final Clock clock;
    private final RandomGenerator chance;
    private final EventSalt salt;
    private final List<Code> tickets;
    private final EpochId epoch;
    private final List<JournalEntry> unreported = new ArrayList<>();
    private long sequence;

    private WarmUpEvent(Path folder, Store store, Clock clock, RandomGenerator chance, int guests) {
        this.folder = folder;
        this.store = store;
        this.clock = clock;
        this.chance = chance;
        this.id = new EventId("warm-up-" + Long.toString(chance.nextLong(Long.MAX_VALUE), Character.MAX_RADIX));
        this.epoch = new EpochId(TimeOrderedUuid.next(clock.instant(), chance));
        ServerKey serverKey = ServerKey.of(folder.resolve("warm-up.key"));
        this.services = AdmissionServices.of(store, serverKey, clock);
        this.accounts = new Accounts(store, clock);
        this.token = Token.next(chance);
        CodeKeyTable keys = new CodeKeyTable(serverKey);
        CodeTable codes = new CodeTable(serverKey);
        this.tickets = store.writeAlone(WriteKey.of(id), transaction -> invite(transaction, keys, codes, guests))
                .toCompletableFuture()
                .join();
        this.salt = store.read(handle -> EventTable.salt(handle, id)).orElseThrow();
    }

    static WarmUpEvent open(Clock clock, RandomGenerator chance, int guests) throws IOException {
        Path folder = Files.createTempDirectory("einlass-warm-up");
        try {
            Store store = Store.open("jdbc:sqlite:" + folder.resolve("warm-up.db"));
            return new WarmUpEvent(folder, store, clock, chance, guests);
        } catch (RuntimeException broken) {
            delete(folder);
            throw broken;
        }
    }

    private List<Code> invite(Transaction transaction, CodeKeyTable keys, CodeTable codes, int guests) {
        new EventChanges(keys, chance, services.effects()).put(transaction, id, document(), clock.instant());
        DeviceDocument device = new DeviceDocument(null, DeviceKind.KIOSK, List.of(DOOR));
        DeviceTable.put(transaction.handle(), id, DEVICE, device, token, clock.instant());
        RegistrationIssuer issuer = new RegistrationIssuer(keys, codes, clock, chance);
        List<Code> invited = new ArrayList<>(guests);
        for (int guest = 0; guest < guests; guest++) {
            ImportKey importKey = new ImportKey(ImportKey.Kind.OWN_KEY, "guest-" + guest);
            RegistrationId registration = issuer.enrol(transaction, id, importKey, fields(guest));
            invited.add(codes.newest(transaction.handle(), id, registration, CodeKind.TICKET)
                    .orElseThrow());
        }
        return invited;
    }

    private EventDocument document() {
        Wording title = Wording.same("Warm-up");
        return new EventDocument(
                title,
                ZoneOffset.UTC,
                null,
                Phase.LIVE,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new Category(CATEGORY, title, "#1d5a96", true)),
                List.of(new EventDocument.Area(AREA, title, null, null, null)),
                List.of(),
                List.of(new EventDocument.Door(DOOR, title, AREA, null, Direction.ENTRY, true, null)));
    }

    private static RegistrationFields fields(int guest) {
        Attendee nobody = new Attendee("", "", "Einlass", "", "Gast " + guest, "", "Einlass", "", "", "");
        return new RegistrationFields(
                RegistrationStatus.CONFIRMED, nobody, CATEGORY, null, "", Set.of(), Set.of(), Set.of());
    }

    EventId id() {
        return id;
    }

    AdmissionServices services() {
        return services;
    }

    /** Of the kiosk at the invented door. */
    Token token() {
        return token;
    }

    Accounts accounts() {
        return accounts;
    }

    /** The invented guest of this number shows a ticket. */
    ScanQuestion question(int guest) {
        return question(DOOR, tickets.get(guest), clock, chance);
    }

    /** Each in a boot of its own, since the server learns a clock with a device's first question. */
    static ScanQuestion question(DoorId door, Code code, Clock clock, RandomGenerator chance) {
        Instant now = clock.instant();
        BootId boot = new BootId(new UUID(chance.nextLong(), chance.nextLong()));
        return new ScanQuestion(new EntryId(TimeOrderedUuid.next(now, chance)), door, code.text(), time(now, boot));
    }

    private static DeviceTime time(Instant now, BootId boot) {
        return new DeviceTime(now, boot, Duration.ofMillis(now.toEpochMilli()), null, null);
    }

    /** The guest of this question was welcomed. */
    void shown(ScanQuestion question) {
        Code code = Code.parse(question.code()).orElseThrow();
        EntryHead head = new EntryHead(question.id(), ++sequence, Phase.LIVE, question.time(), null);
        unreported.add(new JournalEntry.Scanned(
                head,
                DOOR,
                salt.lookupId(code),
                ScanProof.of(code, question.id()),
                null,
                Outcome.admitted(Outcome.Source.SERVER)));
    }

    /** What was shown since the last report. */
    JournalReport report() {
        BootId boot = unreported.get(0).head().time().boot();
        JournalReport report =
                new JournalReport(epoch, null, sequence, List.copyOf(unreported), time(clock.instant(), boot));
        unreported.clear();
        return report;
    }

    @Override
    public void close() throws IOException {
        store.close();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
