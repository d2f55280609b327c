package org.einlass.server.database;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Commits writings together, on the writer's thread.
 *
 * <p>A batch is first written without savepoints, and questions of one kind as one. Where a writing violates
 * a constraint or throws an exception of its own, all is rolled back and written again, each writing at a
 * savepoint that settles it. After any other database error the batch is dead: SQLite may have rolled back
 * the whole transaction, and the next savepoint would open, and its release commit, a transaction of its own.
 * So nothing more is executed, the connection is thrown away, and each writing is run again singly on a new
 * one; it looks up by its id what has been done already. An error at the commit itself leaves a question that
 * only the database can answer later: nobody is told "done", nothing is decided anew, and a suspect SQLite
 * file is rewritten first.
 */
final class GroupCommit implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(GroupCommit.class.getName());
    private static final int TRIES = 3;

    private final WriterConnection connection;
    private final Health health;
    private final Executor answers;
    private final Consumer<List<FeedChange>> committed;
    private final FeedNumbers feed = new FeedNumbers();

    GroupCommit(WriterConnection connection, Health health, Executor answers, Consumer<List<FeedChange>> committed) {
        this.connection = connection;
        this.health = health;
        this.answers = answers;
        this.committed = committed;
    }

    /** Writes a batch that is sorted already, and answers each of its writings. */
    void run(List<QueuedWrite<?, ?>> batch) {
        if (!health.isTrusted() && !health.mend(connection)) {
            StoreUnavailable.Reason doubt = health.doubt();
            batch.forEach(pending -> refuse(pending, doubt));
            return;
        }
        List<QueuedWrite<?, ?>> together = new ArrayList<>(batch);
        together.removeIf(QueuedWrite::alone);
        if (together.size() == 1) {
            commitSingly(together.get(0));
        } else if (!together.isEmpty() && !commitTogether(together)) {
            together.forEach(this::commitSingly);
        }
        batch.stream().filter(QueuedWrite::alone).forEach(this::commitSingly);
    }

    /** Returns false where the batch died before its commit, so that nothing of it is in the database. */
    private boolean commitTogether(List<QueuedWrite<?, ?>> batch) {
        Optional<List<FeedChange>> changes = write(QueuedWrite.alike(batch), GroupCommit::plainly);
        if (changes.isEmpty() && connection.isOpen()) {
            changes = write(singly(batch), GroupCommit::atSavepoint);
        }
        return changes.isPresent() && commit(batch, changes.get());
    }

    private static List<List<QueuedWrite<?, ?>>> singly(List<QueuedWrite<?, ?>> batch) {
        return batch.stream().<List<QueuedWrite<?, ?>>>map(List::of).toList();
    }

    /** One part of a batch, in the batch's transaction. */
    private interface Step {
        List<FeedChange> write(Handle handle, List<QueuedWrite<?, ?>> part, Map<Object, Object> together);
    }

    /**
     * Empty where nothing was written. If the batch only has to be written another way, the connection is
     * kept.
     */
    private Optional<List<FeedChange>> write(List<List<QueuedWrite<?, ?>>> parts, Step step) {
        List<FeedChange> changes = new ArrayList<>();
        try {
            Handle handle = connection.begin();
            Map<Object, Object> together = new HashMap<>();
            for (List<QueuedWrite<?, ?>> part : parts) {
                changes.addAll(step.write(handle, part, together));
            }
            feed.write(handle, changes);
            return Optional.of(changes);
        } catch (Refused one) {
            connection.rollBack();
        } catch (RuntimeException dead) {
            int size = parts.stream().mapToInt(List::size).sum();
            LOG.log(Level.WARNING, "A batch of {0} writings died and is run singly: {1}", size, reason(dead));
            connection.discard();
        }
        return Optional.empty();
    }

    /**
     * Without a savepoint: SQLite copies every page that is written after one, and hardly a batch needs it.
     */
    private static List<FeedChange> plainly(
            Handle handle, List<QueuedWrite<?, ?>> alike, Map<Object, Object> together) {
        try {
            return run(handle, alike, together);
        } catch (RuntimeException refused) {
            throw isSettledAtSavepoint(refused) ? new Refused() : refused;
        }
    }

    private static List<FeedChange> atSavepoint(
            Handle handle, List<QueuedWrite<?, ?>> one, Map<Object, Object> together) {
        DirectSql.execute(handle, "savepoint one");
        List<FeedChange> changes;
        try {
            changes = run(handle, one, together);
        } catch (RuntimeException refused) {
            if (!isSettledAtSavepoint(refused)) {
                throw refused;
            }
            DirectSql.execute(handle, "rollback to savepoint one");
            one.forEach(pending -> pending.keep(refused));
            changes = List.of();
        }
        DirectSql.execute(handle, "release savepoint one");
        return changes;
    }

    private static List<FeedChange> run(Handle handle, List<QueuedWrite<?, ?>> alike, Map<Object, Object> together) {
        return alike.get(0).run(alike, handle, together);
    }

    /** A writing of the batch was refused, and a savepoint could have settled it. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Refused() {
            super(null, null, false, false);
        }
    }

    private static boolean isSettledAtSavepoint(RuntimeException refused) {
        return SqlErrorKind.behind(refused).map(SqlErrorKind.CONSTRAINT::equals).orElse(true);
    }

    private void commitSingly(QueuedWrite<?, ?> pending) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            if (!health.isTrusted()) {
                refuse(pending, health.doubt());
                return;
            }
            try {
                Handle handle = connection.begin();
                List<FeedChange> changes = run(handle, List.of(pending), new HashMap<>());
                feed.write(handle, changes);
                if (commit(List.of(pending), changes)) {
                    return;
                }
            } catch (RuntimeException refused) {
                if (isSettledAtSavepoint(refused)) {
                    connection.rollBack();
                    pending.fail(refused, answers);
                    return;
                }
                connection.discard();
                health.saw(refused);
            }
        }
        refuse(pending, whyNothingIsWritten());
    }

    private StoreUnavailable.Reason whyNothingIsWritten() {
        if (health.isDamaged()) {
            return StoreUnavailable.Reason.DAMAGED;
        }
        if (health.isReadOnly()) {
            return StoreUnavailable.Reason.READ_ONLY;
        }
        return health.isFull() ? StoreUnavailable.Reason.FULL : StoreUnavailable.Reason.BROKEN;
    }

    /** Returns false where the commit surely did not happen and nobody was answered. */
    private boolean commit(List<QueuedWrite<?, ?>> batch, List<FeedChange> changes) {
        try {
            connection.commit(batch.size() + changes.size());
        } catch (RuntimeException failed) {
            return !answerFailedCommit(batch, failed);
        }
        health.works();
        answers.execute(() -> batch.forEach(QueuedWrite::tell));
        committed.accept(changes);
        return true;
    }

    /** Returns whether the writings may be run again, because the transaction is surely gone. */
    private boolean answerFailedCommit(List<QueuedWrite<?, ?>> batch, RuntimeException failed) {
        connection.discard();
        health.saw(failed);
        SqlErrorKind sqlErrorKind = SqlErrorKind.behind(failed).orElse(SqlErrorKind.OTHER);
        LOG.log(Level.ERROR, "A commit of {0} writings failed: {1}", batch.size(), reason(failed));
        if (sqlErrorKind == SqlErrorKind.FULL
                || sqlErrorKind == SqlErrorKind.LOCKED
                || sqlErrorKind == SqlErrorKind.CONSTRAINT) {
            return true;
        }
        boolean suspect = health.doubtAfter(failed);
        StoreUnavailable.Reason reason = suspect ? health.doubt() : StoreUnavailable.Reason.BROKEN;
        batch.forEach(pending -> refuse(pending, reason));
        return false;
    }

    /**
     * Gives up a batch in which the program broke: what was not committed by then is not, and whoever waits
     * is told.
     */
    void abandon(List<QueuedWrite<?, ?>> batch) {
        connection.discard();
        batch.forEach(pending -> refuse(pending, StoreUnavailable.Reason.BROKEN));
    }

    private void refuse(QueuedWrite<?, ?> pending, StoreUnavailable.Reason reason) {
        pending.fail(new StoreUnavailable(reason), answers);
    }

    private static String reason(RuntimeException failure) {
        return SqlErrorKind.behind(failure)
                .map(Enum::name)
                .orElse(failure.getClass().getSimpleName());
    }

    @Override
    public void close() {
        connection.discard();
    }
}
