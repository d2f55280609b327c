package org.einlass.server.database;

import java.util.List;

/**
 * How questions of one kind are written, several of them in as few statements as one.
 *
 * <p>For several it leaves and answers what one call for each of them would, one after the other in some
 * order. After an exception for several each is written by itself, so that it undoes one and no other.
 * Otherwise as {@link Write}.
 *
 * @param <Q> what is to be written
 * @param <A> what comes of it
 */
@FunctionalInterface
public interface BatchWrite<Q, A> {
    /**
     * Writes one or several.
     *
     * @return what came of each, in the order of the questions
     */
    List<A> in(Transaction transaction, List<Q> questions);
}
