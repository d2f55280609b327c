package org.einlass.kiosk.door;

/**
 * What a verdict sounds like: told apart by number, height and length of its notes, so that nobody needs to
 * look.
 */
public enum VerdictSound {
    /** One high, short note. */
    ADMITTED(new Note(1320, 130)),
    /** Two notes, rising. */
    PROVISIONAL(new Note(660, 150), new Note(0, 40), new Note(990, 150)),
    /** Two low, long notes. */
    REFUSED(new Note(220, 240), new Note(0, 90), new Note(220, 240)),
    /** Two notes, falling: somebody has to ask. */
    QUESTION(new Note(990, 150), new Note(0, 40), new Note(660, 150)),
    /** A short double tick: once more, please. */
    ONCE_MORE(new Note(880, 50), new Note(0, 60), new Note(880, 50));

    /** Samples a second, one channel of 16 bits. */
    static final int RATE = 22_050;

    private static final double LOUDNESS = 0.6;
    private static final int FADE = RATE / 200;

    private final Note[] notes;

    /** @param hertz height; zero is a rest */
    private record Note(int hertz, int millis) {}

    VerdictSound(Note... notes) {
        this.notes = notes;
    }

    /** The sound as it goes to the loudspeaker, little-endian. */
    byte[] samples() {
        int total = 0;
        for (Note note : notes) {
            total += length(note);
        }
        byte[] bytes = new byte[2 * total];
        int place = 0;
        for (Note note : notes) {
            int length = length(note);
            for (int i = 0; i < length; i++) {
                double edge = Math.min(1, Math.min(i, length - i) / (double) FADE);
                double wave = Math.sin(2 * Math.PI * note.hertz() * i / RATE);
                int value = (int) Math.round(wave * edge * LOUDNESS * Short.MAX_VALUE);
                bytes[place++] = (byte) value;
                bytes[place++] = (byte) (value >> 8);
            }
        }
        return bytes;
    }

    private static int length(Note note) {
        return RATE * note.millis() / 1000;
    }
}
