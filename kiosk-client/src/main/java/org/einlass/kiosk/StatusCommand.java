package org.einlass.kiosk;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.Reply;
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
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Override
    public Integer call() {
        try {
            KioskSettings settings = options.settings(Map.of());
            Words words = new Words(settings.language());
            boolean online = server(settings, words);
            boolean delivered = journal(settings, words);
            return online && delivered ? 0 : 1;
        } catch (SettingsException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private boolean server(KioskSettings settings, Words words) {
        ServerAddress address = settings.address();
        long asked = System.nanoTime();
        Reply<DoorSheet> reply = ask(address);
        long took = Duration.ofNanos(System.nanoTime() - asked).toMillis();
        String answer =
                reply.fold(sheet -> words.say("status.online", took), silence -> words.say("status.silent", silence));
        out().println(words.say("status.server", address.server(), answer));
        out().println(reply.answer()
                .map(sheet -> words.say("status.sheet", sheet.doorTitle().in(words.language()), sheet.phase()))
                .orElseGet(() -> words.say("status.noSheet")));
        return reply.answer().isPresent();
    }

    private static Reply<DoorSheet> ask(ServerAddress address) {
        CompletableFuture<Reply<DoorSheet>> reply = new CompletableFuture<>();
        try (HttpUplink uplink = new HttpUplink(address)) {
            uplink.fetchSheet(reply::complete);
            return reply.join();
        }
    }

    private boolean journal(KioskSettings settings, Words words) {
        Optional<Backlog> backlog = StoredJournal.backlog(settings.store());
        out().println(backlog.map(known -> words.say(
                        "status.journal", known.total(), known.waiting(), known.rejected(), known.quarantined()))
                .orElseGet(() -> words.say("status.noStore", settings.store())));
        return backlog.map(known -> known.waiting() == 0).orElse(true);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
