package org.einlass.kiosk.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.id.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * How many people are in the room, as far as this device knows: the server's last count, and what happened at
 * this door since that the server cannot know yet.
 */
final class HeadCountEstimate {
    private final List<Change> changes = new ArrayList<>();
    private @Nullable Long counted;
    private long last;

    /**
     * Something that happened here.
     *
     * @param scan null for a count
     * @param people who came, below zero who went; for a count how many there are
     */
    private record Change(long number, @Nullable EntryId scan, int people) {}

    /** The server is asked now. @return what {@link #heard} is to be told */
    long asks() {
        return last;
    }

    /**
     * The server's count.
     *
     * @param asked what {@link #asks} said before it was known that every entry of this device had been
     *     delivered
     */
    void heard(long people, long asked) {
        counted = people;
        changes.removeIf(change -> change.number() <= asked);
    }

    void passed(EntryId scan, int people) {
        if (people != 0) {
            changes.add(new Change(++last, scan, people));
        }
    }

    /**
     * A scan was taken back.
     *
     * @param people what it had changed
     */
    void undone(EntryId scan, int people) {
        if (!changes.removeIf(change -> scan.equals(change.scan()))) {
            passed(scan, -people);
        }
        last++;
    }

    /** Somebody counted. */
    void counted(int people) {
        changes.add(new Change(++last, null, people));
    }

    /** The device stands at another room. */
    void forget() {
        counted = null;
        changes.clear();
        last++;
    }

    /** Zero or more; empty where nobody has ever counted. */
    Optional<Integer> people() {
        Long known = counted;
        for (Change change : changes) {
            if (change.scan() == null) {
                known = (long) change.people();
            } else if (known != null) {
                known += change.people();
            }
        }
        return Optional.ofNullable(known).map(people -> (int) Math.max(0, Math.min(Integer.MAX_VALUE, people)));
    }
}
