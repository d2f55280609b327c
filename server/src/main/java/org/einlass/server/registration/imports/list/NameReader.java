package org.einlass.server.registration.imports.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.einlass.server.registration.imports.text.Whitespace;

/** Finds a guest's name in whatever columns the list has for it. */
final class NameReader {
    /** Somebody who is still to be named. */
    static final NameSplitter UNNAMED = new NameSplitter("", "", "", "", "", "");

    private final ListColumns listColumns;

    private final boolean familyFirst;

    NameReader(ListColumns listColumns) {
        this.listColumns = listColumns;
        this.familyFirst = listColumns.has(KnownHeading.WHOLE_NAME)
                && FamilyNameFirst.says(listColumns.heading(KnownHeading.WHOLE_NAME));
    }

    /** The name in its parts, or empty after a complaint. */
    Optional<NameSplitter> read(RowFields rowFields) {
        return listColumns.has(KnownHeading.WHOLE_NAME) ? fromOneColumn(rowFields) : fromItsColumns(rowFields);
    }

    private Optional<NameSplitter> fromOneColumn(RowFields rowFields) {
        String whole = rowFields.text(KnownHeading.WHOLE_NAME);
        if (whole.isEmpty()) {
            rowFields.reject(KnownHeading.WHOLE_NAME, RowError.NO_NAME);
            return Optional.empty();
        }
        if (PlaceholderName.is(withoutAddress(whole))) {
            return Optional.of(UNNAMED);
        }
        Optional<NameSplitter> found = NameSplitter.of(familyFirst ? FamilyNameFirst.commaIn(whole) : whole);
        if (found.filter(name -> isPlace(name.givenName(), name.familyName())).isPresent()) {
            return Optional.of(UNNAMED);
        }
        found = found.filter(name -> !PlaceholderName.isNever(name.familyName()));
        if (found.isEmpty()) {
            rowFields.reject(KnownHeading.WHOLE_NAME, RowError.UNCLEAR_NAME);
        }
        Address address = address(rowFields);
        return found.map(name -> new NameSplitter(
                either(address.salutation(), name.salutation()),
                either(address.title(), name.title()),
                name.givenName(),
                either(rowFields.text(KnownHeading.PARTICLE), name.particle()),
                name.familyName(),
                name.function()));
    }

    private Optional<NameSplitter> fromItsColumns(RowFields rowFields) {
        Address address = address(rowFields);
        String title = address.title();
        String given = rowFields.text(KnownHeading.GIVEN_NAME);
        String particle = rowFields.text(KnownHeading.PARTICLE);
        String family = rowFields.text(KnownHeading.FAMILY_NAME);
        if (family.isEmpty()) {
            rowFields.reject(KnownHeading.FAMILY_NAME, RowError.NO_NAME);
            return Optional.empty();
        }
        if (isPlace(given, family)) {
            return Optional.of(UNNAMED);
        }
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
        return Optional.of(new NameSplitter(address.salutation(), title, given, particle, family, work.front()));
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
    private static Address address(RowFields rowFields) {
        List<String> words = new ArrayList<>(Whitespace.words(rowFields.text(KnownHeading.SALUTATION)));
        String titles = rowFields.text(KnownHeading.TITLE);
        int own = NameWords.salutationsAtStart(words);
        Split ofTitles = Split.at(titles, NameWords::salutationsAtStart, true);
        List<String> rest = words.subList(own, words.size());
        boolean hasTitle = own > 0 && NameWords.areTitles(rest);
        if (own == 0 || (!hasTitle && !rest.isEmpty())) {
            boolean onlyTitle = own == 0 && NameWords.areTitles(words);
            String salutation = onlyTitle ? "" : String.join(" ", words);
            String moved = onlyTitle ? String.join(" ", words) : "";
            return new Address(either(salutation, ofTitles.front()), either(ofTitles.rest(), moved));
        }
        String salutation = NameWords.salutation(words.subList(0, own));
        return new Address(salutation, either(ofTitles.rest(), String.join(" ", rest)));
    }

    /** How somebody is addressed: with a salutation, titles, both or neither. */
    private record Address(String salutation, String title) {}

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

        /** "Schmidt M.A." without a comma; only with points, for "Ma" is a name. */
        static Split degreesBehind(String text) {
            List<String> words = Whitespace.words(text);
            int end = words.size();
            while (end > 1 && words.get(end - 1).indexOf('.') > 0 && NameWords.areDegrees(words.get(end - 1))) {
                end--;
            }
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
