package org.einlass.server.report.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * Makes the certificates of whole events behind the page that asked for them: one batch at a time, a ZIP with a PDF
 * for each organisation. An event has one batch, which stays until the next one begins or the server ends.
 */
public final class CertificateBatches implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CertificateBatches.class.getName());
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int MOST_BATCHES = 20;

    private final AttendanceCertificateService certificates;
    private final Path folder;
    private final Clock clock;
    private final Map<EventId, Work> batches = new LinkedHashMap<>();

    /** How often somebody was erased; guarded by {@code batches}. What was read before one may name the person. */
    private long erasures;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "einlass-certificates");
        thread.setDaemon(true);
        return thread;
    });

    /** @param folder where the files lie; what an earlier run left there is deleted */
    public CertificateBatches(AttendanceCertificateService certificates, Path folder, Clock clock) {
        this.certificates = certificates;
        this.folder = folder;
        this.clock = clock;
        leftovers().forEach(CertificateBatches::delete);
    }

    private List<Path> leftovers() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(folder, "*.zip")) {
            List<Path> left = new ArrayList<>();
            files.forEach(left::add);
            return left;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Begins with an event's certificates, or says how far those are that are being made already.
     *
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where nobody came yet, or too many batches wait
     */
    public CertificateBatch begin(EventId event, Locale locale) {
        while (true) {
            long erasuresBefore;
            synchronized (batches) {
                Work current = batches.get(event);
                if (current != null && current.state == CertificateBatch.State.RUNNING) {
                    return current.batch();
                }
                erasuresBefore = erasures;
            }
            Work work = new Work(certificates.bundle(event, locale), clock.instant());
            synchronized (batches) {
                if (erasures == erasuresBefore) {
                    put(event, work);
                    return work.batch();
                }
            }
        }
    }

    private void put(EventId event, Work work) {
        if (batches.values().stream()
                        .filter(one -> one.state == CertificateBatch.State.RUNNING)
                        .count()
                >= MOST_BATCHES) {
            throw Rejected.because(RejectionReason.OVERLOADED);
        }
        Work before = batches.put(event, work);
        if (before != null) {
            before.forget();
        }
        thread.execute(work);
    }

    /** The event's newest batch; empty where none was begun since the server's start. */
    public Optional<CertificateBatch> current(EventId event) {
        synchronized (batches) {
            return Optional.ofNullable(batches.get(event)).map(Work::batch);
        }
    }

    /** The ZIP of a batch that is done. @throws Rejected where there is none of this id, or it is not done */
    public InputStream file(EventId event, String id) {
        Work work;
        synchronized (batches) {
            work = batches.get(event);
        }
        if (work == null || !work.id.equals(id) || work.state != CertificateBatch.State.DONE) {
            throw Rejected.because(RejectionReason.CONFLICT)
                    .saying(
                            new Wording(
                                    "Diese Bescheinigungen sind nicht oder noch nicht fertig.",
                                    "These certificates are not there, or not yet."),
                            new Wording(
                                    "Bitte warten, bis alle fertig sind, oder neu beginnen.",
                                    "Wait until all are done, or begin anew."));
        }
        try {
            return Files.newInputStream(work.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the event's files: somebody in them is erased. */
    public void forget(EventId event) {
        synchronized (batches) {
            erasures++;
            Work known = batches.remove(event);
            if (known != null) {
                known.forget();
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        synchronized (batches) {
            batches.values().forEach(Work::forget);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "A file of certificates could not be deleted: "
                            + e.getClass().getSimpleName());
        }
    }

    /** One batch. Its thread writes the fields, any thread reads them. */
    private final class Work implements Runnable {
        private final String id;
        private final int all;
        private final Instant startedAt;
        private @Nullable CertificateBundle bundle;
        private volatile CertificateBatch.State state = CertificateBatch.State.RUNNING;
        private volatile int done;
        private volatile boolean forgotten;

        private Work(CertificateBundle bundle, Instant startedAt) {
            this.id = TimeOrderedUuid.next(startedAt, CHANCE).toString();
            this.all = bundle.size();
            this.startedAt = startedAt;
            this.bundle = bundle;
        }

        private CertificateBatch batch() {
            return new CertificateBatch(id, state, done, all, startedAt);
        }

        private Path file() {
            return folder.resolve(id + ".zip");
        }

        @Override
        public void run() {
            CertificateBundle own = bundle;
            bundle = null;
            if (own == null || forgotten) {
                return;
            }
            try {
                Files.createDirectories(folder);
                try (OutputStream out = Files.newOutputStream(file())) {
                    own.write(out, count -> done = count);
                }
                state = CertificateBatch.State.DONE;
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.ERROR, "Certificates could not be made.", e);
                state = CertificateBatch.State.FAILED;
                delete(file());
            }
            if (forgotten) {
                delete(file());
            }
        }

        private void forget() {
            forgotten = true;
            delete(file());
        }
    }
}
