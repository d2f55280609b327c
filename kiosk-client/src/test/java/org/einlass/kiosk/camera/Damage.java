package org.einlass.kiosk.camera;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What makes a code hard to read, each from 0 (hardly) to 1 (at the limit of what anyone could read). */
public enum Damage {
    LOW_CONTRAST {
        @Override
        void arrange(Shot shot, double strength) {
            double middle = shot.between(70, 190);
            double span = 110 * Math.pow(0.07, strength);
            shot.dark = middle - span / 2;
            shot.light = middle + span / 2;
            shot.noise = shot.between(1.2, 2.5);
        }
    },
    GLARE {
        @Override
        void spoil(Plane plane, Shot shot, double strength) {
            int spots = 1 + shot.random.nextInt(3);
            for (int i = 0; i < spots; i++) {
                double reach = shot.size() * (0.08 + 0.22 * strength);
                double x0 = shot.centre().x() + shot.between(-0.6, 0.6) * shot.size();
                double y0 = shot.centre().y() + shot.between(-0.6, 0.6) * shot.size();
                double stretch = shot.between(1, 2.5);
                double angle = shot.between(0, Math.PI);
                double cos = Math.cos(angle);
                double sin = Math.sin(angle);
                double power = 150 + 350 * strength;
                plane.change((x, y, value) -> {
                    double u = ((x - x0) * cos + (y - y0) * sin) / (reach * stretch);
                    double v = ((y - y0) * cos - (x - x0) * sin) / reach;
                    return value + power * Math.exp(-(u * u + v * v));
                });
            }
            plane.change((x, y, value) -> Math.min(255, value));
        }
    },
    DEFOCUS {
        @Override
        void spoil(Plane plane, Shot shot, double strength) {
            plane.defocus(shot.moduleSize * (0.35 + 1.05 * strength));
        }
    },
    MOTION {
        @Override
        void spoil(Plane plane, Shot shot, double strength) {
            plane.motion(shot.moduleSize * (0.6 + 2.0 * strength), shot.between(0, Math.PI));
        }
    },
    SMALL_MODULES {
        @Override
        void arrange(Shot shot, double strength) {
            shot.moduleSize = 3.2 - 1.9 * strength;
        }
    },
    TILT {
        @Override
        void arrange(Shot shot, double strength) {
            shot.moduleSize = shot.between(7, 12) * Math.min(1, 29.0 / shot.code.dimension());
            shot.turn = shot.between(0, 2 * Math.PI);
            shot.tilt = Math.toRadians(25 + 47 * strength);
        }
    },
    CURVATURE {
        @Override
        void arrange(Shot shot, double strength) {
            shot.moduleSize = shot.between(6, 11) * Math.min(1, 29.0 / shot.code.dimension());
            shot.turn = shot.between(0, 2 * Math.PI);
            shot.bend = Math.toRadians(50 + 95 * strength);
            shot.bendAxis =
                    shot.random.nextInt(3) == 0 ? shot.between(0, Math.PI) : Math.PI / 2 * shot.random.nextInt(2);
            shot.tilt = Math.toRadians(shot.between(0, 30));
        }
    },
    INJURY {
        @Override
        void spoil(Plane plane, Shot shot, double strength) {
            int wounds = 1 + (int) (strength * 5) + shot.random.nextInt(2);
            for (int i = 0; i < wounds; i++) {
                wound(plane, shot, strength);
            }
        }

        private void wound(Plane plane, Shot shot, double strength) {
            boolean scratch = shot.random.nextBoolean();
            double angle = shot.between(0, Math.PI);
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            double x0 = shot.centre().x() + shot.between(-0.5, 0.5) * shot.size();
            double y0 = shot.centre().y() + shot.between(-0.5, 0.5) * shot.size();
            double length =
                    shot.size() * (scratch ? shot.between(0.4, 1.2) : shot.between(0.04, 0.06 + 0.08 * strength));
            double width = scratch ? shot.moduleSize * (0.2 + 0.9 * strength) : length * shot.between(0.6, 1);
            double ink = shot.random.nextBoolean() ? shot.dark : shot.light;
            plane.change((x, y, value) -> {
                double u = ((x - x0) * cos + (y - y0) * sin) / length;
                double v = ((y - y0) * cos - (x - x0) * sin) / width;
                boolean hit = scratch ? Math.abs(u) < 0.5 && Math.abs(v) < 0.5 : u * u + v * v < 1;
                return hit ? ink : value;
            });
        }
    },
    INVERTED {
        @Override
        void arrange(Shot shot, double strength) {
            shot.inverted = true;
            shot.light = 200 - 60 * strength;
            shot.dark = 40 + 40 * strength;
            shot.moduleSize *= 1 - 0.4 * strength;
        }
    },
    MIRRORED {
        @Override
        void arrange(Shot shot, double strength) {
            shot.mirrored = true;
            shot.turn = shot.between(0, 2 * Math.PI);
            shot.tilt = Math.toRadians(20 + 42 * strength);
        }
    },
    DIM_LIGHT {
        @Override
        void arrange(Shot shot, double strength) {
            shot.noise = 14 + 46 * strength;
            shot.dark = 40;
            shot.light = 140;
        }
    },
    SHADOW {
        @Override
        void spoil(Plane plane, Shot shot, double strength) {
            double angle = shot.between(0, 2 * Math.PI);
            double depth = 0.6 + 0.36 * strength;
            double softness = shot.between(1, 20);
            double offset = shot.between(-0.35, 0.35) * shot.size();
            double stripes = shot.random.nextInt(3) == 0 ? shot.size() * shot.between(0.15, 0.4) : 1e6;
            plane.change((x, y, value) -> {
                double across = (x - shot.centre().x()) * Math.cos(angle)
                        + (y - shot.centre().y()) * Math.sin(angle)
                        - offset;
                double folded =
                        stripes > 1e5 ? across : Math.abs(Math.IEEEremainder(across, 2 * stripes)) - stripes / 2;
                return value * (1 - depth / (1 + Math.exp(-folded / softness)));
            });
        }
    },
    COMPRESSION {
        @Override
        void arrange(Shot shot, double strength) {
            shot.moduleSize = 3.6 - 1.1 * strength;
        }

        @Override
        byte[] develop(byte[] picture, double strength) {
            return compressed(picture, (float) (0.20 - 0.18 * strength));
        }
    },
    NO_QUIET_ZONE {
        @Override
        void arrange(Shot shot, double strength) {
            shot.quietZone = 1.2 - 1.2 * strength;
            shot.turn = shot.between(0, 2 * Math.PI);
            shot.tilt = Math.toRadians(20 + 40 * strength);
        }
    },
    SCREEN {
        @Override
        void spoil(Plane plane, Shot shot, double strength) {
            double pitch = shot.between(2.1, 3.4);
            double angle = shot.between(0, Math.PI);
            double depth = 0.15 + 0.5 * strength;
            double roll = shot.between(30, 90);
            plane.change((x, y, value) -> {
                double u = x * Math.cos(angle) + y * Math.sin(angle);
                double v = y * Math.cos(angle) - x * Math.sin(angle);
                double grid = (1 + Math.cos(2 * Math.PI * u / pitch)) * (1 + Math.cos(2 * Math.PI * v / pitch)) / 4;
                double band = 1 - 0.5 * strength * (0.5 + 0.5 * Math.sin(2 * Math.PI * y / roll));
                double reflection = 30 + 70 * strength;
                return reflection + value * 0.7 * band * (1 - depth + depth * 2 * grid);
            });
        }
    },
    EVERYTHING {
        @Override
        void arrange(Shot shot, double strength) {
            shot.turn = shot.between(0, 2 * Math.PI);
            shot.tilt = Math.toRadians(20 + 30 * strength);
            shot.bend = Math.toRadians(50 * strength);
            shot.dark = 60 + 25 * strength;
            shot.light = 190 - 50 * strength;
            shot.noise = 4 + 8 * strength;
        }

        @Override
        void spoil(Plane plane, Shot shot, double strength) {
            GLARE.spoil(plane, shot, 0.4 * strength);
            SHADOW.spoil(plane, shot, 0.4 * strength);
            plane.motion(shot.moduleSize * (0.3 + 0.7 * strength), shot.between(0, Math.PI));
            plane.defocus(shot.moduleSize * (0.2 + 0.35 * strength));
        }
    };

    /** Before the shot: how sheet and light are arranged. */
    void arrange(Shot shot, double strength) {}

    /** During the shot: what light, hand, lens and wear do to the picture. */
    void spoil(Plane plane, Shot shot, double strength) {}

    /** After the shot: what the camera does to the finished picture. */
    byte[] develop(byte[] picture, double strength) {
        return picture;
    }

    private static byte[] compressed(byte[] picture, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(stream);
            BufferedImage image = CameraFrame.ofLuminance("", picture, Shot.WIDTH, Shot.HEIGHT)
                    .image();
            writer.write(null, new IIOImage(image, null, null), settings);
            stream.flush();
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
            return read.getRaster().getDataElements(0, 0, Shot.WIDTH, Shot.HEIGHT, null) instanceof byte[] grey
                    ? grey
                    : picture;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
    }
}
