package org.einlass.story;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.einlass.contract.code.HelperCard;
import org.einlass.contract.counter.TypedBooking;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.demo.DemoCongress;
import org.einlass.kiosk.Kiosk;
import org.einlass.kiosk.KioskFactory;
import org.einlass.kiosk.KioskSettings;
import org.einlass.kiosk.PictureRun;
import org.einlass.kiosk.PictureRun.Step;
import org.einlass.kiosk.gate.Desk;
import org.einlass.kiosk.helper.HelperSignIn;

/**
 * A kiosk at the entrance, with a folder for its badges. Guests come one at a time and hold up photographs.
 */
final class Entrance implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /**
     * The stories tell what is said, not how fast: a server that has only just started answers in time, too.
     */
    private static final Map<String, String> UNHURRIED = Map.of("deadline", "10000");

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final PictureRun guests = new PictureRun();
    private final Path badges;
    private final Path settings;
    private Kiosk kiosk;

    /** Enrols and opens a kiosk, and waits until it knows its door. */
    Entrance(DemoCongress congress, String name, Path folder) throws Exception {
        badges = folder.resolve(name + "-badges");
        settings = congress.enrolKiosk(name, folder.resolve(name), badges);
        kiosk = open();
    }

    private Entrance(Path settings, Path badges) throws Exception {
        this.badges = badges;
        this.settings = settings;
        kiosk = open();
    }

    /** Opens a kiosk with settings that somebody wrote. */
    static Entrance of(Path settings, Path badges) throws Exception {
        return new Entrance(settings, badges);
    }

    /** Enrols and opens a staffed desk instead. */
    static Entrance desk(DemoCongress congress, String name, Path folder) throws Exception {
        Path badges = folder.resolve(name + "-badges");
        return new Entrance(congress.enrolDesk(name, folder.resolve(name), badges), badges);
    }

    /** A kiosk that enrolled itself by the organiser's QR code, so that its token is renewed at each start. */
    static Entrance byQrCode(DemoCongress congress, String name, Path folder) throws Exception {
        Path badges = folder.resolve(name + "-badges");
        Path store = folder.resolve(name).resolve("store");
        return new Entrance(congress.enrolByQrCode(name, folder.resolve(name), store, badges), badges);
    }

    /** Staff do something at the desk. */
    <T> T atDesk(Function<Desk, T> work) throws Exception {
        return kiosk.atDesk(work).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** What the desk knows of its door. */
    DoorSheet sheet() {
        return kiosk.ready().join();
    }

    /** What the desk hears of its server that is to be clarified; waits for the answer. */
    List<Clarification> hearsWhatIsToClarify() throws Exception {
        CompletableFuture<List<Clarification>> heard = new CompletableFuture<>();
        kiosk.deskUplink()
                .fetchClarifications(reply -> heard.complete(
                        reply.answer().map(Clarification.Page::items).orElse(List.of())));
        return heard.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Waits until helpers need their badges here. */
    boolean knowsHelpers() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!kiosk.helpers().takesBadges() && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return kiosk.helpers().takesBadges();
    }

    /** A helper shows a badge. */
    HelperSignIn.Step shows(HelperCard badge) {
        return kiosk.helpers().show(badge, kiosk.ready().join());
    }

    /** And types a PIN. */
    HelperSignIn.Step types(String pin) {
        return kiosk.helpers().pin(pin);
    }

    /** Prints what staff made, and waits for the page. */
    Path prints(EntryId entry, BadgeOrder order) throws IOException {
        List<Path> before = badges();
        kiosk.print(entry, order);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (badges().size() == before.size() && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return badges().stream()
                .filter(badge -> !before.contains(badge))
                .findFirst()
                .orElseThrow();
    }

    /** How much of the journal the server did not understand. */
    long quarantined() {
        return kiosk.backlog().quarantined();
    }

    private Kiosk open() throws Exception {
        Kiosk opened = KioskFactory.of(KioskSettings.read(settings, UNHURRIED), guests);
        opened.ready().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return opened;
    }

    /** A guest holds up what is on the photograph. */
    Step shows(Path photograph) throws InterruptedException {
        List<Step> steps = new ArrayList<>();
        guests.through(kiosk, List.of(photograph), steps::add);
        return steps.get(0);
    }

    /** A guest without a ticket types; answers whether a badge came of it. */
    boolean types(String number, String familyName) throws Exception {
        int before = badges().size();
        Optional<String> ticket = kiosk.guestQuestions()
                .ticketOf(new TypedBooking(number, familyName))
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        ticket.ifPresent(kiosk::read);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (ticket.isPresent() && badges().size() == before && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return badges().size() > before;
    }

    /** The badges that came out so far. */
    List<Path> badges() throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(badges)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(badges, "badge-*.pdf")) {
                found.forEach(files::add);
            }
        }
        return files;
    }

    /** Waits until the kiosk has the roster. */
    boolean knowsItsGuests() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (kiosk.roster().isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return kiosk.roster().isPresent();
    }

    /** Waits until the server has every entry. */
    boolean delivers() {
        return kiosk.awaitDelivered(PATIENCE);
    }

    Path store() {
        return settings.resolveSibling("store");
    }

    /** Starts again with a token that the organiser has made anew. */
    void restartsWith(String token) throws Exception {
        kiosk.close();
        List<String> lines = Files.readAllLines(settings).stream()
                .map(line -> line.startsWith("token = ") ? "token = " + token : line)
                .toList();
        Files.write(settings, lines);
        kiosk = open();
    }

    /** Somebody trips over the cable, and plugs it in again. */
    void restarts() throws Exception {
        kiosk.close();
        kiosk = open();
    }

    @Override
    public void close() {
        kiosk.close();
    }
}
