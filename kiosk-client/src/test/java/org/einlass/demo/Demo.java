package org.einlass.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.einlass.contract.account.OrganiserLink;
import org.einlass.kiosk.KioskScreen;
import org.einlass.kiosk.KioskSettings;
import org.einlass.kiosk.PictureRun;
import org.einlass.kiosk.PictureRun.Finding;
import org.einlass.kiosk.PictureRun.Step;
import org.einlass.kiosk.PictureRunSession;
import org.einlass.kiosk.screen.KioskWindow;
import org.einlass.launcher.DataFolder;
import org.einlass.launcher.ServerHome;
import org.einlass.launcher.ServerPlan;
import org.einlass.launcher.ServerProcess;

/** A demo in one folder: a real server with a model congress, a real kiosk, and what they leave behind. */
final class Demo {
    /** For what surely comes, however busy the machine is. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private static final int USUAL_PORT = 8080;
    private static final int USUAL_HTTPS_PORT = 8443;
    private static final String NO_DISPLAY =
            "There is no display here, so the kiosk walks through the photographs by itself:";

    private final PrintStream out;
    private final Path home;
    private final Path folder;
    private final ModelEvent event;
    private final String scan;

    /**
     * A demo that has not begun.
     *
     * @param home the provisioned server
     * @param folder where everything goes; whatever an earlier demo left there goes away
     * @param event which it is
     * @param scan what the kiosk's window reads by after the walk, as its setting {@code scan} says it
     */
    Demo(PrintStream out, Path home, Path folder, ModelEvent event, String scan) {
        this.scan = scan;
        this.event = event;
        this.out = out;
        this.home = home;
        this.folder = folder.toAbsolutePath();
    }

    /**
     * Plays the morning; then waits to be ended, unless {@code exit}.
     *
     * @return whether all was as it should be
     */
    boolean play(boolean exit) throws IOException, InterruptedException {
        DemoFolder.empty(folder);
        DataFolder data = new DataFolder(folder.resolve("server"));
        say("Starting the server on a fresh SQLite file ...");
        try (ServerProcess server = ServerProcess.start(plan(data), this::starting)) {
            say("The server is ready and warm.");
            DemoCongress congress = DemoCongress.on(server, data.organiserToken(), event);
            boolean invited = welcome(server, data, congress.inviteGuests());
            boolean inWindow = KioskWindow.hasDisplay() && !exit;
            say("The kiosk reads the organiser's QR code, and somebody compares the short codes ...");
            Path store = folder.resolve("kiosk/store");
            Path settings = congress.enrolByQrCode("kiosk-1", folder.resolve("kiosk"), store, folder);
            KioskSettings kiosk = KioskSettings.read(settings, Map.of());
            boolean right = morning(congress, kiosk, inWindow) && invited;
            say("An event of today begins; its first guests are here ...");
            try (LivelyDay day = LivelyDay.begin(
                    server.uri(), Files.readString(data.organiserToken()).strip())) {
                boolean lively = day.isLively();
                say("Live page:       " + server.uri() + "live.xhtml?event=" + LivelyDay.EVENT
                        + " after the first sign-in");
                if (!exit) {
                    say("Ticket to try:   " + ticketToTry(congress) + " before a scanner, or before a camera with"
                            + " -Ddemo.scan=/dev/video0");
                    say("The server goes on at " + server.uri() + ". Ctrl-C ends it.");
                    stay(KioskSettings.read(settings, Map.of("scan", scan)), inWindow);
                }
                return right && lively;
            }
        }
    }

    private void starting(Duration soFar) {
        say("... it is still starting, " + soFar.toSeconds() + " s so far.");
    }

    /** Waits to be ended, with the kiosk's window open for whoever has a scanner. */
    private static void stay(KioskSettings kiosk, boolean inWindow) throws InterruptedException {
        if (inWindow) {
            try (KioskScreen screen = KioskScreen.open(kiosk, new PictureRun())) {
                screen.awaitClosing();
            }
            return;
        }
        new CountDownLatch(1).await();
    }

    private boolean welcome(ServerProcess server, DataFolder data, JsonNode imported) throws IOException {
        say("Server:          " + server.httpsUri().orElseThrow() + " for devices, under the event's own certificate");
        say("                 " + server.uri() + " for programs of this machine");
        say("Devices trust:   " + server.pins().get(0) + " (server.pins)");
        say("OpenAPI:         " + server.uri().resolve("openapi"));
        say("Console:         " + server.uri() + " in a browser of this machine");
        say("First sign-in:   " + firstSignIn(server, data));
        say("Event:           " + event.id() + ", " + imported.get("added") + " registrations imported");
        say("Organiser login: Authorization: Bearer "
                + Files.readString(data.organiserToken()).strip());
        say("For example:     curl -H \"Authorization: Bearer $(cat " + data.organiserToken() + ")\" " + server.uri()
                + "api/v1/events/" + event.id() + "/reports/attendance.csv");
        imported.get("rejected").forEach(row -> say("Rejected:        " + row));
        return imported.get("rejected").isEmpty();
    }

    /** Good once, for a name and a password of one's own. */
    private static String firstSignIn(ServerProcess server, DataFolder data) throws IOException {
        return OrganiserLink.read(data.folder(), Instant.now())
                .map(link -> link.at(server.uri()).toString())
                .orElse("by the name and password that were chosen");
    }

    private boolean morning(DemoCongress congress, KioskSettings kiosk, boolean inWindow)
            throws IOException, InterruptedException {
        Path tickets = folder.resolve("tickets");
        say("Twenty guests hold up their tickets; the photographs go to " + tickets + " ...");
        Morning morning = Morning.photographed(congress, tickets);
        List<Step> steps = walk(kiosk, tickets, inWindow);
        for (String format : List.of("pdf", "csv")) {
            Files.write(
                    folder.resolve("attendance." + format), congress.organiser().attendance(format));
        }
        return verdict(morning.expected(), steps);
    }

    /** The ticket of a guest who has not come yet. */
    private Path ticketToTry(DemoCongress congress) throws IOException {
        JsonNode guest = congress.organiser().registrations().stream()
                .filter(one -> one.at("/particulars/status").asText().equals("CONFIRMED"))
                .max(Comparator.comparing(one -> one.get("ownKey").asText()))
                .orElseThrow();
        return Files.write(
                folder.resolve("ticket-to-try.pdf"), congress.organiser().ticket(guest));
    }

    private List<Step> walk(KioskSettings settings, Path tickets, boolean inWindow) throws InterruptedException {
        PrintWriter lines = new PrintWriter(out, true, StandardCharsets.UTF_8);
        PictureRunSession run = new PictureRunSession(settings, PictureRun.pictures(tickets), PATIENCE, lines, lines)
                .oneByOne(this::say);
        if (inWindow) {
            say("They come to the kiosk's window one after the other:");
            run.inWindow();
        } else {
            say(KioskWindow.hasDisplay() ? "Quickly, without the window:" : NO_DISPLAY);
            run.withoutWindow();
        }
        return run.steps();
    }

    /**
     * Every guest heard what they should, and whoever was welcomed has a badge, or the desk was told why not.
     */
    private boolean verdict(List<Finding> expected, List<Step> steps) throws IOException {
        List<Finding> found = steps.stream().map(Step::finding).toList();
        long badges = DemoFolder.count(folder, "badge-*.pdf");
        boolean everyBadge = steps.stream()
                .filter(step -> step.finding() == Finding.ADMITTED)
                .allMatch(step -> step.print().isPresent() || step.fault().isPresent());
        long printed = steps.stream().filter(step -> step.print().isPresent()).count();
        say(badges + " badges (badge-*.pdf) and the report (attendance.pdf, attendance.csv) are in " + folder + ".");
        boolean right = expected.equals(found) && everyBadge && badges == printed && badges > 0;
        if (!right) {
            say("Something went wrong. Expected " + expected + ", but found " + found + " and " + printed + " prints.");
        }
        return right;
    }

    private ServerPlan plan(DataFolder data) {
        return ServerPlan.local(new ServerHome(home), data, port(USUAL_PORT)).withHttps(port(USUAL_HTTPS_PORT));
    }

    /** The port everybody expects, if nobody has it. */
    private static int port(int usual) {
        try (ServerSocket probe = new ServerSocket(usual)) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            return ServerPlan.freePort();
        }
    }

    private void say(String line) {
        out.println(line);
    }
}
