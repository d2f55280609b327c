package org.einlass.server.registration.imports.list;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.ScannedText;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.registration.Sector;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.jspecify.annotations.Nullable;

/** Makes a guest of a row, or says everything that stands in the way at once. */
final class RowReader {
    private static final Pattern PARTS = Pattern.compile("[;|]");
    /** Ids are short, titles are not; twenty of them fit. */
    private static final int LONGEST_LISTING = 2_000;

    private static final Pattern COMMAS = Pattern.compile(",");

    private final ListColumns listColumns;
    private final Locale language;
    private final NameReader names;
    private final EventTerms terms;
    private final CategoryId usualCategory;
    private final ValueAliases<CategoryId> categories;
    private final ValueAliases<ProgrammeId> programmes;
    private final ValueAliases<SessionId> sessions;
    private final ValueAliases<Sector> sectors = BuiltInAliases.sectors();
    private final ValueAliases<RegistrationStatus> statuses = BuiltInAliases.statuses();
    private final ValueAliases<FederalState> federalStates = BuiltInAliases.federalStates();

    RowReader(ListColumns listColumns, EventTerms terms, Locale language) {
        this.listColumns = listColumns;
        this.language = language;
        this.names = new NameReader(listColumns);
        this.terms = terms;
        this.usualCategory = terms.usualCategory();
        this.categories = terms.categoryWords();
        this.programmes = terms.programmeWords();
        this.sessions = terms.sessionWords();
    }

    /** The row's guest, or empty after at least one problem was handed to {@code problems}. */
    Optional<AttendeeRow> read(CsvRow csvRow, Consumer<RowProblem> problems) {
        RowFields rowFields = new RowFields(csvRow, listColumns, language);
        Optional<AttendeeRow> guest = guest(csvRow, rowFields);
        rowFields.problems().forEach(problems);
        return rowFields.problems().isEmpty() ? guest : Optional.empty();
    }

    private Optional<AttendeeRow> guest(CsvRow csvRow, RowFields rowFields) {
        if (csvRow.isUncut()) {
            rowFields.rejectRow(RowError.UNCUT);
            return Optional.empty();
        }
        if (hasSurplus(csvRow)) {
            rowFields.rejectRow(RowError.TOO_MANY_FIELDS);
            return Optional.empty();
        }
        String ownKey = ownKey(rowFields);
        CategoryId category = rowFields.meaning(ListColumn.CATEGORY, categories).orElse(usualCategory);
        Sector sector = rowFields.meaning(ListColumn.SECTOR, sectors).orElse(null);
        RegistrationStatus status =
                rowFields.meaning(ListColumn.STATUS, statuses).orElse(RegistrationStatus.CONFIRMED);
        String federalState = federalState(rowFields);
        Set<ProgrammeId> chosen = programmes(rowFields);
        Set<LocalDate> days = days(rowFields);
        Set<SessionId> bookings =
                listed(rowFields, ListColumn.BOOKINGS, sessions::find, RowError.unknownWord(sessions.offered()));
        ExternalCode code = externalCode(rowFields);
        return attendee(rowFields)
                .map(attendee -> new AttendeeRow(
                        csvRow.line(),
                        ownKey.isEmpty() ? RowKey.fingerprint(attendee) : RowKey.own(ownKey),
                        attendee,
                        category,
                        sector,
                        federalState,
                        chosen,
                        days,
                        bookings,
                        status,
                        code));
    }

    private boolean hasSurplus(CsvRow csvRow) {
        List<String> fields = csvRow.fields();
        return fields.size() > listColumns.count()
                && fields.subList(listColumns.count(), fields.size()).stream().anyMatch(field -> !field.isBlank());
    }

    private String ownKey(RowFields rowFields) {
        String key = rowFields.text(ListColumn.KEY);
        if (key.isEmpty() && listColumns.has(ListColumn.KEY)) {
            rowFields.reject(ListColumn.KEY, RowError.NO_KEY);
        }
        return key;
    }

    /** Empty where a field is faulty: a name that is too long makes no attendee. */
    private Optional<Attendee> attendee(RowFields rowFields) {
        Optional<NameParts> name = names.read(rowFields);
        String function = rowFields.text(ListColumn.FUNCTION);
        String organisation = rowFields.text(ListColumn.ORGANISATION);
        String department = rowFields.text(ListColumn.DEPARTMENT);
        String badgeName = rowFields.text(ListColumn.BADGE_NAME);
        String pronunciation = rowFields.text(ListColumn.PRONUNCIATION);
        return name.filter(parts -> rowFields.problems().isEmpty())
                .map(parts -> new Attendee(
                        parts.salutation(),
                        parts.title(),
                        parts.givenName(),
                        parts.particle(),
                        parts.familyName(),
                        function,
                        organisation,
                        department,
                        badgeName,
                        pronunciation));
    }

    /** What is no German state stays as it stands: guests come from Tyrol, too. */
    private String federalState(RowFields rowFields) {
        String text = rowFields.text(ListColumn.FEDERAL_STATE);
        return federalStates.find(text).map(state -> state.words().german()).orElse(text);
    }

    private Set<ProgrammeId> programmes(RowFields rowFields) {
        Set<ProgrammeId> chosen =
                listed(rowFields, ListColumn.PROGRAMMES, programmes::find, RowError.unknownWord(programmes.offered()));
        return chosen.isEmpty() ? terms.onlyProgramme().map(Set::of).orElse(Set.of()) : chosen;
    }

    private Set<LocalDate> days(RowFields rowFields) {
        EventDays days = terms.days();
        return listed(rowFields, ListColumn.DAYS, days::find, RowError.unknownDay(days.offered()));
    }

    /** What a field lists; a word may hold commas itself. */
    private static <T> Set<T> listed(
            RowFields rowFields, ListColumn listColumn, Function<String, Optional<T>> find, RowError rowError) {
        Set<T> chosen = new LinkedHashSet<>();
        for (String part : PARTS.split(rowFields.text(listColumn, LONGEST_LISTING), -1)) {
            Optional<T> whole = find.apply(part.strip());
            String[] words = whole.isPresent() ? new String[] {part} : COMMAS.split(part, -1);
            for (String word : words) {
                Optional<T> found = find.apply(word.strip());
                if (found.isEmpty() && !word.isBlank()) {
                    rowFields.reject(listColumn, rowError);
                    return Set.of();
                }
                found.ifPresent(chosen::add);
            }
        }
        return chosen;
    }

    /** A text that reads as one of our own codes can never be found as another system's. */
    private @Nullable ExternalCode externalCode(RowFields rowFields) {
        String text = rowFields.text(ListColumn.TICKET_CODE, ExternalCode.LONGEST);
        if (text.isEmpty()) {
            return null;
        }
        if (ScannedText.of(text) instanceof ExternalCode code) {
            return code;
        }
        rowFields.reject(ListColumn.TICKET_CODE, RowError.NO_EXTERNAL_CODE);
        return null;
    }
}
