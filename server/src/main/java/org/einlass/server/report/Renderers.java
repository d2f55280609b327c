package org.einlass.server.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.einlass.reports.certificate.CertificateRenderer;
import org.einlass.reports.list.PrintedListRenderer;
import org.einlass.reports.statistics.AttendanceReport;
import org.einlass.reports.statistics.PressSheetRenderer;
import org.einlass.reports.ticket.TicketRenderer;

/** The presses of this server; made once, since the first use of each loads its fonts and templates. */
@ApplicationScoped
public class Renderers {
    private final AttendanceReport attendance = new AttendanceReport();
    private final CertificateRenderer certificates = new CertificateRenderer();
    private final PrintedListRenderer lists = new PrintedListRenderer();
    private final PressSheetRenderer press = new PressSheetRenderer();
    private final TicketRenderer tickets = new TicketRenderer();

    public CertificateRenderer certificates() {
        return certificates;
    }

    public PrintedListRenderer lists() {
        return lists;
    }

    public AttendanceReport attendance() {
        return attendance;
    }

    public PressSheetRenderer press() {
        return press;
    }

    public TicketRenderer tickets() {
        return tickets;
    }
}
