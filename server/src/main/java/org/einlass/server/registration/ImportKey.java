package org.einlass.server.registration;

/**
 * By what a registration list's row is known again when the list comes a second time.
 *
 * @param text the organiser's own key, or the fingerprint
 */
public record ImportKey(Kind kind, String text) {

    /** What the sameness rests on. */
    public enum Kind {
        OWN_KEY,
        /** Of name and organisation, for lists without keys. */
        FINGERPRINT
    }

    /** Without key and fingerprint. */
    @Override
    public String toString() {
        return kind.name();
    }
}
