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
 * @param roster number of the roster in which a device that decided alone did not find the code; else absent,
 *     and absent from older devices
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(
        Verdict verdict,
        @Nullable Refusal refusal,
        Source source,
        @Nullable Long roster) {

    /** Whose decision an outcome shows. */
    public enum Source {
        /** The server's answer, in time. */
        SERVER,
        /** The device's own decision; the server gave no answer in time. */
        DEVICE,
        /** A member of staff, against the verdict. */
        OPERATOR
    }

    public Outcome(Verdict verdict, @Nullable Refusal refusal, Source source) {
        this(verdict, refusal, source, null);
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

    /** The device decided alone and did not find the code in its roster of this number. */
    public static Outcome notInRoster(long roster) {
        return new Outcome(Verdict.REFUSED, Refusal.UNKNOWN, Source.DEVICE, roster);
    }
}
