package org.einlass.contract.admission;

import org.einlass.contract.code.Code;
import org.einlass.contract.code.ForeignText;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.code.ScannedText;

/** Where a code comes from that leads to no registration, as far as the deciding machine can tell. */
public enum CodeOrigin {
    /** An address, a visiting card or another text that is no code of any ticket system. */
    FOREIGN(Refusal.FOREIGN, false),
    /** It may be a code of another ticket system. */
    EXTERNAL(Refusal.UNKNOWN, false),
    /** Its tag was made with a key of this event. */
    GENUINE(Refusal.UNKNOWN, true),
    /** It has the form of our codes; this device holds no tag key and cannot say who made it. */
    UNCHECKED(Refusal.UNKNOWN, true),
    /** It has the form of our codes, but no key of ours made its tag. */
    NOT_GENUINE(Refusal.NOT_GENUINE, false),
    /** Its tag was made with the key of another event. */
    OTHER_EVENT(Refusal.OTHER_EVENT, false);

    private final Refusal refusal;
    private final boolean plausible;

    CodeOrigin(Refusal refusal, boolean plausible) {
        this.refusal = refusal;
        this.plausible = plausible;
    }

    /**
     * What the form of a text alone tells: a code of ours stays {@link #UNCHECKED} until its tag was checked.
     */
    public static CodeOrigin of(ScannedText text) {
        if (text instanceof Code) {
            return UNCHECKED;
        }
        boolean ticket = text instanceof PresentedCode code
                && ForeignText.of(code.text()).sort() == ForeignText.Sort.OTHER;
        return ticket ? EXTERNAL : FOREIGN;
    }

    /** What a guest hears who shows such a code where nobody is let in provisionally. */
    Refusal refusal() {
        return refusal;
    }

    /** Whether it may be a real ticket that has not been heard of yet. */
    boolean isPlausible() {
        return plausible;
    }
}
