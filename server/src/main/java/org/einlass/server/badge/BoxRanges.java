package org.einlass.server.badge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Divides names among boxes so that each box has about as many badges as any other: letters in their order, cut
 * where the fullest box is as empty as it can be. Where whole letters divide badly ("S" alone is a seventh of a
 * German list), cuts go between the second or third letters.
 */
public final class BoxRanges {
    /** More boxes than any hall has counters. */
    public static final int MOST_BOXES = 60;

    private static final int LONGEST_CUT = 3;
    /** How much fuller than the mean a box may be before a finer cut is tried. */
    private static final double FAIR = 1.15;

    private BoxRanges() {}

    /** One box for all names. */
    public static List<BoxRange> single() {
        return List.of(new BoxRange(1, "", "A–Z"));
    }

    /**
     * The ranges of boxes, at most so many; fewer where there are not so many different beginnings of names.
     *
     * @param keys family names in the form in which names are compared: lower case, without umlauts
     * @param boxes 1 to {@link #MOST_BOXES}
     */
    public static List<BoxRange> of(Collection<String> keys, int boxes) {
        List<BoxRange> best = single();
        long fullest = Long.MAX_VALUE;
        for (int length = 1; length <= LONGEST_CUT; length++) {
            SortedMap<String, Long> groups = groups(keys, length);
            List<String> cuts = cuts(groups, boxes);
            long load = fullest(groups, cuts);
            if (load < fullest) {
                fullest = load;
                best = ranges(cuts);
            }
            if (fullest <= FAIR * keys.size() / boxes) {
                break;
            }
        }
        return best;
    }

    /** The box in which a name's badge lies. */
    public static BoxRange of(List<BoxRange> ranges, String key) {
        BoxRange found = ranges.get(0);
        for (BoxRange range : ranges) {
            if (range.first().compareTo(key) <= 0) {
                found = range;
            }
        }
        return found;
    }

    /** How many names begin with each group of letters; what begins with none is with the first. */
    private static SortedMap<String, Long> groups(Collection<String> keys, int length) {
        SortedMap<String, Long> groups = new TreeMap<>();
        for (String key : keys) {
            groups.merge(beginning(key, length), 1L, Long::sum);
        }
        return groups;
    }

    /** Latin letters only can be read off a sign; other names follow them. */
    private static String beginning(String key, int length) {
        int end = 0;
        while (end < Math.min(length, key.length()) && key.charAt(end) >= 'a' && key.charAt(end) <= 'z') {
            end++;
        }
        if (end > 0) {
            return key.substring(0, end);
        }
        return key.compareTo("z") > 0 ? "z" : "a";
    }

    /** Where the boxes after the first begin: the fullest box is as empty as can be. */
    private static List<String> cuts(SortedMap<String, Long> groups, int boxes) {
        List<String> names = new ArrayList<>(groups.keySet());
        long[] before = new long[names.size() + 1];
        int place = 0;
        for (long many : groups.values()) {
            before[place + 1] = before[place] + many;
            place++;
        }
        int count = Math.min(boxes, names.size());
        long[][] load = new long[count + 1][names.size() + 1];
        int[][] cut = new int[count + 1][names.size() + 1];
        Arrays.stream(load).forEach(row -> Arrays.fill(row, Long.MAX_VALUE));
        load[0][0] = 0;
        for (int box = 1; box <= count; box++) {
            for (int end = box; end <= names.size(); end++) {
                for (int start = box - 1; start < end; start++) {
                    long worst = Math.max(load[box - 1][start], before[end] - before[start]);
                    if (load[box - 1][start] < Long.MAX_VALUE && worst < load[box][end]) {
                        load[box][end] = worst;
                        cut[box][end] = start;
                    }
                }
            }
        }
        List<String> cuts = new ArrayList<>();
        int end = names.size();
        for (int box = count; box > 1; box--) {
            end = cut[box][end];
            cuts.add(0, names.get(end));
        }
        return cuts;
    }

    private static long fullest(SortedMap<String, Long> groups, List<String> cuts) {
        Map<Integer, Long> loads = new TreeMap<>();
        groups.forEach((name, many) -> {
            int box =
                    (int) cuts.stream().filter(cut -> cut.compareTo(name) <= 0).count();
            loads.merge(box, many, Long::sum);
        });
        return loads.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static List<BoxRange> ranges(List<String> cuts) {
        List<BoxRange> ranges = new ArrayList<>();
        for (int box = 1; box <= cuts.size() + 1; box++) {
            String first = box == 1 ? "" : cuts.get(box - 2);
            String from = box == 1 ? "A" : shown(first);
            String to = box > cuts.size() ? "Z" : shown(before(cuts.get(box - 1)));
            ranges.add(new BoxRange(box, first, from.equals(to) ? from : from + "–" + to));
        }
        return ranges;
    }

    /** The last beginning before another one: "sb" before "sc", "r" before "sa" and before "s". */
    private static String before(String cut) {
        String shorter = cut;
        while (shorter.length() > 1 && shorter.endsWith("a")) {
            shorter = shorter.substring(0, shorter.length() - 1);
        }
        char last = shorter.charAt(shorter.length() - 1);
        return last == 'a' ? "a" : shorter.substring(0, shorter.length() - 1) + (char) (last - 1);
    }

    private static String shown(String beginning) {
        return beginning.substring(0, 1).toUpperCase(Locale.ROOT) + beginning.substring(1);
    }
}
