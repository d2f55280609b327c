package org.einlass.reports.ticket;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einlass.reports.Millimetres;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.page.QrCode;
import org.einlass.reports.page.Sheet;
import org.einlass.reports.page.StructureRole;
import org.einlass.reports.typography.Weight;

/** Lays a ticket out: the code first and large, then what a person needs to know. */
final class TicketSetter {

    private static final DateTimeFormatter GERMAN_DAY =
            DateTimeFormatter.ofPattern("EEEE, d. MMMM uuuu", Locale.GERMANY);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Pattern TELEPHONE = Pattern.compile("^\\+?[0-9][0-9 /()-]{4,24}");
    private static final String QR_ALTERNATIVE =
            "QR-Code Ihres Tickets. Ohne Bild hilft die Buchungsnummer. / QR code of your ticket; the booking number does as well.";

    List<Sheet> set(Ticket ticket, TicketSize size) {
        return switch (size) {
            case A4 -> onPaper(ticket);
            case PHONE -> onPhone(ticket);
        };
    }

    private static List<Sheet> onPaper(Ticket ticket) {
        TicketColumn ticketColumn = column(TicketSize.A4, 22);
        double side = Millimetres.toPoints(62);
        double beside = ticketColumn.frame().width() - side - Millimetres.toPoints(8);
        PageFrame code = new PageFrame(
                ticketColumn.frame().right() - side + quietZone(side),
                ticketColumn.frame().y() - quietZone(side),
                side,
                side);
        head(ticketColumn, ticket, beside, 26);
        ticketColumn.skip(12);
        person(ticketColumn, ticket, beside, 17);
        ticketColumn.put(QrCode.in(code, ticket.code(), QR_ALTERNATIVE));
        ticketColumn.moveTo(Math.max(ticketColumn.y(), code.bottom()) + 8);
        ticketColumn.rule();
        ticketColumn.skip(14);
        notes(ticketColumn, ticket, ticketColumn.frame().width(), 11);
        return ticketColumn.sheets();
    }

    /** The white border belongs to the code; its modules line up with the column, not its border. */
    private static double quietZone(double side) {
        return side * 4 / 33;
    }

    private static List<Sheet> onPhone(Ticket ticket) {
        TicketColumn ticketColumn = column(TicketSize.PHONE, 7);
        double side = Millimetres.toPoints(76);
        double width = ticketColumn.frame().width();
        PageFrame code = new PageFrame(
                ticketColumn.frame().x() + (width - side) / 2,
                ticketColumn.frame().y() - quietZone(side) / 2,
                side,
                side);
        ticketColumn.put(QrCode.in(code, ticket.code(), QR_ALTERNATIVE));
        ticketColumn.moveTo(code.bottom());
        person(ticketColumn, ticket, width, 14);
        ticketColumn.skip(8);
        ticketColumn.rule();
        ticketColumn.skip(8);
        head(ticketColumn, ticket, width, 16);
        ticketColumn.skip(8);
        notes(ticketColumn, ticket, width, 9.5);
        return ticketColumn.sheetsCut(Millimetres.toPoints(7));
    }

    private static TicketColumn column(TicketSize size, double margin) {
        return new TicketColumn(
                Millimetres.toPoints(size.width()), Millimetres.toPoints(size.height()), Millimetres.toPoints(margin));
    }

    private static void head(TicketColumn ticketColumn, Ticket ticket, double width, double size) {
        TicketEvent ticketEvent = ticket.occasion();
        ticketColumn.paragraph(StructureRole.TITLE, ticketEvent.title(), Weight.BOLD, size, width);
        ticketColumn.skip(size * 0.25);
        ticketColumn.paragraph(StructureRole.TEXT, when(ticket), Weight.SEMIBOLD, size * 0.5, width);
        ticketColumn.paragraph(
                StructureRole.TEXT,
                joined(ticketEvent.venue(), ticketEvent.address()),
                Weight.REGULAR,
                size * 0.45,
                width);
        ticketColumn.paragraph(
                StructureRole.TEXT, String.join(" · ", ticket.programmes()), Weight.REGULAR, size * 0.45, width);
    }

    private static String joined(String first, String second) {
        return first.isBlank() || second.isBlank() ? first + second : first + ", " + second;
    }

    private static String when(Ticket ticket) {
        ZonedDateTime start = ticket.occasion().start();
        ZonedDateTime end = ticket.occasion().end();
        DateTimeFormatter day = ticket.isEnglish() ? ENGLISH_DAY : GERMAN_DAY;
        String clock = ticket.isEnglish() ? "" : " Uhr";
        String until = start.toLocalDate().equals(end.toLocalDate())
                ? CLOCK.format(end)
                : day.format(end) + ", " + CLOCK.format(end);
        return day.format(start) + ", " + CLOCK.format(start) + " – " + until + clock;
    }

    private static void person(TicketColumn ticketColumn, Ticket ticket, double width, double size) {
        ticketColumn.paragraph(StructureRole.TEXT, ticket.attendee(), Weight.BOLD, size, width);
        ticketColumn.paragraph(StructureRole.TEXT, ticket.organisation(), Weight.REGULAR, size * 0.68, width);
        ticketColumn.paragraph(StructureRole.TEXT, ticket.category(), Weight.REGULAR, size * 0.68, width);
        ticketColumn.skip(size * 0.5);
        ticketColumn.paragraph(
                StructureRole.TEXT,
                ticket.isEnglish() ? "Booking number" : "Buchungsnummer / booking number",
                Weight.REGULAR,
                size * 0.55,
                width);
        ticketColumn.paragraph(StructureRole.TEXT, ticket.groupedBookingNumber(), Weight.BOLD, size * 1.25, width);
    }

    private static void notes(TicketColumn ticketColumn, Ticket ticket, double width, double size) {
        boolean english = ticket.isEnglish();
        TicketEvent ticketEvent = ticket.occasion();
        note(
                ticketColumn,
                english ? "Getting there" : "Anreise / Getting there",
                ticketEvent.directions(),
                width,
                size);
        note(ticketColumn, english ? "Access" : "Barrierefreiheit / Access", ticketEvent.access(), width, size);
        hotline(
                ticketColumn,
                english ? "Hotline" : "Hotline für Teilnehmende / Hotline",
                ticketEvent.hotline(),
                width,
                size);
        note(
                ticketColumn,
                english ? "At the entrance" : "Am Eingang / At the entrance",
                english
                        ? "Hold this code to the kiosk, on paper or on the phone. Without the code, the booking number and your family name will do."
                        : "Halten Sie diesen Code an das Terminal, auf Papier oder auf dem Telefon. Ohne Code genügen Buchungsnummer und Familienname. "
                                + "Hold this code to the kiosk; booking number and family name will do as well.",
                width,
                size);
    }

    /** A number at the beginning can be called from the phone that shows the ticket. */
    private static void hotline(TicketColumn ticketColumn, String heading, String text, double width, double size) {
        if (text.isBlank()) {
            return;
        }
        ticketColumn.paragraph(StructureRole.HEADING, heading, Weight.SEMIBOLD, size * 1.1, width);
        ticketColumn.paragraph(StructureRole.TEXT, text, Weight.REGULAR, size, width);
        Matcher number = TELEPHONE.matcher(text);
        if (number.find()) {
            String digits = number.group().replaceAll("[^+0-9]", "");
            ticketColumn.link(
                    "tel:" + digits, "Anrufen / call " + number.group().strip());
        }
        ticketColumn.skip(size * 0.9);
    }

    private static void note(TicketColumn ticketColumn, String heading, String text, double width, double size) {
        if (text.isBlank()) {
            return;
        }
        ticketColumn.paragraph(StructureRole.HEADING, heading, Weight.SEMIBOLD, size * 1.1, width);
        for (String paragraph : text.split("\\R", -1)) {
            ticketColumn.paragraph(StructureRole.TEXT, paragraph, Weight.REGULAR, size, width);
        }
        ticketColumn.skip(size * 0.9);
    }
}
