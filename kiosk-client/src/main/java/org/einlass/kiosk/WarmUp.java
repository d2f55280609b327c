package org.einlass.kiosk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.PrintStage;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReport;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.sync.WireJson;
import org.einlass.reports.badge.Badge;
import org.einlass.reports.badge.BadgeContent;
import org.einlass.reports.badge.BadgeName;
import org.einlass.reports.badge.BadgeRenderer;
import org.einlass.reports.badge.BandPattern;
import org.einlass.reports.badge.CategoryBand;
import org.einlass.reports.page.Ink;

/**
 * Sets badges for nobody, and writes and reads what a scan of nobody would send, so that the first guest need not wait
 * while fonts and classes are loaded and compiled.
 */
final class WarmUp {
    /** The first takes seconds, the fifth about as long as the hundredth. */
    private static final int BADGES = 5;

    private static final int RECORDS = 20;
    private static final UUID NOBODY = new UUID(0x7000, Long.MIN_VALUE);

    private WarmUp() {}

    static void of(BadgeRenderer press) {
        for (int badge = 0; badge < BADGES; badge++) {
            press.set(nobody(badge))
                    .<Integer>fold(
                            ready -> ready.pages().pdf().length
                                    + ready.pages().pageable().getNumberOfPages(),
                            unfit -> 0);
        }
    }

    /** Writes and reads what a scan sends, hears and keeps, for nobody. */
    static void ofRecords(DeviceTime now) {
        EntryId scan = new EntryId(NOBODY);
        BadgeOrder order = new BadgeOrder(
                new RegistrationId(NOBODY),
                Attendee.of("Änne", "Müller", ""),
                new CategoryId("none"),
                List.of(),
                "",
                false);
        EntryHead head = new EntryHead(scan, 1, Phase.REHEARSAL, now, null);
        LookupId code = new LookupId("0".repeat(32));
        JournalReport report = new JournalReport(
                new EpochId(NOBODY),
                null,
                1,
                List.of(
                        new JournalEntry.Scanned(
                                head,
                                new DoorId("none"),
                                code,
                                null,
                                null,
                                new Outcome(Verdict.ADMITTED, null, Outcome.Source.SERVER, null)),
                        new JournalEntry.Printed(
                                head, scan, scan, order.registration(), code, PrintStage.RENDERED, null)),
                now);
        JournalReceipt receipt = new JournalReceipt(
                List.of(new JournalReceipt.EntryReceipt(0, JournalReceipt.Fate.ACCEPTED, null)), now.wall());
        ScanAnswer answer = new ScanAnswer(scan, Verdict.ADMITTED, null, null, null, null, order, now.wall(), receipt);
        ScanQuestion question = new ScanQuestion(scan, new DoorId("none"), "", now, report);
        for (int time = 0; time < RECORDS; time++) {
            if (WireJson.read(WireJson.write(question), ScanQuestion.class).isEmpty()
                    || WireJson.read(WireJson.write(answer), ScanAnswer.class).isEmpty()) {
                throw new IllegalStateException("A record of the contract is not read as it was written.");
            }
        }
        var unused = new BadgeContent(new Wording("", ""), List.of(), Map.of()).badge(order);
    }

    /** With everything that a guest's badge has: title, hyphenated lines, each weight, a whole code, a pattern. */
    private static Badge nobody(int number) {
        return new Badge(
                new BadgeName("Prof. Dr.", "Anna-Maria", "von der", "Musterhausen " + number, ""),
                "Abteilungsleitung Digitalisierung",
                "Ministerium für Verwaltungsdigitalisierung und Informationssicherheit " + number,
                "Referat " + number,
                new CategoryBand("Gast", "Guest", new Ink(0x0B, 0x5F, 0xA5), BandPattern.STRIPES),
                "B1ABCDEFGH2345678JKLMNPQRST" + (char) ('A' + number) + "V",
                "Einlass",
                List.of("Kongress"),
                Locale.GERMAN);
    }
}
