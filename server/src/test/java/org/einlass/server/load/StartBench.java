package org.einlass.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.launcher.DataFolder;
import org.einlass.launcher.ServerHome;
import org.einlass.launcher.ServerPlan;
import org.einlass.launcher.ServerProcess;
import org.einlass.launcher.memory.ServerHeap;
import org.einlass.server.database.Databases;

/**
 * Measures the processor time from start to ready and the memory then: of the provisioned server without the application,
 * on a fresh data folder, and twice more on that folder, where the first has left an archive of classes; one after the other
 * in each round.
 */
final class StartBench {
    private static final int ROUNDS = Integer.getInteger("bench.starts", 3);
    private static final int IDLE_MINUTES = Integer.getInteger("bench.idle.minutes", 0);
    private static final int GUESTS = 500;
    private static final List<String> KINDS =
            List.of("without the application", "fresh store", "second start", "third start");
    private static final String[] OPTIONS = Stream.of(
                    System.getProperty("bench.server", "").split(" ", -1))
            .filter(option -> !option.isEmpty())
            .toArray(String[]::new);
    private static final int LOOK_EVERY_MILLIS = 200;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

    private StartBench() {}

    /** What a start needed: seconds of processor, seconds on the clock, memory held. */
    private record Start(double processor, double elapsed, String resident) {}

    public static void main(String[] arguments) throws Exception {
        ServerHome home = new ServerHome(Path.of(System.getProperty("einlass.server.home", "target/server")));
        ServerHome bare = withoutApplication(home);
        System.setProperty("einlass.classes.nice", "0");
        double[][] processor = new double[KINDS.size()][ROUNDS];
        OUT.println("| round | server | processor | start to ready | resident | load average |");
        OUT.println("|---|---|---|---|---|---|");
        for (int round = 0; round < ROUNDS; round++) {
            DataFolder data = new DataFolder(Files.createTempDirectory("einlass-start"));
            List<Start> starts = List.of(bare(bare), whole(home, data), whole(home, data), whole(home, data));
            for (int kind = 0; kind < starts.size(); kind++) {
                processor[kind][round] = starts.get(kind).processor();
                row(round + 1, KINDS.get(kind), starts.get(kind));
            }
        }
        print(
                "medians of a processor: %.1f s without the application, %.1f s fresh, %.1f s and %.1f s again",
                median(processor[0]), median(processor[1]), median(processor[2]), median(processor[3]));
        print(
                "ratios of the medians: %.2f fresh, %.2f and %.2f again",
                median(processor[1]) / median(processor[0]),
                median(processor[2]) / median(processor[0]),
                median(processor[3]) / median(processor[0]));
        if (IDLE_MINUTES > 0) {
            idle(home);
        }
        System.exit(0);
    }

    /** A copy of the provisioned server that has nothing deployed. */
    private static ServerHome withoutApplication(ServerHome home) throws IOException {
        Path folder = Files.createTempDirectory("einlass-bare");
        for (String shared : List.of("modules", "jboss-modules.jar")) {
            Files.createSymbolicLink(folder.resolve(shared), home.folder().resolve(shared));
        }
        Path configuration = Files.createDirectories(folder.resolve("standalone/configuration"));
        try (Stream<Path> files = Files.list(home.folder().resolve("standalone/configuration"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, configuration.resolve(file.getFileName().toString()));
            }
        }
        Path standalone = configuration.resolve("standalone.xml");
        String whole = Files.readString(standalone);
        int begin = whole.indexOf("<deployments>");
        int end = whole.indexOf("</deployments>") + "</deployments>".length();
        Files.writeString(standalone, whole.substring(0, begin) + whole.substring(end));
        return new ServerHome(folder);
    }

    private static Start whole(ServerHome home, DataFolder data) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (ServerProcess server = ServerProcess.start(
                ServerPlan.local(home, data, 0).with(OPTIONS).archived())) {
            Start start = measured(server.pid(), begun);
            server.awaitClasses();
            return start;
        }
    }

    /** Ready is a server without an application as soon as it logs that it has started. */
    private static Start bare(ServerHome home) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("einlass-start");
        Path log = folder.resolve("server.log");
        List<String> command = new ArrayList<>(List.of("java", "-Djava.awt.headless=true"));
        ServerHeap.beside(List.of(OPTIONS)).ifPresent(heap -> command.addAll(heap.options(List.of(OPTIONS))));
        command.addAll(List.of(OPTIONS));
        command.addAll(List.of(
                "-Djboss.home.dir=" + home.folder(),
                "-Djboss.server.base.dir=" + home.folder().resolve("standalone"),
                "-Djboss.server.data.dir=" + folder.resolve("data"),
                "-Djboss.server.temp.dir=" + folder.resolve("temp"),
                "-Djboss.server.log.dir=" + folder,
                "-Djboss.management.http.port=" + ServerPlan.freePort(),
                "-Djboss.http.port=" + ServerPlan.freePort(),
                "-jar",
                home.folder().resolve("jboss-modules.jar").toString(),
                "-mp",
                home.folder().resolve("modules").toString(),
                "org.jboss.as.standalone"));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.log").toFile())
                .start();
        try {
            while (!Files.exists(log) || !Files.readString(log).contains("WFLYSRV0025")) {
                if (!process.isAlive() || System.nanoTime() - begun > LONGEST.toNanos()) {
                    throw new IOException("The server without the application did not start; see " + log);
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
            return measured(process.pid(), begun);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static Start measured(long pid, long begun) throws IOException {
        return new Start(processor(pid), (System.nanoTime() - begun) / 1e9, LoadedServer.memory(pid, "VmRSS"));
    }

    /** The memory of a server with a small event, minute by minute after the last scan. */
    private static void idle(ServerHome home) throws Exception {
        LoadedServer first = LoadedServer.open(Databases.SQLITE, home, GUESTS, OPTIONS);
        first.stop();
        try (LoadedServer server = first.again(home, OPTIONS);
                PlainConnection connection = new PlainConnection(server.uri())) {
            for (int scan = 0; scan < GUESTS; scan++) {
                connection.send(server.checkIn());
                connection.body();
            }
            for (int minute = 0; minute <= IDLE_MINUTES; minute++) {
                print(
                        "idle for %d min with %d registrations: %s resident, %s",
                        minute, GUESTS, server.residentMemory(), shares(server.pid()));
                Thread.sleep(minute < IDLE_MINUTES ? Duration.ofMinutes(1).toMillis() : 0);
            }
        }
    }

    /** How much of it is this process's own, and how much lies in files that others may share. */
    private static String shares(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "smaps_rollup")).stream()
                .filter(line -> line.matches("(Pss|Private_Dirty|Anonymous):.*"))
                .map(line -> line.replaceAll(" +", " "))
                .collect(Collectors.joining(", "));
    }

    private static double processor(long pid) {
        return ProcessHandle.of(pid)
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElseThrow()
                        .toMillis()
                / 1e3;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void row(int round, String server, Start start) {
        print(
                "| %d | %s | %.1f s | %.1f s | %s | %.1f |",
                round,
                server,
                start.processor(),
                start.elapsed(),
                start.resident(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void print(String format, Object... values) {
        OUT.println(String.format(Locale.ROOT, format, values));
    }
}
