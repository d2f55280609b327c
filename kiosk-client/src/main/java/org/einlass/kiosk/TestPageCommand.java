package org.einlass.kiosk;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.kiosk.print.BadgePrinter;
import org.einlass.kiosk.print.JobState;
import org.einlass.kiosk.print.PrintResult;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.printer.PrinterTestPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a test page on each printer of the settings; also while the kiosk is running. */
@Command(name = "test-page", mixinStandardHelpOptions = true, resourceBundle = "org.einlass.kiosk.commands")
final class TestPageCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int ALL_PRINTED = 0;
    private static final int NOT_ALL_PRINTED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Override
    public Integer call() {
        try {
            KioskSettings settings = options.settings(Map.of());
            OperatorMessages messages = new OperatorMessages(settings.language());
            boolean all = Stream.concat(Stream.of(settings.outlet()), settings.neighbours().stream())
                    .map(outlet -> print(settings, KioskFactory.printer(outlet), messages))
                    .reduce(true, Boolean::logicalAnd);
            return all ? ALL_PRINTED : NOT_ALL_PRINTED;
        } catch (SettingsException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private boolean print(KioskSettings settings, BadgePrinter printer, OperatorMessages messages) {
        PrinterStatus status = settings.paper().judge(printer.status());
        Optional<BadgeFormat> format = settings.paper().on(status);
        if (status.isBlocked() || format.isEmpty() || printer instanceof NoPrinter) {
            say(status.sentence().in(messages.language()));
            return false;
        }
        EntryId page = new EntryId(TimeOrderedUuid.next(Instant.now(), new SecureRandom()));
        return printer.print(page, new PrinterTestPage().page(format.get(), printer.name(), messages.language()))
                .fold(new PrintResult.Cases<>() {
                    @Override
                    public Boolean accepted(PrintResult.Accepted result) {
                        return follow(printer, page, messages);
                    }

                    @Override
                    public Boolean written(PrintResult.Written result) {
                        say(messages.say("testPage.written", result.file()));
                        return true;
                    }

                    @Override
                    public Boolean refused(PrintResult.Refused result) {
                        say(result.sentence().in(messages.language()));
                        return false;
                    }

                    @Override
                    public Boolean inDoubt(PrintResult.InDoubt result) {
                        say(result.sentence().in(messages.language()));
                        return false;
                    }
                });
    }

    private boolean follow(BadgePrinter printer, EntryId page, OperatorMessages messages) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JobState state = printer.job(page);
        while (state.isOnItsWay() && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            state = printer.job(page);
        }
        switch (state) {
            case PRINTED -> say(messages.say("testPage.printed", printer.name()));
            case CANNOT_SAY -> say(messages.say("testPage.handedOver", printer.name()));
            default -> say(printer.status().sentence().in(messages.language()));
        }
        return state == JobState.PRINTED || state == JobState.CANNOT_SAY;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
