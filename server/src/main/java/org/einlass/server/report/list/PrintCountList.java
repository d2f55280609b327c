package org.einlass.server.report.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.reports.list.PrintedList;
import org.einlass.reports.list.TableValue;
import org.einlass.server.badge.BadgeRun;
import org.einlass.server.event.EventDocument;
import org.einlass.server.statistics.prints.PrintCount;
import org.einlass.server.statistics.prints.PrintCount.Occasion;

/** How many badges each printer printed, and why. What was printed beforehand stands first, a line for each print. */
final class PrintCountList {
    private final EventDocument event;
    private final ListWords words;
    private final Locale locale;

    PrintCountList(EventDocument event, Locale locale) {
        this.event = event;
        this.words = new ListWords(event, locale);
        this.locale = locale;
    }

    PrintedList of(List<BadgeRun> runs, List<PrintCount> counts, Instant now) {
        long beforehand = runs.stream().mapToLong(BadgeRun::sheets).sum();
        List<PrintedList.Row> rows = new ArrayList<>();
        String group = words.say("Vorab gedruckt", "Printed beforehand");
        for (BadgeRun run : runs) {
            rows.add(row(group, "", "PDF", words.say("Druck ", "print ") + run.number(), run.sheets(), 0, 0, 0));
        }
        for (PrintCount count : counts) {
            String printer = count.printer() == null ? "" : count.printer();
            rows.add(row(
                    printer.isEmpty() ? count.device() : count.device() + ", " + printer,
                    count.device(),
                    printer,
                    words(count.occasion()).in(locale),
                    count.printed(),
                    count.silent(),
                    count.unclear(),
                    count.failed()));
        }
        return new PrintedList(
                words.say("Drucke je Drucker und Anlass", "Prints by printer and occasion"),
                event.title().in(locale),
                note(beforehand, counts),
                now,
                event.zone(),
                locale,
                List.of(
                        words.say("Anlass", "Occasion"),
                        words.say("Gedruckt", "Printed"),
                        words.say("Ohne Rückmeldung oder ungeklärt", "No word, or unclear"),
                        words.say("Nicht gedruckt", "Not printed")),
                List.of(
                        words.say("Gerät", "Device"),
                        words.say("Drucker", "Printer"),
                        words.say("Anlass", "Occasion"),
                        words.say("Gedruckt", "Printed"),
                        words.say("Ohne Rückmeldung", "No word"),
                        words.say("Ungeklärt", "Unclear"),
                        words.say("Nicht gedruckt", "Not printed")),
                "",
                false,
                rows);
    }

    private String note(long beforehand, List<PrintCount> counts) {
        int printed = counts.stream().mapToInt(PrintCount::printed).sum();
        int open = counts.stream()
                .mapToInt(count -> count.silent() + count.unclear())
                .sum();
        int failed = counts.stream().mapToInt(PrintCount::failed).sum();
        return words.say(
                "Zusammen: " + beforehand + " vorab, " + printed + " an Geräten gedruckt, " + open
                        + " ohne Rückmeldung oder ungeklärt, " + failed + " nicht gedruckt. Nur der Echtbetrieb zählt.",
                "Together: " + beforehand + " beforehand, " + printed + " printed at devices, " + open
                        + " without word or unclear, " + failed + " not printed. Only the live phase counts.");
    }

    private static PrintedList.Row row(
            String group, String device, String printer, String why, int printed, int silent, int unclear, int failed) {
        return new PrintedList.Row(
                group,
                List.of(why, String.valueOf(printed), String.valueOf(silent + unclear), String.valueOf(failed)),
                List.of(
                        TableValue.of(device),
                        TableValue.of(printer),
                        TableValue.of(why),
                        TableValue.of(printed),
                        TableValue.of(silent),
                        TableValue.of(unclear),
                        TableValue.of(failed)));
    }

    private static Wording words(Occasion occasion) {
        return switch (occasion) {
            case FIRST -> new Wording("Ankunft", "arrival");
            case WALK_IN -> new Wording("ohne Anmeldung gekommen", "came without a registration");
            case SUBSTITUTION -> new Wording("Vertretung", "substitution");
            case LOST -> new Wording("Nachdruck: verloren", "reprint: lost");
            case DAMAGED -> new Wording("Nachdruck: beschädigt", "reprint: damaged");
            case CORRECTED -> new Wording("Nachdruck: Angaben falsch", "reprint: details wrong");
            case REISSUED -> new Wording("Nachdruck ohne Grund", "reprint without a reason");
            case AGAIN -> new Wording("noch einmal, weil ungeklärt", "once more, as it was unclear");
        };
    }
}
