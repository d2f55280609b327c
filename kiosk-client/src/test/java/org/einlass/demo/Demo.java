package org.einlass.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.Kiosk;
import org.einlass.kiosk.KioskSettings;
import org.einlass.kiosk.OpenKiosk;
import org.einlass.kiosk.StepLine;
import org.einlass.kiosk.Walk;
import org.einlass.kiosk.Walk.Finding;
import org.einlass.launcher.DataFolder;
import org.einlass.launcher.ServerHome;
import org.einlass.launcher.ServerPlan;
import org.einlass.launcher.ServerProcess;

/** A demo in one folder: a real server with a model congress, a real kiosk, and what they leave behind. */
final class Demo {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int USUAL_PORT = 8080;

    private final PrintStream out;
    private final Path home;
    private final Path folder;

    /**
     * A demo that has not begun.
     *
     * @param home the provisioned server
     * @param folder where everything goes; whatever an earlier demo left there goes away
     */
    Demo(PrintStream out, Path home, Path folder) {
        this.out = out;
        this.home = home;
        this.folder = folder.toAbsolutePath();
    }

    /** Plays the morning; then waits to be ended, unless {@code exit}. @return whether all was as it should be */
    boolean play(boolean exit) throws IOException, InterruptedException {
        DemoFolder.empty(folder);
        DataFolder data = new DataFolder(folder.resolve("server"));
        say("Starting the server on a fresh SQLite file ...");
        try (ServerProcess server = ServerProcess.start(ServerPlan.local(new ServerHome(home), data, port()))) {
            DemoCongress congress = DemoCongress.on(server, data.organiserToken());
            welcome(server, data, congress.inviteGuests());
            boolean right = morning(congress);
            if (!exit) {
                say("The server goes on at " + server.uri() + ". Ctrl-C ends it.");
                new CountDownLatch(1).await();
            }
            return right;
        }
    }

    private void welcome(ServerProcess server, DataFolder data, JsonNode imported) throws IOException {
        say("Server:          " + server.uri());
        say("OpenAPI:         " + server.uri().resolve("openapi"));
        say("Event:           " + DemoCongress.EVENT + ", " + imported.get("added") + " registrations imported");
        say("Organiser login: Authorization: Bearer "
                + Files.readString(data.organiserToken()).strip());
        say("For example:     curl -H \"Authorization: Bearer $(cat " + data.organiserToken() + ")\" " + server.uri()
                + "api/v1/events/" + DemoCongress.EVENT + "/reports/attendance.csv");
    }

    private boolean morning(DemoCongress congress) throws IOException, InterruptedException {
        Path tickets = folder.resolve("tickets");
        say("Twenty guests hold up their tickets; the photographs go to " + tickets + " ...");
        Morning morning = Morning.photographed(congress.organiser(), tickets);
        KioskSettings settings =
                KioskSettings.read(congress.enrolKiosk("kiosk-1", folder.resolve("kiosk"), folder), Map.of());
        List<Finding> found = GraphicsEnvironment.isHeadless() ? walk(settings, tickets) : List.of();
        for (String format : List.of("pdf", "csv")) {
            Files.write(
                    folder.resolve("attendance." + format), congress.organiser().attendance(format));
        }
        return verdict(morning.expected(), found);
    }

    private List<Finding> walk(KioskSettings settings, Path tickets) throws InterruptedException {
        say("There is no display here, so the kiosk walks through the photographs by itself:");
        List<Finding> found = new ArrayList<>();
        Walk guests = new Walk();
        try (Kiosk kiosk = OpenKiosk.of(settings, guests)) {
            StepLine line = new StepLine(settings.language(), sheet(kiosk).zone());
            guests.through(kiosk, Walk.pictures(tickets), step -> {
                found.add(step.finding());
                say("  " + line.of(step));
            });
            if (!kiosk.awaitDelivered(PATIENCE)) {
                say("The kiosk could not deliver its journal to the server.");
                found.clear();
            }
        }
        return found;
    }

    private static DoorSheet sheet(Kiosk kiosk) throws InterruptedException {
        try {
            return kiosk.ready().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("The kiosk heard nothing of the server.", e);
        }
    }

    private boolean verdict(List<Finding> expected, List<Finding> found) throws IOException {
        long badges = DemoFolder.count(folder, "badge-*.pdf");
        long due = expected.stream().filter(Finding.ADMITTED::equals).count();
        boolean right = expected.equals(found) && badges == due;
        say(badges + " badges (badge-*.pdf) and the report (attendance.pdf, attendance.csv) are in " + folder + ".");
        if (!right) {
            say("Something went wrong. Expected " + expected + " and " + due + " badges, but found " + found + ".");
        }
        return right;
    }

    /** The port everybody expects, if nobody has it. */
    private static int port() {
        try (ServerSocket probe = new ServerSocket(USUAL_PORT)) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            return ServerPlan.freePort();
        }
    }

    private void say(String line) {
        out.println(line);
    }
}
