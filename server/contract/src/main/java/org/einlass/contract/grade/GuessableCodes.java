package org.einlass.contract.grade;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einlass.contract.Wording;
import org.einlass.contract.code.ExternalCode;

/**
 * The codes of a list that can be guessed: those that are short, and long ones that hardly differ from each
 * other, because they are counted up or share all but a few symbols. Immutable.
 */
public final class GuessableCodes {
    /** The codes of no list. */
    public static final GuessableCodes NONE = new GuessableCodes(Set.of(), Map.of(), false);

    /** Of fewer codes some symbols may be the same by chance. */
    private static final int MANY = 8;

    /** What so few codes must differ in, to be taken for random ones. */
    private static final int FEW_BITS = 32;

    private static final int MOST_FORMS = 5;
    private static final Pattern LAST_NUMBER = Pattern.compile("(.*?)(\\d+)(\\D*)", Pattern.DOTALL);

    private final Set<ExternalCode> codes;
    private final Map<Wording, Integer> forms;
    private final boolean anyLong;

    private GuessableCodes(Set<ExternalCode> codes, Map<Wording, Integer> forms, boolean anyLong) {
        this.codes = codes;
        this.forms = forms;
        this.anyLong = anyLong;
    }

    /** Those among the codes of one list. */
    public static GuessableCodes among(Collection<ExternalCode> list) {
        return among(list, List.of());
    }

    /** Those among the codes of one list, and of codes that are there already. Only those of the list have a form. */
    public static GuessableCodes among(Collection<ExternalCode> list, Collection<ExternalCode> there) {
        Set<ExternalCode> all = new HashSet<>(list);
        all.addAll(there);
        return among(all, Set.copyOf(list));
    }

    private static GuessableCodes among(Set<ExternalCode> list, Set<ExternalCode> shown) {
        Map<ExternalCode, Wording> found = new HashMap<>();
        Set<ExternalCode> strong = new HashSet<>();
        for (ExternalCode code : list) {
            if (CodeGrade.of(code) == CodeGrade.STRONG) {
                strong.add(code);
            } else {
                found.put(code, form(code));
            }
        }
        boolean anyLong = false;
        for (List<ExternalCode> family : families(strong)) {
            Difference difference = Difference.of(family);
            if (difference.bits() < (family.size() < MANY ? FEW_BITS : CodeGrade.ENOUGH_BITS)) {
                family.forEach(code -> found.putIfAbsent(code, difference.form()));
                anyLong = true;
            }
        }
        Map<Wording, Integer> counts = new HashMap<>();
        found.forEach((code, form) -> {
            if (shown.contains(code)) {
                counts.merge(form, 1, Integer::sum);
            }
        });
        return new GuessableCodes(Set.copyOf(found.keySet()), Map.copyOf(counts), anyLong);
    }

    /** Codes of one length, and codes that are equal but for their last number; each code alone says nothing. */
    private static List<List<ExternalCode>> families(Set<ExternalCode> codes) {
        Map<String, List<ExternalCode>> families = new LinkedHashMap<>();
        for (ExternalCode code : codes) {
            String text = code.text();
            families.computeIfAbsent(String.valueOf(text.length()), none -> new ArrayList<>())
                    .add(code);
            Matcher number = LAST_NUMBER.matcher(text);
            if (number.matches()) {
                String around = number.group(1) + "\0" + number.group(2).length() + "\0" + number.group(3);
                families.computeIfAbsent(around, none -> new ArrayList<>()).add(code);
            }
        }
        return families.values().stream().filter(family -> family.size() > 1).toList();
    }

    /**
     * What codes of one length differ in.
     *
     * @param length of each, in characters
     * @param symbols how many of its letters and digits differ
     */
    private record Difference(int length, int symbols, CodeAlphabet alphabet) {

        static Difference of(List<ExternalCode> family) {
            String first = family.get(0).text();
            StringBuilder differing = new StringBuilder();
            int symbols = 0;
            for (int at = 0; at < first.length(); at++) {
                Set<Character> there = new HashSet<>();
                for (ExternalCode code : family) {
                    there.add(code.text().charAt(at));
                }
                if (there.size() > 1 && there.stream().anyMatch(Character::isLetterOrDigit)) {
                    symbols++;
                    there.forEach(differing::append);
                }
            }
            return new Difference(first.length(), symbols, CodeAlphabet.of(differing.toString()));
        }

        double bits() {
            return symbols * alphabet.bits();
        }

        Wording form() {
            return new Wording(
                    length + " Zeichen, in denen sich nur " + symbols + " unterscheiden",
                    length + " characters of which only " + symbols + " differ");
        }
    }

    private static Wording form(ExternalCode code) {
        long symbols = code.text().chars().filter(Character::isLetterOrDigit).count();
        Wording words = CodeAlphabet.of(code.text()).words();
        return new Wording(symbols + " " + words.german(), symbols + " " + words.english());
    }

    public boolean contains(ExternalCode code) {
        return codes.contains(code);
    }

    public boolean isEmpty() {
        return codes.isEmpty();
    }

    /** Whether codes are among them that look {@link CodeGrade#STRONG} one by one. */
    public boolean anyLong() {
        return anyLong;
    }

    /** What they look like, the most frequent first: "6 digits (300), 4 digits (12)". Shows no code. */
    public Wording forms() {
        List<Map.Entry<Wording, Integer>> ordered = forms.entrySet().stream()
                .sorted(Map.Entry.<Wording, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.comparing(Wording::german))))
                .toList();
        int rest =
                ordered.stream().skip(MOST_FORMS).mapToInt(Map.Entry::getValue).sum();
        List<String> german = new ArrayList<>();
        List<String> english = new ArrayList<>();
        ordered.stream().limit(MOST_FORMS).forEach(form -> {
            german.add(form.getKey().german() + " (" + form.getValue() + ")");
            english.add(form.getKey().english() + " (" + form.getValue() + ")");
        });
        if (rest > 0) {
            german.add("andere (" + rest + ")");
            english.add("others (" + rest + ")");
        }
        return new Wording(String.join(", ", german), String.join(", ", english));
    }
}
