package org.einlass.kiosk.desk;

import java.util.List;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.GateReading;
import org.jspecify.annotations.Nullable;

/** Whom the desk has found and whom it shows in full. On the controller's loop. */
final class DeskSearch {
    private final DeskController.Edges edges;
    private final DeskView view;
    private final DeskCounter counter;

    DeskSearch(DeskController.Edges edges, DeskView view, DeskCounter counter) {
        this.edges = edges;
        this.view = view;
        this.counter = counter;
    }

    /** Somebody typed into the search field; the whole text. */
    void typed(String text) {
        DoorSheet door = view.sheet;
        view.query = text;
        view.found = door == null ? List.of() : edges.people().search(text, DeskController.MOST_ROWS, door);
        select(0);
    }

    /** What others changed moves the rows, and never whom the next key means. */
    void again() {
        DoorSheet door = view.sheet;
        if (!view.open || door == null) {
            return;
        }
        view.found = edges.people().search(view.query, DeskController.MOST_ROWS, door);
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
