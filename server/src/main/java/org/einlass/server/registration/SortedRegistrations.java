package org.einlass.server.registration;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.search.NameFolding;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The registrations of an event as organisers look through them: by family name, ready to be compared with typed words.
 * Those of the event that was asked about last are kept, as long as memory is not short and nothing of them changes:
 * each look asks the database for a mark that every change moves. Any thread may call it.
 */
final class SortedRegistrations {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private volatile SoftReference<Kept> kept = new SoftReference<>(null);

    private record Kept(EventId event, Mark mark, List<Entry> entries) {}

    /** Differs after each change of the event's registrations. */
    private record Mark(long all, long merged, long versions, long born) {}

    /**
     * One registration.
     *
     * @param words its names and organisation as they are compared, a blank before each word
     */
    private record Entry(String name, String words, RegistrationMatches.Line line) {}

    /** Those whose words begin with all words of {@code text}, by family name. */
    List<RegistrationMatches.Line> find(
            Handle handle, EventId event, String text, @Nullable RegistrationStatus status) {
        List<String> wanted = Arrays.stream(words(text).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> " " + word)
                .toList();
        return entries(handle, event).stream()
                .filter(entry -> status == null || entry.line().status() == status)
                .filter(entry -> wanted.stream().allMatch(entry.words()::contains))
                .map(Entry::line)
                .toList();
    }

    private List<Entry> entries(Handle handle, EventId event) {
        Mark mark = mark(handle, event);
        Kept last = kept.get();
        if (last != null && last.event().equals(event) && last.mark().equals(mark)) {
            return last.entries();
        }
        Map<RegistrationId, Entry> before = last == null || !last.event().equals(event)
                ? Map.of()
                : last.entries().stream()
                        .collect(Collectors.toMap(entry -> entry.line().id(), Function.identity()));
        Map<String, String> organisations = new HashMap<>();
        List<Entry> entries = RegistrationTable.lines(handle, event).stream()
                .map(line -> entry(line, before.get(line.id()), organisations))
                .sorted(Comparator.comparing(Entry::name))
                .toList();
        kept = new SoftReference<>(new Kept(event, mark, entries));
        return entries;
    }

    /**
     * To fold names takes longer than to read them, and few of them change.
     *
     * @param organisations the words of those that came before, for many people are of one
     */
    private static Entry entry(
            RegistrationMatches.Line line, @Nullable Entry before, Map<String, String> organisations) {
        if (before != null && before.line().equals(line)) {
            return before;
        }
        String name = NameFolding.fold(line.familyName() + " " + line.givenName());
        String organisation = organisations.computeIfAbsent(line.organisation(), SortedRegistrations::words);
        return new Entry(name, wordsOfFolded(name) + organisation, line);
    }

    private static String words(String text) {
        return wordsOfFolded(NameFolding.fold(text));
    }

    /** A blank before each word. */
    private static String wordsOfFolded(String folded) {
        return Arrays.stream(BETWEEN_WORDS.split(folded, -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" ", " ", ""));
    }

    private static Mark mark(Handle handle, EventId event) {
        return handle.createQuery("""
                        select count(*), count(merged_into), coalesce(sum(version), 0), coalesce(sum(created_at), 0)
                        from registrations where event = :event
                        """)
                .bind("event", event.text())
                .map((row, context) -> new Mark(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .one();
    }
}
