package org.einlass.proof.powercut;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.einlass.proof.powercut.DiskCall.Resized;
import org.einlass.proof.powercut.DiskCall.Written;

/** Which of the calls that nobody has synced are on the disk when the power comes back. */
@FunctionalInterface
interface Survival {
    int SECTOR = 512;

    /** All: the disk was done with them by itself. */
    Survival ALL = () -> true;

    /** None: nothing is there but what was synced. */
    Survival NONE = () -> false;

    /** Some, and of some writes only a few sectors; the same ones for the same seed. */
    static Survival some(long seed) {
        Random chance = new Random(seed);
        return chance::nextBoolean;
    }

    /** Whether the next call, or the next sector of a write, is on the disk. */
    boolean keeps();

    /** A file's bytes: {@code durable} for certain, and what survives of {@code pending}. */
    default byte[] of(byte[] durable, List<DiskCall> pending) {
        byte[] content = durable.clone();
        for (DiskCall call : pending) {
            if (call instanceof Written written) {
                content = write(content, written);
            } else if (call instanceof Resized resized && keeps()) {
                content = Arrays.copyOf(content, Math.toIntExact(resized.size()));
            }
        }
        return content;
    }

    private byte[] write(byte[] before, Written written) {
        byte[] content = before;
        int start = Math.toIntExact(written.offset());
        int end = start + written.bytes().length;
        for (int from = start; from < end; from = endOfSector(from, end)) {
            if (keeps()) {
                int to = endOfSector(from, end);
                content = content.length < to ? Arrays.copyOf(content, to) : content;
                System.arraycopy(written.bytes(), from - start, content, from, to - from);
            }
        }
        return content;
    }

    private static int endOfSector(int place, int end) {
        return Math.min(end, (place / SECTOR + 1) * SECTOR);
    }
}
