package org.einlass.server.report.badge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.BadgeLayoutSet;
import org.einlass.contract.registration.BoxedBadge;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.badge.BadgeContent;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.badge.BadgeRenderer;
import org.einlass.reports.badge.Finding;
import org.einlass.reports.badge.LayoutChoice;
import org.einlass.server.badge.BadgeLayoutTable;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;

/** Draws an event's badges on the server, as its devices draw them. From any thread. */
public class BadgePages {
    private static final int MOST_KEPT = 8;
    private static final Wording TITLE = new Wording("Namensschilder", "Badges");

    private final Store store;
    private final Map<List<BadgeLayoutSet.Layout>, LayoutChoice> choices = new ConcurrentHashMap<>();

    public BadgePages(Store store) {
        this.store = store;
    }

    /** A badge with its place in a box. */
    public record Boxed(BadgeOrder order, int box, int number) {}

    /** The badges of an event as they look now. @throws UnknownEventOrDoor where there is no such event */
    public EventBadges of(EventId event) {
        EventDocument document = store.read(handle -> EventTable.document(handle, event))
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
        Map<ProgrammeId, Wording> programmes = new LinkedHashMap<>();
        document.allProgrammes().forEach(programme -> programmes.put(programme.id(), programme.title()));
        List<BadgeLayoutSet.Layout> layouts = store.read(handle -> BadgeLayoutTable.all(handle, event));
        return new EventBadges(new BadgeContent(document.title(), document.categories(), programmes), choice(layouts));
    }

    /** Renderers are kept as long as nothing changes: each loads its pictures. */
    private LayoutChoice choice(List<BadgeLayoutSet.Layout> layouts) {
        if (choices.size() > MOST_KEPT) {
            choices.clear();
        }
        return choices.computeIfAbsent(layouts, same -> new LayoutChoice(new BadgeLayoutSet("", same)));
    }

    /** The badges of one event. */
    public static final class EventBadges {
        private final BadgeContent content;
        private final LayoutChoice choice;

        private EventBadges(BadgeContent content, LayoutChoice choice) {
            this.content = content;
            this.choice = choice;
        }

        private BadgeRenderer.Styled styled(BadgeOrder order, BadgeFormat format, String mark) {
            return new BadgeRenderer.Styled(
                    choice.renderer(format, order.category()),
                    content.badge(order).marked(mark));
        }

        /** Which badges cannot be printed, and which are smaller or emptier than wanted. */
        public List<Finding> preflight(List<BadgeOrder> orders, BadgeFormat format) {
            return BadgeRenderer.preflightAll(
                    orders.stream().map(order -> styled(order, format, "")).toList());
        }

        /** One badge; empty where its name does not fit. */
        public Optional<PrintedPages> pages(BadgeOrder order, BadgeFormat format) {
            return BadgeRenderer.setStyled(List.of(styled(order, format, "")), "", Locale.GERMAN)
                    .pages();
        }

        /** One badge that lies in no box; empty where its name does not fit. */
        public byte[] pdf(BadgeOrder order, BadgeFormat format, Locale locale) {
            return BadgeRenderer.setStyled(List.of(styled(order, format, "")), TITLE.in(locale), locale)
                    .pages()
                    .map(PrintedPages::pdf)
                    .orElseGet(() -> new byte[0]);
        }

        /** Badges in one file, in their order. */
        public byte[] pdf(List<Boxed> badges, String format, Locale locale) {
            BadgeFormat paper = BadgeFormat.named(format).orElse(BadgeFormat.A6);
            return BadgeRenderer.setStyled(
                            badges.stream()
                                    .map(one -> styled(one.order(), paper, BoxedBadge.mark(one.box(), one.number())))
                                    .toList(),
                            TITLE.in(locale),
                            locale)
                    .pages()
                    .map(PrintedPages::pdf)
                    .orElseGet(() -> new byte[0]);
        }
    }
}
