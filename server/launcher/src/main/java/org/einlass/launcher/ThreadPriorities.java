package org.einlass.launcher;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Options that let the server's threads of {@link Thread#MIN_PRIORITY} give way to all others: the threads that draw
 * pages and work at lists, so that an answer to a door takes a processor from them at once.
 *
 * <p>Linux only, where Java ignores priorities otherwise. A nice value of {@value #NICE} leaves such a thread a tenth of a
 * processor for which a thread of usual priority asks all the time, so that nobody waits for ever for what it holds.
 * The values above the usual one change nothing: they would need the rights of root. Java writes a warning about such
 * rights to the server's console file, which lowering does not need.
 */
final class ThreadPriorities {
    private static final int NICE = 10;

    private ThreadPriorities() {}

    static List<String> options() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of("-XX:ThreadPriorityPolicy=1", niceness(Thread.MIN_PRIORITY, NICE)),
                        IntStream.rangeClosed(Thread.MIN_PRIORITY + 1, Thread.MAX_PRIORITY)
                                .filter(priority -> priority != Thread.NORM_PRIORITY)
                                .mapToObj(priority -> niceness(priority, 0)))
                .toList();
    }

    private static String niceness(int priority, int nice) {
        return "-XX:JavaPriority" + priority + "_To_OSPriority=" + nice;
    }
}
