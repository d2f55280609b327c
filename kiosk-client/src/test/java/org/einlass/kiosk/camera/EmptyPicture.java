package org.einlass.kiosk.camera;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.util.List;
import java.util.Random;

/** Pictures in which there is nothing to read, though some look as if there were. */
public enum EmptyPicture {
    /** Cloth and print. */
    CLUTTER {
        @Override
        Plane draw(Random random) {
            return Clutter.background(Shot.WIDTH, Shot.HEIGHT, random, random.nextBoolean());
        }
    },
    /** A covered lens in the dark. */
    STATIC {
        @Override
        Plane draw(Random random) {
            Plane plane = new Plane(Shot.WIDTH, Shot.HEIGHT, 128);
            plane.addNoise(20 + 60 * random.nextDouble(), random);
            return plane;
        }
    },
    /** Floor tiles, cloth, windows. */
    CHEQUERS {
        @Override
        Plane draw(Random random) {
            Plane plane = new Plane(Shot.WIDTH, Shot.HEIGHT, 128);
            double size = 2 + random.nextInt(30);
            double angle = random.nextDouble();
            plane.change((x, y, value) -> {
                long u = (long) Math.floor((x * Math.cos(angle) + y * Math.sin(angle)) / size);
                long v = (long) Math.floor((y * Math.cos(angle) - x * Math.sin(angle)) / size);
                return ((u + v) & 1) == 0 ? 40 : 210;
            });
            return plane;
        }
    },
    /** Many squares in squares, each like a finder pattern. */
    FINDERS_ONLY {
        @Override
        Plane draw(Random random) {
            Plane plane = Clutter.background(Shot.WIDTH, Shot.HEIGHT, random, false);
            for (int i = 0; i < 12; i++) {
                finder(plane, random.nextInt(Shot.WIDTH), random.nextInt(Shot.HEIGHT), 3 + random.nextInt(8));
            }
            return plane;
        }
    },
    /** A symbol with all its patterns, but contents that were never encoded: damage beyond repair. */
    BEYOND_REPAIR {
        @Override
        Plane draw(Random random) {
            TestCode code = TestCode.any(random);
            scramble(code.modules(), random);
            Shot shot = new Shot(code, random);
            shot.place();
            return shot.exposed();
        }
    },
    /** A code of another kind: Aztec, Data Matrix, PDF 417, Code 128. */
    OTHER_KIND {
        @Override
        Plane draw(Random random) {
            Plane plane = Clutter.background(Shot.WIDTH, Shot.HEIGHT, random, false);
            BitMatrix code = encoded(OTHERS.get(random.nextInt(OTHERS.size())), "T" + random.nextLong());
            int left = random.nextInt(Shot.WIDTH - code.getWidth());
            int top = random.nextInt(Shot.HEIGHT - code.getHeight());
            for (int y = 0; y < code.getHeight(); y++) {
                for (int x = 0; x < code.getWidth(); x++) {
                    plane.values[(top + y) * plane.width + left + x] = code.get(x, y) ? 30 : 220;
                }
            }
            return plane;
        }
    };

    private static final List<BarcodeFormat> OTHERS =
            List.of(BarcodeFormat.AZTEC, BarcodeFormat.DATA_MATRIX, BarcodeFormat.PDF_417, BarcodeFormat.CODE_128);

    abstract Plane draw(Random random);

    /** The picture of a seed, a little soft and noisy as webcams are. */
    public CameraFrame picture(long seed) {
        Random random = new Random(seed * 31 + name().hashCode());
        random.nextLong();
        Plane plane = draw(random);
        plane.blur(0.5 + random.nextDouble());
        plane.addNoise(1 + 6 * random.nextDouble(), random);
        return CameraFrame.ofLuminance(this + " " + seed, plane.bytes(), Shot.WIDTH, Shot.HEIGHT);
    }

    private static BitMatrix encoded(BarcodeFormat format, String text) {
        try {
            return new MultiFormatWriter().encode(text, format, 250, 120);
        } catch (WriterException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static void finder(Plane plane, int left, int top, int size) {
        for (int y = 0; y < Math.min(9 * size, plane.height - top); y++) {
            for (int x = 0; x < Math.min(9 * size, plane.width - left); x++) {
                int ring = Math.max(Math.abs(x / size - 4), Math.abs(y / size - 4));
                plane.values[(top + y) * plane.width + left + x] = ring == 3 || ring < 2 ? 30 : 220;
            }
        }
    }

    /** Leaves finder, timing, format and alignment patterns as they are. */
    private static void scramble(ByteMatrix modules, Random random) {
        int dimension = modules.getWidth();
        for (int row = 0; row < dimension; row++) {
            for (int column = 0; column < dimension; column++) {
                boolean top = row < 9;
                boolean left = column < 9;
                boolean finder = (top && (left || column >= dimension - 8)) || (left && row >= dimension - 8);
                boolean timing = row == 6 || column == 6;
                boolean alignment = row >= dimension - 9 && column >= dimension - 9;
                if (!finder && !timing && !alignment) {
                    modules.set(column, row, random.nextInt(2));
                }
            }
        }
    }
}
