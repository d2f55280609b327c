package org.einlass.kiosk;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Silence;
import org.einlass.kiosk.store.CustodyNote;
import org.einlass.kiosk.store.StoredDevice;
import org.einlass.kiosk.store.StoredDevice.StoredRoster;
import org.einlass.kiosk.store.StoredJournal;
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
            return status(settings, new Words(settings.language()));
        } catch (SettingsException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private int status(KioskSettings settings, Words words) {
        Contact contact = ask(settings.address());
        boolean online = server(settings, contact, words);
        clock(contact, words);
        roster(settings, words);
        boolean delivered = journal(settings, words);
        if (custody(settings, contact, words)) {
            return WITHDRAWN;
        }
        return online && delivered ? WELL : NOT_ALL_WELL;
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

    private boolean server(KioskSettings settings, Contact contact, Words words) {
        String answer = contact.reply()
                .fold(
                        sheet -> words.say("status.online", contact.took().toMillis()),
                        silence -> words.say("status.silent", silence));
        say(words, "status.server", settings.address().server(), answer);
        contact.reply().answer().ifPresentOrElse(sheet -> sheet(sheet, words), () -> say(words, "status.noSheet"));
        return contact.reply().answer().isPresent();
    }

    private void sheet(DoorSheet sheet, Words words) {
        say(words, "status.event", sheet.eventTitle().in(words.language()));
        say(words, "status.sheet", sheet.doorTitle().in(words.language()), sheet.phase());
    }

    /** The server wrote its time somewhen between question and answer; the middle is wrong by half of that at most. */
    private void clock(Contact contact, Words words) {
        Optional<DoorSheet> sheet = contact.reply().answer();
        if (sheet.isEmpty()) {
            say(words, "status.clockUnsure");
            return;
        }
        Duration half = contact.took().dividedBy(2);
        Duration ahead =
                Duration.between(contact.asked().plus(half), sheet.get().serverTime());
        say(words, "status.clock", seconds(ahead), seconds(half));
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).setScale(1, RoundingMode.HALF_UP);
    }

    private void roster(KioskSettings settings, Words words) {
        Optional<StoredRoster> roster = StoredDevice.roster(settings.store());
        if (roster.isEmpty()) {
            say(words, "status.noRoster");
            return;
        }
        Instant heardAt = roster.get().heardAt();
        if (heardAt == null) {
            say(words, "status.rosterOfNoAge", roster.get().rows());
            return;
        }
        Duration age = Duration.between(heardAt, Clock.systemUTC().instant());
        say(words, "status.roster", roster.get().rows(), seconds(age));
    }

    private boolean journal(KioskSettings settings, Words words) {
        Optional<Backlog> backlog = StoredJournal.backlog(settings.store());
        backlog.ifPresentOrElse(
                known -> say(
                        words, "status.journal", known.total(), known.waiting(), known.rejected(), known.quarantined()),
                () -> say(words, "status.noStore", settings.store()));
        return backlog.map(known -> known.waiting() == 0).orElse(true);
    }

    /** @return whether the device was withdrawn, by what its disk says or by what the server says now */
    private boolean custody(KioskSettings settings, Contact contact, Words words) {
        String mark = settings.address().tokenMark();
        Optional<CustodyNote> note = StoredDevice.custody(settings.store()).filter(known -> known.withdraws(mark));
        note.filter(known -> known.wipe() != null).ifPresent(known -> say(words, wipe(known)));
        boolean revoked = note.filter(CustodyNote::revoked).isPresent() || hears(contact, Silence.REVOKED);
        if (revoked) {
            say(words, "status.revoked");
        }
        if (note.isEmpty() && hears(contact, Silence.WIPE_ORDERED)) {
            say(words, "status.wiping");
        }
        return note.isPresent() || contact.reply().fold(sheet -> false, Silence::isWithdrawal);
    }

    private static String wipe(CustodyNote note) {
        if (note.isUnfinished()) {
            return "status.wiping";
        }
        return note.receipted() ? "status.wiped" : "status.wipedUntold";
    }

    private static boolean hears(Contact contact, Silence why) {
        return contact.reply().fold(sheet -> false, why::equals);
    }

    private void say(Words words, String key, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(words.say(key, values));
    }
}
