package org.einlass.server.console;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.audit.AuditAuthor;
import org.jspecify.annotations.Nullable;

/**
 * Lists that come in, or are undone, behind the pages that asked for it. What became of one is shown by the next
 * page of the same event that the same reader opens.
 */
@ApplicationScoped
public class ComingLists {
    /** A list that takes longer goes on behind the page, which then shows how far it is. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final int MOST_KEPT = 100;

    @Resource
    @SuppressWarnings("NullAway.Init") // the container puts it there before anybody asks
    private ManagedScheduledExecutorService executor;

    private final Duration patience;
    private final Map<String, CompletableFuture<Outcome>> coming = new LinkedHashMap<>();

    /** As the console has it. */
    public ComingLists() {
        this(PATIENCE);
    }

    ComingLists(Duration patience) {
        this.patience = patience;
    }

    /**
     * What became of it.
     *
     * @param report absent where a list was undone
     */
    public record Outcome(@Nullable ImportReport report) {}

    /** Begins it for a reader of an event. @return what became of it, or empty where that takes longer */
    Optional<Outcome> begin(String reader, Supplier<Outcome> work) {
        return begin(reader, work, executor);
    }

    Optional<Outcome> begin(String reader, Supplier<Outcome> work, Executor threads) {
        CompletableFuture<Outcome> begun = CompletableFuture.supplyAsync(AuditAuthor.carried(work), threads);
        keep(reader, begun);
        try {
            begun.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException longer) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            return ended(reader);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        return ended(reader);
    }

    private synchronized void keep(String reader, CompletableFuture<Outcome> begun) {
        coming.remove(reader);
        coming.put(reader, begun);
        if (coming.size() > MOST_KEPT) {
            coming.remove(coming.keySet().iterator().next());
        }
    }

    /** Whether something of this reader goes on. */
    synchronized boolean isComing(String reader) {
        CompletableFuture<Outcome> begun = coming.get(reader);
        return begun != null && !begun.isDone();
    }

    /** What became of it, once; empty where nothing has ended. Throws what it ended with. */
    synchronized Optional<Outcome> ended(String reader) {
        CompletableFuture<Outcome> begun = coming.get(reader);
        if (begun == null || !begun.isDone()) {
            return Optional.empty();
        }
        coming.remove(reader);
        try {
            return Optional.of(begun.join());
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
