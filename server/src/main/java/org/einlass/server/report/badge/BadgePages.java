package org.einlass.server.report.badge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.BoxedBadge;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.badge.BadgeContent;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.badge.BadgeLayouts;
import org.einlass.reports.badge.BadgeRenderer;
import org.einlass.reports.badge.Finding;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;

/** Draws an event's badges on the server, as its devices draw them. From any thread. */
public final class BadgePages {
    private static final Wording TITLE = new Wording("Namensschilder", "Badges");

    private final Store store;
    private final Map<BadgeFormat, BadgeRenderer> renderers = new ConcurrentHashMap<>();

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
        return new EventBadges(new BadgeContent(document.title(), document.categories(), programmes));
    }

    private BadgeRenderer renderer(BadgeFormat format) {
        return renderers.computeIfAbsent(format, wanted -> new BadgeRenderer(BadgeLayouts.of(wanted)));
    }

    /** The badges of one event. */
    public final class EventBadges {
        private final BadgeContent content;

        private EventBadges(BadgeContent content) {
            this.content = content;
        }

        /** Which badges cannot be printed, and which are smaller or emptier than wanted. */
        public List<Finding> preflight(List<BadgeOrder> orders, BadgeFormat format) {
            return renderer(format)
                    .preflight(orders.stream().map(content::badge).toList());
        }

        /** Badges in one file, in their order. */
        public byte[] pdf(List<Boxed> badges, String format, Locale locale) {
            return renderer(BadgeFormat.named(format).orElse(BadgeFormat.A6))
                    .setAll(
                            badges.stream()
                                    .map(one ->
                                            content.badge(one.order()).marked(BoxedBadge.mark(one.box(), one.number())))
                                    .toList(),
                            TITLE.in(locale),
                            locale)
                    .pages()
                    .map(PrintedPages::pdf)
                    .orElseGet(() -> new byte[0]);
        }
    }
}
