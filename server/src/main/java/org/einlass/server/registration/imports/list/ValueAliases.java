package org.einlass.server.registration.imports.list;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.server.registration.imports.text.TextKey;

/** Words that a field may hold, and what they mean; case, umlauts, blanks and hyphens make no difference. */
final class ValueAliases<T> {
    private static final int MOST_OFFERED = 20;

    private final Map<String, T> meanings = new HashMap<>();
    private final Wording offered;

    private ValueAliases(Wording offered) {
        this.offered = offered;
    }

    /**
     * Knows each meaning by its own name. A title that several share means none of them: only their ids do.
     *
     * @param title the name that people read, and may write
     * @param id the name that programs write
     */
    ValueAliases(List<T> all, Function<T, Wording> title, Function<T, String> id) {
        Map<String, T> titles = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (T one : all) {
            add(one, id.apply(one));
            for (String word :
                    List.of(title.apply(one).german(), title.apply(one).english())) {
                T other = titles.putIfAbsent(TextKey.of(word), one);
                if (other != null && !other.equals(one)) {
                    shared.add(TextKey.of(word));
                }
            }
        }
        titles.keySet().removeAll(shared);
        titles.forEach(meanings::putIfAbsent);
        this.offered = new Wording(
                listed(all, one -> unshared(title.apply(one).german(), shared, id.apply(one))),
                listed(all, one -> unshared(title.apply(one).english(), shared, id.apply(one))));
    }

    private static String unshared(String title, Set<String> shared, String id) {
        return shared.contains(TextKey.of(title)) ? id : title;
    }

    /** More words for a meaning; a word that is taken already keeps its own. */
    ValueAliases<T> add(T meaning, String... words) {
        Arrays.stream(words).map(TextKey::of).forEach(word -> meanings.putIfAbsent(word, meaning));
        return this;
    }

    /** More words for whatever one of them means already; none where nothing does. */
    ValueAliases<T> addAlike(String... words) {
        Arrays.stream(words).flatMap(word -> find(word).stream()).findFirst().ifPresent(meaning -> add(meaning, words));
        return this;
    }

    Optional<T> find(String word) {
        return Optional.ofNullable(meanings.get(TextKey.of(word)));
    }

    /** The same words for something that follows from each meaning. */
    <R> ValueAliases<R> map(Function<T, R> step) {
        ValueAliases<R> mapped = new ValueAliases<>(offered);
        meanings.forEach((word, meaning) -> mapped.meanings.put(word, step.apply(meaning)));
        return mapped;
    }

    /** The words to offer to somebody who used another one. */
    Wording offered() {
        return offered;
    }

    private static <T> String listed(List<T> all, Function<T, String> word) {
        String words = all.stream().limit(MOST_OFFERED).map(word).collect(Collectors.joining(", "));
        return all.size() > MOST_OFFERED ? words + ", ..." : words;
    }
}
