package org.einlass.server.database;

/**
 * One thing to be written, whole or not at all.
 *
 * <p>It may be run again after it was rolled back, so everything it reads it reads from the transaction, and
 * it looks up first what must be done once only. An exception undoes this writing and no other.
 */
@FunctionalInterface
public interface Write<T> {
    T in(Transaction transaction);
}
