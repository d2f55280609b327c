package org.einlass.server.registration.imports.list;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.ScannedText;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.Sector;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.imports.status.StatusVerdict;
import org.einlass.server.registration.imports.status.StatusWords;
import org.einlass.server.registration.imports.text.TextKey;
import org.jspecify.annotations.Nullable;

/** Makes a guest of a row, or says everything that stands in the way at once. */
final class RowReader {
    private static final Pattern PARTS = Pattern.compile("[;|]");
    /** Ids are short, titles are not; twenty of them fit. */
    private static final int LONGEST_LISTING = 2_000;

    private static final int MOST_LINES = 20;
    private static final int LONGEST_MAIL = 254;
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2})?)?");
    private static final Pattern COMMAS = Pattern.compile(",");

    private final ListColumns listColumns;
    private final Locale language;
    private final NameReader names;
    private final EventTerms terms;
    private final CategoryId usualCategory;
    private final ValueAliases<CategoryId> categories;
    private final ValueAliases<ProgrammeId> programmes;
    private final ValueAliases<SessionId> sessions;
    private final ValueAliases<Sector> sectors = BuiltInValueAliases.sectors();
    private final TicketTypes ticketTypes;
    private final Map<String, Integer> unnamedOf = new HashMap<>();
    private final DayColumns dayColumns;
    private final DetailFields detailFields;
    private final List<Long> unnamedLines = new ArrayList<>();
    private final ValueAliases<FederalState> federalStates = BuiltInValueAliases.federalStates();

    RowReader(ListColumns listColumns, EventTerms terms, ImportAnswers answers, Locale language) {
        this.listColumns = listColumns;
        this.language = language;
        this.dayColumns = new DayColumns(listColumns, terms.days());
        this.detailFields = new DetailFields(listColumns);
        this.names = new NameReader(listColumns);
        this.terms = terms;
        this.usualCategory = terms.usualCategory();
        this.categories = terms.categoryWords();
        this.programmes = terms.programmeWords();
        this.sessions = terms.sessionWords();
        this.ticketTypes = new TicketTypes(categories, usualCategory, answers);
    }

    /**
     * The row's guest, or empty after at least one problem was handed to {@code problems}.
     *
     * @param verdict what the row says about whether its person may come; empty where that is still to be
     *     asked
     * @param warnings takes what could not be read of a guest who comes in nevertheless
     */
    Optional<AttendeeRow> read(
            CsvRow csvRow,
            Optional<StatusVerdict> verdict,
            Consumer<RowProblem> problems,
            Consumer<RowProblem> warnings) {
        RowFields rowFields = new RowFields(csvRow, listColumns, language);
        Optional<AttendeeRow> guest = guest(csvRow, verdict.orElse(StatusVerdict.NONE), rowFields);
        rowFields.problems().forEach(problems);
        if (!rowFields.problems().isEmpty()) {
            return Optional.empty();
        }
        rowFields.warnings().forEach(warnings);
        return guest;
    }

    /** What was read differently from how it stands there, one sentence each. */
    List<Wording> notes() {
        List<Wording> notes = new ArrayList<>(ticketTypes.notes());
        if (!unnamedLines.isEmpty()) {
            String lines =
                    unnamedLines.stream().limit(MOST_LINES).map(String::valueOf).collect(Collectors.joining(", "));
            notes.add(new Wording(
                    unnamedLines.size() + " Plätze ohne Namen (Zeile " + lines
                            + "); der Counter trägt den Namen bei der Ankunft ein.",
                    unnamedLines.size() + " places without a name (line " + lines
                            + "); the desk fills in the name on arrival."));
        }
        return notes;
    }

    private Optional<AttendeeRow> guest(CsvRow csvRow, StatusVerdict verdict, RowFields rowFields) {
        if (csvRow.isUncut()) {
            rowFields.rejectRow(RowError.UNCUT);
            return Optional.empty();
        }
        if (hasSurplus(csvRow)) {
            rowFields.rejectRow(RowError.TOO_MANY_FIELDS);
            return Optional.empty();
        }
        String ownKey = ownKey(rowFields);
        CategoryId category = category(csvRow, rowFields);
        Sector sector = rowFields.meaning(KnownHeading.SECTOR, sectors).orElse(null);
        String federalState = federalState(rowFields);
        Set<ProgrammeId> chosen = programmes(rowFields);
        Set<LocalDate> days = days(csvRow, rowFields);
        Set<SessionId> bookings = listed(
                rowFields,
                KnownHeading.BOOKINGS,
                word -> sessions.find(word).map(Set::of),
                () -> RowError.unknownWord(sessions.offered()));
        ExternalCode code = externalCode(rowFields);
        String position = orderPosition(rowFields);
        String mail = mail(rowFields);
        RegistrationDetails details = detailFields.read(csvRow, verdict, rowFields);
        Optional<Attendee> found = attendee(rowFields);
        found.filter(Attendee::isUnnamed).ifPresent(attendee -> unnamedLines.add(csvRow.line()));
        return found.map(attendee -> new AttendeeRow(
                csvRow.line(),
                key(ownKey, code, position, attendee),
                attendee,
                category,
                sector,
                federalState,
                chosen,
                days,
                bookings,
                verdict.status(),
                code,
                mail,
                position,
                details,
                detailFields.refusesAccessNeeds(csvRow)));
    }

    private RowKey key(String ownKey, @Nullable ExternalCode code, String position, Attendee attendee) {
        if (!ownKey.isEmpty()) {
            return RowKey.own(ownKey);
        }
        if (!position.isEmpty()) {
            return RowKey.position(position);
        }
        if (code != null) {
            return RowKey.code(code.text());
        }
        return attendee.isUnnamed()
                ? RowKey.unnamed(
                        attendee.organisation(), unnamedOf.merge(TextKey.of(attendee.organisation()), 1, Integer::sum))
                : RowKey.fingerprint(attendee);
    }

    /** A column of ours must name a category of the event; a shop's ticket type, or a role, may. */
    private CategoryId category(CsvRow csvRow, RowFields rowFields) {
        Optional<CategoryId> own = rowFields.meaning(KnownHeading.CATEGORY, categories);
        if (own.isPresent()) {
            return own.get();
        }
        Optional<CategoryId> role = categories.find(rowFields.text(KnownHeading.ROLE));
        List<String> types = listColumns.places(KnownHeading.TICKET_TYPE).stream()
                .map(place -> RowFields.cleaned(csvRow.field(place)))
                .filter(type -> !type.isEmpty())
                .toList();
        return types.isEmpty() && role.isPresent() ? role.get() : ticketTypes.category(types);
    }

    private static String orderPosition(RowFields rowFields) {
        String order = rowFields.text(KnownHeading.ORDER);
        String position = rowFields.text(KnownHeading.ORDER_POSITION);
        return order.isEmpty() || position.isEmpty() ? "" : order + "-" + position;
    }

    private static String mail(RowFields rowFields) {
        String mail = rowFields.text(KnownHeading.MAIL, LONGEST_MAIL).toLowerCase(Locale.ROOT);
        return mail.indexOf('@') > 0 ? mail : "";
    }

    private boolean hasSurplus(CsvRow csvRow) {
        List<String> fields = csvRow.fields();
        return fields.size() > listColumns.count()
                && fields.subList(listColumns.count(), fields.size()).stream().anyMatch(field -> !field.isBlank());
    }

    private String ownKey(RowFields rowFields) {
        String key = rowFields.text(KnownHeading.KEY);
        if (key.isEmpty()
                && listColumns.has(KnownHeading.KEY)
                && rowFields.problems().isEmpty()) {
            rowFields.reject(KnownHeading.KEY, RowError.NO_KEY);
        }
        return key;
    }

    /** Empty where a field is faulty: a name that is too long makes no attendee. */
    private Optional<Attendee> attendee(RowFields rowFields) {
        Optional<NameSplitter> name = names.read(rowFields);
        String ownFunction = function(rowFields);
        String organisation = rowFields.text(KnownHeading.ORGANISATION);
        if (StatusWords.marks(organisation)) {
            rowFields.reject(KnownHeading.ORGANISATION, RowError.STATUS_IN_FIELD);
        }
        String department = rowFields.text(KnownHeading.DEPARTMENT);
        String badgeName = rowFields.text(KnownHeading.BADGE_NAME);
        String pronunciation = rowFields.text(KnownHeading.PRONUNCIATION);
        String photographs = PhotoAnswers.of(rowFields).text();
        return name.filter(parts -> rowFields.problems().isEmpty())
                .map(parts -> new Attendee(
                        parts.salutation(),
                        parts.title(),
                        parts.givenName(),
                        parts.particle(),
                        parts.familyName(),
                        ownFunction.isEmpty() ? parts.function() : ownFunction,
                        organisation,
                        department,
                        badgeName,
                        pronunciation,
                        photographs));
    }

    /** What is no German state stays as it stands: guests come from Tyrol, too. */
    private String federalState(RowFields rowFields) {
        String text = rowFields.text(KnownHeading.FEDERAL_STATE);
        return federalStates.find(text).map(state -> state.words().german()).orElse(text);
    }

    /** A function has letters; a role that is a category of the event is none. */
    private String function(RowFields rowFields) {
        String function = rowFields.text(KnownHeading.FUNCTION);
        if (LETTER.matcher(function).find()) {
            return function;
        }
        String role = rowFields.text(KnownHeading.ROLE);
        return categories.find(role).isPresent() ? "" : role;
    }

    private Set<ProgrammeId> programmes(RowFields rowFields) {
        Function<String, Optional<Set<ProgrammeId>>> find =
                word -> programmes.find(word).map(Set::of);
        Set<ProgrammeId> chosen =
                listed(rowFields, KnownHeading.PROGRAMMES, find, () -> RowError.unknownWord(programmes.offered()));
        if (chosen.isEmpty()) {
            String participation = rowFields.text(KnownHeading.PARTICIPATION, LONGEST_LISTING);
            chosen = find.apply(participation).orElse(Set.of());
            if (chosen.isEmpty() && !participation.isEmpty()) {
                rowFields.warn(KnownHeading.PARTICIPATION, RowError.unknownWord(programmes.offered()));
            }
        }
        return chosen.isEmpty() ? terms.onlyProgramme().map(Set::of).orElse(Set.of()) : chosen;
    }

    /** Headings of columns that name a day each. */
    List<String> dayHeadings() {
        return dayColumns.headings();
    }

    private Set<LocalDate> days(CsvRow csvRow, RowFields rowFields) {
        if (!dayColumns.isEmpty()) {
            return dayColumns.marked(csvRow, rowFields);
        }
        EventDays days = terms.days();
        return listed(rowFields, KnownHeading.DAYS, days::findAll, () -> RowError.unknownDay(days));
    }

    /** What a field lists; a word may hold commas itself. */
    private static <T> Set<T> listed(
            RowFields rowFields,
            KnownHeading known,
            Function<String, Optional<Set<T>>> find,
            Supplier<RowError> rowError) {
        String text = rowFields.text(known, LONGEST_LISTING);
        if (text.isEmpty()) {
            return Set.of();
        }
        Set<T> chosen = new LinkedHashSet<>();
        for (String part : PARTS.split(text, -1)) {
            Optional<Set<T>> whole = find.apply(part.strip());
            String[] words = whole.isPresent() ? new String[] {part} : COMMAS.split(part, -1);
            for (String word : words) {
                Optional<Set<T>> found = find.apply(word.strip());
                if (found.isEmpty() && !word.isBlank()) {
                    rowFields.reject(known, rowError.get());
                    return Set.of();
                }
                found.ifPresent(chosen::addAll);
            }
        }
        return chosen;
    }

    /** A text that reads as one of our own codes can never be found as another system's. */
    private @Nullable ExternalCode externalCode(RowFields rowFields) {
        String text = rowFields.text(KnownHeading.TICKET_CODE, ExternalCode.LONGEST);
        if (text.isEmpty()) {
            return null;
        }
        if (DAY.matcher(text).matches()) {
            rowFields.warn(KnownHeading.TICKET_CODE, RowError.DAY_AS_CODE);
            return null;
        }
        if (ScannedText.of(text) instanceof ExternalCode code) {
            return code;
        }
        rowFields.reject(KnownHeading.TICKET_CODE, RowError.NO_EXTERNAL_CODE);
        return null;
    }
}
