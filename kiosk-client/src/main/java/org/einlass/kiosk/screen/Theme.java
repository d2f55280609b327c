package org.einlass.kiosk.screen;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import com.formdev.flatlaf.util.FontUtils;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Objects;
import javax.swing.UIManager;

/** Colours, sizes and type, as {@code look/FlatLightLaf.properties} says. Event thread only. */
public final class Theme {
    private static final String PREFIX = "Kiosk.";
    private static final String CONTRAST = "contrast.";

    private static boolean contrast;

    private Theme() {}

    /** Whether the colours of high contrast stand in place of the usual ones, where there are some. */
    static void setContrast(boolean high) {
        contrast = high;
    }

    /** The name of a colour as styles ask for it, with its prefix. */
    static String key(String name) {
        return PREFIX + (contrast ? CONTRAST : "") + name;
    }

    /** Once, before the first component. */
    public static void install() {
        FlatLaf.registerCustomDefaultsSource("org.einlass.kiosk.screen.look");
        FlatInterFont.install();
        FlatLaf.setPreferredFontFamily(FlatInterFont.FAMILY);
        FlatLaf.setPreferredSemiboldFontFamily(FlatInterFont.FAMILY_SEMIBOLD);
        FlatLightLaf.setup();
    }

    public static Color colour(String name) {
        Color special = contrast ? UIManager.getColor(key(name)) : null;
        return special == null ? Objects.requireNonNull(UIManager.getColor(PREFIX + name), name) : special;
    }

    /** In pixels of a screen whose shorter side has 1080. */
    public static int size(String name) {
        return Objects.requireNonNull((Integer) UIManager.get(PREFIX + "size." + name), name);
    }

    public static Font regular(float pixels) {
        return withOthers(FlatInterFont.FAMILY).deriveFont(pixels);
    }

    public static Font semibold(float pixels) {
        return withOthers(FlatInterFont.FAMILY_SEMIBOLD).deriveFont(pixels);
    }

    /** A name in letters that the family lacks is drawn in a font of this computer that has them. */
    private static Font withOthers(String family) {
        return FontUtils.getCompositeFont(family, Font.PLAIN, 1);
    }

    /** A copy of {@code graphics} that draws smoothly; the caller disposes of it. */
    public static Graphics2D smooth(Graphics graphics) {
        Graphics2D copy = (Graphics2D) graphics.create();
        copy.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        copy.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        copy.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        copy.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        copy.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return copy;
    }
}
