package org.einlass.kiosk.scanner;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einlass.contract.code.Code;

/**
 * What scanners put before and around a code's text: the AIM identifier such as {@code ]Q1} (ISO/IEC 15424),
 * the character set as {@code \000026} (AIM ECI), control characters, and the stars of Code 39.
 */
final class ScannerPrefix {

    private static final Pattern CONTROLS = Pattern.compile("^\\p{Cntrl}+|\\p{Cntrl}+$");
    private static final Pattern AIM = Pattern.compile("^][A-Za-z][0-9A-Za-z]");
    private static final Pattern ECI = Pattern.compile("^\\\\0000\\d{2}");
    private static final Pattern STARS = Pattern.compile("^\\*(.+)\\*$", Pattern.DOTALL);

    /** What stands alone between quotes, brackets or the signs that part fields, as beside a time or a scanner's name. */
    private static final Pattern FIELD =
            Pattern.compile("(?<![^\\s\"'<(\\[,;|])[0-9A-Za-z]{" + Code.LENGTH + "}(?![^\\s\"'>)\\],;|])");

    private ScannerPrefix() {}

    /**
     * The text alone. After a character set, doubled backslashes are single ones again, as AIM ECI doubles
     * them.
     */
    static String strip(String typed) {
        String text = AIM.matcher(CONTROLS.matcher(typed).replaceAll("")).replaceFirst("");
        Matcher eci = ECI.matcher(text);
        return eci.find() ? text.substring(eci.end()).replace("\\\\", "\\") : text;
    }

    /**
     * Each text alone, and without the stars around it where there are some, which may be the code's own. A code of ours
     * among other fields of a text, such as the time that a scanner adds, goes before that text.
     */
    static List<String> strip(Collection<String> typed) {
        Set<String> texts = new LinkedHashSet<>();
        for (String text : typed) {
            String alone = strip(text);
            Matcher stars = STARS.matcher(alone);
            if (stars.matches()) {
                texts.add(stars.group(1));
            }
            FIELD.matcher(alone)
                    .results()
                    .map(MatchResult::group)
                    .filter(field -> Code.parse(field).isPresent())
                    .forEach(texts::add);
            texts.add(alone);
        }
        texts.remove("");
        return texts.isEmpty() ? List.copyOf(typed) : List.copyOf(texts);
    }
}
