package org.einlass.reports.ticket;

import java.util.List;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.jasper.Press;
import org.einlass.reports.page.Imprint;
import org.einlass.reports.page.Sheet;

/** Sets tickets. Stateless, for any thread; never throws for what stands in a ticket. */
public final class TicketPress {

    private final Press press = new Press();
    private final TicketSetter setter = new TicketSetter();

    /** The ticket's pages: one, and more only where its texts are very long. */
    public PrintedPages set(Ticket ticket, TicketSize size) {
        List<Sheet> sheets = setter.set(ticket, size);
        String title = "Ticket: " + ticket.occasion().title();
        return press.print(sheets, new Imprint(title, ticket.language()));
    }
}
