package org.einlass.launcher.startup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Options of the server's Java for a quick start: room for the classes at once, since each enlargement collects the whole
 * heap, patience of the optimising compiler, and a list of what it leaves to the other one: parts of the container that
 * work hard at the start and hardly ever again, on which it would spend a third of the start.
 */
public final class QuickStart {
    private static final String FILE = "compiler.json";
    private static final String CHOSEN = "-XX:CompilerDirectivesFile";

    private static final List<String> OPTIONS = List.of(
            "-XX:MetaspaceSize=160m",
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=5000",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=800000");

    private QuickStart() {}

    /** Writes what {@link #options} name into {@code folder}, which is there. */
    public static void prepare(Path folder) throws IOException {
        try (InputStream in = Objects.requireNonNull(QuickStart.class.getResourceAsStream(FILE))) {
            Files.copy(in, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * The options, beside the operator's own.
     *
     * @param folder as it was prepared
     */
    public static List<String> options(Path folder, List<String> javaOptions) {
        List<String> options = new ArrayList<>(OPTIONS);
        if (javaOptions.stream().noneMatch(option -> option.startsWith(CHOSEN))) {
            options.add("-XX:+UnlockDiagnosticVMOptions");
            options.add(CHOSEN + "=" + folder.resolve(FILE));
        }
        return List.copyOf(options);
    }
}
