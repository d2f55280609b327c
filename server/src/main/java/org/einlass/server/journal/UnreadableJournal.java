package org.einlass.server.journal;

/** A report whose frame cannot be understood, so that none of its entries was taken. */
public final class UnreadableJournal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String remedy;

    UnreadableJournal(String field, String sentence, String remedy) {
        super(sentence);
        this.field = field;
        this.remedy = remedy;
    }

    /** The place in the report. */
    public String field() {
        return field;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
