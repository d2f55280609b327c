package org.einlass.contract.registration;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.einlass.contract.Wording;

/** Where the accreditation of somebody from the press stands, each with the sentence for staff. */
public enum Accreditation {
    APPLIED(
            new Wording("Akkreditierung beantragt", "accreditation applied for"),
            new Wording(
                    "Die Akkreditierung ist beantragt, aber noch nicht erteilt. Bitte die Pressestelle rufen.",
                    "Accreditation was applied for but not granted yet. Please call the press office."),
            RegistrationStatus.WAITLISTED),
    ACCREDITED(
            new Wording("akkreditiert", "accredited"),
            new Wording("Für die Presse akkreditiert.", "Accredited for the press."),
            RegistrationStatus.CONFIRMED),
    REFUSED(
            new Wording("Akkreditierung abgelehnt", "accreditation refused"),
            new Wording(
                    "Die Akkreditierung wurde abgelehnt. Bitte an die Pressestelle verweisen.",
                    "Accreditation was refused. Please refer to the press office."),
            RegistrationStatus.CANCELLED),
    /** A standing that a newer server knows. */
    @JsonEnumDefaultValue
    UNRECOGNISED(
            new Wording("Presse", "press"),
            new Wording("Bitte die Pressestelle rufen.", "Please call the press office."),
            RegistrationStatus.WAITLISTED);

    private final Wording words;
    private final Wording sentence;
    private final RegistrationStatus status;

    Accreditation(Wording words, Wording sentence, RegistrationStatus status) {
        this.words = words;
        this.sentence = sentence;
        this.status = status;
    }

    public Wording words() {
        return words;
    }

    /** What it is and what to do next, for staff. */
    public Wording sentence() {
        return sentence;
    }

    /** Where a registration of that accreditation stands: doors know nothing of the press. */
    public RegistrationStatus status() {
        return status;
    }
}
