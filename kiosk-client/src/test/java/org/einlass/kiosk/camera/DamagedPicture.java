package org.einlass.kiosk.camera;

import java.util.Random;

/**
 * A picture of a code under one kind of damage; the same kind and seed always give the same picture.
 *
 * <p>Seeds below {@link #HELD_OUT} are for tuning; the others are only for judging and were never looked at.
 */
public record DamagedPicture(Damage damage, double strength, String text, CameraFrame frame) {

    public static final long HELD_OUT = 1_000_000;

    /** The picture of a seed with a given strength, 0 to 1. */
    public static DamagedPicture of(Damage damage, double strength, long seed) {
        Random random = new Random(seed * 31 + damage.name().hashCode());
        // The first numbers of neighbouring seeds resemble each other.
        random.nextLong();
        Shot shot = new Shot(TestCode.any(random), random);
        damage.arrange(shot, strength);
        shot.place();
        Plane plane = shot.exposed();
        damage.spoil(plane, shot, strength);
        plane.blur(shot.softness);
        plane.addNoise(shot.noise, random);
        byte[] picture = damage.develop(plane.bytes(), strength);
        return new DamagedPicture(
                damage,
                strength,
                shot.code.text(),
                CameraFrame.ofLuminance(damage + " " + seed, picture, Shot.WIDTH, Shot.HEIGHT));
    }

    /** With a strength drawn from the seed, evenly from 0.2 to 1, so that plain ZXing reads about 30 %. */
    public static DamagedPicture of(Damage damage, long seed) {
        Random random = new Random(seed * 7919 + 17);
        random.nextLong();
        return of(damage, 0.2 + 0.8 * random.nextDouble(), seed);
    }
}
