package org.einlass.server.registration.imports.list;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.server.registration.imports.text.TextKey;

/**
 * What a row answers about photographs. A column may ask for the consent or for the wish not to be photographed; who
 * has no such wish has not consented by that. What is not understood records no consent, and is said.
 */
final class PhotoAnswers {
    private static final Pattern TICK = Pattern.compile("[\u2713\u2714\u2611]");
    private static final Set<String> YES = keys("ja, j, yes, y, x, true, wahr, 1, ok, oui, on, ja bitte, yes please");
    private static final Set<String> NO = keys("nein, n, no, false, falsch, 0, non, off, nein danke, no thanks");
    private static final Set<String> NOTHING = keys("keine Einwilligung erfasst, no consent recorded");
    private static final Set<String> CONSENT = keys("Fotos erlaubt, Foto erlaubt, erlaubt, darf fotografiert werden,"
            + " gestattet, photos allowed, photographs allowed, allowed, opt-in");
    private static final Set<String> OBJECTION =
            keys("keine Fotos, kein Foto, keine, nicht erlaubt, Fotos nicht erlaubt,"
                    + " nicht gestattet, nicht fotografieren, widersprochen, Widerspruch, no photos, no photographs, no photo,"
                    + " not allowed, photos not allowed, do not photograph, objected, opt-out");
    private static final Set<String> GIVEN = keys("einverstanden, zugestimmt, stimme zu, ich stimme zu, eingewilligt,"
            + " willige ein, ich willige ein, erteilt, liegt vor, consent, consented, agree, agreed, I agree, granted,"
            + " given, accepted");
    private static final Set<String> NOT_GIVEN = keys("nicht einverstanden, nicht zugestimmt, stimme nicht zu,"
            + " ich stimme nicht zu, nicht eingewilligt, nicht erteilt, liegt nicht vor, abgelehnt, verweigert, widerrufen,"
            + " untersagt, not agreed, disagree, I do not agree, refused, declined, denied, rejected, withdrawn,"
            + " no consent, not given, not granted");
    private static final Set<String> MADE = keys("liegt vor, eingelegt, erklärt, given, made");
    private static final Set<String> NOT_MADE = keys("kein Widerspruch, keiner, liegt nicht vor, no objection, none");
    private static final RowError UNKNOWN = RowError.unknownWord(new Wording(
            "ja, nein, " + PhotoConsent.YES.words().german() + ", "
                    + PhotoConsent.NO.words().german(),
            "yes, no, " + PhotoConsent.YES.words().english() + ", "
                    + PhotoConsent.NO.words().english()));

    private PhotoAnswers() {}

    /** The row's answer; a wish not to be photographed outweighs a consent beside it. */
    static PhotoConsent of(RowFields rowFields) {
        PhotoConsent asked = asked(rowFields);
        PhotoConsent objected = objected(rowFields);
        return objected == PhotoConsent.NOT_RECORDED ? asked : objected;
    }

    private static PhotoConsent asked(RowFields rowFields) {
        String text = rowFields.text(KnownHeading.PHOTOGRAPHS);
        String key = TextKey.of(text);
        if (YES.contains(key) || isTick(text) || CONSENT.contains(key) || GIVEN.contains(key)) {
            return PhotoConsent.YES;
        }
        if (NO.contains(key) || OBJECTION.contains(key) || NOT_GIVEN.contains(key)) {
            return PhotoConsent.NO;
        }
        return unless(text.isEmpty() || NOTHING.contains(key), rowFields, KnownHeading.PHOTOGRAPHS);
    }

    private static PhotoConsent objected(RowFields rowFields) {
        String text = rowFields.text(KnownHeading.NO_PHOTOGRAPHS);
        String key = TextKey.of(text);
        if (YES.contains(key) || isTick(text) || OBJECTION.contains(key) || MADE.contains(key)) {
            return PhotoConsent.NO;
        }
        boolean none = text.isEmpty() || NO.contains(key) || NOT_MADE.contains(key) || NOTHING.contains(key);
        return unless(none || CONSENT.contains(key), rowFields, KnownHeading.NO_PHOTOGRAPHS);
    }

    private static PhotoConsent unless(boolean understood, RowFields rowFields, KnownHeading known) {
        if (!understood) {
            rowFields.warn(known, UNKNOWN);
        }
        return PhotoConsent.NOT_RECORDED;
    }

    private static boolean isTick(String text) {
        return TICK.matcher(text).matches();
    }

    private static Set<String> keys(String words) {
        return Stream.of(words.split(", *")).map(TextKey::of).collect(Collectors.toUnmodifiableSet());
    }
}
