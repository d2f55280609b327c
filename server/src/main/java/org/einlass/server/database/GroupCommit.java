package org.einlass.server.database;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Commits writings together, on the writer's thread.
 *
 * <p>In a batch only a constraint violation, or a writing's own exception, is settled at its savepoint. After any other
 * database error the batch is dead: SQLite may have rolled back the whole transaction, and the next savepoint would
 * open, and its release commit, a transaction of its own. So nothing more is executed, the connection is thrown away,
 * and each writing is run again singly on a new one; it looks up by its id what has been done already. An error at the
 * commit itself leaves a question that only the database can answer later: nobody is told "done", nothing is decided
 * anew, and a suspect SQLite file is rewritten first.
 */
final class GroupCommit implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(GroupCommit.class.getName());
    private static final int TRIES = 3;

    private final WriterConnection connection;
    private final Health health;
    private final Executor answers;
    private final Consumer<List<Change>> committed;
    private final FeedNumbers feed = new FeedNumbers();

    GroupCommit(WriterConnection connection, Health health, Executor answers, Consumer<List<Change>> committed) {
        this.connection = connection;
        this.health = health;
        this.answers = answers;
        this.committed = committed;
    }

    /** Writes a batch that is sorted already, and answers each of its writings. */
    void run(List<Pending<?>> batch) {
        if (!health.isTrusted() && !health.mend(connection)) {
            batch.forEach(pending -> refuse(pending, StoreUnavailable.Reason.SUSPECT));
            return;
        }
        List<Pending<?>> together = new ArrayList<>(batch);
        together.removeIf(Pending::alone);
        if (together.size() > 1 && !commitTogether(together)) {
            together.forEach(this::commitSingly);
        } else if (together.size() == 1) {
            commitSingly(together.get(0));
        }
        batch.stream().filter(Pending::alone).forEach(this::commitSingly);
    }

    /** Returns false where the batch died before its commit, so that nothing of it is in the database. */
    private boolean commitTogether(List<Pending<?>> batch) {
        List<Change> changes = new ArrayList<>();
        try {
            Handle handle = connection.begin();
            for (Pending<?> pending : batch) {
                changes.addAll(atSavepoint(handle, pending));
            }
            feed.write(handle, changes);
        } catch (RuntimeException dead) {
            LOG.log(Level.WARNING, "A batch of {0} writings died and is run singly: {1}", batch.size(), reason(dead));
            connection.discard();
            return false;
        }
        return commit(batch, changes);
    }

    private List<Change> atSavepoint(Handle handle, Pending<?> pending) {
        handle.execute("savepoint one");
        List<Change> changes;
        try {
            changes = pending.run(handle);
        } catch (RuntimeException refused) {
            if (!isSettledAtSavepoint(refused)) {
                throw refused;
            }
            handle.execute("rollback to savepoint one");
            pending.keep(refused);
            changes = List.of();
        }
        handle.execute("release savepoint one");
        return changes;
    }

    private static boolean isSettledAtSavepoint(RuntimeException refused) {
        return Fault.behind(refused).map(Fault.CONSTRAINT::equals).orElse(true);
    }

    private void commitSingly(Pending<?> pending) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            if (!health.isTrusted()) {
                refuse(pending, StoreUnavailable.Reason.SUSPECT);
                return;
            }
            try {
                Handle handle = connection.begin();
                List<Change> changes = pending.run(handle);
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
        refuse(pending, health.isFull() ? StoreUnavailable.Reason.FULL : StoreUnavailable.Reason.BROKEN);
    }

    /** Returns false where the commit surely did not happen and nobody was answered. */
    private boolean commit(List<Pending<?>> batch, List<Change> changes) {
        try {
            connection.commit();
        } catch (RuntimeException failed) {
            return !answerFailedCommit(batch, failed);
        }
        health.works();
        batch.forEach(pending -> pending.tell(answers));
        committed.accept(changes);
        return true;
    }

    /** Returns whether the writings may be run again, because the transaction is surely gone. */
    private boolean answerFailedCommit(List<Pending<?>> batch, RuntimeException failed) {
        connection.discard();
        health.saw(failed);
        Fault fault = Fault.behind(failed).orElse(Fault.OTHER);
        LOG.log(Level.ERROR, "A commit of {0} writings failed: {1}", batch.size(), reason(failed));
        if (fault == Fault.FULL || fault == Fault.LOCKED || fault == Fault.CONSTRAINT) {
            return true;
        }
        boolean suspect = health.doubtAfter(fault);
        StoreUnavailable.Reason reason = suspect ? StoreUnavailable.Reason.SUSPECT : StoreUnavailable.Reason.BROKEN;
        batch.forEach(pending -> refuse(pending, reason));
        return false;
    }

    /** Gives up a batch in which the program broke: what was not committed by then is not, and whoever waits is told. */
    void abandon(List<Pending<?>> batch) {
        connection.discard();
        batch.forEach(pending -> refuse(pending, StoreUnavailable.Reason.BROKEN));
    }

    private void refuse(Pending<?> pending, StoreUnavailable.Reason reason) {
        pending.fail(new StoreUnavailable(reason), answers);
    }

    private static String reason(RuntimeException failure) {
        return Fault.behind(failure).map(Enum::name).orElse(failure.getClass().getSimpleName());
    }

    @Override
    public void close() {
        connection.discard();
    }
}
