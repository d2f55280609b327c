package org.einlass.reports.ticket;

import java.util.List;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.jasper.SheetRenderer;
import org.einlass.reports.page.DocumentMetadata;
import org.einlass.reports.page.Sheet;

/** Sets tickets. Stateless, for any thread; never throws for what stands in a ticket. */
public final class TicketRenderer {

    private final SheetRenderer sheetRenderer = new SheetRenderer();
    private final TicketSetter setter = new TicketSetter();

    /**
     * Several tickets as one document, in their order.
     *
     * @param tickets at least one, all of one event and language
     */
    public PrintedPages setAll(List<Ticket> tickets, TicketSize size) {
        List<Sheet> sheets = tickets.stream()
                .flatMap(ticket -> setter.set(ticket, size).stream())
                .toList();
        Ticket first = tickets.get(0);
        String title = "Tickets: " + first.occasion().title();
        return sheetRenderer.print(sheets, new DocumentMetadata(title, first.language()));
    }

    /** The ticket's pages: one, and more only where its texts are very long. */
    public PrintedPages set(Ticket ticket, TicketSize size) {
        List<Sheet> sheets = setter.set(ticket, size);
        String title = "Ticket: " + ticket.occasion().title();
        return sheetRenderer.print(sheets, new DocumentMetadata(title, ticket.language()));
    }
}
