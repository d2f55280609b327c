package org.einlass.server.report.badge;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.einlass.contract.Wording;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.badge.Finding;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.badge.BadgeBoxTable;
import org.einlass.server.badge.BadgeRun;
import org.einlass.server.badge.BadgeRunTable;
import org.einlass.server.badge.BadgeSheet;
import org.einlass.server.badge.BadgeSheetTable;
import org.einlass.server.badge.BoxRange;
import org.einlass.server.badge.BoxRanges;
import org.einlass.server.database.AwaitedWrite;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.presence.Badges;
import org.einlass.server.registration.Entitlements;
import org.einlass.server.registration.RegistrationQueries;
import org.einlass.server.registration.RegistrationRange;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.einlass.server.report.GermanNameOrder;
import org.jdbi.v3.core.Handle;

/**
 * Prints badges before their people come, and knows which lie in which box. A second print makes only what is new
 * or has changed; what it replaces, and what is nobody's any more, is on the list of sheets to pull. Each call
 * takes its time: not for the threads that answer guests.
 */
public final class BadgeRunService {
    /** A stack that somebody can carry, and a file that a printer takes. */
    public static final int MOST_SHEETS = 2000;

    private final Store store;
    private final ServerKey serverKey;
    private final Badges badges;
    private final BadgePages pages;
    private final Clock clock;
    private final RandomGenerator chance;

    /** @param chance must be a {@link java.security.SecureRandom} outside tests */
    public BadgeRunService(
            Store store, ServerKey serverKey, Badges badges, BadgePages pages, Clock clock, RandomGenerator chance) {
        this.store = store;
        this.serverKey = serverKey;
        this.badges = badges;
        this.pages = pages;
        this.clock = clock;
        this.chance = chance;
    }

    /** All prints, the newest first. @throws UnknownEventOrDoor where there is no such event */
    public List<BadgeRun> runs(EventId event) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return BadgeRunTable.all(handle, event);
        });
    }

    /** The boxes, with how many badges each has. @throws UnknownEventOrDoor where there is no such event */
    public List<BoxLoad> boxes(EventId event) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return loads(BadgeBoxTable.of(handle, event), ExpectedBadges.of(handle, event, badges));
        });
    }

    /**
     * Divides the names of those who may come among boxes, so that all have about as many badges.
     *
     * @param boxes as many as there are counters
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where the number is out of range, or badges lie in the boxes already
     */
    public List<BoxLoad> divide(EventId event, int boxes) {
        if (boxes < 1 || boxes > BoxRanges.MOST_BOXES) {
            throw Rejected.badValue(
                    new Wording("Diese Zahl passt nicht.", "This number does not fit."),
                    new Wording(
                            "Bitte eine Zahl von 1 bis " + BoxRanges.MOST_BOXES + " nennen.",
                            "Name a number from 1 to " + BoxRanges.MOST_BOXES + "."),
                    "boxes");
        }
        AuditTrail trail = AuditTrail.of(AuditAction.BADGE_BOXES_DIVIDED, event.text());
        Seen seen = seen(event);
        ExpectedBadges expected = seen.expected();
        if (expected.sheets().stream().anyMatch(sheet -> sheet.registration() != null)) {
            throw Rejected.because(RejectionReason.CONFLICT)
                    .saying(
                            new Wording(
                                    "In den Kästen liegen schon Namensschilder.", "Badges lie in the boxes already."),
                            new Wording(
                                    "Bitte zuerst alle Kästen leeren und das bestätigen, dann neu aufteilen.",
                                    "First empty all boxes and confirm that, then divide anew."));
        }
        List<BoxRange> ranges = BoxRanges.of(
                expected.byName().stream().map(BadgeRunService::key).toList(), boxes);
        return AwaitedWrite.in(store, transaction -> {
            seen.checkHolds(transaction.handle(), event);
            BadgeBoxTable.replace(transaction.handle(), event, ranges);
            trail.add(transaction, "boxes " + ranges.size(), clock.instant());
            return loads(ranges, expected);
        });
    }

    private static String key(BadgeOrder order) {
        return GermanNameOrder.key(order.attendee().familyName());
    }

    private static List<BoxLoad> loads(List<BoxRange> ranges, ExpectedBadges expected) {
        Map<Integer, Integer> badges = new HashMap<>();
        expected.byName()
                .forEach(order -> badges.merge(BoxRanges.of(ranges, key(order)).box(), 1, Integer::sum));
        return ranges.stream()
                .map(range -> new BoxLoad(range.box(), range.letters(), badges.getOrDefault(range.box(), 0)))
                .toList();
    }

    /** The organisations of those who may come, once each, as lists sort them. @throws UnknownEventOrDoor where there is no such event */
    public List<String> organisations(EventId event) {
        Set<String> sorted = new TreeSet<>(Comparator.comparing(GermanNameOrder::key));
        sorted.addAll(store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return RegistrationQueries.organisationsOfNamed(handle, event);
        }));
        sorted.remove("");
        return List.copyOf(sorted);
    }

    /** How many badges a print would make now. @throws UnknownEventOrDoor where there is no such event */
    public int waiting(EventId event, BadgeRunRequest request) {
        return expected(event).toPrint(request, serverKey).size();
    }

    /** The sheets that are to be taken out now. @throws UnknownEventOrDoor where there is no such event */
    public List<BadgeSheet> toPull(EventId event) {
        return expected(event).toPull();
    }

    private ExpectedBadges expected(EventId event) {
        return seen(event).expected();
    }

    /**
     * People and badges of one moment, read before a transaction in which all of it would take too long.
     *
     * @param newest number of the newest run then; 0 for none
     */
    private record Seen(int newest, ExpectedBadges expected) {

        /** @throws Rejected where somebody has printed or pulled badges since */
        void checkHolds(Handle handle, EventId event) {
            EventTable.checkKnown(handle, event);
            if (newest(handle, event) != newest
                    || BadgeSheetTable.unpulled(handle, event).size()
                            != expected.sheets().size()) {
                throw Rejected.because(RejectionReason.CONFLICT);
            }
        }

        static int newest(Handle handle, EventId event) {
            List<BadgeRun> runs = BadgeRunTable.all(handle, event);
            return runs.isEmpty() ? 0 : runs.get(0).number();
        }
    }

    /** The number of the newest run is read first: whatever is printed after it is noticed. */
    private Seen seen(EventId event) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return new Seen(Seen.newest(handle, event), ExpectedBadges.of(handle, event, badges));
        });
    }

    /**
     * Prints what is to be printed. The pages are then fetched with {@link #pdf}.
     *
     * @param who as the audit trail names its authors
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where nothing is to be printed, or somebody else printed at the same moment
     */
    public BadgeRunResult print(EventId event, BadgeRunRequest request, String who) {
        Seen seen = seen(event);
        ExpectedBadges before = seen.expected();
        List<BadgeOrder> all = before.toPrint(request, serverKey);
        List<BadgeOrder> wanted = all.subList(0, Math.min(MOST_SHEETS, all.size()));
        BadgePages.EventBadges drawing = pages.of(event);
        List<BadgeOrder> fitting = new ArrayList<>(wanted);
        List<BadgeRunResult.Unfit> unfit = new ArrayList<>();
        for (Finding finding : drawing.preflight(wanted, request.format())) {
            finding.refusal().ifPresent(refused -> {
                BadgeOrder order = wanted.get(finding.index());
                fitting.remove(order);
                unfit.add(new BadgeRunResult.Unfit(
                        order.registration(), new Wording(refused.german(), refused.english())));
            });
        }
        if (fitting.isEmpty()) {
            throw nothingToPrint(unfit.size());
        }
        AuditTrail trail = AuditTrail.of(AuditAction.BADGES_PRINTED, event.text());
        BadgeRun run = AwaitedWrite.in(store, transaction -> {
            seen.checkHolds(transaction.handle(), event);
            BadgeRun next = new BadgeRun(
                    seen.newest() + 1, clock.instant(), who, request.format().word(), fitting.size());
            record(transaction, event, next, fitting, before.current());
            trail.add(transaction, "run " + next.number(), clock.instant());
            return next;
        });
        return new BadgeRunResult(
                run, unfit, all.size() - wanted.size(), toPull(event).size());
    }

    private static Rejected nothingToPrint(int unfit) {
        return Rejected.because(RejectionReason.CONFLICT)
                .saying(
                        new Wording(
                                "Es ist nichts zu drucken; " + unfit + " Namen passen nicht auf das Namensschild.",
                                "There is nothing to print; " + unfit + " names do not fit on the badge."),
                        new Wording(
                                "Bitte andere Gäste wählen, oder erneut drucken, was unverändert im Kasten liegt.",
                                "Choose other guests, or print again what lies unchanged in a box."));
    }

    /** A badge that replaces another in the same box takes its place there; others come behind the last. */
    private void record(
            Transaction transaction,
            EventId event,
            BadgeRun run,
            List<BadgeOrder> orders,
            Map<RegistrationId, BadgeSheet> current) {
        Handle handle = transaction.handle();
        EventSalt salt = EventTable.salt(handle, event).orElseThrow();
        List<BoxRange> ranges = BadgeBoxTable.of(handle, event);
        Map<Integer, Integer> last = new HashMap<>();
        List<BadgeSheet> sheets = new ArrayList<>();
        List<EntryId> replaced = new ArrayList<>();
        for (BadgeOrder order : orders) {
            BoxRange range = BoxRanges.of(ranges, key(order));
            BadgeSheet before = current.get(order.registration());
            if (before != null) {
                replaced.add(before.id());
            }
            int number = before != null && before.box() == range.box()
                    ? before.number()
                    : last.compute(
                            range.box(),
                            (box, had) -> had == null ? BadgeSheetTable.highest(handle, event, box) + 1 : had + 1);
            sheets.add(new BadgeSheet(
                    new EntryId(TimeOrderedUuid.next(run.printedAt(), chance)),
                    order.registration(),
                    salt.lookupId(Code.parse(order.code()).orElseThrow()),
                    run.number(),
                    range.box(),
                    range.letters(),
                    number,
                    ExpectedBadges.digest(order, serverKey),
                    false,
                    null));
            transaction.changed(
                    event,
                    "registration",
                    order.registration().toString(),
                    run.printedAt().toEpochMilli());
        }
        BadgeSheetTable.replace(handle, event, replaced);
        BadgeSheetTable.addAll(handle, event, sheets);
        BadgeRunTable.add(handle, event, run);
    }

    /**
     * The badges of a run as a PDF, in the order of boxes and numbers. A badge on which something has changed
     * since is left out: the next run prints it.
     *
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where there is no such run, or nothing of it holds any more
     */
    public byte[] pdf(EventId event, int number, Locale locale) {
        BadgeRun run = runs(event).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(BadgeRunService::nothingLeft);
        List<BadgeSheet> sheets = store.read(handle -> BadgeSheetTable.of(handle, event, number));
        ExpectedBadges expected = expected(event);
        List<BadgePages.Boxed> printed = new ArrayList<>();
        for (BadgeSheet sheet : sheets) {
            BadgeOrder order = expected.orders().get(sheet.registration());
            if (sheet.isCurrent() && order != null && sheet.content().equals(ExpectedBadges.digest(order, serverKey))) {
                printed.add(new BadgePages.Boxed(order, sheet.box(), sheet.number()));
            }
        }
        if (printed.isEmpty()) {
            throw nothingLeft();
        }
        return pages.of(event).pdf(printed, run.format(), locale);
    }

    /**
     * The badge of one person as it looks now, with the code that kiosks print, too. Nothing is noted: no box has it.
     *
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where the person may not come, has no name, or the name does not fit
     */
    public byte[] one(EventId event, RegistrationId registration, BadgeFormat format, Locale locale) {
        RegistrationRange only = RegistrationRange.of(registration);
        BadgeOrder order = store.read(handle -> {
            EventTable.checkKnown(handle, event);
            boolean expected = new Entitlements()
                    .within(handle, event, only).values().stream()
                            .anyMatch(right -> right.status() == RegistrationStatus.CONFIRMED);
            return expected ? badges.within(handle, event, only).get(registration) : null;
        });
        if (order == null || order.attendee().isUnnamed()) {
            throw Rejected.because(RejectionReason.CONFLICT)
                    .saying(
                            new Wording(
                                    "Für diese Anmeldung gibt es kein Namensschild.",
                                    "There is no badge for this registration."),
                            new Wording(
                                    "Bitte zuerst zusagen und den Namen eintragen.",
                                    "Confirm it and enter the name first."));
        }
        BadgePages.EventBadges drawing = pages.of(event);
        drawing.preflight(List.of(order), format)
                .forEach(finding -> finding.refusal().ifPresent(refused -> {
                    throw Rejected.because(RejectionReason.CONFLICT)
                            .saying(
                                    new Wording(refused.german(), refused.english()),
                                    new Wording(
                                            "Bitte einen Namen für das Namensschild eintragen.",
                                            "Enter a name for the badge."));
                }));
        return drawing.pdf(order, format, locale);
    }

    private static Rejected nothingLeft() {
        return Rejected.because(RejectionReason.CONFLICT)
                .saying(
                        new Wording(
                                "Von diesem Druck gilt kein Namensschild mehr, oder es gibt ihn nicht.",
                                "No badge of this print holds any more, or there is no such print."),
                        new Wording("Bitte neu drucken, was sich geändert hat.", "Print what has changed anew."));
    }

    /**
     * Somebody took out of the boxes what was to be pulled.
     *
     * @param count how many sheets their list had
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where the list has another length by now
     */
    public int pulled(EventId event, int count) {
        AuditTrail trail = AuditTrail.of(AuditAction.BADGES_PULLED, event.text());
        Seen seen = seen(event);
        List<BadgeSheet> sheets = seen.expected().toPull();
        if (sheets.size() != count) {
            throw Rejected.because(RejectionReason.CONFLICT)
                    .saying(
                            new Wording(
                                    "Auf der Liste stehen inzwischen " + sheets.size() + " Namensschilder.",
                                    "There are " + sheets.size() + " badges on the list by now."),
                            new Wording(
                                    "Bitte die Liste neu drucken und die übrigen herausnehmen.",
                                    "Print the list anew and pull the others."));
        }
        return AwaitedWrite.in(store, transaction -> {
            seen.checkHolds(transaction.handle(), event);
            pull(transaction, event, sheets);
            trail.add(transaction, "sheets " + sheets.size(), clock.instant());
            return sheets.size();
        });
    }

    /**
     * Somebody emptied all boxes: every badge is to be printed anew.
     *
     * @throws UnknownEventOrDoor where there is no such event
     */
    public int emptied(EventId event) {
        AuditTrail trail = AuditTrail.of(AuditAction.BADGES_PULLED, event.text());
        return AwaitedWrite.in(store, transaction -> {
            EventTable.checkKnown(transaction.handle(), event);
            List<BadgeSheet> sheets = BadgeSheetTable.unpulled(transaction.handle(), event).stream()
                    .filter(sheet -> sheet.registration() != null)
                    .toList();
            pull(transaction, event, sheets);
            trail.add(transaction, "all", clock.instant());
            return sheets.size();
        });
    }

    private void pull(Transaction transaction, EventId event, List<BadgeSheet> sheets) {
        Instant now = clock.instant();
        BadgeSheetTable.pull(
                transaction.handle(), event, sheets.stream().map(BadgeSheet::id).toList(), now);
        sheets.forEach(sheet ->
                transaction.changed(event, "registration", String.valueOf(sheet.registration()), now.toEpochMilli()));
    }
}
