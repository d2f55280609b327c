package org.einlass.kiosk.door;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.screen.door.DoorDisplay;
import org.einlass.kiosk.screen.door.DoorPassage;
import org.einlass.kiosk.screen.door.DoorSymbol;
import org.einlass.kiosk.screen.door.DoorTone;

/** The last scans at a door since the program's start, the newest first; no names. */
final class RecentPassages {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String NO_INITIALS = "–";

    private final Deque<Passage> last = new ArrayDeque<>();

    /**
     * One scan.
     *
     * @param people what it has changed in the room: 1, 0 or -1
     */
    record Passage(
            EntryId scan, String initials, Instant at, DoorTone tone, DoorSymbol symbol, int people, boolean undone) {

        boolean hasPassed() {
            return tone == DoorTone.ADMITTED || tone == DoorTone.PROVISIONAL;
        }

        String known() {
            return initials.isEmpty() ? NO_INITIALS : initials;
        }

        String time(ZoneId zone) {
            return TIME.format(at.atZone(zone));
        }

        private Passage takenBack() {
            return new Passage(scan, initials, at, tone, symbol, people, true);
        }
    }

    void add(Passage passage) {
        last.addFirst(passage);
        while (last.size() > DoorDisplay.MOST_LISTED) {
            last.removeLast();
        }
    }

    /** The newest one who was let pass and was not taken back. */
    Optional<Passage> lastPassed() {
        return last.stream().filter(one -> one.hasPassed() && !one.undone()).findFirst();
    }

    /** Marks a scan as taken back. @return it, where it is among the last */
    Optional<Passage> takeBack(EntryId scan) {
        Optional<Passage> found =
                last.stream().filter(one -> one.scan().equals(scan)).findFirst();
        List<Passage> marked = last.stream()
                .map(one -> one.scan().equals(scan) ? one.takenBack() : one)
                .toList();
        last.clear();
        last.addAll(marked);
        return found;
    }

    List<DoorPassage> shown(ZoneId zone) {
        return last.stream()
                .map(one -> new DoorPassage(one.known(), one.time(zone), one.tone(), one.symbol(), one.undone()))
                .toList();
    }
}
