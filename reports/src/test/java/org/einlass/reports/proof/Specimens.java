package org.einlass.reports.proof;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.badge.Badge;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.badge.BadgeLayouts;
import org.einlass.reports.badge.BadgeRenderer;
import org.einlass.reports.badge.SampleBadges;
import org.einlass.reports.list.PrintedListRenderer;
import org.einlass.reports.list.SampleLists;
import org.einlass.reports.statistics.AttendanceReport;
import org.einlass.reports.statistics.SampleAttendance;
import org.einlass.reports.ticket.SampleTickets;
import org.einlass.reports.ticket.Ticket;
import org.einlass.reports.ticket.TicketRenderer;
import org.einlass.reports.ticket.TicketSize;

/** Draws every printed matter with short, typical and extreme data, to be looked at. */
public final class Specimens {

    private final Path folder;

    private Specimens(Path folder) {
        this.folder = folder;
    }

    /** Writes PNG files into the folder that is named. */
    public static void main(String[] arguments) throws IOException {
        Specimens specimens = new Specimens(Files.createDirectories(Path.of(arguments[0])));
        specimens.badges();
        specimens.tickets();
        specimens.reports();
    }

    private void badges() throws IOException {
        for (BadgeFormat format : BadgeFormat.values()) {
            badge(format, "short", SampleBadges.shortest());
            badge(format, "typical", SampleBadges.typical());
            badge(format, "extreme", SampleBadges.extreme());
        }
    }

    private void badge(BadgeFormat format, String kind, Badge badge) throws IOException {
        int copies = format == BadgeFormat.A4_EIGHT ? 8 : 1;
        int dpi = format == BadgeFormat.A4_EIGHT ? 60 : 110;
        var pages = new BadgeRenderer(BadgeLayouts.of(format))
                .setAll(Collections.nCopies(copies, badge), "Muster", Locale.GERMAN)
                .pages();
        String name = "badge-" + format.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + kind;
        if (pages.isPresent()) {
            write(name, pages.get(), 0, dpi);
            write(name + "-black", pages.get().raster(0, 203, Inks.BLACK));
        }
    }

    private void tickets() throws IOException {
        TicketRenderer press = new TicketRenderer();
        for (TicketSize size : TicketSize.values()) {
            String name = "ticket-" + size.name().toLowerCase(Locale.ROOT);
            write(name + "-short", press.set(SampleTickets.shortest(), size), 0, 60);
            write(name + "-typical", press.set(SampleTickets.typical(), size), 0, 60);
            pages(name + "-extreme", press, SampleTickets.extreme(), size);
        }
    }

    private void pages(String name, TicketRenderer press, Ticket ticket, TicketSize size) throws IOException {
        PrintedPages pages = press.set(ticket, size);
        for (int page = 0; page < pages.count(); page++) {
            write(name + "-" + (page + 1), pages, page, 60);
        }
    }

    private void reports() throws IOException {
        AttendanceReport report = new AttendanceReport();
        write("attendance-short", report.pages(SampleAttendance.empty()), 0, 60);
        write("attendance-typical", report.pages(SampleAttendance.typical()), 0, 80);
        write("attendance-typical-2", report.pages(SampleAttendance.typical()), 1, 80);
        write("attendance-english", report.pages(SampleAttendance.typical(Locale.ENGLISH)), 1, 80);
        write("attendance-extreme", report.pages(SampleAttendance.extreme()), 1, 60);
        PrintedPages compared = report.pages(SampleAttendance.compared(Locale.GERMAN));
        for (int page = 0; page < compared.count(); page++) {
            write("attendance-compared-" + (page + 1), compared, page, 80);
        }
        write("list-typical", new PrintedListRenderer().pages(SampleLists.signed(Locale.GERMAN)), 0, 60);
    }

    private void write(String name, PrintedPages pages, int page, int dpi) throws IOException {
        write(name, pages.raster(page, dpi, Inks.COLOUR));
    }

    private void write(String name, BufferedImage image) throws IOException {
        ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    }
}
