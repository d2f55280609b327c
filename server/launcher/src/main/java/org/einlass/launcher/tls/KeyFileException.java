package org.einlass.launcher.tls;

import org.einlass.contract.Wording;

/**
 * A key or certificate that the server cannot be started with: one sentence with its place and what to do
 * about it.
 */
public final class KeyFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Wording sentence;

    KeyFileException(String german, String english) {
        super(english);
        this.sentence = new Wording(german, english);
    }

    public Wording sentence() {
        return sentence;
    }
}
