package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@link ScannedWindow} in a machine of its own on a display of its own, as a test asks and hears it. */
final class ScannedProgram implements AutoCloseable {
    static final String BETWEEN = "\u001f";
    private static final long PATIENCE_SECONDS = 8;

    /** A busy machine takes its time to start a program. */
    private static final long START_SECONDS = 60;

    final VirtualDisplay display;
    private final Process program;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    /** Answers to questions apart from what the program says unasked: a window may lose the keyboard at any moment. */
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private final BlockingQueue<String> keyboard = new LinkedBlockingQueue<>();

    private ScannedProgram(VirtualDisplay display, Process program) {
        this.display = display;
        this.program = program;
        BufferedReader out = program.inputReader(StandardCharsets.UTF_8);
        Thread reader = new Thread(() -> out.lines().forEach(this::sort), "scanned-window");
        reader.setDaemon(true);
        reader.start();
    }

    /** Opens it; where there is no X server, the test is skipped and says so. */
    static ScannedProgram open() throws Exception {
        return open("");
    }

    /** The same on one of two monitors. */
    static ScannedProgram open(String monitor) throws Exception {
        boolean installed = VirtualDisplay.isInstalled();
        if (!installed) {
            System.out.println("Tests with a scanner are skipped: install xvfb and x11-xkb-utils to run them.");
        }
        assumeTrue(installed);
        VirtualDisplay display = VirtualDisplay.start(!monitor.isEmpty());
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=false",
                "-Deinlass.awake.millis=700",
                "-cp",
                System.getProperty("java.class.path"),
                ScannedWindow.class.getName(),
                monitor);
        builder.environment().put("DISPLAY", display.name());
        builder.environment().remove("XMODIFIERS");
        Process program = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        ScannedProgram opened = new ScannedProgram(display, program);
        opened.say("state");
        assertThat(opened.answers.poll(START_SECONDS, TimeUnit.SECONDS))
                .as("the first answer of the program")
                .isNotNull();
        opened.awaitFocus("null");
        return opened;
    }

    /** Another scanner is plugged in, and the layout is a US one again. */
    UsbScanner anotherScanner() throws Exception {
        display.layout("us");
        say("another scanner");
        state();
        lines.clear();
        keyboard.clear();
        return new UsbScanner(display);
    }

    /** What the kiosk has read: whether it is whole, and what it may say, without the blanks around it. */
    List<String> read() throws InterruptedException {
        String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(line).as("a reading").isNotNull().startsWith("READ");
        return Stream.of(line.split(BETWEEN)).skip(1).map(String::strip).toList();
    }

    /** The same, past pieces: a busy machine may stop for longer than a scanner does. */
    List<String> readUntil(String text) throws InterruptedException {
        List<String> reading = read();
        while (!reading.contains(text)) {
            reading = read();
        }
        return reading;
    }

    /**
     * A reading that is surely whole, of one of three tries: a busy machine may stop for longer than any scanner does,
     * and then nothing is sure.
     */
    List<String> readWhole(Typing typing) throws Exception {
        List<String> reading = List.of();
        for (int attempt = 0; attempt < 3 && !reading.contains("WHOLE"); attempt++) {
            typing.by(anotherScanner());
            reading = read();
        }
        return reading;
    }

    /** What a scanner types, each time anew. */
    @FunctionalInterface
    interface Typing {
        void by(UsbScanner scanner) throws Exception;
    }

    /** No button was pressed, the focus and the language are where they were, and nothing else was read. */
    void assertUntouched() throws Exception {
        VirtualDisplay.pass(320);
        assertThat(state()).startsWith("STATE" + BETWEEN + "german" + BETWEEN + "null");
    }

    String line() throws InterruptedException {
        return lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Past others: that the keyboard went away, or came back. */
    void awaitKeyboard(String wanted) throws InterruptedException {
        String line = keyboard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (!wanted.equals(line)) {
            assertThat(line).as("a line before " + wanted).isNotNull();
            line = keyboard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    String state() throws Exception {
        return ask("state");
    }

    /** The answer to a question. */
    String ask(String question) throws Exception {
        answers.clear();
        say(question);
        String answer = answers.poll(START_SECONDS, TimeUnit.SECONDS);
        assertThat(answer).as("the answer to " + question).isNotNull();
        return answer;
    }

    private void sort(String line) {
        if (line.startsWith("STATE") || line.startsWith("MONITOR")) {
            answers.add(line);
        } else if (line.startsWith("KEYBOARD")) {
            keyboard.add(line);
        } else {
            lines.add(line);
        }
    }

    void awaitFocus(String owner) throws Exception {
        while (!state().split(BETWEEN, -1)[2].equals(owner)) {
            VirtualDisplay.pass(20);
        }
    }

    void awaitText(String text) throws Exception {
        while (!state().endsWith(BETWEEN + text)) {
            VirtualDisplay.pass(20);
        }
    }

    void say(String command) throws IOException {
        program.outputWriter(StandardCharsets.UTF_8).write(command + "\n");
        program.outputWriter(StandardCharsets.UTF_8).flush();
    }

    @Override
    public void close() throws IOException {
        program.destroy();
        program.onExit().completeOnTimeout(program, 20, TimeUnit.SECONDS).join();
        display.close();
    }
}
