package org.einlass.contract.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.einlass.contract.registration.Attendee;

/** The terms under which one entry is found, and those by which it is sorted among equals. */
final class EntryTerms {
    private final Set<Occurrence> occurrences = new LinkedHashSet<>();
    private final String familyName;
    private final String givenName;
    private final int nameWords;

    EntryTerms(SearchEntry<?> entry) {
        Attendee attendee = entry.attendee();
        addName(attendee.familyName(), SearchField.FAMILY_NAME);
        addName(attendee.givenName(), SearchField.GIVEN_NAME);
        addName(attendee.badgeName(), SearchField.BADGE_NAME);
        addWords(attendee.particle(), SearchField.PARTICLE);
        addWords(attendee.title(), SearchField.TITLE);
        addWorkTerms(attendee.function(), SearchField.FUNCTION);
        addWorkTerms(attendee.department(), SearchField.DEPARTMENT);
        addWorkTerms(attendee.organisation(), SearchField.ORGANISATION);
        addInitialisms(attendee.organisation());
        addMail(entry.mail());
        if (!attendee.particle().isEmpty()) {
            add(joined(attendee.particle() + " " + attendee.familyName()), SearchField.FAMILY_NAME);
        }
        familyName = joined(attendee.familyName()).term();
        givenName = joined(attendee.givenName()).term();
        nameWords = NameFolding.words(attendee.givenName() + " " + attendee.familyName())
                .size();
    }

    /** A term and the field it stands in. */
    record Occurrence(String term, SearchField field) {}

    Set<Occurrence> occurrences() {
        return occurrences;
    }

    /** The family name in one word; one of the terms, or empty. */
    String familyName() {
        return familyName;
    }

    /** The given names in one word; one of the terms, or empty. */
    String givenName() {
        return givenName;
    }

    /** Of how many words the person's name is. */
    int nameWords() {
        return nameWords;
    }

    /** "Müller-Lüdenscheidt": either part, both together, and all words of the field together. */
    private void addName(String text, SearchField field) {
        addCompounds(text, field);
        add(joined(text), field);
    }

    private void addCompounds(String text, SearchField field) {
        for (List<String> compound : NameFolding.compounds(text)) {
            compound.forEach(part -> add(Spelling.of(part), field));
            add(Spelling.joined(compound), field);
        }
    }

    private void addWords(String text, SearchField field) {
        NameFolding.words(text).forEach(word -> add(Spelling.of(word), field));
    }

    /** "Staatsministerium" under "Ministerium" as well, and "Min." so that the whole word finds it. */
    private void addWorkTerms(String text, SearchField field) {
        addCompounds(text, field);
        for (String word : NameFolding.words(text)) {
            List<String> parts = Initialisms.parts(NameFolding.fold(word));
            for (int i = 1; i < parts.size(); i++) {
                occurrences.add(new Occurrence(String.join("", parts.subList(i, parts.size())), field));
            }
        }
        if (text.contains(Abbreviation.DOT)) {
            addAbbreviations(text, field);
        }
    }

    private void addAbbreviations(String text, SearchField field) {
        for (String word : text.split("\\s+", -1)) {
            if (word.endsWith(Abbreviation.DOT)) {
                NameFolding.words(word).stream()
                        .reduce((first, last) -> last)
                        .map(Abbreviation::term)
                        .ifPresent(term -> occurrences.add(new Occurrence(term, field)));
            }
        }
    }

    private void addInitialisms(String organisation) {
        List<String> folded = new ArrayList<>();
        NameFolding.words(organisation).forEach(word -> folded.add(NameFolding.fold(word)));
        folded.removeIf(String::isEmpty);
        Initialisms.within(folded)
                .forEach(initials ->
                        occurrences.add(new Occurrence(Initialisms.term(initials), SearchField.ORGANISATION)));
    }

    private void addMail(String mail) {
        addWords(mail, SearchField.MAIL);
        int at = mail.lastIndexOf('@');
        if (at > 0) {
            add(joined(mail.substring(0, at)), SearchField.MAIL);
        }
    }

    private void add(Spelling spelling, SearchField field) {
        if (!spelling.folded().isEmpty()) {
            occurrences.add(new Occurrence(spelling.term(), field));
        }
    }

    private static Spelling joined(String text) {
        return Spelling.joined(NameFolding.words(text));
    }
}
