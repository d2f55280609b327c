package org.einlass.server.database;

import java.time.Duration;
import org.einlass.contract.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The store cannot take this writing now. Nothing of it is known to be done; asking again by id is always
 * right.
 */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why the store is unavailable, each with its sentence. */
    public enum Reason {
        OVERLOADED(
                "Der Server hat gerade mehr Anfragen, als er beantworten kann. Bitte gleich noch einmal versuchen.",
                "The server has more requests than it can answer just now. Please try again in a moment.",
                Duration.ofSeconds(1)),
        FULL(
                "Die Platte des Servers ist voll; es wird nur noch gelesen. Bitte Platz schaffen.",
                "The server's disk is full; it only reads now. Please free some space.",
                Duration.ofSeconds(10)),
        READ_ONLY(
                "Auf die Platte des Servers kann nicht mehr geschrieben werden. Bitte Schreibschutz, Rechte und Kabel prüfen;"
                        + " es geht dann von selbst weiter.",
                "The server's disk cannot be written any more. Please check its write protection, rights and cables; it goes"
                        + " on by itself then.",
                Duration.ofSeconds(10)),
        SUSPECT(
                "Der Datenspeicher wird nach einem Plattenfehler geprüft. Die Geräte entscheiden solange allein.",
                "The store is being checked after a disk error. Devices decide alone meanwhile.",
                Duration.ofSeconds(5)),
        DAMAGED(
                "Die Datenbank ist beschädigt. Bitte die letzte Sicherung in einen leeren Ordner wiederherstellen und den"
                        + " Server damit starten.",
                "The database is damaged. Please restore the last backup into an empty folder and start the server on it.",
                Duration.ofSeconds(60)),
        BROKEN(
                "Der Datenspeicher antwortet nicht. Die Geräte entscheiden solange allein.",
                "The store does not answer. Devices decide alone meanwhile.",
                Duration.ofSeconds(2)),
        CLOSED(
                "Der Server wird gerade beendet. Bitte gleich noch einmal versuchen.",
                "The server is shutting down. Please try again in a moment.",
                Duration.ofSeconds(5));

        private final Wording sentence;
        private final Duration retryAfter;

        Reason(String german, String english, Duration retryAfter) {
            this.sentence = new Wording(german, english);
            this.retryAfter = retryAfter;
        }

        /** What is wrong and what to do, for people. */
        public Wording sentence() {
            return sentence;
        }

        /** When trying again makes sense. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    private final Reason reason;
    private final transient Wording sentence;

    StoreUnavailable(Reason reason) {
        this(reason, reason.sentence(), null);
    }

    StoreUnavailable(Reason reason, Throwable cause) {
        this(reason, reason.sentence(), cause);
    }

    private StoreUnavailable(Reason reason, Wording sentence, @Nullable Throwable cause) {
        super(sentence.english(), cause);
        this.reason = reason;
        this.sentence = sentence;
    }

    /** The same, in words that say more: how much was done before. */
    public StoreUnavailable saying(Wording more) {
        return new StoreUnavailable(reason, more, this);
    }

    /** What is wrong and what to do, for people. */
    public Wording sentence() {
        return sentence;
    }

    public Reason reason() {
        return reason;
    }
}
