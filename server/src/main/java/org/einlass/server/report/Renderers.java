package org.einlass.server.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.einlass.reports.statistics.AttendanceReport;
import org.einlass.reports.ticket.TicketRenderer;

/** The presses of this server; made once, since the first use of each loads its fonts and templates. */
@ApplicationScoped
public class Renderers {
    private final AttendanceReport attendance = new AttendanceReport();
    private final TicketRenderer tickets = new TicketRenderer();

    public AttendanceReport attendance() {
        return attendance;
    }

    public TicketRenderer tickets() {
        return tickets;
    }
}
