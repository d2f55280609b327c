package org.einlass.kiosk.print;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;

/**
 * One print by a JVM of its own: which print system Java talks to stands in the environment, which a running
 * JVM cannot change.
 */
public final class PrintOnce {
    private PrintOnce() {}

    /** Prints one page; says first what a check found, then what became of the page. */
    public static void main(String[] queueAndId) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        BadgePrinter printer = new QueuePrinter(queueAndId[0]);
        out.println("check: " + printer.check().map(PrintOnce::words).orElse("fine"));
        out.println(printer.print(EntryId.of(queueAndId[1]), new TestPages())
                .fold(accepted -> "accepted by " + accepted.queue(), written -> "", PrintOnce::words));
    }

    private static String words(PrintResult.Refused refused) {
        Wording sentence = refused.sentence();
        return refused.reason() + " " + sentence.in(Locale.GERMAN) + " " + sentence.in(Locale.ENGLISH);
    }
}
