package org.einlass.kiosk.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.demo.DemoCongress;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.ThreadExecutor;
import org.einlass.kiosk.store.DeviceStore;
import org.einlass.kiosk.sync.HttpUplink;
import org.einlass.kiosk.sync.JournalSync;
import org.einlass.kiosk.sync.ServerAddress;
import org.einlass.kiosk.sync.SyncSettings;
import org.einlass.story.RunningHouse;

/**
 * Eight hours without network: a kiosk admitted as many guests as it has entries, each a guest of the
 * server's, and is plugged in again. Timed from there to the last receipt of the real server, which files
 * every entry durably.
 */
public final class DeliveryBench {
    private static final int ENTRIES = 1_600;
    private static final int ROUNDS = 5;

    private final Random chance = new Random(1);
    private final DeviceClock clock = new DeviceClock(InstantSource.system(), System::nanoTime, Sample.BOOT);
    private final ServerAddress address;
    private final EventSalt salt;

    private DeliveryBench(ServerAddress address) {
        this.address = address;
        this.salt = salt(address);
    }

    /** Prints the time of each round. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("einlass-delivery");
        try (RunningHouse runningHouse = RunningHouse.open(folder.resolve("server"))) {
            DemoCongress congress = DemoCongress.on(runningHouse.server(), runningHouse.organiserToken());
            congress.organiser().importList(list());
            DeliveryBench bench =
                    new DeliveryBench(enrol(congress, runningHouse.server().uri()));
            for (int round = 0; round <= ROUNDS; round++) {
                Duration took = bench.deliver(folder.resolve("kiosk-" + round));
                String what = round == 0 ? "warm-up" : "round " + round;
                System.out.println(String.format(
                        Locale.ROOT, "%,d entries delivered in %.2f s (%s)", ENTRIES, took.toMillis() / 1e3, what));
            }
        } finally {
            remove(folder);
        }
    }

    private static byte[] list() {
        return IntStream.range(0, ENTRIES)
                .mapToObj(number -> "B-" + number + ";Erika;Muster " + number + ";" + code(number) + "\n")
                .collect(Collectors.joining("", "Schlüssel;Vorname;Nachname;Ticketcode\n", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String code(int number) {
        return String.format(Locale.ROOT, "SHOP-%06d", number);
    }

    private static ServerAddress enrol(DemoCongress congress, URI server) {
        String token = congress.organiser()
                .enrol("kiosk-bench", "{\"kind\": \"KIOSK\", \"doors\": [\"" + DemoCongress.ENTRANCE + "\"]}");
        return new ServerAddress(server, new EventId(DemoCongress.EVENT), new DoorId(DemoCongress.ENTRANCE), token);
    }

    private static EventSalt salt(ServerAddress address) {
        CompletableFuture<Reply<DoorSheet>> sheet = new CompletableFuture<>();
        try (HttpUplink uplink = new HttpUplink(address)) {
            uplink.fetchSheet(sheet::complete);
            return sheet.join().answer().orElseThrow().salt();
        }
    }

    private Duration deliver(Path folder) {
        EpochId epoch = new EpochId(TimeOrderedUuid.next(Instant.now(), chance));
        try (DeviceStore deviceStore = DeviceStore.open(folder, epoch);
                ThreadExecutor loop = new ThreadExecutor("delivery");
                HttpUplink uplink = new HttpUplink(address)) {
            for (int number = 0; number < ENTRIES; number++) {
                ExternalCode code = new ExternalCode(code(number));
                deviceStore.journal().write(sequence -> admitted(sequence, code));
            }
            JournalSync journalSync =
                    new JournalSync(SyncSettings.USUAL, loop, chance, deviceStore.outbox(), uplink, () -> false);
            long begin = System.nanoTime();
            loop.execute(journalSync::wake);
            await(() -> deviceStore.outbox().backlog().waiting() == 0);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            if (deviceStore.outbox().backlog().quarantined() > 0) {
                throw new IllegalStateException("The server could not understand an entry.");
            }
            return took;
        }
    }

    private JournalEntry admitted(long sequence, ExternalCode code) {
        EntryId id = new EntryId(TimeOrderedUuid.next(Instant.now(), chance));
        return new JournalEntry.Scanned(
                new EntryHead(id, sequence, Phase.LIVE, clock.stamp(), null),
                address.door(),
                salt.lookupId(code),
                ScanProof.of(code, id),
                null,
                Outcome.admitted(Outcome.Source.DEVICE));
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
