package org.einlass.kiosk.scanner;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What scanners put before a code's text: the AIM identifier such as {@code ]Q1} (ISO/IEC 15424), the character set as
 * {@code \000026} (AIM ECI), and control characters.
 */
final class ScannerPrefix {

    private static final Pattern CONTROLS = Pattern.compile("^\\p{Cntrl}+|\\p{Cntrl}+$");
    private static final Pattern AIM = Pattern.compile("^][A-Za-z][0-9A-Za-z]");
    private static final Pattern ECI = Pattern.compile("^\\\\0000\\d{2}");

    private ScannerPrefix() {}

    /** The text alone. After a character set, doubled backslashes are single ones again, as AIM ECI doubles them. */
    static String strip(String typed) {
        String text = AIM.matcher(CONTROLS.matcher(typed).replaceAll("")).replaceFirst("");
        Matcher eci = ECI.matcher(text);
        return eci.find() ? text.substring(eci.end()).replace("\\\\", "\\") : text;
    }
}
