package org.einlass.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.TicketCipher;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.RosterRow;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.contract.wire.WipeReceipt;
import org.einlass.contract.wire.WipeState;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.GateSettings;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.gate.Uplink;
import org.einlass.kiosk.print.FormatChoice;
import org.einlass.kiosk.print.ipp.MemoryPrinter;
import org.einlass.kiosk.store.DeviceStore;
import org.einlass.kiosk.sync.HeartbeatUplink;
import org.einlass.kiosk.sync.RosterSource;
import org.einlass.kiosk.sync.SyncSettings;
import org.einlass.kiosk.sync.WireJson;

/**
 * Lets guests who do not exist pass a kiosk of their own, so that the first real guest waits no longer than later ones:
 * with the classes of the real kiosk, from the code that is read to the document for the printer. That kiosk has its store
 * in a folder of its own, which is deleted afterwards; it has no server, no screen, and a printer in memory. Nothing of it
 * reaches the device's own store, printer or server.
 */
final class GuestRehearsal {
    private static final Logger LOG = System.getLogger(GuestRehearsal.class.getName());
    static final int GUESTS = 12;
    private static final int PATIENCE_SECONDS = 20;
    private static final EventId EVENT = new EventId("warm-up");
    private static final DoorId DOOR = new DoorId("warm-up");
    private static final CategoryId CATEGORY = new CategoryId("none");
    /** The upper half of an id whose time is the year 1970. */
    private static final long TIME_ORDERED = 0x7000;

    /** What is warm once is warm for all kiosks of this process. */
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private final SecureRandom chance = new SecureRandom();
    private final DeviceClock clock = SystemClocks.clock();
    private final CodeKey key = new CodeKey(EVENT, '1', new byte[CodeKey.BYTES]);
    private final EventSalt salt = new EventSalt("0".repeat(32));
    private final List<Guest> guests =
            Stream.generate(this::guest).limit(GUESTS).toList();

    private record Guest(Code ticket, BadgeOrder badge) {}

    private GuestRehearsal() {}

    /**
     * Rehearses, the first time it is called in this process. Whatever goes wrong, the first guest is but slower: that is
     * logged for support. Ends early where the thread is interrupted.
     */
    static void once() {
        if (BEGUN.getAndSet(true)) {
            return;
        }
        try {
            inFolderOfItsOwn(Path.of(System.getProperty("java.io.tmpdir")));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | TimeoutException | RuntimeException cold) {
            LOG.log(Level.DEBUG, "The first guest will be slower than the next ones.", cold);
        }
    }

    /** Rehearses in a new folder within {@code parent}; returns how many guests of {@link #GUESTS} have got a badge. */
    static int inFolderOfItsOwn(Path parent)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Path folder = Files.createTempDirectory(parent, "einlass-rehearsal");
        try {
            return new GuestRehearsal().in(folder);
        } finally {
            delete(folder);
        }
    }

    private int in(Path folder) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        DeviceStore store = DeviceStore.open(folder, new EpochId(TimeOrderedUuid.next(clock.now(), chance)));
        Passing passing = new Passing();
        int badges = 0;
        try (Kiosk kiosk = new Kiosk(parts(store), passing)) {
            install(store);
            kiosk.openAlone(sheet());
            for (Guest guest : guests) {
                passing.next = new CompletableFuture<>();
                kiosk.read(guest.ticket().text());
                badges += passing.next.get(PATIENCE_SECONDS, TimeUnit.SECONDS) ? 1 : 0;
            }
        }
        return badges;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Kiosk.Parts parts(DeviceStore store) {
        return new Kiosk.Parts(
                GateSettings.USUAL,
                SyncSettings.USUAL,
                clock,
                chance,
                new Server(),
                (question, carried, then) -> answer(question, then),
                (batch, then) -> {},
                new NoRosters(),
                new NoCustodian(),
                then -> {},
                (known, then) -> {},
                then -> {},
                new Kiosk.Papers("", DeviceMode.KIOSK, DOOR, List::of),
                store,
                List.of(MemoryPrinter.named("-")),
                new NoPrinter(),
                FormatChoice.BY_PAPER,
                0,
                () -> {});
    }

    private Guest guest() {
        BadgeOrder badge = new BadgeOrder(
                new RegistrationId(new UUID(TIME_ORDERED, chance.nextLong() >>> 2 | Long.MIN_VALUE)),
                Attendee.of("Anna-Maria", "Müller-Lüdenscheidt", "Amt für Verwaltung"),
                CATEGORY,
                List.of(),
                key.issue(CodeKind.BADGE, chance).text(),
                false);
        return new Guest(key.issue(CodeKind.TICKET, chance), badge);
    }

    private DoorSheet sheet() {
        return new DoorSheet(
                EVENT,
                Wording.same("-"),
                ZoneId.of("Europe/Berlin"),
                LocalTime.MIDNIGHT,
                Phase.LIVE,
                salt,
                List.of(),
                List.of(),
                DOOR,
                Wording.same("-"),
                Direction.ENTRY,
                DoorRule.OPEN,
                true,
                null,
                clock.now(),
                null);
    }

    private void install(DeviceStore store) throws IOException {
        byte[] rows = guests.stream()
                .map(guest -> WireJson.write(row(guest)))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(UTF_8);
        Path file = store.rosterShelf().place();
        Files.write(file, rows);
        RosterCursor cursor = new RosterCursor(new UUID(TIME_ORDERED, Long.MIN_VALUE), 1);
        store.rosterShelf().install(new RosterSnapshot(cursor, guests.size(), rows.length, sha256(rows)), file);
    }

    private RosterRow row(Guest guest) {
        RegistrationId registration = guest.badge().registration();
        byte[] sealed = new TicketCipher(salt, guest.ticket(), registration, 1)
                .seal(WireJson.write(guest.badge()).getBytes(UTF_8), chance);
        return new RosterRow(
                salt.lookupId(guest.ticket()),
                registration,
                1,
                new Entitlement(RegistrationStatus.CONFIRMED, CATEGORY, Set.of()),
                Base64.getEncoder().encodeToString(sealed));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Each Java has SHA-256.", missing);
        }
    }

    /** What the server would say, written and read as it comes over the network. */
    private void answer(ScanQuestion question, Consumer<Reply<ScanAnswer>> then) {
        BadgeOrder badge = guests.stream()
                .filter(guest -> guest.ticket().text().equals(question.code()))
                .findFirst()
                .orElseThrow()
                .badge();
        ScanAnswer answer = new ScanAnswer(question.id(), Verdict.ADMITTED, null, null, null, null, badge, clock.now());
        WireJson.read(WireJson.write(answer), ScanAnswer.class)
                .ifPresent(heard -> then.accept(new Reply.Answered<>(heard)));
    }

    /** A server that answers scans, and nothing else. */
    private final class Server implements Uplink {
        @Override
        public void ask(ScanQuestion question, Consumer<Reply<ScanAnswer>> then) {
            answer(question, then);
        }

        @Override
        public void fetchSheet(Consumer<Reply<DoorSheet>> then) {}
    }

    private static final class NoRosters implements RosterSource {
        @Override
        public void fetchSnapshot(Consumer<Reply<RosterSnapshot>> then) {}

        @Override
        public void fetchPart(RosterSnapshot snapshot, long from, Consumer<Reply<byte[]>> then) {}

        @Override
        public void fetchChanges(RosterCursor cursor, Consumer<Reply<RosterChanges>> then) {}
    }

    private static final class NoCustodian implements HeartbeatUplink {
        @Override
        public void beat(Heartbeat heartbeat, Consumer<Reply<HeartbeatAnswer>> then) {}

        @Override
        public void receipt(UUID order, WipeReceipt receipt, Consumer<Reply<WipeState>> then) {}
    }

    /** Waits for one guest's badge; nobody sees anything. */
    private static final class Passing implements KioskView {
        private volatile CompletableFuture<Boolean> next = new CompletableFuture<>();

        @Override
        public void reading(EntryId scan) {}

        @Override
        public void passed(ShownOutcome shownOutcome) {}

        @Override
        public void unable(EntryId scan, Trouble trouble) {
            next.complete(false);
        }

        @Override
        public void printing(EntryId scan) {}

        @Override
        public void printed(EntryId scan, String where) {
            next.complete(true);
        }

        @Override
        public void notPrinted(EntryId scan, Wording sentence) {
            next.complete(false);
        }
    }
}
