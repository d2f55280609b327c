package org.einlass.server.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.einlass.reports.statistics.AttendanceReport;
import org.einlass.reports.ticket.TicketPress;

/** The presses of this server; made once, since the first use of each loads its fonts and templates. */
@ApplicationScoped
public class Presses {
    private final AttendanceReport attendance = new AttendanceReport();
    private final TicketPress tickets = new TicketPress();

    public AttendanceReport attendance() {
        return attendance;
    }

    public TicketPress tickets() {
        return tickets;
    }
}
