package org.einlass.kiosk;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.camera.CameraAddress;
import org.einlass.kiosk.camera.FrameSource;
import org.einlass.kiosk.camera.LocalCameras;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.print.BadgePrinter;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.kiosk.store.StoreException;
import org.einlass.kiosk.store.StoredDevice;
import org.einlass.kiosk.store.StoredDevice.StoredRoster;
import org.einlass.kiosk.store.TrustRecord;
import org.einlass.kiosk.sync.HttpUplink;
import org.einlass.kiosk.sync.Outbox.Backlog;
import org.einlass.kiosk.sync.ServerAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says how a device stands with its server; also while its kiosk is running. */
@Command(name = "status", mixinStandardHelpOptions = true, resourceBundle = "org.einlass.kiosk.commands")
final class StatusCommand implements Callable<Integer> {
    private static final Duration CAMERA_PATIENCE = Duration.ofSeconds(5);
    private static final int WELL = 0;
    private static final int NOT_ALL_WELL = 1;
    private static final int WITHDRAWN = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    /** What came of asking the server. */
    private record Contact(Reply<DoorSheet> reply, Instant asked, Duration took) {}

    @Override
    public Integer call() {
        try {
            KioskSettings settings = options.settings(Map.of());
            options.warnings().forEach(spec.commandLine().getErr()::println);
            return status(settings, new OperatorMessages(settings.language()));
        } catch (StoreException unreadable) {
            spec.commandLine().getErr().println(unreadable.getMessage());
            return NOT_ALL_WELL;
        } catch (SettingsException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private int status(KioskSettings settings, OperatorMessages operatorMessages) {
        Contact contact = ask(settings.address());
        boolean online = server(settings, contact, operatorMessages);
        clock(contact, operatorMessages);
        roster(settings, operatorMessages);
        boolean delivered = journal(settings, operatorMessages);
        boolean prints = printer(settings, operatorMessages);
        boolean sees = camera(settings, operatorMessages);
        if (custody(settings, contact, operatorMessages)) {
            return WITHDRAWN;
        }
        return online && delivered && prints && sees ? WELL : NOT_ALL_WELL;
    }

    private boolean printer(KioskSettings settings, OperatorMessages operatorMessages) {
        BadgePrinter printer = KioskFactory.printer(settings.outlet());
        if (printer instanceof NoPrinter) {
            return true;
        }
        PrinterStatus status = settings.paper().judge(printer.status());
        say(operatorMessages, "status.printer", status.sentence().in(operatorMessages.language()));
        return !status.isBlocked();
    }

    /**
     * A camera of this machine may be in use by the running kiosk: that it is there is all that can be said
     * of it.
     */
    private boolean camera(KioskSettings settings, OperatorMessages operatorMessages) {
        CameraAddress camera = settings.camera();
        if (camera == null) {
            return true;
        }
        boolean well = camera.isDevice() ? camera.isThere() : sendsPictures(camera);
        String state = operatorMessages.say(well ? "status.cameraWell" : "status.cameraGone");
        say(
                operatorMessages,
                "status.camera",
                camera.name(),
                camera.isDevice() && well ? operatorMessages.say("status.cameraThere") : state);
        List<String> cameras = LocalCameras.ofThisMachine().names();
        if (!well && !cameras.isEmpty()) {
            say(operatorMessages, "status.cameras", String.join(", ", cameras));
        }
        return well;
    }

    private static boolean sendsPictures(CameraAddress camera) {
        try (FrameSource source = camera.open()) {
            return source.next(CAMERA_PATIENCE).isPresent();
        } catch (IOException | IllegalArgumentException unusable) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Contact ask(ServerAddress address) {
        CompletableFuture<Reply<DoorSheet>> reply = new CompletableFuture<>();
        Instant asked = Clock.systemUTC().instant();
        long began = System.nanoTime();
        try (HttpUplink uplink = new HttpUplink(address)) {
            uplink.fetchSheet(reply::complete);
            Reply<DoorSheet> answer = reply.join();
            return new Contact(answer, asked, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private boolean server(KioskSettings settings, Contact contact, OperatorMessages operatorMessages) {
        String answer = contact.reply()
                .fold(
                        sheet -> operatorMessages.say(
                                "status.online", contact.took().toMillis()),
                        silence -> operatorMessages.say(silent(silence), silence));
        say(operatorMessages, "status.server", settings.address().server(), answer);
        contact.reply()
                .answer()
                .ifPresentOrElse(
                        sheet -> sheet(sheet, operatorMessages), () -> say(operatorMessages, "status.noSheet"));
        return contact.reply().answer().isPresent();
    }

    private static String silent(NoAnswer silence) {
        return switch (silence) {
            case UNTRUSTED -> "status.untrusted";
            case REJECTED -> "status.noDoor";
            default -> "status.silent";
        };
    }

    private void sheet(DoorSheet sheet, OperatorMessages operatorMessages) {
        say(operatorMessages, "status.event", sheet.eventTitle().in(operatorMessages.language()));
        say(operatorMessages, "status.sheet", sheet.doorTitle().in(operatorMessages.language()), sheet.phase());
    }

    /**
     * The server wrote its time somewhen between question and answer; the middle is wrong by half of that at
     * most.
     */
    private void clock(Contact contact, OperatorMessages operatorMessages) {
        Optional<DoorSheet> sheet = contact.reply().answer();
        if (sheet.isEmpty()) {
            say(operatorMessages, "status.clockUnsure");
            return;
        }
        Duration half = contact.took().dividedBy(2);
        Duration ahead =
                Duration.between(contact.asked().plus(half), sheet.get().serverTime());
        say(operatorMessages, "status.clock", seconds(ahead), seconds(half));
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).setScale(1, RoundingMode.HALF_UP);
    }

    private void roster(KioskSettings settings, OperatorMessages operatorMessages) {
        Optional<StoredRoster> roster = StoredDevice.roster(settings.store());
        if (roster.isEmpty()) {
            say(operatorMessages, "status.noRoster");
            return;
        }
        Instant heardAt = roster.get().heardAt();
        if (heardAt == null) {
            say(operatorMessages, "status.rosterOfNoAge", roster.get().rows());
            return;
        }
        Duration age = Duration.between(heardAt, Clock.systemUTC().instant());
        say(operatorMessages, "status.roster", roster.get().rows(), seconds(age));
    }

    private boolean journal(KioskSettings settings, OperatorMessages operatorMessages) {
        Optional<Backlog> backlog = StoredDevice.backlog(settings.store());
        backlog.ifPresentOrElse(
                known -> say(
                        operatorMessages,
                        "status.journal",
                        known.total(),
                        known.waiting(),
                        known.rejected(),
                        known.quarantined()),
                () -> say(operatorMessages, "status.noStore", settings.store()));
        return backlog.map(known -> known.waiting() == 0).orElse(true);
    }

    /** @return whether the device was withdrawn, by what its disk says or by what the server says now */
    private boolean custody(KioskSettings settings, Contact contact, OperatorMessages operatorMessages) {
        String mark = settings.address().tokenMark();
        Optional<TrustRecord> note = StoredDevice.custody(settings.store()).filter(known -> known.withdraws(mark));
        note.filter(known -> known.wipe() != null).ifPresent(known -> say(operatorMessages, wipe(known)));
        boolean revoked = note.filter(TrustRecord::revoked).isPresent() || hears(contact, NoAnswer.REVOKED);
        if (revoked) {
            say(operatorMessages, "status.revoked");
        }
        if (note.isEmpty() && hears(contact, NoAnswer.WIPE_ORDERED)) {
            say(operatorMessages, "status.wiping");
        }
        return note.isPresent() || contact.reply().fold(sheet -> false, NoAnswer::isWithdrawal);
    }

    private static String wipe(TrustRecord note) {
        if (note.isUnfinished()) {
            return "status.wiping";
        }
        return note.receipted() ? "status.wiped" : "status.wipedUntold";
    }

    private static boolean hears(Contact contact, NoAnswer why) {
        return contact.reply().fold(sheet -> false, why::equals);
    }

    private void say(OperatorMessages operatorMessages, String key, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(operatorMessages.say(key, values));
    }
}
