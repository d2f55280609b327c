package org.einlass.server.registration.imports.list;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.registration.AccessNeed;
import org.einlass.contract.registration.Accreditation;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.einlass.server.registration.imports.status.StatusVerdict;
import org.einlass.server.registration.imports.text.TextKey;
import org.jspecify.annotations.Nullable;

/** What a row tells only the staff: access needs with consent, a hint, a delegation, the press, free answers. */
final class DetailFields {
    private static final Pattern PARTS = Pattern.compile("[,;|+/]|\\s+(?:und|and|&)\\s+");
    private static final Pattern ACCREDITATION = Pattern.compile("akkredit|accredit");
    private static final Set<String> YES = words(
            "ja",
            "j",
            "yes",
            "y",
            "x",
            "1",
            "true",
            "wahr",
            "zugestimmt",
            "eingewilligt",
            "erteilt",
            "given",
            "agreed");
    private static final Set<String> NONE = words(
            "nein",
            "no",
            "keine",
            "keiner",
            "none",
            "false",
            "falsch",
            "0",
            "abgelehnt",
            "widerrufen",
            "zurückgezogen",
            "refused",
            "withdrawn");

    private final ListColumns listColumns;
    private final ValueAliases<AccessNeed> needs = needWords();
    private final List<Integer> accreditationPlaces;

    DetailFields(ListColumns listColumns) {
        this.listColumns = listColumns;
        this.accreditationPlaces = listColumns.statusColumns().stream()
                .filter(column ->
                        ACCREDITATION.matcher(TextKey.of(column.heading())).find())
                .map(column -> column.place())
                .toList();
    }

    private static Set<String> words(String... words) {
        return Stream.of(words).map(TextKey::of).collect(Collectors.toUnmodifiableSet());
    }

    private static ValueAliases<AccessNeed> needWords() {
        List<AccessNeed> known = Stream.of(AccessNeed.values())
                .filter(need -> need != AccessNeed.UNRECOGNISED)
                .toList();
        return new ValueAliases<>(known, AccessNeed::words, AccessNeed::name)
                .add(AccessNeed.WHEELCHAIR, "Rollstuhlfahrer", "Rollstuhlfahrerin", "Rollstuhlplatz", "Rolli")
                .add(
                        AccessNeed.STEP_FREE,
                        "stufenlos",
                        "stufenfrei",
                        "ebenerdig",
                        "gehbehindert",
                        "Rollator",
                        "step free")
                .add(AccessNeed.SIGN_LANGUAGE, "Gebärdensprachdolmetscher", "Gebärdendolmetscher", "DGS", "gehörlos")
                .add(
                        AccessNeed.HEARING,
                        "Induktionsschleife",
                        "Höranlage",
                        "schwerhörig",
                        "Schriftdolmetscher",
                        "captions")
                .add(AccessNeed.SIGHT, "blind", "sehbehindert", "Sehbehinderung", "Blindenführung")
                .add(AccessNeed.ASSISTANT, "Assistenz", "Begleitperson", "assistant")
                .add(AccessNeed.ASSISTANCE_DOG, "Blindenhund", "Blindenführhund", "guide dog")
                .add(AccessNeed.SEAT, "Sitzplatz", "Stuhl", "chair")
                .add(AccessNeed.QUIET_ROOM, "ruhiger Raum", "Rückzugsraum");
    }

    /** "Tel.: 0361 4711" and "tel:+49361". */
    private static final Pattern DIALLED =
            Pattern.compile("^'?(?:(?:tel|telefon|phone|mobil|mobile|handy|m|t)[.:]*)?\\s*", Pattern.CASE_INSENSITIVE);

    RegistrationDetails read(CsvRow csvRow, StatusVerdict verdict, RowFields rowFields) {
        Set<AccessNeed> told = needs(rowFields);
        boolean consent = YES.contains(TextKey.of(rowFields.text(KnownHeading.ACCESS_CONSENT)));
        if (!told.isEmpty() && !consent) {
            rowFields.warn(KnownHeading.ACCESS_NEEDS, RowError.NO_CONSENT);
        }
        return new RegistrationDetails(
                rowFields.text(KnownHeading.DELEGATION),
                accreditation(csvRow, verdict),
                consent ? told : Set.of(),
                consent,
                rowFields.text(KnownHeading.STAFF_HINT, RegistrationDetails.LONGEST_TEXT),
                answers(csvRow, rowFields),
                phone(csvRow, rowFields));
    }

    /** The first number of the columns of telephones; nobody stays away because of a wrong one. */
    private String phone(CsvRow csvRow, RowFields rowFields) {
        for (int place : listColumns.places(KnownHeading.PHONE)) {
            String told = rowFields.answer(csvRow.field(place));
            String number = DIALLED.matcher(told)
                    .replaceFirst("")
                    .replace('\u2013', '-')
                    .strip();
            if (RegistrationDetails.isPhone(number)) {
                return number;
            }
            if (!number.isEmpty()) {
                rowFields.warn(KnownHeading.PHONE, RowError.NO_PHONE);
            }
        }
        return "";
    }

    /** Whether the row says in words that there are no access needs, or that none may be kept. */
    boolean refusesAccessNeeds(CsvRow csvRow) {
        return Stream.of(KnownHeading.ACCESS_NEEDS, KnownHeading.ACCESS_CONSENT)
                .filter(listColumns::has)
                .flatMap(heading -> listColumns.places(heading).stream())
                .anyMatch(place -> NONE.contains(TextKey.of(RowFields.cleaned(csvRow.field(place)))));
    }

    private Set<AccessNeed> needs(RowFields rowFields) {
        String text = rowFields.text(KnownHeading.ACCESS_NEEDS, RegistrationDetails.LONGEST_TEXT);
        if (text.isEmpty() || NONE.contains(TextKey.of(text))) {
            return Set.of();
        }
        Set<AccessNeed> told = new HashSet<>();
        for (String part : PARTS.split(text.toLowerCase(Locale.ROOT), -1)) {
            Optional<AccessNeed> need = needs.find(part.strip());
            if (need.isEmpty() && !part.isBlank()) {
                rowFields.warn(KnownHeading.ACCESS_NEEDS, RowError.unknownWord(needs.offered()));
            }
            need.ifPresent(told::add);
        }
        return told;
    }

    /** A column of accreditations also says whether somebody may come. */
    private @Nullable Accreditation accreditation(CsvRow csvRow, StatusVerdict verdict) {
        boolean told = accreditationPlaces.stream()
                .anyMatch(place -> !RowFields.cleaned(csvRow.field(place)).isEmpty());
        if (!told) {
            return null;
        }
        return Stream.of(Accreditation.APPLIED, Accreditation.ACCREDITED, Accreditation.REFUSED)
                .filter(one -> one.status() == verdict.status())
                .findFirst()
                .orElse(null);
    }

    private Map<String, String> answers(CsvRow csvRow, RowFields rowFields) {
        Map<String, String> answers = new HashMap<>();
        for (int place : listColumns.places(KnownHeading.QUESTION)) {
            String answer = rowFields.answer(csvRow.field(place));
            if (!answer.isEmpty() && answers.size() < RegistrationDetails.MOST_ANSWERS) {
                answers.put(listColumns.shownHeading(place), answer);
            }
        }
        return answers;
    }
}
