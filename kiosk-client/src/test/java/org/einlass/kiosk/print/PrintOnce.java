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

    /** Prints so many pages of a kind, for a queue and under an id; says first what a check found, then what became of the page. */
    public static void main(String[] job) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        BadgePrinter printer = new QueuePrinter(job[0]);
        PrinterStatus status = printer.status();
        out.println("check: " + status.word() + " " + words(status.sentence()));
        out.println(
                printer.print(EntryId.of(job[1]), PrintKind.valueOf(job[2]), new TestPages(Integer.parseInt(job[3])))
                        .<String>fold(new ResultWords()));
    }

    private static String words(Wording sentence) {
        return sentence.in(Locale.GERMAN) + " " + sentence.in(Locale.ENGLISH);
    }

    private static final class ResultWords implements PrintResult.Cases<String> {
        @Override
        public String accepted(PrintResult.Accepted result) {
            return "accepted by " + result.queue();
        }

        @Override
        public String written(PrintResult.Written result) {
            return "";
        }

        @Override
        public String refused(PrintResult.Refused result) {
            return result.reason() + " " + words(result.sentence());
        }

        @Override
        public String inDoubt(PrintResult.InDoubt result) {
            return "in doubt";
        }
    }
}
