package org.einlass.server.rest;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether this server has warmed up: its first scan is about as fast as its hundredth. Any thread may call
 * it.
 */
@ApplicationScoped
public class Readiness {
    private volatile boolean warm;

    /** The warm-up is over. */
    public void warmedUp() {
        warm = true;
    }

    public boolean isWarm() {
        return warm;
    }
}
