package org.einlass.server.registration.imports.text;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Letters that a web form wrote as HTML entities, by name or by number, even twice over. Marks that
 * would cut a row differently are kept back until the row is cut.
 */
public final class HtmlEntities {
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));");
    private static final int MOST_ROUNDS = 3;

    /** HTML 4's names of the letters from U+00C0 on, in their order. */
    private static final String[] LATIN = ("Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml"
                    + " Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute"
                    + " Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute"
                    + " ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash"
                    + " ugrave uacute ucirc uuml yacute thorn yuml")
            .split(" ");

    /** HTML 5's names of the letters from U+0100 on, in their order; {@code -} for those without one. */
    private static final String[] EXTENDED =
            ("Amacr amacr Abreve abreve Aogon aogon Cacute cacute Ccirc ccirc Cdot cdot"
                            + " Ccaron ccaron Dcaron dcaron Dstrok dstrok Emacr emacr - - Edot edot Eogon eogon Ecaron ecaron"
                            + " Gcirc gcirc Gbreve gbreve Gdot gdot Gcedil - Hcirc hcirc Hstrok hstrok Itilde itilde Imacr imacr"
                            + " - - Iogon iogon Idot imath IJlig ijlig Jcirc jcirc Kcedil kcedil kgreen Lacute lacute Lcedil"
                            + " lcedil Lcaron lcaron Lmidot lmidot Lstrok lstrok Nacute nacute Ncedil ncedil Ncaron ncaron napos"
                            + " ENG eng Omacr omacr - - Odblac odblac OElig oelig Racute racute Rcedil rcedil Rcaron rcaron"
                            + " Sacute sacute Scirc scirc Scedil scedil Scaron scaron Tcedil tcedil Tcaron tcaron Tstrok tstrok"
                            + " Utilde utilde Umacr umacr Ubreve ubreve Uring uring Udblac udblac Uogon uogon Wcirc wcirc Ycirc"
                            + " ycirc Yuml Zacute zacute Zdot zdot Zcaron zcaron")
                    .split(" ");

    private static final int FIRST_EXTENDED = 0x100;

    private static final Map<String, Integer> NAMES = names();

    /** Separators, quotation marks and line ends, and the private signs that stand for them meanwhile. */
    private static final String CUTTING = "\";,\t\n\r";

    private static final char FIRST_KEPT_BACK = '\uE0F0';

    private HtmlEntities() {}

    /** The text with its entities read; those of cutting marks wait for {@link #restore}. */
    public static String decode(String text) {
        String decoded = text;
        for (int round = 0; round < MOST_ROUNDS && decoded.indexOf('&') >= 0; round++) {
            String before = decoded;
            decoded = ENTITY.matcher(before).replaceAll(found -> Matcher.quoteReplacement(letter(found)));
            if (decoded.equals(before)) {
                return decoded;
            }
        }
        return decoded;
    }

    /** A field of a decoded text with its cutting marks in their places. */
    public static String restore(String field) {
        String restored = field;
        for (int at = 0; at < CUTTING.length(); at++) {
            restored = restored.replace((char) (FIRST_KEPT_BACK + at), CUTTING.charAt(at));
        }
        return restored;
    }

    private static String letter(MatchResult found) {
        int codePoint = codePoint(found);
        boolean control = codePoint < ' ' && codePoint != '\t' && codePoint != '\n' && codePoint != '\r';
        if (control || !Character.isValidCodePoint(codePoint)) {
            return found.group();
        }
        int cutting = CUTTING.indexOf(codePoint);
        return cutting < 0 ? Character.toString(codePoint) : Character.toString(FIRST_KEPT_BACK + cutting);
    }

    private static int codePoint(MatchResult found) {
        if (found.group(1) != null) {
            return Integer.parseInt(found.group(1));
        }
        return found.group(2) != null ? Integer.parseInt(found.group(2), 16) : NAMES.getOrDefault(found.group(3), -1);
    }

    private static Map<String, Integer> names() {
        Map<String, Integer> names = new HashMap<>(Map.of(
                "amp",
                (int) '&',
                "lt",
                (int) '<',
                "gt",
                (int) '>',
                "quot",
                (int) '"',
                "apos",
                (int) '\'',
                "nbsp",
                0xA0,
                "ndash",
                0x2013,
                "mdash",
                0x2014,
                "shy",
                0xAD,
                "euro",
                0x20AC));
        names.putAll(Map.of(
                "lsquo", 0x2018, "rsquo", 0x2019, "ldquo", 0x201C, "rdquo", 0x201D, "bdquo", 0x201E, "hellip", 0x2026,
                "Scaron", 0x160, "scaron", 0x161, "OElig", 0x152, "oelig", 0x153));
        names.putAll(Map.of("Yuml", 0x178, "sect", 0xA7, "copy", 0xA9, "reg", 0xAE, "deg", 0xB0));
        for (int at = 0; at < LATIN.length; at++) {
            names.put(LATIN[at], 0xC0 + at);
        }
        for (int at = 0; at < EXTENDED.length; at++) {
            names.put(EXTENDED[at], FIRST_EXTENDED + at);
        }
        names.remove("-");
        names.put("inodot", 0x131);
        return Map.copyOf(names);
    }
}
