package org.einlass.server.statistics.prints;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.PrintStage;
import org.einlass.contract.journal.ReissueReason;
import org.einlass.server.statistics.AttendanceQueries;
import org.einlass.server.statistics.prints.PrintCount.Occasion;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Counts the prints that devices reported, by printer and occasion. */
public final class PrintCounts {
    private final Map<EntryId, Print> prints = new LinkedHashMap<>();
    private final Map<LookupId, Occasion> occasions = new HashMap<>();

    /** One badge on its way onto paper, with all that is known of it. */
    private record Print(String device, @Nullable String printer, LookupId badge, Set<PrintStage> stages) {

        boolean isPrinted() {
            return stages.contains(PrintStage.PRINTED);
        }

        boolean isUnclear() {
            return !isPrinted() && !isFailed() && stages.contains(PrintStage.UNCLEAR);
        }

        boolean isFailed() {
            return !isPrinted() && stages.contains(PrintStage.FAILED);
        }

        boolean isSilent() {
            return !isPrinted() && !isFailed() && !isUnclear() && stages.contains(PrintStage.ACCEPTED);
        }

        boolean mayBeOnPaper() {
            return isPrinted() || isSilent() || isUnclear();
        }
    }

    private record Key(String device, String printer, Occasion occasion) {}

    private PrintCounts() {}

    /**
     * The prints of the live phase, by device, printer and occasion; what was set aside is not among them, nor what was
     * handed out and never printed at a device. Takes its time: it reads all entries about prints.
     */
    public static List<PrintCount> of(Handle handle, EventId event) {
        PrintCounts counts = new PrintCounts();
        handle.createQuery("""
                        select f.body, coalesce(d.title, f.device) as device
                        from facts f
                            left join set_asides s on s.event = f.event and s.device = f.device
                            left join devices d on d.event = f.event and d.id = f.device
                        where f.event = :event and f.phase = 'LIVE'
                            and f.type in ('printed RENDERED', 'printed ACCEPTED', 'printed PRINTED', 'printed FAILED',
                                'printed UNCLEAR', 'badgereissued', 'walkedin', 'substituted')
                            and (s.from_at is null or f.at < s.from_at)
                        order by f.at, f.device, f.epoch, f.sequence
                        """)
                .bind("event", event.text())
                .map((row, context) -> {
                    counts.add(row.getString("device"), AttendanceQueries.entry(row.getString("body")));
                    return true;
                })
                .forEach(read -> {});
        return counts.sums();
    }

    private void add(String device, JournalEntry entry) {
        if (entry instanceof JournalEntry.Printed stage) {
            Print before = prints.get(stage.print());
            Set<PrintStage> stages = before == null ? EnumSet.noneOf(PrintStage.class) : before.stages();
            stages.add(stage.stage());
            prints.put(
                    stage.print(),
                    new Print(
                            device,
                            stage.printer() == null && before != null ? before.printer() : stage.printer(),
                            stage.badge(),
                            stages));
        } else if (entry instanceof JournalEntry.BadgeReissued reissued) {
            occasions.put(reissued.badge(), occasion(reissued.reason()));
        } else if (entry instanceof JournalEntry.Newcomer newcomer) {
            occasions.put(
                    newcomer.badge(),
                    entry instanceof JournalEntry.Substituted ? Occasion.SUBSTITUTION : Occasion.WALK_IN);
        }
    }

    private static Occasion occasion(@Nullable ReissueReason reason) {
        if (reason == null) {
            return Occasion.REISSUED;
        }
        return switch (reason) {
            case LOST -> Occasion.LOST;
            case DAMAGED -> Occasion.DAMAGED;
            case CORRECTED -> Occasion.CORRECTED;
            case UNRECOGNISED -> Occasion.REISSUED;
        };
    }

    private List<PrintCount> sums() {
        Map<Key, PrintCount> sums = new LinkedHashMap<>();
        Set<LookupId> onPaper = new HashSet<>();
        for (Print print : prints.values()) {
            Occasion occasion = onPaper.contains(print.badge())
                    ? Occasion.AGAIN
                    : occasions.getOrDefault(print.badge(), Occasion.FIRST);
            if (print.mayBeOnPaper()) {
                onPaper.add(print.badge());
            } else if (!print.isFailed()) {
                continue;
            }
            String printer = print.printer();
            sums.merge(
                    new Key(print.device(), printer == null ? "" : printer, occasion),
                    new PrintCount(
                            print.device(),
                            printer,
                            occasion,
                            print.isPrinted() ? 1 : 0,
                            print.isSilent() ? 1 : 0,
                            print.isUnclear() ? 1 : 0,
                            print.isFailed() ? 1 : 0),
                    PrintCounts::sum);
        }
        return sums.values().stream()
                .sorted(Comparator.comparing(PrintCount::device)
                        .thenComparing(PrintCount::printer, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(PrintCount::occasion))
                .toList();
    }

    private static PrintCount sum(PrintCount one, PrintCount other) {
        return new PrintCount(
                one.device(),
                one.printer(),
                one.occasion(),
                one.printed() + other.printed(),
                one.silent() + other.silent(),
                one.unclear() + other.unclear(),
                one.failed() + other.failed());
    }
}
