package org.einlass.kiosk.door;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/**
 * The loudspeaker of this machine. Playing never holds a verdict up; where there is no loudspeaker, that is
 * told once, and the screen says it.
 */
public final class ToneSpeaker implements Consumer<VerdictSound> {
    private static final AudioFormat FORMAT = new AudioFormat(VerdictSound.RATE, 16, 1, true, false);
    private static final int MOST_WAITING = 3;

    private final Runnable silent;
    private final ExecutorService thread;
    private boolean told;

    /** @param silent told once, from another thread, where this machine makes no sound */
    public ToneSpeaker(Runnable silent) {
        this.silent = silent;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(MOST_WAITING),
                ToneSpeaker::thread,
                new ThreadPoolExecutor.DiscardOldestPolicy());
    }

    private static Thread thread(Runnable task) {
        Thread made = new Thread(task, "einlass-loudspeaker");
        made.setDaemon(true);
        return made;
    }

    /** Plays it soon; of many that wait only the newest are heard. */
    @Override
    public void accept(VerdictSound sound) {
        thread.execute(() -> play(sound));
    }

    private void play(VerdictSound sound) {
        byte[] samples = sound.samples();
        try (SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT)) {
            line.open(FORMAT, samples.length);
            line.start();
            line.write(samples, 0, samples.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException none) {
            if (!told) {
                told = true;
                silent.run();
            }
        }
    }
}
