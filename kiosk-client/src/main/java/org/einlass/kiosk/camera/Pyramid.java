package org.einlass.kiosk.camera;

/** A frame at a whole, a half, a quarter and an eighth of its size, each made when it is first asked for. */
final class Pyramid {

    private static final int LEVELS = 4;

    /**
     * Modules are sampled where they are about this many pixels wide: enough to hit them, few enough to be
     * quick.
     */
    private static final double WANTED_MODULE = 2.6;

    private final GreyPlane[] planes = {new GreyPlane(), new GreyPlane(), new GreyPlane(), new GreyPlane()};
    private int made;

    void show(CameraFrame cameraFrame) {
        planes[0].share(cameraFrame);
        made = 1;
    }

    /** Level 0 is the whole size, 1 the half, 2 the quarter, 3 the eighth. */
    GreyPlane level(int level) {
        while (made <= level) {
            planes[made].halve(planes[made - 1]);
            made++;
        }
        return planes[level];
    }

    /** The plane to sample a code from whose modules are so many frame pixels wide. */
    GreyPlane forModules(double size) {
        int level = 0;
        while (level < LEVELS - 1 && size / (2 << level) >= WANTED_MODULE) {
            level++;
        }
        return level(level);
    }
}
