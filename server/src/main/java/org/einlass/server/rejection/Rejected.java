package org.einlass.server.rejection;

import java.time.Duration;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A use case cannot be carried out: why, where in what was handed in, and what to do about it, in sentences
 * for the person who asked. Nothing of it was done, unless the sentence says how much. Never holds personal data.
 */
public class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RejectionReason reason;
    private final transient Wording sentence;
    private final transient Wording remedy;
    private final @Nullable String field;
    private final @Nullable Duration retryAfter;

    /** In the usual words of the reason. */
    protected Rejected(RejectionReason reason) {
        this(reason, reason.sentence(), reason.remedy(), null, null);
    }

    private Rejected(
            RejectionReason reason,
            Wording sentence,
            Wording remedy,
            @Nullable String field,
            @Nullable Duration retryAfter) {
        super(sentence.english());
        this.reason = reason;
        this.sentence = sentence;
        this.remedy = remedy;
        this.field = field;
        this.retryAfter = retryAfter;
    }

    /** In the usual words of the reason. */
    public static Rejected because(RejectionReason reason) {
        return new Rejected(reason);
    }

    /** A value that does not fit. */
    public static Rejected badValue(Wording sentence, String field) {
        return badValue(sentence, RejectionReason.BAD_VALUE.remedy(), field);
    }

    /** A value that does not fit, with a remedy that says what would. */
    public static Rejected badValue(Wording sentence, Wording remedy, String field) {
        return because(RejectionReason.BAD_VALUE).saying(sentence, remedy).at(field);
    }

    /** The same reason, in words that say more. */
    public Rejected saying(Wording sentence, Wording remedy) {
        return new Rejected(reason, sentence, remedy, field, retryAfter);
    }

    /** The same, at a place in what was handed in: {@code doors[2].rule}. */
    public Rejected at(String field) {
        return new Rejected(reason, sentence, remedy, field, retryAfter);
    }

    /** The same, which will be over after {@code pause}. */
    public Rejected again(Duration pause) {
        return new Rejected(reason, sentence, remedy, field, pause);
    }

    public RejectionReason reason() {
        return reason;
    }

    public Wording sentence() {
        return sentence;
    }

    public Wording remedy() {
        return remedy;
    }

    /** The place in what was handed in; empty where the whole of it is meant. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** When trying again makes sense, where it does. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
