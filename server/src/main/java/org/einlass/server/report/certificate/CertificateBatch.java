package org.einlass.server.report.certificate;

import java.time.Instant;

/**
 * Certificates of all who came, as they are being made.
 *
 * @param id of the batch
 * @param done how many are made
 * @param all how many there will be
 */
public record CertificateBatch(String id, State state, int done, int all, Instant startedAt) {
    /** How far a batch is. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
