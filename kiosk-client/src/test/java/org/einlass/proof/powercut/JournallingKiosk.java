package org.einlass.proof.powercut;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.store.CarelessStore;
import org.einlass.kiosk.store.DeviceStore;
import org.einlass.kiosk.sync.Outbox;

/**
 * A kiosk without a screen, as a program of its own: it journals scans through the real store and prints a
 * line for each as soon as the store says that it is durable. Between two starts the server takes part of the
 * journal.
 */
public final class JournallingKiosk {
    private final OutputStream acknowledged = new FileOutputStream(FileDescriptor.out);

    private JournallingKiosk() {}

    /**
     * Arguments: the data folder, {@code careful} or {@code careless}, and for each start how many scans it
     * journals.
     */
    public static void main(String[] arguments) throws IOException {
        JournallingKiosk kiosk = new JournallingKiosk();
        for (String scans : List.of(arguments).subList(2, arguments.length)) {
            kiosk.run(Path.of(arguments[0]), arguments[1].equals("careful"), Integer.parseInt(scans));
        }
    }

    private void run(Path folder, boolean careful, int scans) throws IOException {
        EpochId epoch = SampleEntries.epoch();
        try (DeviceStore deviceStore = careful ? DeviceStore.open(folder, epoch) : CarelessStore.open(folder, epoch)) {
            for (int i = 0; i < scans; i++) {
                JournalEntry entry = deviceStore.journal().write(JournallingKiosk::scan);
                acknowledged.write((epoch + " " + entry.head().id() + "\n").getBytes(UTF_8));
            }
            deliverSome(deviceStore.outbox());
        }
    }

    private static void deliverSome(Outbox outbox) {
        outbox.next(0, 20)
                .ifPresent(batch ->
                        outbox.settle(batch, Collections.nCopies(batch.items().size(), Fate.ACCEPTED)));
    }

    private static JournalEntry scan(long sequence) {
        return SampleEntries.admitted(sequence, Math.toIntExact(sequence), Sample.MORNING);
    }
}
