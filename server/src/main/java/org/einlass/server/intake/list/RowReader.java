package org.einlass.server.intake.list;

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

    private final Columns columns;
    private final Locale language;
    private final NameReader names;
    private final EventTerms terms;
    private final CategoryId usualCategory;
    private final Catchwords<CategoryId> categories;
    private final Catchwords<ProgrammeId> programmes;
    private final Catchwords<SessionId> sessions;
    private final Catchwords<Sector> sectors = FixedTerms.sectors();
    private final Catchwords<RegistrationStatus> statuses = FixedTerms.statuses();
    private final Catchwords<FederalState> federalStates = FixedTerms.federalStates();

    RowReader(Columns columns, EventTerms terms, Locale language) {
        this.columns = columns;
        this.language = language;
        this.names = new NameReader(columns);
        this.terms = terms;
        this.usualCategory = terms.usualCategory();
        this.categories = terms.categoryWords();
        this.programmes = terms.programmeWords();
        this.sessions = terms.sessionWords();
    }

    /** The row's guest, or empty after at least one problem was handed to {@code problems}. */
    Optional<GuestRow> read(Row row, Consumer<RowProblem> problems) {
        Cells cells = new Cells(row, columns, language);
        Optional<GuestRow> guest = guest(row, cells);
        cells.problems().forEach(problems);
        return cells.problems().isEmpty() ? guest : Optional.empty();
    }

    private Optional<GuestRow> guest(Row row, Cells cells) {
        if (row.isUncut()) {
            cells.rejectRow(Complaint.UNCUT);
            return Optional.empty();
        }
        if (hasSurplus(row)) {
            cells.rejectRow(Complaint.TOO_MANY_FIELDS);
            return Optional.empty();
        }
        String ownKey = ownKey(cells);
        CategoryId category = cells.meaning(Column.CATEGORY, categories).orElse(usualCategory);
        Sector sector = cells.meaning(Column.SECTOR, sectors).orElse(null);
        RegistrationStatus status = cells.meaning(Column.STATUS, statuses).orElse(RegistrationStatus.CONFIRMED);
        String federalState = federalState(cells);
        Set<ProgrammeId> chosen = programmes(cells);
        Set<LocalDate> days = days(cells);
        Set<SessionId> bookings =
                listed(cells, Column.BOOKINGS, sessions::find, Complaint.unknownWord(sessions.offered()));
        ExternalCode code = externalCode(cells);
        return attendee(cells)
                .map(attendee -> new GuestRow(
                        row.line(),
                        ownKey.isEmpty() ? GuestKey.fingerprint(attendee) : GuestKey.own(ownKey),
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

    private boolean hasSurplus(Row row) {
        List<String> fields = row.fields();
        return fields.size() > columns.count()
                && fields.subList(columns.count(), fields.size()).stream().anyMatch(field -> !field.isBlank());
    }

    private String ownKey(Cells cells) {
        String key = cells.text(Column.KEY);
        if (key.isEmpty() && columns.has(Column.KEY)) {
            cells.reject(Column.KEY, Complaint.NO_KEY);
        }
        return key;
    }

    /** Empty where a field is faulty: a name that is too long makes no attendee. */
    private Optional<Attendee> attendee(Cells cells) {
        Optional<NameParts> name = names.read(cells);
        String function = cells.text(Column.FUNCTION);
        String organisation = cells.text(Column.ORGANISATION);
        String department = cells.text(Column.DEPARTMENT);
        String badgeName = cells.text(Column.BADGE_NAME);
        String pronunciation = cells.text(Column.PRONUNCIATION);
        return name.filter(parts -> cells.problems().isEmpty())
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
    private String federalState(Cells cells) {
        String text = cells.text(Column.FEDERAL_STATE);
        return federalStates.find(text).map(state -> state.words().german()).orElse(text);
    }

    private Set<ProgrammeId> programmes(Cells cells) {
        Set<ProgrammeId> chosen =
                listed(cells, Column.PROGRAMMES, programmes::find, Complaint.unknownWord(programmes.offered()));
        return chosen.isEmpty() ? terms.onlyProgramme().map(Set::of).orElse(Set.of()) : chosen;
    }

    private Set<LocalDate> days(Cells cells) {
        EventDays days = terms.days();
        return listed(cells, Column.DAYS, days::find, Complaint.unknownDay(days.offered()));
    }

    /** What a field lists; a word may hold commas itself. */
    private static <T> Set<T> listed(
            Cells cells, Column column, Function<String, Optional<T>> find, Complaint complaint) {
        Set<T> chosen = new LinkedHashSet<>();
        for (String part : PARTS.split(cells.text(column, LONGEST_LISTING), -1)) {
            Optional<T> whole = find.apply(part.strip());
            String[] words = whole.isPresent() ? new String[] {part} : COMMAS.split(part, -1);
            for (String word : words) {
                Optional<T> found = find.apply(word.strip());
                if (found.isEmpty() && !word.isBlank()) {
                    cells.reject(column, complaint);
                    return Set.of();
                }
                found.ifPresent(chosen::add);
            }
        }
        return chosen;
    }

    /** A text that reads as one of our own codes can never be found as another system's. */
    private @Nullable ExternalCode externalCode(Cells cells) {
        String text = cells.text(Column.TICKET_CODE, ExternalCode.LONGEST);
        if (text.isEmpty()) {
            return null;
        }
        if (ScannedText.of(text) instanceof ExternalCode code) {
            return code;
        }
        cells.reject(Column.TICKET_CODE, Complaint.NO_EXTERNAL_CODE);
        return null;
    }
}
