package org.einlass.kiosk.screen.desk;

import java.awt.Color;
import java.awt.Font;
import org.einlass.kiosk.screen.Theme;

/**
 * How the desk's window looks: three sizes of type, and a high contrast for weak eyes and strong sun. Colours stand
 * in {@code look/FlatLightLaf.properties}.
 *
 * @param scale pixels of this screen for one of a screen whose shorter side has 1080
 */
record DeskLook(float scale, TypeSize size, boolean contrast) {
    private static final float SMALLEST_SCALE = 0.6f;

    /** How large the type is. */
    enum TypeSize {
        NORMAL(1),
        LARGE(1.25f),
        LARGEST(1.5f);

        private final float factor;

        TypeSize(float factor) {
            this.factor = factor;
        }

        TypeSize next() {
            return switch (this) {
                case NORMAL -> LARGE;
                case LARGE -> LARGEST;
                case LARGEST -> NORMAL;
            };
        }
    }

    /** How texts stand to each other. */
    enum Role {
        SMALL(20),
        BODY(25),
        STRONG(31),
        TITLE(48);

        private final float pixels;

        Role(float pixels) {
            this.pixels = pixels;
        }
    }

    static DeskLook of(int width, int height) {
        return new DeskLook(1, TypeSize.NORMAL, false).on(width, height);
    }

    /** The same on a screen of this size, in pixels. */
    DeskLook on(int width, int height) {
        return new DeskLook(Math.max(SMALLEST_SCALE, Math.min(width / 1920f, height / 1080f)), size, contrast);
    }

    DeskLook withNextSize() {
        return new DeskLook(scale, size.next(), contrast);
    }

    /** Keys grow by one step only: another one would push whoever is at the desk off the screen. */
    DeskLook forKeys() {
        return size == TypeSize.LARGEST ? new DeskLook(scale, TypeSize.LARGE, contrast) : this;
    }

    DeskLook withOtherContrast() {
        return new DeskLook(scale, size, !contrast);
    }

    Font regular(Role role) {
        return Theme.regular(role.pixels * scale * size.factor);
    }

    Font semibold(Role role) {
        return Theme.semibold(role.pixels * scale * size.factor);
    }

    /** A measure of the grid in pixels of this screen; it does not grow with the type. */
    int px(int measure) {
        return Math.max(1, Math.round(measure * scale));
    }

    Color colour(String name) {
        return Theme.colour((contrast ? "desk.contrast." : "desk.") + name);
    }
}
