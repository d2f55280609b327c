package org.einlass.contract.search;

import java.util.ArrayList;
import java.util.List;

/** Which terms of a segment a reading of the query may mean, and how well each fits. */
final class TermMatches {
    private static final int AS_TYPED = 1000;
    private static final int FOLDED = 980;
    private static final int INITIALS = 850;
    private static final int BEGINNING = 800;
    private static final int TYPO = 620;
    private static final int ABBREVIATION = 600;
    /** Of a word that may be a title or a particle. */
    private static final int MINOR_BEGINNING = 600;

    private static final int BEGINNING_WITH_TYPO = 420;
    /** Of a word that only sounds alike; one that is spelt nearly alike gets twice as much. */
    private static final int SOUND = 300;

    private static final int SHORTEST_WITH_TYPO = 3;
    private static final int SHORTEST_BEGINNING_WITH_TYPO = 5;
    private static final int LEAST_LIKENESS = 30;

    private final TermPostings terms;
    private final Vocabulary vocabulary;
    private final List<Match> matches = new ArrayList<>();

    private TermMatches(TermPostings terms) {
        this.terms = terms;
        this.vocabulary = terms.vocabulary();
    }

    /**
     * Neighbouring terms that fit equally well.
     *
     * @param fit 1 to 1000
     * @param fields the bits of the fields in which they count
     */
    record Match(TermRange terms, int fit, int fields) {}

    static List<Match> of(SearchQuery.Reading reading, TermPostings terms) {
        TermMatches found = new TermMatches(terms);
        found.add(reading);
        return found.matches;
    }

    private void add(SearchQuery.Reading reading) {
        Spelling spelling = reading.spelling();
        switch (reading.kind()) {
            case WORD -> {
                addWhole(spelling);
                add(vocabulary.spellings(Initialisms.term(spelling.folded())), INITIALS, SearchField.ANY);
                addBeginnings(spelling.folded(), BEGINNING);
                addAbbreviations(spelling.folded());
                addMisspelt(spelling);
            }
            case MINOR_WORD -> addWhole(spelling);
            case MINOR_WORD_AT_END -> {
                addWhole(spelling);
                addBeginnings(spelling.folded(), MINOR_BEGINNING);
            }
            case JOINED -> {
                addWhole(spelling);
                addBeginnings(spelling.folded(), BEGINNING);
                addMisspelt(spelling);
            }
            case INITIALS -> add(vocabulary.spellings(spelling.folded()), INITIALS, SearchField.ORGANISATION.bit());
        }
    }

    private void addWhole(Spelling spelling) {
        TermRange spellings = vocabulary.spellings(spelling.folded());
        add(spellings, FOLDED, SearchField.ANY);
        for (int term = spellings.from(); term < spellings.to(); term++) {
            if (vocabulary.term(term).equals(spelling.term())) {
                add(new TermRange(term, term + 1), AS_TYPED, SearchField.ANY);
            }
        }
    }

    /** One letter begins too many words of organisations. */
    private void addBeginnings(String folded, int fit) {
        int fields = folded.length() == 1 ? SearchField.NAMES : SearchField.ANY;
        add(vocabulary.narrowed(vocabulary.all(), 0, folded), fit, fields);
    }

    private void addAbbreviations(String folded) {
        for (int length = Abbreviation.SHORTEST; length < folded.length(); length++) {
            String abbreviation = Abbreviation.term(folded.substring(0, length));
            add(vocabulary.spellings(abbreviation), ABBREVIATION, SearchField.WORK);
        }
    }

    private void addMisspelt(Spelling spelling) {
        String folded = spelling.folded();
        if (folded.length() < SHORTEST_WITH_TYPO || folded.chars().anyMatch(Character::isDigit)) {
            return;
        }
        vocabulary.eachWithOneTypo(folded, (range, length, at) -> {
            add(vocabulary.ending(range, length), TYPO, SearchField.ANY);
            if (folded.length() >= SHORTEST_BEGINNING_WITH_TYPO && at < folded.length() - 1) {
                add(range, BEGINNING_WITH_TYPO, SearchField.ANY);
            }
        });
        for (int sound : CologneKey.of(spelling)) {
            for (int term : terms.sounding(sound)) {
                int likeness = EditDistance.likeness(folded, vocabulary.folded(term));
                if (likeness >= LEAST_LIKENESS) {
                    add(new TermRange(term, term + 1), SOUND + SOUND * likeness / 100, SearchField.NAMES);
                }
            }
        }
    }

    private void add(TermRange range, int fit, int fields) {
        if (!range.isEmpty()) {
            matches.add(new Match(range, fit, fields));
        }
    }
}
