package org.einlass.kiosk.camera;

import java.util.Random;

/** What else stands in a picture: cloth, lines of print, frames, edges. */
final class Clutter {

    private Clutter() {}

    /** @param busy whether the clutter is as dark and fine as a code, so that it can run into one */
    static Plane background(int width, int height, Random random, boolean busy) {
        double base = 70 + 130 * random.nextDouble();
        Plane plane = new Plane(width, height, (float) base);
        double angle = random.nextDouble() * Math.PI;
        double slope = (random.nextDouble() - 0.5) * 0.12;
        double wave = 0.01 + random.nextDouble() * 0.05;
        plane.change((x, y, value) -> value
                + slope * ((x - width / 2.0) * Math.cos(angle) + (y - height / 2.0) * Math.sin(angle))
                + 6 * Math.sin(x * wave) * Math.cos(y * wave * 1.3));
        int things = busy ? 220 : 14;
        for (int i = 0; i < things; i++) {
            box(plane, random, busy ? 10 + random.nextInt(50) : 30 + random.nextInt(300));
        }
        for (int i = 0; i < 6; i++) {
            print(plane, random);
        }
        return plane;
    }

    private static void box(Plane plane, Random random, int size) {
        int left = random.nextInt(plane.width);
        int top = random.nextInt(plane.height);
        int right = Math.min(plane.width, left + size);
        int bottom = Math.min(plane.height, top + Math.max(3, (int) (size * random.nextDouble())));
        float value = random.nextInt(256);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                plane.values[y * plane.width + x] = value;
            }
        }
    }

    /** A few lines that look like print: short dark runs of letter size. */
    static void print(Plane plane, Random random) {
        int left = random.nextInt(plane.width - 200);
        int top = random.nextInt(plane.height - 80);
        int letter = 3 + random.nextInt(8);
        for (int line = 0; line < 4; line++) {
            for (int i = 0; i < 30; i++) {
                if (random.nextInt(6) > 0) {
                    glyph(plane, random, left + i * letter, top + line * letter * 2, letter);
                }
            }
        }
    }

    private static void glyph(Plane plane, Random random, int left, int top, int size) {
        boolean upright = random.nextBoolean();
        for (int y = top; y < Math.min(plane.height, top + size); y++) {
            for (int x = left; x < Math.min(plane.width, left + size - 1); x++) {
                boolean ink = upright ? (x - left) % 3 == 0 : (y - top) % 3 == 0;
                if (ink) {
                    plane.values[y * plane.width + x] = 30;
                }
            }
        }
    }
}
