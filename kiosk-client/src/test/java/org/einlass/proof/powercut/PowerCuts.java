package org.einlass.proof.powercut;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.kiosk.store.DeviceStore;
import org.einlass.kiosk.sync.Outbox;
import org.einlass.kiosk.sync.WireJson;
import org.einlass.proof.powercut.DiskCall.Said;

/**
 * Cuts the power after the calls of a recording, starts the kiosk again and asks its journal for all that it
 * promised.
 */
final class PowerCuts {
    private final Path room;
    private final int every;
    private final CrashDisk disk = new CrashDisk();
    private final PowerCutPromises powerCutPromises = new PowerCutPromises();
    private int states;
    private int statesWithLosses;
    private int mostLost;

    /** @param every cuts after each {@code every}th call; 1 for all of them */
    PowerCuts(Path room, int every) {
        this.room = room;
        this.every = every;
    }

    /** What all cuts together have shown. */
    record Toll(int states, int statesWithLosses, int mostLost) {}

    Toll after(List<DiskCall> calls) throws IOException {
        for (int i = 0; i < calls.size(); i++) {
            DiskCall call = calls.get(i);
            disk.take(call);
            if (call instanceof Said said) {
                powerCutPromises.hear(said.text());
            }
            if (i % every == 0) {
                cut(call, i);
            }
        }
        return new Toll(states, statesWithLosses, mostLost);
    }

    /**
     * What was synced changes with a sync only, what was promised with a word only: nothing between needs a
     * look.
     */
    private void cut(DiskCall call, int seed) throws IOException {
        cut(Survival.ALL);
        if (disk.isSettled()) {
            return;
        }
        cut(Survival.some(seed));
        if (call instanceof Said) {
            cut(Survival.NONE);
        }
    }

    private void cut(Survival survival) throws IOException {
        Path folder = Files.createDirectory(room.resolve("state-" + states));
        for (Map.Entry<String, byte[]> file : disk.after(survival).entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        int lost = powerCutPromises.missingFrom(journal(folder));
        states++;
        statesWithLosses += lost > 0 ? 1 : 0;
        mostLost = Math.max(mostLost, lost);
        remove(folder);
    }

    private static Map<String, List<String>> journal(Path folder) {
        try (DeviceStore deviceStore = DeviceStore.open(folder, new EpochId(UUID.randomUUID()))) {
            return journal(deviceStore.outbox());
        }
    }

    /** The journal as the server would come to know it. */
    private static Map<String, List<String>> journal(Outbox outbox) {
        outbox.reportEverythingAgain();
        Map<String, List<String>> ids = new HashMap<>();
        Optional<Outbox.Batch> batch = outbox.next(0, Integer.MAX_VALUE);
        while (batch.isPresent()) {
            Outbox.Batch some = batch.get();
            ids.put(some.epoch().toString(), ids(some));
            outbox.settle(some, Collections.nCopies(some.items().size(), Fate.ACCEPTED));
            batch = outbox.next(0, Integer.MAX_VALUE);
        }
        return ids;
    }

    private static List<String> ids(Outbox.Batch batch) {
        List<String> ids = new ArrayList<>();
        for (Outbox.Item item : batch.items()) {
            JournalEntry entry = WireJson.read(item.json(), JournalEntry.class).orElseThrow();
            if (item.sequence() != ids.size() + 1 || entry.head().sequence() != item.sequence()) {
                throw new AssertionError("Entry " + item.sequence() + " follows entry " + ids.size() + ".");
            }
            ids.add(entry.head().id().toString());
        }
        return ids;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
