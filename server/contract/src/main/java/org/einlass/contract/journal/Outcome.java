package org.einlass.contract.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the device showed. The outcome is the fact; what the server had answered is not.
 *
 * @param refusal present exactly with {@link Verdict#REFUSED}
 * @param source who decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(Verdict verdict, @Nullable Refusal refusal, Source source) {

    /** Whose decision an outcome shows. */
    public enum Source {
        /** The server's answer, in time. */
        SERVER,
        /** The device's own decision; the server gave no answer in time. */
        DEVICE,
        /** A member of staff, against the verdict. */
        OPERATOR
    }

    public Outcome {
        if ((verdict == Verdict.REFUSED) != (refusal != null)) {
            throw new IllegalArgumentException("A refusal has its reason, and nothing else has one.");
        }
    }

    public static Outcome admitted(Source source) {
        return new Outcome(Verdict.ADMITTED, null, source);
    }

    public static Outcome provisional(Source source) {
        return new Outcome(Verdict.PROVISIONAL, null, source);
    }

    public static Outcome refused(Refusal refusal, Source source) {
        return new Outcome(Verdict.REFUSED, refusal, source);
    }
}
