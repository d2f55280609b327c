package org.einlass.server.registration.imports.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.einlass.server.registration.imports.text.Whitespace;

/**
 * A name that stood in one column, taken apart. Nothing is guessed: "Karl Heinz Müller Schmidt" has no
 * certain family name, "Müller Schmidt, Karl Heinz" has. Capitals stay as they are.
 *
 * @param function what stood behind the name, as in "Eva Schmidt, Bürgermeisterin"; else empty
 */
record NameSplitter(
        String salutation, String title, String givenName, String particle, String familyName, String function) {

    /** No family name, two people, a number, a remark in brackets: not one person's name. */
    private static final Pattern NO_NAME = Pattern.compile(
            "^\\s*,|[\\d/&;@+_*<>=]|\\((?!FH\\)|Univ\\.?\\)|BA\\)|Hons\\.?\\))|(?:^|\\s)(?:Familie|Fam\\.|Ehepaar|Eheleute|Family)\\s");

    private static final Pattern INITIAL = Pattern.compile("\\p{L}\\.");

    /** Takes {@code name} apart, or answers empty where it is not certain which word is the family name. */
    static Optional<NameSplitter> of(String name) {
        if (NO_NAME.matcher(name).find()) {
            return Optional.empty();
        }
        List<List<String>> parts = new ArrayList<>(Stream.of(name.split(",", -1))
                .map(part -> Whitespace.words(part.strip()))
                .filter(part -> !part.isEmpty())
                .toList());
        String function = functionBehind(parts);
        if (parts.size() > 1 && NameWords.tellsWork(parts.get(parts.size() - 1))) {
            return Optional.empty();
        }
        return apart(name, parts).map(found -> found.withFunction(function));
    }

    private static Optional<NameSplitter> apart(String name, List<List<String>> parts) {
        boolean capitals = name.equals(name.toUpperCase(Locale.ROOT));
        List<String> titles = titlesBehind(parts);
        return switch (parts.size()) {
            case 1 -> new Parser(capitals, titles).straight(parts.get(0));
            case 2 -> new Parser(capitals, titles).familyNameFirst(parts.get(0), parts.get(1));
            default -> Optional.empty();
        };
    }

    /** "Eva Schmidt, Bürgermeisterin" and "Schmidt, Eva, Leiterin IT": takes the last part off where it tells work. */
    private static String functionBehind(List<List<String>> parts) {
        int last = parts.size() - 1;
        String text = last > 0 ? String.join(" ", parts.get(last)) : "";
        boolean alone = last == 1 && parts.get(0).size() < 2;
        if (last < 1 || alone || !NameWords.isFunction(text)) {
            return "";
        }
        parts.remove(last);
        return text;
    }

    private NameSplitter withFunction(String behind) {
        return new NameSplitter(salutation, title, givenName, particle, familyName, behind);
    }

    /** "Jürgen Müller, MdL" and "Müller, Jürgen, Dr.": takes the last part off where it is a title. */
    private static List<String> titlesBehind(List<List<String>> parts) {
        List<String> titles = new ArrayList<>();
        int last = parts.size() - 1;
        while (last > 0 && NameWords.areDegrees(String.join(" ", parts.get(last)))) {
            titles.addAll(0, parts.remove(last));
            last--;
        }
        return titles;
    }

    /** Collects salutation and titles from wherever they stand, and then decides on the names. */
    private static final class Parser {
        private final boolean capitals;
        private final List<String> salutation = new ArrayList<>();
        private final List<String> titles = new ArrayList<>();
        private final List<String> titlesBehind;

        Parser(boolean capitals, List<String> titlesBehind) {
            this.capitals = capitals;
            this.titlesBehind = titlesBehind;
        }

        Optional<NameSplitter> straight(List<String> whole) {
            List<String> words = withoutTitles(whole);
            Optional<NameSplitter> byCapitals = capitals ? Optional.empty() : byCapitals(words);
            if (byCapitals.isPresent()) {
                return byCapitals;
            }
            int front = NameWords.particleEnd(words, 0, capitals);
            if (front > 0 && words.size() - front > 1) {
                return particleFirst(words, front);
            }
            for (int at = 0; at < words.size(); at++) {
                int end = NameWords.particleEnd(words, at, capitals);
                if (end > at) {
                    return parts(words.subList(0, at), words.subList(at, end), words.subList(end, words.size()));
                }
            }
            return withoutParticle(words);
        }

        /** "von der Leyen Ursula": whoever begins with the particle writes the family name first. */
        private Optional<NameSplitter> particleFirst(List<String> words, int front) {
            boolean certain = salutation.isEmpty() && words.size() == front + 2;
            return certain
                    ? parts(
                            words.subList(front + 1, front + 2),
                            words.subList(0, front),
                            words.subList(front, front + 1))
                    : Optional.empty();
        }

        /** "SCHMIDT Eva" and "Karl Heinz MÜLLER": capitals mark the family name. */
        private Optional<NameSplitter> byCapitals(List<String> words) {
            int front = 0;
            while (front < words.size() && NameWords.isCapitals(words.get(front))) {
                front++;
            }
            int back = words.size();
            while (back > 0 && NameWords.isCapitals(words.get(back - 1))) {
                back--;
            }
            boolean mayBeRank = front == 1 && NameWords.mayBeRank(words.get(0), words.size());
            if (front > 0 && front < words.size() && back == words.size() && !mayBeRank) {
                int particle = NameWords.particleEnd(words.subList(0, front), 0, true);
                return parts(
                        words.subList(front, words.size()), words.subList(0, particle), words.subList(particle, front));
            }
            if (front > 0 || back == words.size() || back == 0) {
                return Optional.empty();
            }
            int start = particleBefore(words, back);
            int particle = start + NameWords.particleEnd(words.subList(start, words.size()), 0, true);
            return parts(
                    words.subList(0, start), words.subList(start, particle), words.subList(particle, words.size()));
        }

        private static int particleBefore(List<String> words, int back) {
            int start = back;
            while (start > 1 && NameWords.particleEnd(words.subList(start - 1, back), 0, false) == back - start + 1) {
                start--;
            }
            return start;
        }

        Optional<NameSplitter> familyNameFirst(List<String> left, List<String> right) {
            List<String> family = withoutTitles(left);
            List<String> given = withoutTitles(right);
            int plain = family.size() - NameWords.particleEnd(family, 0, capitals);
            if (plain > 1 && given.size() == 1) {
                return Optional.empty();
            }
            int before = NameWords.particleEnd(family, 0, capitals);
            int behind = particleBehind(given);
            List<String> particle = new ArrayList<>(given.subList(behind, given.size()));
            particle.addAll(family.subList(0, before));
            return parts(given.subList(0, behind), particle, family.subList(before, family.size()));
        }

        private Optional<NameSplitter> withoutParticle(List<String> words) {
            int last = words.size() - 1;
            boolean certain = last <= 1
                    || words.subList(1, last).stream()
                            .allMatch(word -> INITIAL.matcher(word).matches());
            boolean turned = last == 1 && GivenNames.seemTurned(words.get(0), words.get(1));
            return last >= 0 && certain && !turned
                    ? parts(words.subList(0, last), List.of(), words.subList(last, last + 1))
                    : Optional.empty();
        }

        private Optional<NameSplitter> parts(List<String> given, List<String> particle, List<String> family) {
            boolean two = Stream.concat(given.stream(), family.stream()).anyMatch(word -> word.equalsIgnoreCase("und"));
            if (family.isEmpty() || two) {
                return Optional.empty();
            }
            titles.addAll(titlesBehind);
            return Optional.of(new NameSplitter(
                    joined(salutation), joined(titles), joined(given), joined(particle), joined(family), ""));
        }

        private List<String> withoutTitles(List<String> words) {
            int names = 0;
            while (names < words.size() && NameWords.isSalutation(words.get(names))) {
                salutation.add(words.get(names++));
            }
            int end = names + NameWords.titlesAtStart(words.subList(names, words.size()));
            titles.addAll(words.subList(names, end));
            return withoutTitleBehind(words.subList(end, words.size()));
        }

        /** "Jürgen Müller MdL", "Nora Berg MBA" */
        private List<String> withoutTitleBehind(List<String> words) {
            int end = capitals ? words.size() : NameWords.degreesBehind(words, 2);
            titles.addAll(words.subList(end, words.size()));
            int last = end - 1;
            if (last < 2 || !NameWords.areTitles(words.subList(last, end))) {
                return words.subList(0, end);
            }
            titles.add(words.get(last));
            return words.subList(0, last);
        }

        /** "Goethe, Johann Wolfgang von" */
        private int particleBehind(List<String> given) {
            int at = 0;
            while (at < given.size() && NameWords.particleEnd(given, at, capitals) != given.size()) {
                at++;
            }
            return at;
        }

        private static String joined(List<String> words) {
            return String.join(" ", words);
        }
    }
}
