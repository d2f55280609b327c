package org.einlass.kiosk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.kiosk.Kiosk;
import org.einlass.kiosk.KioskFactory;
import org.einlass.kiosk.KioskSettings;
import org.einlass.kiosk.SilentView;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.print.ScriptedPrinter;
import org.einlass.proof.FactServer;

/**
 * A whole kiosk, with its journal on the disk, beside a server and a printer on this machine: from the ticket's code that
 * was read until the printer has all bytes of the badge, and a run of guests at a printer that takes three seconds for
 * each badge. Prints figures, asserts nothing.
 */
public final class PrintBench {
    private static final int SINGLE = 40;
    private static final Duration EACH = Duration.ofSeconds(3);
    /** A device is switched on long before its first guest comes. */
    private static final Duration BEFORE_THE_FIRST_GUEST = Duration.ofSeconds(15);

    private static final Duration BETWEEN_GUESTS = Duration.ofMillis(400);

    private final ScriptedPrinter printer = new ScriptedPrinter();
    private final AtomicInteger guest = new AtomicInteger();
    private final AtomicInteger ready = new AtomicInteger();
    private final Kiosk kiosk;
    private final FactServer server;

    private PrintBench(Path disk) throws Exception {
        server = new FactServer(
                scan -> Sample.admitted(scan, badge(guest.get())),
                List.of(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1)));
        Map<String, String> values = Map.of(
                "kind", "kiosk",
                "server", server.address().toString(),
                "event", Sample.EVENT.toString(),
                "door", Sample.DOOR.toString(),
                "token", "bench",
                "printer", printer.uri().text().toString(),
                "store", disk.toString());
        kiosk = KioskFactory.of(KioskSettings.read(Path.of(""), values), new SilentView() {
            @Override
            public void printed(EntryId scan, String where) {
                ready.incrementAndGet();
            }
        });
        kiosk.ready().get(1, TimeUnit.MINUTES);
        LockSupport.parkNanos(BEFORE_THE_FIRST_GUEST.toNanos());
    }

    /** Prints in a row as many badges as the argument says. */
    public static void main(String[] arguments) throws Exception {
        PrintBench bench = new PrintBench(Files.createTempDirectory("print-bench"));
        bench.singly();
        bench.inARow(Integer.parseInt(arguments[0]));
        bench.close();
    }

    private void close() throws IOException {
        kiosk.close();
        server.close();
        printer.close();
    }

    private void singly() {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < SINGLE; i++) {
            long read = scan();
            times.add((printer.jobs().get(i).taken() - read) / 1e6);
            int wanted = i + 1;
            await(() -> ready.get() == wanted);
            LockSupport.parkNanos(BETWEEN_GUESTS.toNanos());
        }
        System.out.printf(
                Locale.ROOT,
                "code read to bytes at the printer: first %.0f ms, tenth %.0f ms, median %.0f ms, p95 %.0f ms, worst %.0f ms%n",
                times.get(0),
                times.get(9),
                times.stream().sorted().toList().get(SINGLE / 2),
                times.stream().sorted().toList().get(SINGLE * 95 / 100),
                times.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }

    private void inARow(int badges) {
        printer.slow();
        int before = ready.get();
        long begun = System.nanoTime();
        for (int i = 1; i <= badges; i++) {
            scan();
            long paper = printer.jobs().get(printer.jobs().size() - 1).taken() + EACH.toNanos();
            LockSupport.parkNanos(paper - System.nanoTime());
            printer.finish();
            int wanted = before + i;
            await(() -> ready.get() == wanted);
        }
        double hours = (System.nanoTime() - begun) / 3.6e12;
        System.out.printf(Locale.ROOT, "a printer of 3 s a badge: %d badges, %.0f an hour%n", badges, badges / hours);
    }

    /** When the code was read; back once the printer has the badge. */
    private long scan() {
        int jobs = printer.jobs().size();
        int number = guest.incrementAndGet();
        long read = System.nanoTime();
        kiosk.read(Sample.ticket(number).text());
        await(() -> printer.jobs().size() > jobs);
        return read;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The badge has not come.");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static BadgeOrder badge(int number) {
        return new BadgeOrder(
                Sample.registration(number),
                Attendee.of("Anna-Maria " + number, "von der Heide", "Ministerium für Digitales und Infrastruktur"),
                Sample.GUEST,
                List.of(),
                Sample.badgeCode(number).text(),
                false);
    }
}
