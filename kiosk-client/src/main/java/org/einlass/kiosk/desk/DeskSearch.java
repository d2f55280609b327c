package org.einlass.kiosk.desk;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.counter.FoundGuests;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.desk.device.DeskEdges;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.gate.GateReading;
import org.jspecify.annotations.Nullable;

/** Whom the desk has found and whom it shows in full. On the controller's loop. */
final class DeskSearch {
    private static final int FEWEST_LETTERS = 3;

    /** A device that reaches its server hears every few seconds what has changed. */
    private static final Duration OLD = Duration.ofMinutes(2);

    private final DeskEdges edges;
    private final DeskView view;
    private final DeskCounter counter;
    private final DeskController controller;
    private boolean asking;

    DeskSearch(DeskController controller, DeskEdges edges, DeskView view, DeskCounter counter) {
        this.controller = controller;
        this.edges = edges;
        this.view = view;
        this.counter = counter;
    }

    /** Somebody typed into the search field; the whole text. */
    void typed(String text) {
        DoorSheet door = view.sheet;
        view.query = text;
        view.added = view.added.stream()
                .filter(guest -> isSpelt(guest.badge(), text))
                .toList();
        view.serverFound = view.added.isEmpty() ? null : view.serverFound;
        view.found = door == null ? List.of() : merged(door);
        select(0);
        if (door != null && wantsServer(text)) {
            ask(text);
        }
    }

    /** Where this desk's own list is old or not there, or has nobody who is written like that. */
    private boolean wantsServer(String text) {
        boolean enough = text.codePoints()
                        .filter(Character::isLetterOrDigit)
                        .limit(FEWEST_LETTERS)
                        .count()
                == FEWEST_LETTERS;
        Instant heard = view.corner.rosterHeard();
        return enough
                && view.corner.online()
                && (view.found.stream().noneMatch(person -> isSpelt(person.badge(), text))
                        || heard == null
                        || Duration.between(heard, edges.clock().instant())
                                        .abs()
                                        .compareTo(OLD)
                                > 0);
    }

    /** One question is on its way at a time; what was typed meanwhile is asked after it. */
    private void ask(String text) {
        if (asking) {
            return;
        }
        asking = true;
        edges.device()
                .uplink()
                .searchGuests(
                        text,
                        reply -> controller.onLoop(() -> {
                            asking = false;
                            if (!view.open || view.query.isBlank()) {
                                return;
                            }
                            if (view.query.equals(text)) {
                                reply.answer().ifPresent(this::add);
                            } else if (reply.answer().isPresent() && wantsServer(view.query)) {
                                ask(view.query);
                            }
                        }));
    }

    private void add(FoundGuests found) {
        view.added = found.guests();
        view.serverFound = found.at();
        again();
    }

    /**
     * Whoever is written as it was typed, this desk's own people before those whom the server found, and then whoever
     * sounds like it. This desk's word on a person is newer than the server's.
     */
    private List<DeskPerson> merged(DoorSheet door) {
        List<DeskPerson> own = edges.people().search(view.query, DeskController.MOST_ROWS, door);
        if (view.added.isEmpty()) {
            return own;
        }
        Map<Boolean, List<DeskPerson>> spelt =
                own.stream().collect(Collectors.partitioningBy(person -> isSpelt(person.badge(), view.query)));
        Set<RegistrationId> known = new HashSet<>();
        return Stream.of(
                        spelt.getOrDefault(true, List.of()).stream(),
                        view.added.stream().map(guest -> edges.people().found(guest.badge(), guest.status(), door)),
                        spelt.getOrDefault(false, List.of()).stream())
                .flatMap(people -> people)
                .filter(person -> known.add(person.registration()))
                .limit(DeskController.MOST_ROWS)
                .toList();
    }

    /** Whether each typed word begins a word of the name or the organisation, but for accents and umlauts. */
    private static boolean isSpelt(BadgeOrder badge, String text) {
        List<String> words =
                words(badge.attendee().fullName() + " " + badge.attendee().organisation());
        return words(text).stream().allMatch(typed -> words.stream().anyMatch(word -> word.startsWith(typed)));
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss")
                .replaceAll("([aou])e", "$1");
        return Stream.of(plain.split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What others changed moves the rows, and never whom the next key means. */
    void again() {
        DoorSheet door = view.sheet;
        if (!view.open || door == null) {
            return;
        }
        if (view.query.isBlank()) {
            view.added = List.of();
        }
        view.found = merged(door);
        DeskPerson shown = view.person;
        if (shown == null) {
            select(0);
            return;
        }
        view.selected = Math.max(0, row(shown.registration()));
        lookAgain(shown);
    }

    private int row(RegistrationId registration) {
        return view.found.stream().map(DeskPerson::registration).toList().indexOf(registration);
    }

    /** The selection moves by so many rows. */
    void move(int rows) {
        select(view.selected + rows);
    }

    /** The row of this registration, wherever it stands by now. */
    void select(RegistrationId registration) {
        int row = row(registration);
        if (row >= 0) {
            select(row);
        }
    }

    private void select(int row) {
        if (!view.found.isEmpty()) {
            view.selected = Math.max(0, Math.min(view.found.size() - 1, row));
            show(view.found.get(view.selected), null);
        }
    }

    /** @param code by which the person was opened; null where a search did */
    void show(DeskPerson person, @Nullable GateReading code) {
        view.person = person;
        view.handled = false;
        view.refused = null;
        view.shown = code;
        counter.shown(person);
    }

    /** A screen that shows a state looks at the state again. */
    void lookAgain(@Nullable DeskPerson person) {
        DoorSheet door = view.sheet;
        DeskPerson now = view.person;
        if (person != null && door != null && now != null && view.shows(person)) {
            view.person = edges.people().find(person.registration(), door).orElse(now);
        } else if (person != null && door != null && now == null && view.found.isEmpty()) {
            view.person = edges.people().find(person.registration(), door).orElse(person);
            view.handled = true;
        }
    }
}
