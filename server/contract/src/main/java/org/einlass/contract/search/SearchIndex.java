package org.einlass.contract.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.RegistrationId;

/**
 * Finds the registrations of one event by what is typed: names in any order, spelling or half written,
 * organisations, mail domains, booking numbers, codes.
 *
 * <p>From any thread. Searches never wait: they read the state that the last finished change left. Changes
 * wait for each other and take from a fraction of a millisecond for one entry to seconds for a million, so
 * they belong on a thread that nobody waits for.
 *
 * <p>The index is a list of unchangeable segments, each several times as large as the next; a change adds one
 * and merges those that have become too many, like the log-structured merge tree of O'Neil et al. (1996).
 */
public final class SearchIndex<K> {
    /** More hits than anybody reads. */
    public static final int MOST_HITS = 1000;

    /** A segment is merged with those behind it unless it is so many times their size. */
    private static final int SIZE_RATIO = 8;

    /** How many new entries are taken in one segment: it bounds the memory that a change needs. */
    private static final int SEGMENT_ENTRIES = 1 << 15;

    private final EventSalt salt;
    private volatile List<Segment<K>> segments = List.of();

    /**
     * An empty index.
     *
     * @param salt by which the event knows its codes
     */
    public SearchIndex(EventSalt salt) {
        this.salt = salt;
    }

    /** Adds this entry, or replaces the one of its registration. */
    public void put(SearchEntry<K> entry) {
        change(List.of(entry), Set.of());
    }

    /** Removes the entry of this registration, if there is one. */
    public void remove(RegistrationId id) {
        change(List.of(), Set.of(id));
    }

    /**
     * Removes and then adds or replaces entries; searches see all of it at once. Of several entries of one
     * registration the last counts.
     */
    public synchronized void change(Collection<SearchEntry<K>> put, Collection<RegistrationId> removed) {
        Map<RegistrationId, SearchEntry<K>> entries = new LinkedHashMap<>();
        put.forEach(entry -> entries.put(entry.id(), entry));
        List<RegistrationId> outdated = new ArrayList<>(removed);
        outdated.addAll(entries.keySet());
        List<Segment<K>> changed = new ArrayList<>();
        for (Segment<K> segment : segments) {
            Segment<K> left = segment.without(outdated);
            if (left.live() > 0) {
                changed.add(left.isMostlyGone() ? SegmentMerge.of(List.of(left)) : left);
            }
        }
        List<SearchEntry<K>> waiting = new ArrayList<>(entries.values());
        for (int from = 0; from < waiting.size(); from += SEGMENT_ENTRIES) {
            int to = Math.min(waiting.size(), from + SEGMENT_ENTRIES);
            changed.add(SegmentBuilder.segment(waiting.subList(from, to)));
            mergeSmall(changed);
        }
        mergeSmall(changed);
        segments = List.copyOf(changed);
    }

    /** How many registrations can be found. */
    public int size() {
        return segments.stream().mapToInt(Segment::live).sum();
    }

    /**
     * The registrations that {@code text} may mean, best first.
     *
     * <p>All words must be found, in any order and any field; titles and particles may be missing. Where no
     * registration has all of them, those with most are returned. Of the text the first {@value
     * SearchQuery#LONGEST_TEXT} characters and {@value SearchQuery#MOST_WORDS} words count.
     *
     * @param most how many hits at most, 1 to {@value #MOST_HITS}
     */
    public List<SearchHit<K>> search(String text, int most) {
        if (most < 1 || most > MOST_HITS) {
            throw new IllegalArgumentException("A search gives 1 to " + MOST_HITS + " hits, not " + most + ".");
        }
        SearchQuery query = SearchQuery.of(text, salt);
        List<Candidate<K>> candidates = new ArrayList<>();
        for (Segment<K> segment : segments) {
            candidates.addAll(SegmentSearch.best(query, segment, most));
        }
        Collections.sort(candidates);
        List<SearchHit<K>> hits = new ArrayList<>();
        for (Candidate<K> candidate : candidates) {
            if (hits.size() == most || candidate.lacking() > candidates.get(0).lacking()) {
                break;
            }
            hits.add(candidate.hit(hits.size() + 1));
        }
        return hits;
    }

    private static <K> void mergeSmall(List<Segment<K>> segments) {
        int from = segments.size() - 1;
        long behind = 0;
        for (int at = segments.size() - 1; at >= 0; at--) {
            if (at < segments.size() - 1 && segments.get(at).live() <= SIZE_RATIO * behind) {
                from = at;
            }
            behind += segments.get(at).live();
        }
        if (from < segments.size() - 1) {
            List<Segment<K>> tail = segments.subList(from, segments.size());
            Segment<K> merged = SegmentMerge.of(List.copyOf(tail));
            tail.clear();
            segments.add(merged);
        }
    }
}
