package org.einlass.kiosk.print;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.print.ipp.IppPrinter;
import org.einlass.kiosk.print.ipp.PrinterUri;
import org.einlass.kiosk.queue.CrashMoment;
import org.einlass.kiosk.queue.PrintJob;
import org.einlass.kiosk.queue.PrintQueue;
import org.einlass.kiosk.store.DeviceStore;

/**
 * The print queue as a program of its own, on a disk of its own: takes up what lies there, prints one badge more where
 * it is asked to, and ends when nothing is open. At one moment it stands still and says so, to be killed there.
 */
public final class PrintUntilKilled {
    static final String HERE = "here";
    static final String DONE = "done";

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final long BETWEEN_LOOKS = 50;
    /** Longer than the slowest machine takes. */
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

    private final CrashMoment deadly;

    private PrintUntilKilled(CrashMoment deadly) {
        this.deadly = deadly;
    }

    /** Arguments: the disk's folder, the printer's address, the moment, and which badge is to be printed; 0 for none. */
    public static void main(String[] arguments) throws InterruptedException {
        new PrintUntilKilled(CrashMoment.valueOf(arguments[2]))
                .run(Path.of(arguments[0]), arguments[1], Integer.parseInt(arguments[3]));
    }

    private void run(Path disk, String address, int badge) throws InterruptedException {
        try (DeviceStore store = DeviceStore.open(disk, new EpochId(UUID.randomUUID()))) {
            BadgePrinter printer =
                    CrashMoment.telling(new IppPrinter("Ost", new PrinterUri(URI.create(address))), this::stand);
            PrintQueue queue = new PrintQueue(
                    List.of(printer),
                    CrashMoment.telling(store.printJobs(), this::stand),
                    new Spoken(),
                    System::nanoTime);
            queue.recover();
            if (badge > 0) {
                queue.submit(job(badge), status -> Optional.of(new TestPages()));
            }
            boolean woken = false;
            long begun = System.nanoTime();
            while (!woken && !queue.open().isEmpty() && System.nanoTime() - begun < PATIENCE) {
                queue.follow(printer.status());
                woken = NEVER.await(BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            }
            queue.open().forEach(job -> OUT.println("open: " + job.stage()));
        }
        OUT.println(DONE);
    }

    private static PrintJob job(int badge) {
        EntryId print = new EntryId(TimeOrderedUuid.next(Instant.now(), new SecureRandom()));
        return new PrintJob(
                print,
                print,
                RegistrationId.of("01900000-0000-7000-8000-0000000000ff"),
                new LookupId(String.format("%032d", badge)),
                Phase.LIVE,
                null,
                "Ost",
                PrintJob.Stage.RENDERED);
    }

    private void stand(CrashMoment moment) {
        if (deadly == moment) {
            OUT.println(HERE);
            try {
                NEVER.await();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Says each stage, as the journal hears it. */
    private static final class Spoken implements PrintQueue.Listener {
        @Override
        public void reached(PrintJob job, String where) {
            OUT.println(job.stage());
        }

        @Override
        public void handedOver(PrintJob job) {
            OUT.println("handed over");
        }

        @Override
        public void delayed(PrintJob job, Wording sentence) {
            OUT.println(sentence.english());
        }

        @Override
        public void notKept(PrintJob job, JournalException why) {
            throw new IllegalStateException(why);
        }
    }
}
