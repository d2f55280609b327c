package org.einlass.server.registration.imports.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einlass.contract.code.ExternalCode;
import org.einlass.server.registration.imports.status.StatusWords;
import org.einlass.server.registration.imports.text.PlainText;
import org.einlass.server.registration.imports.text.TextKey;
import org.einlass.server.registration.imports.text.Whitespace;

/** Finds a guest's name in whatever columns the list has for it. */
final class NameReader {
    /** Somebody who is still to be named. */
    static final NameSplitter UNNAMED = new NameSplitter("", "", "", "", "", "");

    /** "1. Eva Schmidt" and "• Eva Schmidt" in a list that numbers its lines. */
    private static final Pattern NUMBERED = Pattern.compile("^(?:\\d{1,4}[.)]|[\u2022\u00B7*\u2013-])\\s+");

    private static final String BORN_AS = "(?iu:geb\\.\\s*|geborene[rn]?\\s+|née\\s+)";

    /**
     * A birth name with all its words, in brackets or up to the next comma: "(geb. von Müller)", ", geborene
     * von der Heide". Outside brackets "born" is a name.
     */
    private static final Pattern BORN = Pattern.compile("[\\s,]*\\(\\s*(?:" + BORN_AS + "|born\\s+)(?=\\p{L})[^()]*\\)?"
            + "|[\\s,]+" + BORN_AS + "(?=\\p{L})[^(),]*[^(),\\s]");

    /** Several people in one field: "Eva und Max", "Kurz + 1"; "von und zu" and "vom und zum" are one name. */
    private static final String PEOPLE = "(?<!\\bvo[nm])\\s(?:und|u\\.|and)\\s(?!zu[mr]?\\b)|&|\\+ ?\\d|\\s\\+\\s"
            + "|\\d ?(?:x\\b|personen|plätze|people)|^(?:familie|fam\\.|ehepaar|eheleute|family)\\s"
            + "|\\smit (?:begleitung|partner|frau|mann|gast)";

    /** "zwei Personen" */
    private static final Pattern COUNTED = Pattern.compile(
            "(?:^|\\s)(?:zwei|drei|vier|fünf|sechs|beide|mehrere|weitere|two|three|four|five|several|\\d+)"
                    + " (?:weitere )?(?:personen|plätze|people|persons|gäste|guests|teilnehmer|teilnehmende|mitarbeiter"
                    + "|mitarbeitende|kollegen|begleitpersonen)(?:$|\\s)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Salutations of more than one person. */
    private static final Pattern OF_SEVERAL = Pattern.compile(
            "(?:familie|fam\\.?|family|eheleute|ehepaar|herr(?:n)?(?: und | u\\. ?| ?& ?| ?\\+ ?)frau"
                    + "|frau(?: und | u\\. ?| ?& ?| ?\\+ ?)herr(?:n)?|mr\\.? (?:and|&) mrs\\.?|damen und herren|team)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern SEVERAL = Pattern.compile(PEOPLE, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SEVERAL_NAMES =
            Pattern.compile(PEOPLE + "|[;/]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** "Tann und Rathsamhausen" behind a particle is the name of one family. */
    private static final Pattern TWO_HOUSES = Pattern.compile("\\p{Lu}[\\p{L}'-]* und \\p{Lu}[\\p{L}'-]*");

    private static final int MOST_ADDRESSES = 1_000;

    private final ListColumns listColumns;

    private final boolean familyFirst;
    private final boolean isEnglishTitle;

    /** Those that were read already: a list has a few, and many rows of each. */
    private final Map<Columns, Address> addresses = new HashMap<>();

    /** What the columns of salutations and of titles hold. */
    private record Columns(String salutation, String titles) {}

    NameReader(ListColumns listColumns) {
        this.listColumns = listColumns;
        this.familyFirst = listColumns.has(KnownHeading.WHOLE_NAME)
                && FamilyNameFirst.says(listColumns.heading(KnownHeading.WHOLE_NAME));
        this.isEnglishTitle =
                TextKey.of(listColumns.heading(KnownHeading.TITLE)).equals("title");
    }

    /** The name in its parts, or empty after a complaint. */
    Optional<NameSplitter> read(RowFields rowFields) {
        if (OF_SEVERAL.matcher(rowFields.text(KnownHeading.SALUTATION)).matches()) {
            rowFields.reject(KnownHeading.SALUTATION, RowError.SEVERAL_PEOPLE);
            return Optional.empty();
        }
        return listColumns.has(KnownHeading.WHOLE_NAME) ? fromOneColumn(rowFields) : fromItsColumns(rowFields);
    }

    private Optional<NameSplitter> fromOneColumn(RowFields rowFields) {
        String whole = NUMBERED.matcher(rowFields.text(KnownHeading.WHOLE_NAME)).replaceFirst("");
        if (whole.isEmpty() && holdsTicket(rowFields)) {
            return Optional.of(UNNAMED);
        }
        if (whole.isEmpty()) {
            rowFields.reject(KnownHeading.WHOLE_NAME, RowError.NO_NAME);
            return Optional.empty();
        }
        if (StatusWords.marks(whole)) {
            rowFields.reject(KnownHeading.WHOLE_NAME, RowError.STATUS_IN_FIELD);
            return Optional.empty();
        }
        whole = withoutBirthName(whole, KnownHeading.WHOLE_NAME, rowFields);
        if (PlaceholderName.is(withoutAddress(whole))) {
            return Optional.of(UNNAMED);
        }
        if (holdsTwoWholeNames(whole)) {
            rowFields.reject(KnownHeading.WHOLE_NAME, RowError.SEVERAL_PEOPLE);
            return Optional.empty();
        }
        Optional<NameSplitter> found = NameSplitter.of(familyFirst ? FamilyNameFirst.commaIn(whole) : whole);
        if (found.filter(name -> isPlace(name.givenName(), name.familyName())).isPresent()) {
            return Optional.of(UNNAMED);
        }
        found = found.filter(name -> !PlaceholderName.isNever(name.familyName()))
                .filter(name -> !COUNTED.matcher(name.givenName() + " " + name.familyName())
                        .find());
        if (found.isEmpty()) {
            boolean several = SEVERAL_NAMES.matcher(whole).find()
                    || COUNTED.matcher(whole).find();
            rowFields.reject(KnownHeading.WHOLE_NAME, several ? RowError.SEVERAL_PEOPLE : RowError.UNCLEAR_NAME);
        }
        Address address = address(rowFields);
        return found.map(name -> new NameSplitter(
                either(address.salutation(), name.salutation()),
                either(address.title(), name.title()),
                name.givenName(),
                either(rowFields.text(KnownHeading.PARTICLE), name.particle()),
                name.familyName(),
                either(name.function(), address.function())));
    }

    /** "Ole Lang, Ute Roth": a given name and another word on each side of the comma are two people. */
    private static boolean holdsTwoWholeNames(String whole) {
        String[] parts = whole.split(",", -1);
        return parts.length > 1 && isWholeName(parts[0]) && isWholeName(parts[1]);
    }

    private static boolean isWholeName(String part) {
        List<String> words = Whitespace.words(withoutAddress(part.strip()));
        return words.size() > 1
                && GivenNames.isOneOrMaybe(words.get(0))
                && !GivenNames.isOneOrMaybe(words.get(words.size() - 1));
    }

    private Optional<NameSplitter> fromItsColumns(RowFields rowFields) {
        Address address = address(rowFields);
        String title = address.title();
        String given = rowFields.text(KnownHeading.GIVEN_NAME);
        String particle = rowFields.text(KnownHeading.PARTICLE);
        String family = rowFields.text(KnownHeading.FAMILY_NAME);
        if (given.isEmpty() && family.isEmpty() && holdsTicket(rowFields)) {
            return Optional.of(UNNAMED);
        }
        if (family.isEmpty()) {
            rowFields.reject(KnownHeading.FAMILY_NAME, RowError.NO_NAME);
            return Optional.empty();
        }
        if (isPlace(given, family) || PlaceholderName.isNobodysGivenName(given)) {
            return Optional.of(UNNAMED);
        }
        Split addressed = Split.at(given, NameWords::salutationsAtStart, true);
        Split addressedBefore = Split.at(family, NameWords::salutationsAtStart);
        given = addressed.rest();
        family = addressedBefore.rest();
        address = address.or(either(addressed.front(), addressedBefore.front()));
        Optional<RowError> fault = fault(given, particle, family);
        if (fault.isPresent()) {
            rowFields.reject(KnownHeading.FAMILY_NAME, fault.get());
            return Optional.empty();
        }
        family = withoutBirthName(family, KnownHeading.FAMILY_NAME, rowFields);
        if (isNumber(family)) {
            rowFields.reject(KnownHeading.FAMILY_NAME, RowError.UNCLEAR_NAME);
            return Optional.empty();
        }
        if (NameWords.isCompany(family)) {
            rowFields.reject(KnownHeading.FAMILY_NAME, RowError.NO_PERSON);
            return Optional.empty();
        }
        if (PlaceholderName.isNever(given) || isNumber(given)) {
            given = "";
        }
        if (PlaceholderName.isNever(family)) {
            rowFields.reject(KnownHeading.FAMILY_NAME, RowError.UNCLEAR_NAME);
            return Optional.empty();
        }
        if (title.isEmpty()) {
            Split split = Split.at(given, NameWords::titlesAtStart);
            title = split.front();
            given = split.rest();
        }
        if (title.isEmpty()) {
            Split split = Split.at(family, NameWords::titlesAtStart);
            title = split.front();
            family = split.rest();
        }
        Split work = Split.functionBehindComma(family);
        family = work.rest();
        Split behind = Split.behindComma(family);
        if (!behind.front().isEmpty()) {
            title = title.isEmpty() ? behind.front() : title + " " + behind.front();
            family = behind.rest();
        }
        Split degrees = Split.degreesBehind(family);
        if (!degrees.front().isEmpty()) {
            title = title.isEmpty() ? degrees.front() : title + " " + degrees.front();
            family = degrees.rest();
        }
        if (family.indexOf(',') >= 0 || family.indexOf('(') >= 0) {
            rowFields.warn(KnownHeading.FAMILY_NAME, RowError.COMMA_IN_NAME);
        }
        if (!listColumns.has(KnownHeading.PARTICLE)) {
            Split split = Split.at(family, words -> NameWords.particleEnd(words, 0, false));
            particle = split.front();
            family = split.rest();
            Split behindGiven = particle.isEmpty() ? Split.particleBehind(given) : new Split("", given);
            particle = either(particle, behindGiven.front());
            given = behindGiven.rest();
        }
        String function = either(work.front(), address.function());
        return Optional.of(new NameSplitter(address.salutation(), title, given, particle, family, function));
    }

    /**
     * Whether the row was sold or given out although it names nobody yet. A running number alone is no ticket:
     * offices number the empty rows at the end of a form.
     */
    private static boolean holdsTicket(RowFields rowFields) {
        boolean position = !rowFields.text(KnownHeading.ORDER).isEmpty()
                && !rowFields.text(KnownHeading.ORDER_POSITION).isEmpty();
        boolean typed = !rowFields.text(KnownHeading.KEY).isEmpty()
                && !rowFields.text(KnownHeading.TICKET_TYPE).isEmpty();
        return position
                || typed
                || !rowFields
                        .text(KnownHeading.TICKET_CODE, ExternalCode.LONGEST)
                        .isEmpty();
    }

    /** What two columns hold that are not one person's given and family name. */
    private static Optional<RowError> fault(String given, String particle, String family) {
        if (StatusWords.marks(given) || StatusWords.marks(family)) {
            return Optional.of(RowError.STATUS_IN_FIELD);
        }
        if (areSeveral(given) || (areSeveral(family) && !isOfTwoHouses(given, particle, family))) {
            return Optional.of(RowError.SEVERAL_PEOPLE);
        }
        if (COUNTED.matcher(given + " " + family).find()) {
            return Optional.of(RowError.SEVERAL_PEOPLE);
        }
        boolean heading = (given.isEmpty() || KnownHeading.of(given).isPresent())
                && KnownHeading.of(family).isPresent();
        return heading ? Optional.of(RowError.UNCLEAR_NAME) : Optional.empty();
    }

    private static boolean areSeveral(String name) {
        return !PlainText.isOneWord(name) && SEVERAL.matcher(name).find();
    }

    private static boolean isOfTwoHouses(String given, String particle, String family) {
        List<String> words = Whitespace.words(family);
        int end = NameWords.particleEnd(words, 0, false);
        String houses = String.join(" ", words.subList(end, words.size()));
        return !given.isEmpty()
                && (end > 0 || !particle.isEmpty())
                && TWO_HOUSES.matcher(houses).matches();
    }

    private static String withoutBirthName(String name, KnownHeading known, RowFields rowFields) {
        if (PlainText.isOneWord(name)) {
            return name;
        }
        Matcher born = BORN.matcher(name);
        if (!born.find()
                || born.start() == 0
                || SEVERAL_NAMES.matcher(born.group()).find()) {
            return name;
        }
        rowFields.warn(known, RowError.BIRTH_NAME);
        return born.replaceFirst("").strip();
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.chars().allMatch(Character::isDigit);
    }

    /** "Herr Dr. N. N." without whatever addresses. */
    private static String withoutAddress(String whole) {
        List<String> words = Whitespace.words(whole);
        int salutations = NameWords.salutationsAtStart(words);
        List<String> rest = words.subList(salutations, words.size());
        return String.join(" ", rest.subList(NameWords.titlesAtStart(rest), rest.size()));
    }

    private static boolean isPlace(String given, String family) {
        boolean alone = given.isEmpty() || PlaceholderName.is(given);
        return PlaceholderName.is((given + " " + family).strip()) || (alone && PlaceholderName.is(family));
    }

    /**
     * A salutation in the column of titles, and a title in the column of salutations, go where they belong.
     */
    private Address address(RowFields rowFields) {
        Columns columns = new Columns(rowFields.text(KnownHeading.SALUTATION), rowFields.text(KnownHeading.TITLE));
        Address known = addresses.get(columns);
        Address address = known == null ? address(columns) : known;
        if (known == null && addresses.size() < MOST_ADDRESSES) {
            addresses.put(columns, address);
        }
        if (!address.function().isEmpty()
                && !rowFields.text(KnownHeading.FUNCTION).isEmpty()) {
            rowFields.warn(KnownHeading.TITLE, RowError.FUNCTION_AS_TITLE);
        }
        return address;
    }

    private Address address(Columns columns) {
        Address address = addressOf(columns.salutation(), columns.titles());
        boolean function = !address.title().isEmpty()
                && (isEnglishTitle || NameWords.isFunction(address.title()))
                && !NameWords.areDegrees(address.title())
                && !NameWords.areTitles(Whitespace.words(address.title()));
        return function ? new Address(address.salutation(), "", address.title()) : address;
    }

    private static Address addressOf(String salutations, String titles) {
        List<String> words = new ArrayList<>(Whitespace.words(salutations));
        int own = NameWords.salutationsAtStart(words);
        Split ofTitles = Split.at(titles, NameWords::salutationsAtStart, true);
        List<String> rest = words.subList(own, words.size());
        boolean hasTitle = own > 0 && NameWords.areTitles(rest);
        if (own == 0 || (!hasTitle && !rest.isEmpty())) {
            boolean onlyTitle = own == 0 && NameWords.areTitles(words);
            String salutation = onlyTitle ? "" : String.join(" ", words);
            String moved = onlyTitle ? String.join(" ", words) : "";
            return new Address(either(salutation, ofTitles.front()), either(ofTitles.rest(), moved), "");
        }
        String salutation = NameWords.salutation(words.subList(0, own));
        return new Address(salutation, either(ofTitles.rest(), String.join(" ", rest)), "");
    }

    /**
     * How somebody is addressed: with a salutation, titles, both or neither.
     *
     * @param function what an English list has under "Title", where "CEO" is no academic title
     */
    private record Address(String salutation, String title, String function) {

        /** With the salutation that stood before a name, where there is no other one. */
        Address or(String before) {
            return before.isEmpty() || !salutation.isEmpty()
                    ? this
                    : new Address(NameWords.salutation(Whitespace.words(before)), title, function);
        }
    }

    private static String either(String own, String found) {
        return own.isEmpty() ? found : own;
    }

    /** A field whose first words belong to another field that the list has no column for. */
    private record Split(String front, String rest) {

        static Split at(String text, ToIntFunction<List<String>> end) {
            return at(text, end, false);
        }

        /** @param all whether every word may belong to the other field */
        static Split at(String text, ToIntFunction<List<String>> end, boolean all) {
            List<String> words = Whitespace.words(text);
            int cut = end.applyAsInt(words);
            return cut == words.size() && !all
                    ? new Split("", text)
                    : new Split(
                            String.join(" ", words.subList(0, cut)),
                            String.join(" ", words.subList(cut, words.size())));
        }

        /** "Schmidt M.A.", "Schmidt MdB" without a comma; "Ma" is a name. */
        static Split degreesBehind(String text) {
            List<String> words = Whitespace.words(text);
            int end = NameWords.degreesBehind(words, 1);
            return new Split(
                    String.join(" ", words.subList(end, words.size())), String.join(" ", words.subList(0, end)));
        }

        /** "Johann Wolfgang von" */
        static Split particleBehind(String text) {
            List<String> words = Whitespace.words(text);
            int at = 1;
            while (at < words.size() && NameWords.particleEnd(words, at, false) != words.size()) {
                at++;
            }
            return at >= words.size()
                    ? new Split("", text)
                    : new Split(
                            String.join(" ", words.subList(at, words.size())), String.join(" ", words.subList(0, at)));
        }

        /** "Schmidt, Bürgermeisterin" holds what she is behind the name. */
        static Split functionBehindComma(String text) {
            int comma = text.lastIndexOf(',');
            String behind = comma < 1 ? "" : text.substring(comma + 1).strip();
            return NameWords.isFunction(behind)
                    ? new Split(behind, text.substring(0, comma).strip())
                    : new Split("", text);
        }

        /** "Schmidt, LL.M." holds a title behind the name. */
        static Split behindComma(String text) {
            int comma = text.indexOf(',');
            String behind = comma < 1 ? "" : text.substring(comma + 1).strip();
            return NameWords.areDegrees(behind)
                    ? new Split(behind, text.substring(0, comma).strip())
                    : new Split("", text);
        }
    }
}
