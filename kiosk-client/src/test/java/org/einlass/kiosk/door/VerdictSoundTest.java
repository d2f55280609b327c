package org.einlass.kiosk.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a helper hears who does not look. */
final class VerdictSoundTest {
    private static final int SILENCE = 300;

    @Test
    void admittedIsOneHighNoteAndRefusedAreTwoLowLongerOnes() {
        assertThat(notes(VerdictSound.ADMITTED)).hasSize(1);
        assertThat(notes(VerdictSound.REFUSED)).hasSize(2);
        assertThat(hertz(VerdictSound.ADMITTED, 0)).isBetween(1_300.0, 1_340.0);
        assertThat(hertz(VerdictSound.REFUSED, 0)).isBetween(210.0, 230.0);
        assertThat(VerdictSound.REFUSED.samples()).hasSizeGreaterThan(3 * VerdictSound.ADMITTED.samples().length);
    }

    @Test
    void provisionalRises() {
        assertThat(hertz(VerdictSound.PROVISIONAL, 1)).isGreaterThan(1.4 * hertz(VerdictSound.PROVISIONAL, 0));
    }

    private record Note(int from, int until) {}

    /** Stretches of sound that 20 ms of silence and more stand between. */
    private static List<Note> notes(VerdictSound sound) {
        int[] samples = samples(sound);
        List<Note> notes = new ArrayList<>();
        int from = -1;
        int lastLoud = -1;
        for (int i = 0; i < samples.length; i++) {
            if (Math.abs(samples[i]) > SILENCE) {
                from = from < 0 ? i : from;
                lastLoud = i;
            }
            if (from >= 0 && i - lastLoud > VerdictSound.RATE / 50) {
                notes.add(new Note(from, lastLoud));
                from = -1;
            }
        }
        if (from >= 0) {
            notes.add(new Note(from, lastLoud));
        }
        return notes;
    }

    private static double hertz(VerdictSound sound, int number) {
        int[] samples = samples(sound);
        Note note = notes(sound).get(number);
        int crossings = 0;
        for (int i = note.from() + 1; i <= note.until(); i++) {
            crossings += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
        }
        return crossings * (double) VerdictSound.RATE / (note.until() - note.from());
    }

    private static int[] samples(VerdictSound sound) {
        byte[] bytes = sound.samples();
        int[] samples = new int[bytes.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((bytes[2 * i] & 0xff) | (bytes[2 * i + 1] << 8));
        }
        return samples;
    }
}
