package org.einlass.server.registration.imports.list;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lists write for somebody who is still to be named: "N. N.", "folgt", "Begleitung von Eva Schmidt",
 * "Platz 3".
 */
final class PlaceholderName {
    private static final String NUMBER = "(?: ?[(#]?\\d+\\)?)?";

    /** Nobody is called so, whatever the given name is. */
    private static final String NEVER_A_NAME = "\\(?n\\.? ?[/_-]? ?n\\.?\\)?" + NUMBER
            + "|nomen nominandum|[?.\u2026xX_*-]{2,6}|[?x]|noch (?:nicht )?(?:un)?(?:bekannt|benannt)|nicht (?:bekannt|benannt)"
            + "|(?:namen? |nachname |teilnehmer(?:in)? )?(?:folgt|folgen)(?: noch| in k\u00fcrze| sp\u00e4ter)?"
            + "|(?:name |teilnehmer(?:in)? )?(?:wird|werden|steht|ist)(?: noch)? (?:nach(?:gemeldet|gereicht|getragen|benannt)|benannt"
            + "|bekannt ?gegeben|erg\u00e4nzt|gekl\u00e4rt|offen|aus|mitgeteilt)"
            + "|(?:name )?(?:noch offen|noch nicht bekannt|in kl\u00e4rung)|t\\.? ?b\\.? ?[acdn]\\.?"
            + "|to be (?:announced|confirmed|named|determined|defined|advised)|not (?:yet )?(?:known|named|assigned)"
            + "|unassigned|anonymous|anonym|(?:no|ohne) namen?|kein name|name";

    /** Somebody may be called so: only where there is no other name beside it. */
    private static final String MAYBE_A_NAME = "xy|fahrer(?:in)?" + NUMBER + "|personenschützer(?:in)?" + NUMBER
            + "|personenschutz" + NUMBER
            + "|(?:ein(?:e|er)? )?(?:weitere[rn]?|zusätzliche[rn]?) (?:person|kolleg(?:e|in)|mitarbeiter(?:in)?|teilnehmer(?:in)?"
            + "|teilnehmende[rn]?|begleitung|begleitperson|gast)" + NUMBER
            + "|offen|unbekannt|unknown|reserviert|reserved|nachmeldung|sekretariat|vorzimmer|poststelle|assistenz|anmeldung"
            + "|(?:reserve|reserveplatz|freikarte|freiticket|gästekarte|kontingent|ehrengast|vip|presse|press|helfer(?:in)?"
            + "|aussteller|exhibitor|team|crew|staff|speaker|redner(?:in)?|delegierte[r]?|dummy|test)" + NUMBER
            + "|(?:platz(?:halter)?|person|gast|guest|teilnehmer(?:/?-?\\*?:?in)?|attendee|participant|ticket|seat|place|besucher(?:in)?"
            + "|mitarbeiter(?:in)?|kolleg(?:e|in)|vertret(?:er|erin|ung)|ersatz(?:person)?|delegierte[r]?|referent(?:in)?)"
            + NUMBER
            + "|(?:fahrer(?:in)?|assistent(?:in)?|assistenz|sekretariat|personenschutz|referent(?:in)?|vertret(?:er|erin|ung)|mitarbeiter(?:in)?|kolleg(?:e|in)|ersatz|gast|guest|teilnehmer(?:in)?|representative)"
            + " (?:von|des|der|vom|f\u00fcr|of|from|for) .+"
            + "|(?:begleitung|begleitperson|begl\\.|plus one|companion|partner(?:in)?|ehefrau|ehemann|\\+ ?1|zweite person"
            + "|weitere person|additional guest|accompanying person)" + NUMBER
            + "(?: .+)?";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern NEVER = Pattern.compile(NEVER_A_NAME, FLAGS);
    private static final Pattern ALONE = Pattern.compile(NEVER_A_NAME + "|" + MAYBE_A_NAME, FLAGS);

    /** "(Referat 12)" behind a placeholder says for whom the place is. */
    private static final Pattern REMARK = Pattern.compile("\\s*[(\\[][^()\\[\\]]*[)\\]]$");

    private static final Pattern NOBODYS_GIVEN_NAME = Pattern.compile(
            "(?:begleitung|begleitperson|begl\\.|fahrer(?:in)?|personenschützer(?:in)?|personenschutz|vertret(?:er|erin|ung)"
                    + "|mitarbeiter(?:in)?|kolleg(?:e|in)|teilnehmer(?:in)?|teilnehmende[r]?|delegierte[r]?|platzhalter|platz"
                    + "|reserve|ersatz(?:person)?|ehrengast|sekretariat|vorzimmer|assistenz)"
                    + "(?: (?:von|des|der|vom|für|zu))?",
            FLAGS);

    private PlaceholderName() {}

    /** Whether what stands for a given name says what somebody is and not how they are called. */
    static boolean isNobodysGivenName(String given) {
        return NOBODYS_GIVEN_NAME.matcher(given.strip()).matches();
    }

    /** Whether a whole name stands for somebody who is still to be named. */
    static boolean is(String name) {
        String plain = name.strip();
        Matcher remark = REMARK.matcher(plain);
        return ALONE.matcher(plain).matches()
                || (remark.find()
                        && remark.start() > 0
                        && NEVER.matcher(plain.substring(0, remark.start())).matches());
    }

    /** Whether a family name is none although there is a given name beside it. */
    static boolean isNever(String family) {
        return NEVER.matcher(family.strip()).matches();
    }
}
