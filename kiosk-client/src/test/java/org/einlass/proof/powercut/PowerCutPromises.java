package org.einlass.proof.powercut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The journal as its device has acknowledged it, entry by entry: the ids of each epoch's entries in their
 * order.
 */
final class PowerCutPromises {
    private final Map<String, List<String>> entries = new LinkedHashMap<>();

    /** An entry is durable from here on; {@code line} as a {@link JournallingKiosk} prints it. */
    void hear(String line) {
        String[] words = line.strip().split(" ", 2);
        entries.computeIfAbsent(words[0], epoch -> new ArrayList<>()).add(words[1]);
    }

    /** How many of these entries {@code found} lacks, or holds at another place. */
    int missingFrom(Map<String, List<String>> found) {
        return entries.entrySet().stream()
                .mapToInt(epoch -> missing(epoch.getValue(), found.getOrDefault(epoch.getKey(), List.of())))
                .sum();
    }

    private static int missing(List<String> promised, List<String> found) {
        int same = 0;
        while (same < promised.size()
                && same < found.size()
                && promised.get(same).equals(found.get(same))) {
            same++;
        }
        return promised.size() - same;
    }
}
