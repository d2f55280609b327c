package org.einlass.kiosk.print;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.print.ipp.IppPrinter;
import org.einlass.kiosk.print.ipp.PrinterUri;
import org.einlass.reports.PrintedPages;

/**
 * A queue of this machine's print system. Where that is CUPS it is spoken to by IPP and tells everything;
 * where CUPS does not answer on its port, and on Windows, Java's own printing tells nothing but that the
 * queue is there.
 */
public final class SystemQueue implements BadgePrinter {
    private static final String CUPS_AT_HOME = "localhost:631";

    private final IppPrinter asked;
    private final BadgePrinter silent;
    private final Set<EntryId> sentSilently = new HashSet<>();

    SystemQueue(IppPrinter asked, BadgePrinter silent) {
        this.asked = asked;
        this.silent = silent;
    }

    /** The queue that the operating system of this machine calls {@code queue}. */
    public static BadgePrinter of(String queue) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        BadgePrinter silent = new QueuePrinter(queue);
        return windows
                ? silent
                : new SystemQueue(new IppPrinter(queue, PrinterUri.ofQueue(cups(System.getenv()), queue)), silent);
    }

    /** Where CUPS listens, as its own programs find it; a socket of the file system is no port. */
    static String cups(Map<String, String> environment) {
        String address = environment.getOrDefault("CUPS_SERVER", "").strip();
        if (address.isEmpty() || address.startsWith("/")) {
            return CUPS_AT_HOME;
        }
        return address.contains(":") ? address : address + ":631";
    }

    @Override
    public String name() {
        return asked.name();
    }

    @Override
    public PrinterStatus status() {
        PrinterStatus status = asked.status();
        return asked.answers() ? status : silent(status);
    }

    /** Java remembers a queue for a while that was deleted, and knows the others' names where it does not. */
    private PrinterStatus silent(PrinterStatus status) {
        PrinterStatus known = silent.status();
        return asked.isMissing() && !known.isBlocked() ? status : known;
    }

    @Override
    public OptionalInt labels() {
        return asked.answers() ? asked.labels() : silent.labels();
    }

    @Override
    public PrintResult print(EntryId print, PrintKind kind, PrintedPages pages) {
        PrinterStatus status = status();
        if (asked.answers()) {
            return asked.print(print, kind, pages);
        }
        if (asked.isMissing()) {
            return new PrintResult.Refused(PrintResult.Reason.NO_SUCH_QUEUE, status.sentence());
        }
        sentSilently.add(print);
        return silent.print(print, kind, pages);
    }

    @Override
    public JobState job(EntryId print) {
        JobState state = asked.job(print);
        return state == JobState.UNREACHABLE && sentSilently.contains(print) ? silent.job(print) : state;
    }

    @Override
    public boolean cancel(EntryId print) {
        return asked.cancel(print);
    }
}
