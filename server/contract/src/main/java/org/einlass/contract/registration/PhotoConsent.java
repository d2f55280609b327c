package org.einlass.contract.registration;

import java.util.Locale;
import org.einlass.contract.Wording;

/** What an attendee answered when asked whether photographs may show them. */
public enum PhotoConsent {
    /** Nobody asked, or nobody answered: no consent is recorded, and none may be taken for granted. */
    NOT_RECORDED("keine Einwilligung erfasst", "no consent recorded"),
    /** Photographs may show the attendee. */
    YES("Fotos erlaubt", "photographs allowed"),
    /** No photographs; the badge bears the sign. */
    NO("keine Fotos", "no photographs");

    private final Wording words;

    PhotoConsent(String german, String english) {
        this.words = new Wording(german, english);
    }

    /** The answer as people read it. */
    public Wording words() {
        return words;
    }

    /** The answer as {@link Attendee#photographs} holds it: empty, {@code YES} or {@code NO}. */
    public String text() {
        return this == NOT_RECORDED ? "" : name();
    }

    /** The answer of such a text; what is neither {@code YES} nor {@code NO} records no consent. */
    public static PhotoConsent of(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "YES" -> YES;
            case "NO" -> NO;
            default -> NOT_RECORDED;
        };
    }

    /** Whether a text is one that an answer is written as. */
    public static boolean isText(String text) {
        return of(text).text().equals(text);
    }
}
