package org.einlass.contract.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.code.ScannedText;

/**
 * What somebody typed, taken apart: words, the readings they allow, a booking number, a code.
 *
 * @param mayLack for each word whether a registration may lack it
 * @param bookingNumber the right booking number in the text; its digits are no words
 * @param codes what the event would know the whole text by if it is a code
 */
record SearchQuery(
        List<Boolean> mayLack, List<Reading> readings, Optional<BookingNumber> bookingNumber, Set<LookupId> codes) {
    static final int LONGEST_TEXT = 200;
    static final int MOST_WORDS = 8;
    private static final int MOST_JOINED = 3;

    /** As words of their own, whatever else stands beside them. */
    private static final Pattern NINE_DIGITS = Pattern.compile("(?<!\\d)\\d{3}[ .-]?\\d{3}[ .-]?\\d{3}(?!\\d)");

    /** One way to read neighbouring words of the query, from {@code first} to {@code last}. */
    record Reading(Spelling spelling, int first, int last, Kind kind) {

        boolean covers(int word) {
            return first <= word && word <= last;
        }

        /** What kinds of terms a reading is compared with. */
        enum Kind {
            /** One word, also half typed, misspelt, or by its sound. */
            WORD,
            /** One word that the registration may lack: as it stands. */
            MINOR_WORD,
            /** Such a word at the end of the text, which may be the beginning of another. */
            MINOR_WORD_AT_END,
            /** Several words that the registration has as one. */
            JOINED,
            /** Words of which an organisation has the initials. */
            INITIALS
        }
    }

    /**
     * Reads {@code typed}; what goes beyond {@value #LONGEST_TEXT} characters or {@value #MOST_WORDS} words
     * is left out.
     */
    static SearchQuery of(String typed, EventSalt salt) {
        String text = typed.length() > LONGEST_TEXT ? typed.substring(0, LONGEST_TEXT) : typed;
        Optional<BookingNumber> number = bookingNumber(text);
        List<String> words = NameFolding.words(withoutBookingNumber(text, number));
        words.removeIf(word -> NameFolding.fold(word).isEmpty());
        if (words.size() > MOST_WORDS) {
            words.subList(MOST_WORDS, words.size()).clear();
        }
        List<Boolean> mayLack = words.stream().map(IgnoredWords::contains).toList();
        return new SearchQuery(mayLack, readings(words, mayLack), number, codes(text, salt));
    }

    int words() {
        return mayLack.size();
    }

    /** How many words a registration must have to be a whole match. */
    int needed() {
        return (int) mayLack.stream().filter(may -> !may).count();
    }

    private static Optional<BookingNumber> bookingNumber(String text) {
        return BookingNumber.parse(text.strip())
                .or(() -> NINE_DIGITS
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .flatMap(digits -> BookingNumber.parse(digits).stream())
                        .findFirst());
    }

    private static String withoutBookingNumber(String text, Optional<BookingNumber> number) {
        if (number.isEmpty()) {
            return text;
        }
        boolean isWhole = BookingNumber.parse(text.strip()).isPresent();
        return isWhole
                ? ""
                : NINE_DIGITS
                        .matcher(text)
                        .replaceAll(found -> BookingNumber.parse(found.group()).equals(number) ? " " : "$0");
    }

    private static Set<LookupId> codes(String text, EventSalt salt) {
        Set<LookupId> codes = new LinkedHashSet<>();
        for (String spelled : List.of(
                text.strip(),
                text.strip().toUpperCase(Locale.ROOT),
                text.strip().toLowerCase(Locale.ROOT))) {
            if (ScannedText.of(spelled) instanceof PresentedCode code) {
                codes.add(salt.lookupId(code));
            }
        }
        return codes;
    }

    private static List<Reading> readings(List<String> words, List<Boolean> mayLack) {
        List<Reading> readings = new ArrayList<>();
        for (int first = 0; first < words.size(); first++) {
            readings.add(word(words, mayLack, first));
            for (int last = first; last < words.size(); last++) {
                List<String> run = words.subList(first, last + 1);
                if (run.size() > 1 && run.size() <= MOST_JOINED) {
                    readings.add(new Reading(Spelling.joined(run), first, last, Reading.Kind.JOINED));
                }
                if (!mayLack.get(first) && !mayLack.get(last)) {
                    List<String> folded = run.stream().map(NameFolding::fold).toList();
                    for (String initials : Initialisms.of(folded)) {
                        readings.add(new Reading(Spelling.of(initials), first, last, Reading.Kind.INITIALS));
                    }
                }
            }
        }
        return readings;
    }

    private static Reading word(List<String> words, List<Boolean> mayLack, int at) {
        boolean isLast = at == words.size() - 1;
        Reading.Kind minor =
                isLast || words.get(at).length() == 1 ? Reading.Kind.MINOR_WORD_AT_END : Reading.Kind.MINOR_WORD;
        return new Reading(Spelling.of(words.get(at)), at, at, mayLack.get(at) ? minor : Reading.Kind.WORD);
    }
}
