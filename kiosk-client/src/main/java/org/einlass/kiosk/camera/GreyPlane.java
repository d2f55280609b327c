package org.einlass.kiosk.camera;

/**
 * Brightness of a frame at a whole, half or quarter of its size; asked for in the frame's own pixels.
 *
 * <p>Keeps its array from frame to frame; grows it when a bigger frame comes.
 */
final class GreyPlane {

    byte[] pixels = new byte[0];
    int width;
    int height;
    /** Frame pixels for each pixel of this plane, along one side. */
    int scale = 1;

    void share(CameraFrame cameraFrame) {
        pixels = cameraFrame.luminance();
        width = cameraFrame.width();
        height = cameraFrame.height();
    }

    /**
     * Makes this plane half as big as another; each pixel is the mean of four, which also halves the noise.
     */
    void halve(GreyPlane from) {
        resize(Math.max(1, from.width / 2), Math.max(1, from.height / 2), from.scale * 2);
        int right = from.width > 1 ? 1 : 0;
        int down = from.height > 1 ? from.width : 0;
        byte[] source = from.pixels;
        for (int y = 0; y < height; y++) {
            int upper = 2 * y * from.width;
            int to = y * width;
            for (int x = 0; x < width; x++, upper += 2) {
                int sum = (source[upper] & 0xFF)
                        + (source[upper + right] & 0xFF)
                        + (source[upper + down] & 0xFF)
                        + (source[upper + down + right] & 0xFF);
                pixels[to + x] = (byte) ((sum + 2) >> 2);
            }
        }
    }

    private void copy(GreyPlane from) {
        resize(from.width, from.height, from.scale);
        System.arraycopy(from.pixels, 0, pixels, 0, width * height);
    }

    /** Makes this plane a softer copy of another: three by three pixels weighted 1-2-1, against noise. */
    void soften(GreyPlane from) {
        copy(from);
        byte[] source = from.pixels;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1, i = y * width + 1; x < width - 1; x++, i++) {
                int middle = (source[i - 1] & 0xFF) + 2 * (source[i] & 0xFF) + (source[i + 1] & 0xFF);
                int above = i - width;
                int below = i + width;
                int upper = (source[above - 1] & 0xFF) + 2 * (source[above] & 0xFF) + (source[above + 1] & 0xFF);
                int lower = (source[below - 1] & 0xFF) + 2 * (source[below] & 0xFF) + (source[below + 1] & 0xFF);
                pixels[i] = (byte) ((upper + 2 * middle + lower + 8) >> 4);
            }
        }
    }

    /** Makes this plane a crisper copy of another by an unsharp mask of five pixels, against a soft lens. */
    void sharpen(GreyPlane from) {
        copy(from);
        byte[] source = from.pixels;
        for (int y = 2; y < height - 2; y++) {
            for (int x = 2, i = y * width + 2; x < width - 2; x++, i++) {
                int around = (source[i - 2] & 0xFF)
                        + (source[i + 2] & 0xFF)
                        + (source[i - 2 * width] & 0xFF)
                        + (source[i + 2 * width] & 0xFF);
                int value = 3 * (source[i] & 0xFF) - (around >> 1);
                pixels[i] = (byte) Math.max(0, Math.min(255, value));
            }
        }
    }

    /** Brightness at a point of the frame, between four pixels; beyond the edge that of the edge. */
    float at(double x, double y) {
        double px = Math.max(0, Math.min(width - 1.001, x / scale - 0.5));
        double py = Math.max(0, Math.min(height - 1.001, y / scale - 0.5));
        int left = (int) px;
        int top = (int) py;
        float fx = (float) (px - left);
        float fy = (float) (py - top);
        int i = top * width + left;
        int right = width > 1 ? 1 : 0;
        int below = height > 1 ? width : 0;
        float upper = (pixels[i] & 0xFF) * (1 - fx) + (pixels[i + right] & 0xFF) * fx;
        float lower = (pixels[i + below] & 0xFF) * (1 - fx) + (pixels[i + below + right] & 0xFF) * fx;
        return upper * (1 - fy) + lower * fy;
    }

    private void resize(int newWidth, int newHeight, int newScale) {
        width = newWidth;
        height = newHeight;
        scale = newScale;
        if (pixels.length < newWidth * newHeight) {
            pixels = new byte[newWidth * newHeight];
        }
    }
}
