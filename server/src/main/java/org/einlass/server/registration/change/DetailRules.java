package org.einlass.server.registration.change;

import java.util.Map;
import org.einlass.contract.Wording;
import org.einlass.contract.registration.AccessNeed;
import org.einlass.contract.registration.Accreditation;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.einlass.server.rejection.Rejected;

/** Whether the details of a registration may be kept. */
final class DetailRules {
    private DetailRules() {}

    /** @throws Rejected with the field that does not fit */
    static void check(RegistrationDetails details) {
        if (!details.accessNeeds().isEmpty() && !details.accessConsent()) {
            throw Rejected.badValue(
                    new Wording(
                            "Unterstützungsbedarf wird nur mit Einwilligung gespeichert.",
                            "Access needs are kept with consent only."),
                    new Wording(
                            "Bitte die Person fragen und accessConsent auf true setzen, oder den Bedarf weglassen.",
                            "Ask the person and set accessConsent to true, or leave the needs out."),
                    "details.accessConsent");
        }
        if (details.accessNeeds().contains(AccessNeed.UNRECOGNISED)
                || details.accreditation() == Accreditation.UNRECOGNISED) {
            throw Rejected.badValue(new Wording("Diesen Wert gibt es nicht.", "There is no such value."), "details");
        }
        if (!details.phone().isEmpty() && !RegistrationDetails.isPhone(details.phone())) {
            throw Rejected.badValue(
                    new Wording("Das ist keine Telefonnummer.", "This is no telephone number."),
                    new Wording(
                            "Bitte Ziffern, Leerzeichen und + ( ) / . - verwenden, höchstens 31 Zeichen.",
                            "Use digits, blanks and + ( ) / . -, at most 31 characters."),
                    "details.phone");
        }
        checkLength(details.delegation(), RegistrationDetails.LONGEST_NAME, "details.delegation");
        checkLength(details.staffHint(), RegistrationDetails.LONGEST_TEXT, "details.staffHint");
        if (details.answers().size() > RegistrationDetails.MOST_ANSWERS) {
            throw Rejected.badValue(
                    new Wording(
                            "Es sind höchstens " + RegistrationDetails.MOST_ANSWERS + " Antworten möglich.",
                            "At most " + RegistrationDetails.MOST_ANSWERS + " answers are possible."),
                    "details.answers");
        }
        for (Map.Entry<String, String> answer : details.answers().entrySet()) {
            checkLength(answer.getKey(), RegistrationDetails.LONGEST_NAME, "details.answers");
            checkLength(answer.getValue(), RegistrationDetails.LONGEST_TEXT, "details.answers");
        }
    }

    private static void checkLength(String text, int most, String field) {
        boolean unprintable = text.codePoints().anyMatch(Character::isISOControl);
        if (text.codePointCount(0, text.length()) > most || unprintable) {
            throw Rejected.badValue(
                    new Wording(
                            "Möglich sind höchstens " + most + " Zeichen in einer Zeile.",
                            "At most " + most + " characters on one line are possible."),
                    field);
        }
    }
}
