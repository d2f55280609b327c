package org.einlass.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code service-unit}: prints a systemd unit that runs this launcher on a data folder from the machine's
 * start on.
 */
@Command(name = "service-unit", resourceBundle = "org.einlass.launcher.words", mixinStandardHelpOptions = true)
final class ServiceUnitCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "data")
    private Path data = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        String unit = template()
                .replace("@JAVA@", quoted(Path.of(System.getProperty("java.home"), "bin", "java")))
                .replace("@JAR@", quoted(ServerHome.launcher()))
                .replace("@DATA@", quoted(new DataFolder(data).folder()));
        spec.commandLine().getOut().print(unit);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static String template() throws IOException {
        try (InputStream in = Objects.requireNonNull(ServiceUnitCommand.class.getResourceAsStream("einlass.service"))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** As systemd reads a path between quotation marks. */
    private static String quoted(Path path) {
        return path.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%");
    }
}
