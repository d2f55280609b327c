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
 * <p>A batch is first written without savepoints, and questions of one kind as one. Where a writing violates a constraint or throws an exception of its
 * own, all is rolled back and written again, each writing at a savepoint that settles it. After any other database error the batch is dead: SQLite may have rolled back the whole transaction, and the next savepoint would
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
    void run(List<Pending<?, ?>> batch) {
        if (!health.isTrusted() && !health.mend(connection)) {
            batch.forEach(pending -> refuse(pending, StoreUnavailable.Reason.SUSPECT));
            return;
        }
        List<Pending<?, ?>> together = new ArrayList<>(batch);
        together.removeIf(Pending::alone);
        if (together.size() == 1) {
            commitSingly(together.get(0));
        } else if (!together.isEmpty() && !commitTogether(together)) {
            together.forEach(this::commitSingly);
        }
        batch.stream().filter(Pending::alone).forEach(this::commitSingly);
    }

    /** Returns false where the batch died before its commit, so that nothing of it is in the database. */
    private boolean commitTogether(List<Pending<?, ?>> batch) {
        Optional<List<Change>> changes = write(Pending.alike(batch), GroupCommit::plainly);
        if (changes.isEmpty() && connection.isOpen()) {
            changes = write(singly(batch), GroupCommit::atSavepoint);
        }
        return changes.isPresent() && commit(batch, changes.get());
    }

    private static List<List<Pending<?, ?>>> singly(List<Pending<?, ?>> batch) {
        return batch.stream().<List<Pending<?, ?>>>map(List::of).toList();
    }

    /** One part of a batch, in the batch's transaction. */
    private interface Step {
        List<Change> write(Handle handle, List<Pending<?, ?>> part, Map<Object, Object> together);
    }

    /** Empty where nothing was written. If the batch only has to be written another way, the connection is kept. */
    private Optional<List<Change>> write(List<List<Pending<?, ?>>> parts, Step step) {
        List<Change> changes = new ArrayList<>();
        try {
            Handle handle = connection.begin();
            Map<Object, Object> together = new HashMap<>();
            for (List<Pending<?, ?>> part : parts) {
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

    /** Without a savepoint: SQLite copies every page that is written after one, and hardly a batch needs it. */
    private static List<Change> plainly(Handle handle, List<Pending<?, ?>> alike, Map<Object, Object> together) {
        try {
            return run(handle, alike, together);
        } catch (RuntimeException refused) {
            throw isSettledAtSavepoint(refused) ? new Refused() : refused;
        }
    }

    private static List<Change> atSavepoint(Handle handle, List<Pending<?, ?>> one, Map<Object, Object> together) {
        Straight.execute(handle, "savepoint one");
        List<Change> changes;
        try {
            changes = run(handle, one, together);
        } catch (RuntimeException refused) {
            if (!isSettledAtSavepoint(refused)) {
                throw refused;
            }
            Straight.execute(handle, "rollback to savepoint one");
            one.forEach(pending -> pending.keep(refused));
            changes = List.of();
        }
        Straight.execute(handle, "release savepoint one");
        return changes;
    }

    private static List<Change> run(Handle handle, List<Pending<?, ?>> alike, Map<Object, Object> together) {
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
        return Fault.behind(refused).map(Fault.CONSTRAINT::equals).orElse(true);
    }

    private void commitSingly(Pending<?, ?> pending) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            if (!health.isTrusted()) {
                refuse(pending, StoreUnavailable.Reason.SUSPECT);
                return;
            }
            try {
                Handle handle = connection.begin();
                List<Change> changes = run(handle, List.of(pending), new HashMap<>());
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
    private boolean commit(List<Pending<?, ?>> batch, List<Change> changes) {
        try {
            connection.commit();
        } catch (RuntimeException failed) {
            return !answerFailedCommit(batch, failed);
        }
        health.works();
        answers.execute(() -> batch.forEach(Pending::tell));
        committed.accept(changes);
        return true;
    }

    /** Returns whether the writings may be run again, because the transaction is surely gone. */
    private boolean answerFailedCommit(List<Pending<?, ?>> batch, RuntimeException failed) {
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
    void abandon(List<Pending<?, ?>> batch) {
        connection.discard();
        batch.forEach(pending -> refuse(pending, StoreUnavailable.Reason.BROKEN));
    }

    private void refuse(Pending<?, ?> pending, StoreUnavailable.Reason reason) {
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
