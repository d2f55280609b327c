package org.einlass.kiosk.camera;

/** A frame in black (1) and white (0), at the scale of the plane it was made from. */
final class BitPlane {

    byte[] bits = new byte[0];
    int width;
    int height;
    int scale = 1;

    void resize(GreyPlane like) {
        width = like.width;
        height = like.height;
        scale = like.scale;
        if (bits.length < width * height) {
            bits = new byte[width * height];
        }
    }

    boolean contains(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }
}
