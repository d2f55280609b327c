package org.einlass.server.feed;

import java.util.concurrent.CompletionStage;

/** One open line to somebody who wants to be nudged. */
public interface SseConnection {

    /** Whether who opened it may still listen: the token was not revoked, and means what it meant. */
    boolean mayListen();

    /** By whom it was opened, without a secret; each has a few lines at most. */
    String holder();

    /** Says that the event's feed has reached {@code number}; failed where nobody is there any more. */
    CompletionStage<?> nudge(String event, long number);

    /** Shows that the line is alive; failed where nobody is there any more. */
    CompletionStage<?> beat();

    void close();
}
