package org.einlass.reports.ticket;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einlass.reports.Millimetres;
import org.einlass.reports.page.Frame;
import org.einlass.reports.page.QrCode;
import org.einlass.reports.page.Role;
import org.einlass.reports.page.Sheet;
import org.einlass.reports.type.Weight;

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
        Column column = column(TicketSize.A4, 22);
        double side = Millimetres.toPoints(62);
        double beside = column.frame().width() - side - Millimetres.toPoints(8);
        Frame code = new Frame(
                column.frame().right() - side + quietZone(side), column.frame().y() - quietZone(side), side, side);
        head(column, ticket, beside, 26);
        column.skip(12);
        person(column, ticket, beside, 17);
        column.put(QrCode.in(code, ticket.code(), QR_ALTERNATIVE));
        column.moveTo(Math.max(column.y(), code.bottom()) + 8);
        column.rule();
        column.skip(14);
        notes(column, ticket, column.frame().width(), 11);
        return column.sheets();
    }

    /** The white border belongs to the code; its modules line up with the column, not its border. */
    private static double quietZone(double side) {
        return side * 4 / 33;
    }

    private static List<Sheet> onPhone(Ticket ticket) {
        Column column = column(TicketSize.PHONE, 7);
        double side = Millimetres.toPoints(76);
        double width = column.frame().width();
        Frame code = new Frame(
                column.frame().x() + (width - side) / 2, column.frame().y() - quietZone(side) / 2, side, side);
        column.put(QrCode.in(code, ticket.code(), QR_ALTERNATIVE));
        column.moveTo(code.bottom());
        person(column, ticket, width, 14);
        column.skip(8);
        column.rule();
        column.skip(8);
        head(column, ticket, width, 16);
        column.skip(8);
        notes(column, ticket, width, 9.5);
        return column.sheetsCut(Millimetres.toPoints(7));
    }

    private static Column column(TicketSize size, double margin) {
        return new Column(
                Millimetres.toPoints(size.width()), Millimetres.toPoints(size.height()), Millimetres.toPoints(margin));
    }

    private static void head(Column column, Ticket ticket, double width, double size) {
        Occasion occasion = ticket.occasion();
        column.paragraph(Role.TITLE, occasion.title(), Weight.BOLD, size, width);
        column.skip(size * 0.25);
        column.paragraph(Role.TEXT, when(ticket), Weight.SEMIBOLD, size * 0.5, width);
        column.paragraph(Role.TEXT, joined(occasion.venue(), occasion.address()), Weight.REGULAR, size * 0.45, width);
        column.paragraph(Role.TEXT, String.join(" · ", ticket.programmes()), Weight.REGULAR, size * 0.45, width);
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

    private static void person(Column column, Ticket ticket, double width, double size) {
        column.paragraph(Role.TEXT, ticket.attendee(), Weight.BOLD, size, width);
        column.paragraph(Role.TEXT, ticket.organisation(), Weight.REGULAR, size * 0.68, width);
        column.paragraph(Role.TEXT, ticket.category(), Weight.REGULAR, size * 0.68, width);
        column.skip(size * 0.5);
        column.paragraph(
                Role.TEXT,
                ticket.isEnglish() ? "Booking number" : "Buchungsnummer / booking number",
                Weight.REGULAR,
                size * 0.55,
                width);
        column.paragraph(Role.TEXT, ticket.groupedBookingNumber(), Weight.BOLD, size * 1.25, width);
    }

    private static void notes(Column column, Ticket ticket, double width, double size) {
        boolean english = ticket.isEnglish();
        Occasion occasion = ticket.occasion();
        note(column, english ? "Getting there" : "Anreise / Getting there", occasion.directions(), width, size);
        note(column, english ? "Access" : "Barrierefreiheit / Access", occasion.access(), width, size);
        hotline(column, english ? "Hotline" : "Hotline für Teilnehmende / Hotline", occasion.hotline(), width, size);
        note(
                column,
                english ? "At the entrance" : "Am Eingang / At the entrance",
                english
                        ? "Hold this code to the kiosk, on paper or on the phone. Without the code, the booking number and your family name will do."
                        : "Halten Sie diesen Code an das Terminal, auf Papier oder auf dem Telefon. Ohne Code genügen Buchungsnummer und Familienname. "
                                + "Hold this code to the kiosk; booking number and family name will do as well.",
                width,
                size);
    }

    /** A number at the beginning can be called from the phone that shows the ticket. */
    private static void hotline(Column column, String heading, String text, double width, double size) {
        if (text.isBlank()) {
            return;
        }
        column.paragraph(Role.HEADING, heading, Weight.SEMIBOLD, size * 1.1, width);
        column.paragraph(Role.TEXT, text, Weight.REGULAR, size, width);
        Matcher number = TELEPHONE.matcher(text);
        if (number.find()) {
            String digits = number.group().replaceAll("[^+0-9]", "");
            column.link("tel:" + digits, "Anrufen / call " + number.group().strip());
        }
        column.skip(size * 0.9);
    }

    private static void note(Column column, String heading, String text, double width, double size) {
        if (text.isBlank()) {
            return;
        }
        column.paragraph(Role.HEADING, heading, Weight.SEMIBOLD, size * 1.1, width);
        for (String paragraph : text.split("\\R", -1)) {
            column.paragraph(Role.TEXT, paragraph, Weight.REGULAR, size, width);
        }
        column.skip(size * 0.9);
    }
}
