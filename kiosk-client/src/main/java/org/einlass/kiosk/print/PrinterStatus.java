package org.einlass.kiosk.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;

/**
 * How a printer is now, as far as it says so itself.
 *
 * @param printer what the team calls it
 * @param faults what is wrong, the first to be mended first; also warnings
 * @param loaded the papers that it says lie in it, with the one in use first; empty where it says none
 * @param offered the papers that can be asked for there at all; empty where it does not say
 * @param certain whether the printer sees its papers itself; a print system tells what somebody has set up
 * @param note a sentence for the team that stands in place of the faults' own
 */
public record PrinterStatus(
        String printer,
        Condition condition,
        List<PrinterFault> faults,
        List<PaperSize> loaded,
        List<PaperRange> offered,
        boolean certain,
        Optional<Wording> note) {

    /** Whether badges come out. */
    public enum Condition {
        READY,
        /** It prints, and somebody should see to it. */
        ATTENTION,
        /** It prints nothing. */
        TROUBLE,
        /** It reports nothing: nobody knows, and it is never called ready. */
        UNKNOWN,
        /** There is none. */
        NONE
    }

    public PrinterStatus {
        faults = faults.stream().distinct().sorted().toList();
        loaded = List.copyOf(loaded);
        offered = List.copyOf(offered);
    }

    /** A printer that says of itself what it lacks. {@code blocked} tells whether it prints nothing. */
    public static PrinterStatus of(String printer, boolean blocked, List<PrinterFault> faults, List<PaperSize> loaded) {
        Condition well = faults.isEmpty() ? Condition.READY : Condition.ATTENTION;
        return new PrinterStatus(
                printer, blocked ? Condition.TROUBLE : well, faults, loaded, List.of(), true, Optional.empty());
    }

    /** A printer that prints nothing, because of this fault. */
    public static PrinterStatus trouble(String printer, PrinterFault fault) {
        return of(printer, true, List.of(fault), List.of());
    }

    /** A place that prints nothing, with the sentence that says why. */
    public static PrinterStatus trouble(String printer, PrinterFault fault, Wording note) {
        return new PrinterStatus(
                printer, Condition.TROUBLE, List.of(fault), List.of(), List.of(), false, Optional.of(note));
    }

    /** A printer that tells nothing but how many jobs wait for it; fewer than 0 where not even that. */
    public static PrinterStatus unknown(String printer, int waiting) {
        Optional<Wording> note =
                waiting > 0 ? Optional.of(PrintMessages.say("queue.waiting", waiting)) : Optional.empty();
        return new PrinterStatus(printer, Condition.UNKNOWN, List.of(), List.of(), List.of(), false, note);
    }

    /** The same, where the papers are what somebody has set up, not what the printer sees. */
    public PrinterStatus uncertain() {
        return new PrinterStatus(printer, condition, faults, loaded, offered, false, note);
    }

    /** The same, where these papers can be asked for and no others; none for a printer that does not say. */
    public PrinterStatus offering(List<PaperRange> papers) {
        return new PrinterStatus(printer, condition, faults, loaded, papers, certain, note);
    }

    /** The same, with a warning more: it goes on printing. */
    PrinterStatus with(PrinterFault warning) {
        List<PrinterFault> more = new ArrayList<>(faults);
        more.add(warning);
        Condition worse = condition == Condition.READY ? Condition.ATTENTION : condition;
        return new PrinterStatus(printer, worse, more, loaded, offered, certain, note);
    }

    /** Whether a page of that size may be sent there without being cut or shrunk, as far as the printer says. */
    public boolean offers(PaperSize page) {
        return offered.isEmpty() || offered.stream().anyMatch(papers -> papers.holds(page));
    }

    /** The same, and other paper lies in it than the badge is drawn for. */
    PrinterStatus withOtherPaper(Wording sentence, boolean blocked) {
        List<PrinterFault> more = new ArrayList<>(faults);
        more.add(PrinterFault.OTHER_PAPER);
        Condition worse = blocked || isBlocked() ? Condition.TROUBLE : Condition.ATTENTION;
        Optional<Wording> said = isBlocked() ? note : Optional.of(sentence);
        return new PrinterStatus(printer, worse, more, loaded, offered, certain, said);
    }

    /** Whether it is known to print nothing. */
    public boolean isBlocked() {
        return condition == Condition.TROUBLE;
    }

    /** One word for the server, at most 20 characters: the first fault, else the condition. */
    public String word() {
        return faults.isEmpty() ? condition.name() : faults.get(0).name();
    }

    /** For the team: what is wrong, where, and what to do. Guests never read it. */
    public Wording sentence() {
        return new Wording(sentence(Locale.GERMAN), sentence(Locale.ENGLISH));
    }

    private String sentence(Locale locale) {
        if (note.isPresent() && !faults.isEmpty()) {
            return note.get().in(locale);
        }
        String what = faults.stream().map(fault -> fault.sentence().in(locale)).collect(Collectors.joining(" "));
        if (what.isEmpty()) {
            Wording unexplained = PrintMessages.say("condition." + condition.name());
            what = note.orElse(unexplained).in(locale);
        }
        return PrintMessages.say("printer", printer, what).in(locale);
    }
}
