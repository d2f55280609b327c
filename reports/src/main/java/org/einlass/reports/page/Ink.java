package org.einlass.reports.page;

import java.awt.Color;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A colour as it is mixed on screen and in PDF (sRGB).
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Ink(int red, int green, int blue) {

    public static final Ink BLACK = new Ink(0, 0, 0);
    public static final Ink WHITE = new Ink(255, 255, 255);

    private static final Pattern HEX = Pattern.compile("#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})");

    public Ink {
        if (((red | green | blue) & ~0xFF) != 0) {
            throw new IllegalArgumentException(
                    "A colour has three parts of 0 to 255, not " + red + ", " + green + ", " + blue + ".");
        }
    }

    /** Reads {@code #RRGGBB}; empty for anything else. */
    public static Optional<Ink> parse(String text) {
        Matcher matcher = HEX.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Ink(
                Integer.parseInt(matcher.group(1), 16),
                Integer.parseInt(matcher.group(2), 16),
                Integer.parseInt(matcher.group(3), 16)));
    }

    /** {@code #RRGGBB}. */
    public String hex() {
        return String.format("#%02X%02X%02X", red, green, blue);
    }

    /** Whether it turns black on a printer of one bit a dot, where the threshold is a luma of 128. */
    public boolean isDark() {
        return 299 * red + 587 * green + 114 * blue < 128_000;
    }

    /** Black on light, white on dark: legible in colour and in one bit. */
    public Ink contrast() {
        return isDark() ? WHITE : BLACK;
    }

    public Color awt() {
        return new Color(red, green, blue);
    }
}
