package org.einlass.server.erasure;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.reports.list.PrintedList;
import org.einlass.server.backup.Backup;
import org.einlass.server.event.EventDocument;

/** What was erased from an event and which places are not yet reached, as a list to be printed. It names nobody. */
final class ErasureLog {
    private static final Wording DAY_AND_CLOCK = new Wording("d.M.uuuu, H.mm", "d MMM uuuu, HH:mm");

    private final EventDocument event;
    private final Locale locale;

    ErasureLog(EventDocument event, Locale locale) {
        this.event = event;
        this.locale = locale;
    }

    PrintedList of(List<ErasureReceipt> receipts, Instant now) {
        return new PrintedList(
                say("Löschprotokoll", "Log of erasures"),
                event.title().in(locale),
                say(
                        "Löschungen: " + receipts.size() + ". Vollständig: " + complete(receipts)
                                + ". Kopien, die jemand außerhalb dieses Servers gemacht hat, kennt er nicht.",
                        "Erasures: " + receipts.size() + ". Complete: " + complete(receipts)
                                + ". Copies that somebody made outside this server are not known to it."),
                now,
                event.zone(),
                locale,
                List.of(
                        say("Was", "What"),
                        say("Noch nicht gelöscht in", "Not yet erased from"),
                        say("Warum, von wem", "Why, by whom"),
                        say("Wann", "When")),
                "",
                false,
                receipts.stream().map(this::row).toList());
    }

    private static long complete(List<ErasureReceipt> receipts) {
        return receipts.stream().filter(ErasureReceipt::complete).count();
    }

    private PrintedList.Row row(ErasureReceipt receipt) {
        Erasure erasure = receipt.erasure();
        String what = erasure.registration() == null ? say("alle Personen", "all people") : erasure.registration();
        return new PrintedList.Row(
                "",
                List.of(
                        what,
                        places(receipt),
                        erasure.reason().words().in(locale) + ", " + erasure.by(),
                        moment(erasure.erasedAt())));
    }

    private String places(ErasureReceipt receipt) {
        List<String> places = new ArrayList<>();
        if (receipt.erasure().cleanedAt() == null) {
            places.add(say("freie Teile der Datenbank", "free parts of the database"));
        }
        receipt.waiting().forEach(device -> places.add(say("Gerät ", "device ") + device));
        if (!receipt.backups().isEmpty()) {
            Instant goneBy = receipt.backupsGoneBy();
            places.add(say("Sicherungen ", "backups ")
                    + String.join(
                            ", ", receipt.backups().stream().map(Backup::name).toList())
                    + (goneBy == null ? "" : say(", bis etwa ", ", until about ") + moment(goneBy)));
        }
        return places.isEmpty() ? "\u2013" : String.join("; ", places);
    }

    private String moment(Instant at) {
        return DateTimeFormatter.ofPattern(DAY_AND_CLOCK.in(locale), locale).format(at.atZone(event.zone()));
    }

    private String say(String german, String english) {
        return new Wording(german, english).in(locale);
    }
}
