package org.einlass.server.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.registration.Sector;
import org.einlass.server.registration.Particulars;
import org.einlass.server.registration.Sameness;
import org.jspecify.annotations.Nullable;

/** Reads rows in the words of one event: its categories and programmes may be written as ids or as titles. */
final class RowReading {
    private static final Map<String, RegistrationStatus> STATUSES = Map.ofEntries(
            Map.entry("", RegistrationStatus.CONFIRMED),
            Map.entry("bestätigt", RegistrationStatus.CONFIRMED),
            Map.entry("angemeldet", RegistrationStatus.CONFIRMED),
            Map.entry("bezahlt", RegistrationStatus.CONFIRMED),
            Map.entry("confirmed", RegistrationStatus.CONFIRMED),
            Map.entry("paid", RegistrationStatus.CONFIRMED),
            Map.entry("warteliste", RegistrationStatus.WAITLISTED),
            Map.entry("waitlisted", RegistrationStatus.WAITLISTED),
            Map.entry("storniert", RegistrationStatus.CANCELLED),
            Map.entry("abgemeldet", RegistrationStatus.CANCELLED),
            Map.entry("cancelled", RegistrationStatus.CANCELLED),
            Map.entry("canceled", RegistrationStatus.CANCELLED),
            Map.entry("gesperrt", RegistrationStatus.BLOCKED),
            Map.entry("blocked", RegistrationStatus.BLOCKED));
    private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("d.M.yyyy", Locale.ROOT);

    private final EventWords words;

    RowReading(EventWords words) {
        this.words = words;
    }

    /** @throws RowFaultException where a cell cannot be taken */
    Candidate read(Row row) {
        Attendee attendee = attendee(row);
        Particulars particulars = new Particulars(
                status(row),
                attendee,
                category(row),
                sector(row),
                bounded(row, Column.FEDERAL_STATE),
                programmes(row),
                days(row));
        String key = bounded(row, Column.KEY);
        Sameness sameness = key.isEmpty() ? Sameness.ofPerson(attendee) : Sameness.ofKey(key);
        return new Candidate(row.line(), sameness, particulars, external(row));
    }

    private static Attendee attendee(Row row) {
        if (row.get(Column.FAMILY_NAME).isEmpty()) {
            throw new RowFaultException(
                    Column.FAMILY_NAME,
                    new Wording("Der Nachname fehlt.", "The last name is missing."),
                    new Wording("Bitte den Nachnamen eintragen.", "Fill in the last name."));
        }
        Function<Column, String> field = column -> oneLine(row, column);
        return new Attendee(
                field.apply(Column.SALUTATION),
                field.apply(Column.TITLE),
                field.apply(Column.GIVEN_NAME),
                field.apply(Column.PARTICLE),
                field.apply(Column.FAMILY_NAME),
                field.apply(Column.FUNCTION),
                field.apply(Column.ORGANISATION),
                field.apply(Column.DEPARTMENT),
                field.apply(Column.BADGE_NAME),
                field.apply(Column.PRONUNCIATION));
    }

    /** A line break inside a cell is a blank on a badge. */
    private static String oneLine(Row row, Column column) {
        return bounded(row, column).replaceAll("\\s+", " ");
    }

    private static String bounded(Row row, Column column) {
        String text = row.get(column);
        if (text.codePointCount(0, text.length()) > Attendee.LONGEST_FIELD) {
            throw new RowFaultException(
                    column,
                    new Wording(
                            "Das Feld hat mehr als " + Attendee.LONGEST_FIELD + " Zeichen.",
                            "The field has more than " + Attendee.LONGEST_FIELD + " characters."),
                    new Wording("Bitte kürzen.", "Shorten it."));
        }
        return text;
    }

    private static RegistrationStatus status(Row row) {
        RegistrationStatus status = STATUSES.get(row.get(Column.STATUS).toLowerCase(Locale.ROOT));
        if (status == null) {
            throw new RowFaultException(
                    Column.STATUS,
                    new Wording("Diesen Status gibt es nicht.", "There is no such status."),
                    new Wording(
                            "Bitte bestätigt, Warteliste, storniert oder gesperrt eintragen.",
                            "Write confirmed, waitlisted, cancelled or blocked."));
        }
        return status;
    }

    private CategoryId category(Row row) {
        return words.category(row.get(Column.CATEGORY))
                .orElseThrow(() -> new RowFaultException(
                        Column.CATEGORY,
                        new Wording("Diese Kategorie hat die Veranstaltung nicht.", "The event has no such category."),
                        new Wording(
                                "Bitte eine Kategorie der Veranstaltung eintragen.",
                                "Write one of the event's categories.")));
    }

    private Set<ProgrammeId> programmes(Row row) {
        return parts(row, Column.PROGRAMMES).stream()
                .map(part -> words.programme(part)
                        .orElseThrow(() -> new RowFaultException(
                                Column.PROGRAMMES,
                                new Wording(
                                        "Dieses Programm hat die Veranstaltung nicht.",
                                        "The event has no such programme."),
                                new Wording(
                                        "Bitte Programme der Veranstaltung eintragen, mehrere durch | getrennt.",
                                        "Write the event's programmes, several separated by |."))))
                .collect(Collectors.toSet());
    }

    private static @Nullable Sector sector(Row row) {
        String text = row.get(Column.SECTOR);
        if (text.isEmpty()) {
            return null;
        }
        return Arrays.stream(Sector.values())
                .filter(sector -> text.equalsIgnoreCase(sector.words().german())
                        || text.equalsIgnoreCase(sector.words().english())
                        || text.equalsIgnoreCase(sector.name()))
                .findFirst()
                .orElseThrow(() -> new RowFaultException(
                        Column.SECTOR,
                        new Wording("Diesen Sektor gibt es nicht.", "There is no such sector."),
                        new Wording(
                                "Bitte Bund, Land, Kommune, Wirtschaft, Wissenschaft oder Sonstige eintragen.",
                                "Write Federal, State, Municipal, Business, Science or Other.")));
    }

    private static Set<LocalDate> days(Row row) {
        return parts(row, Column.DAYS).stream().map(RowReading::day).collect(Collectors.toSet());
    }

    private static LocalDate day(String text) {
        try {
            return text.contains(".") ? LocalDate.parse(text, GERMAN_DAY) : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new RowFaultException(
                    Column.DAYS,
                    new Wording("Das ist kein Tag.", "This is no day."),
                    new Wording(
                            "Bitte wie 4.7.2022 oder 2022-07-04 schreiben, mehrere durch | getrennt.",
                            "Write it like 2022-07-04, several separated by |."));
        }
    }

    private static @Nullable ExternalCode external(Row row) {
        String text = row.get(Column.EXTERNAL_CODE);
        if (text.isEmpty()) {
            return null;
        }
        return ExternalCode.parse(text)
                .orElseThrow(() -> new RowFaultException(
                        Column.EXTERNAL_CODE,
                        new Wording(
                                "Der Code ist zu lang oder hat unsichtbare Zeichen.",
                                "The code is too long or has invisible characters."),
                        new Wording("Bitte die Spalte der Ticketcodes prüfen.", "Check the column of ticket codes.")));
    }

    private static List<String> parts(Row row, Column column) {
        return Arrays.stream(row.get(column).split("[|\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
