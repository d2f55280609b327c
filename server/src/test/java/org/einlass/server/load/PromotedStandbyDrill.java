package org.einlass.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.einlass.launcher.ServerHome;
import org.einlass.launcher.ServerPlan;

/**
 * Two servers on a PostgreSQL with a synchronous standby, which pg_auto_failover (Debian: pg-auto-failover-cli and
 * postgresql-15-auto-failover) watches: the primary is killed under load with everything that watches it, and the standby
 * takes over. Says how long nobody was answered, and fails where an acknowledged answer was lost. Run by root, since
 * PostgreSQL runs as its own user.
 */
final class PromotedStandbyDrill {
    private static final String[] OPTIONS = {
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Deinlass.warmup=40", "-Deinlass.unknown-tokens.per-second=1000"
    };
    private static final int GUESTS = 20_000;
    private static final int ANSWERS_BETWEEN = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long LOOK_NANOS = 500_000_000;
    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

    private final Path folder;
    private final int monitorPort = ServerPlan.freePort();
    private final List<Process> running = new ArrayList<>();

    private PromotedStandbyDrill(Path folder) {
        this.folder = folder;
    }

    /** A node of PostgreSQL with what watches it. */
    private record Node(String name, int port, Process keeper) {}

    public static void main(String[] arguments) throws Exception {
        ServerHome home = new ServerHome(Path.of(System.getProperty("einlass.server.home", "target/server")));
        Path folder = Files.createTempDirectory("einlass-standby");
        PromotedStandbyDrill drill = new PromotedStandbyDrill(folder);
        try {
            drill.run(home);
        } finally {
            drill.end();
        }
        System.exit(0);
    }

    private void run(ServerHome home) throws Exception {
        command("chown", "postgres:postgres", folder.toString());
        startMonitor();
        Node primary = startNode("first");
        await("a single node", "single");
        Node standby = startNode("second");
        await("a primary and its synchronous standby", "primary", "secondary");
        String url = "jdbc:postgresql://127.0.0.1:" + primary.port() + ",127.0.0.1:" + standby.port()
                + "/einlass?user=postgres&targetServerType=primary&connectTimeout=3&socketTimeout=20";
        LoadedServer first = LoadedServer.open(url, home, GUESTS, OPTIONS);
        try (first;
                LoadedServer second = first.node(home, OPTIONS)) {
            UntiringClients clients = new UntiringClients(List.of(first, second));
            clients.start();
            clients.awaitMoreAnswers(ANSWERS_BETWEEN);

            int before = clients.acknowledged();
            int failed = clients.failures();
            long killed = System.nanoTime();
            kill(primary);
            // What was under way may still have been answered; from the first failure on nobody is.
            awaitFailures(clients, failed + 1);
            int silent = clients.acknowledged();
            clients.awaitMoreAnswers(1);
            long again = System.nanoTime();
            clients.awaitMoreAnswers(ANSWERS_BETWEEN);
            try {
                clients.end();
                clients.everythingIsKept(url);
            } catch (AssertionError broken) {
                keepLogs(first, second);
                throw broken;
            }
            OUT.printf(
                    Locale.ROOT,
                    "primary killed after %d acknowledged answers (%d when the first request failed), answered again after"
                            + " %.1f s, %d acknowledged in all, %d requests failed meanwhile, 0 lost, 0 doubles; load %.1f%n",
                    before,
                    silent,
                    (again - killed) / 1e9,
                    clients.acknowledged(),
                    clients.failures() - failed,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    /** Beside the databases, since the servers' own folders go. */
    private void keepLogs(LoadedServer... servers) throws IOException {
        for (LoadedServer server : servers) {
            try (Stream<Path> logs = Files.list(server.data().resolve("log"))) {
                for (Path log : logs.toList()) {
                    Files.copy(log, folder.resolve(server.data().getFileName() + "-" + log.getFileName()));
                }
            }
        }
        OUT.println("The servers' logs are in " + folder + ".");
    }

    private static void awaitFailures(UntiringClients clients, int wanted) {
        while (clients.failures() < wanted) {
            LockSupport.parkNanos(UntiringClients.PACE_NANOS);
        }
    }

    private void startMonitor() throws IOException, InterruptedException {
        pgAutoctl(
                "create",
                "monitor",
                "--pgdata",
                data("monitor"),
                "--pgport",
                "" + monitorPort,
                "--hostname",
                "127.0.0.1",
                "--auth",
                "trust",
                "--no-ssl");
        keep("monitor");
    }

    private Node startNode(String name) throws IOException, InterruptedException {
        int port = ServerPlan.freePort();
        pgAutoctl(
                "create",
                "postgres",
                "--pgdata",
                data(name),
                "--pgport",
                "" + port,
                "--hostname",
                "127.0.0.1",
                "--name",
                name,
                "--dbname",
                "einlass",
                "--auth",
                "trust",
                "--no-ssl",
                "--monitor",
                "postgres://autoctl_node@127.0.0.1:" + monitorPort + "/pg_auto_failover?sslmode=prefer");
        return new Node(name, port, keep(name));
    }

    private Process keep(String name) throws IOException {
        Process keeper = asPostgres("pg_autoctl", "run", "--pgdata", data(name))
                .redirectErrorStream(true)
                .redirectOutput(
                        Files.createTempFile("einlass-standby-" + name, ".log").toFile())
                .start();
        running.add(keeper);
        return keeper;
    }

    /** With everything that watches it and every process of its database, as a lost machine would go. */
    private static void kill(Node node) {
        List<ProcessHandle> all = new ArrayList<>(node.keeper().descendants().toList());
        node.keeper().destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** Waits until the monitor assigned and saw these states, one for each node. */
    private void await(String what, String... states) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached(states)) {
            if (System.nanoTime() > end) {
                throw new IOException("Waited in vain for " + what + ".");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private boolean reached(String... states) throws IOException, InterruptedException {
        Process show = asPostgres("pg_autoctl", "show", "state", "--pgdata", data("monitor"))
                .redirectErrorStream(true)
                .start();
        String said = new String(show.getInputStream().readAllBytes(), UTF_8);
        show.waitFor();
        List<String> rows =
                said.lines().filter(line -> line.contains("127.0.0.1")).toList();
        return rows.size() == states.length
                && List.of(states).stream()
                        .allMatch(state -> rows.stream()
                                .anyMatch(row -> row.matches(".*\\b" + state + " +\\|.*\\b" + state + "\\b.*")));
    }

    private String data(String name) {
        return folder.resolve(name).toString();
    }

    private void pgAutoctl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("pg_autoctl"));
        command.addAll(List.of(arguments));
        finish(asPostgres(command.toArray(String[]::new)));
    }

    private static void command(String... command) throws IOException, InterruptedException {
        finish(new ProcessBuilder(command));
    }

    private static void finish(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", builder.command()) + ": " + said);
        }
    }

    private ProcessBuilder asPostgres(String... command) {
        List<String> whole =
                new ArrayList<>(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
        whole.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(whole).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("PATH", "/usr/lib/postgresql/15/bin:" + System.getenv("PATH"));
        return builder;
    }

    private void end() {
        for (Process keeper : running) {
            List<ProcessHandle> all = keeper.descendants().toList();
            keeper.destroy();
            all.forEach(ProcessHandle::destroy);
        }
    }
}
