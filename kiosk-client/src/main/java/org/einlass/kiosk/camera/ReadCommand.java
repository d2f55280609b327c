package org.einlass.kiosk.camera;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads codes from pictures, for support: what would this kiosk have read from this photograph? */
@Command(name = "read", mixinStandardHelpOptions = true, resourceBundle = "org.einlass.kiosk.commands")
public final class ReadCommand implements Callable<Integer> {

    private static final int ALL_READ = 0;
    private static final int SOME_NOT = 1;
    private static final Duration REHEARSAL = Duration.ofMillis(700);
    private static final int MOST_LOOKS = 8;
    private static final int LONGEST_BUDGET = 60_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "files")
    private List<Path> files = List.of();

    @Option(names = "--explain", descriptionKey = "explain")
    private boolean explain;

    @Option(names = "--codes", paramLabel = "KINDS", defaultValue = "qr", descriptionKey = "codes")
    private String codes = "qr";

    @Option(names = "--budget", paramLabel = "MS", defaultValue = "60", descriptionKey = "budget")
    private int budget;

    /** Prints one line a picture; 0 when each gave a code, 1 when some did not. */
    @Override
    public Integer call() {
        if (budget < 1 || budget > LONGEST_BUDGET) {
            throw new ParameterException(
                    spec.commandLine(), message("budgetRange").formatted(budget));
        }
        // Counted in processor time, so that a busy machine reads what an idle one reads.
        CodeReader reader = new CodeReader(
                Duration.ofMillis(budget), ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime, kinds());
        reader.rehearse(REHEARSAL);
        int read = 0;
        int looks = MOST_LOOKS;
        for (Path file : files) {
            read += read(reader, file, looks) ? 1 : 0;
            looks = Math.max(1, looks - 1);
        }
        return read == files.size() ? ALL_READ : SOME_NOT;
    }

    private Set<Symbology> kinds() {
        try {
            return Symbology.named(codes);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(
                    spec.commandLine(), message("codesUnknown").formatted(codes));
        }
    }

    /**
     * The first pictures are looked at more than once where nothing was found, as the JVM is not warm yet.
     */
    private boolean read(CodeReader reader, Path file, int looks) {
        long start = System.nanoTime();
        Optional<FoundCode> code = Optional.empty();
        try {
            CameraFrame cameraFrame = PictureFile.read(file);
            for (int look = 0; look < looks && code.isEmpty(); look++) {
                start = System.nanoTime();
                code = CodeChoice.of(reader.read(cameraFrame), CodeRanking.NONE).meant();
            }
        } catch (UnreadablePictureException unreadable) {
            err().println(message(unreadable.reason().name()).formatted(file));
        }
        print(file, code, Duration.ofNanos(System.nanoTime() - start));
        return code.isPresent();
    }

    private void print(Path file, Optional<FoundCode> code, Duration took) {
        String line = file + "\t"
                + code.map(FoundCode::text).map(ReadCommand::onOneLine).orElse("") + "\t" + milliseconds(took);
        out().println(explain ? line + "\t" + code.map(ReadCommand::explanation).orElse(message("none")) : line);
    }

    private static String explanation(FoundCode code) {
        Point centre = code.corners().centre();
        return code.stage() + "\t" + String.format(Locale.ROOT, "%.0f,%.0f", centre.x(), centre.y());
    }

    private static String milliseconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f", took.toNanos() / 1e6);
    }

    /** A foreign code may hold line breaks and tabs, which would break the table. */
    private static String onOneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private String message(String key) {
        return ResourceBundle.getBundle("org.einlass.kiosk.camera.read").getString(key);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
