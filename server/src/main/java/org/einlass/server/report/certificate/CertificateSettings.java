package org.einlass.server.report.certificate;

import org.einlass.contract.Wording;
import org.einlass.server.rejection.Rejected;

/**
 * What an organiser adds to certificates of attendance, without the pictures.
 *
 * @param text of the organiser's own, at most {@value #LONGEST_TEXT} characters in each language; may be empty
 * @param signatory name and office of who signs, at most {@value #LONGEST_SIGNATORY} characters; may be empty
 * @param sessions whether certificates name the sessions of those who consented
 */
public record CertificateSettings(Wording text, String signatory, boolean sessions) {
    static final CertificateSettings NONE = new CertificateSettings(Wording.same(""), "", false);

    private static final int LONGEST_TEXT = 600;
    private static final int LONGEST_SIGNATORY = 120;

    /** The same, where it fits. @throws Rejected where a text is too long */
    CertificateSettings checked() {
        check(text.german(), LONGEST_TEXT, "text.german");
        check(text.english(), LONGEST_TEXT, "text.english");
        check(signatory, LONGEST_SIGNATORY, "signatory");
        return new CertificateSettings(
                new Wording(text.german().strip(), text.english().strip()), signatory.strip(), sessions);
    }

    private static void check(String text, int longest, String field) {
        if (text.length() > longest) {
            throw Rejected.badValue(
                    new Wording("Dieser Text ist zu lang.", "This text is too long."),
                    new Wording(
                            "Bitte höchstens " + longest + " Zeichen schreiben.",
                            "Write at most " + longest + " characters."),
                    field);
        }
    }
}
