package org.einlass.server.intake;

import org.einlass.contract.Wording;

/** A whole file cannot be read as a registration list; nothing of it was stored. */
public final class UnreadableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Wording sentence;
    private final transient Wording remedy;

    UnreadableFileException(Wording sentence, Wording remedy) {
        super(sentence.english());
        this.sentence = sentence;
        this.remedy = remedy;
    }

    public Wording sentence() {
        return sentence;
    }

    public Wording remedy() {
        return remedy;
    }
}
