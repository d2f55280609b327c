package org.einlass.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.einlass.contract.Wording;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.desk.StoryWords;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.SettlementReason;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.desk.device.DeskEdges;
import org.einlass.kiosk.desk.state.ClarificationList;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.desk.state.UndoableAction;
import org.jspecify.annotations.Nullable;

/**
 * What a desk clarifies: looks for it at the server while the desk is open, and settles it by one key, with or without
 * a server. What was heard stays in memory while the desk is locked, as the guest list does, and is shown to nobody.
 * On the controller's loop.
 */
final class DeskClarifications {
    /** The key that takes the last admission of a case back, behind those of the reasons. */
    static final int TAKE_BACK = 5;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);
    private static final Duration WHILE_SHOWN = Duration.ofSeconds(3);

    private final DeskController controller;
    private final DeskEdges edges;
    private final DeskForms forms;
    private final DeskView view;
    private final Map<String, Set<EntryId>> settledHere = new HashMap<>();
    private List<Clarification> heard = List.of();
    private int total;
    private @Nullable Instant heardAt;
    private @Nullable Instant askedAt;

    DeskClarifications(DeskController controller, DeskEdges edges, DeskForms forms, DeskView view) {
        this.controller = controller;
        this.edges = edges;
        this.forms = forms;
        this.view = view;
    }

    /** Now and then: asks the server again. */
    void look() {
        if (!view.open) {
            return;
        }
        Instant now = edges.clock().instant();
        Duration pause = view.cases.shown() ? WHILE_SHOWN : BETWEEN_LOOKS;
        if (askedAt == null || Duration.between(askedAt, now).abs().compareTo(pause) >= 0) {
            askedAt = now;
            edges.device()
                    .uplink()
                    .fetchClarifications(
                            reply -> reply.answer().ifPresent(page -> controller.onLoop(() -> heard(page))));
        }
        show(view.cases.shown());
    }

    private void heard(Clarification.Page page) {
        heard = page.items();
        total = page.total();
        heardAt = edges.clock().instant();
        if (view.open) {
            show(view.cases.shown());
        }
    }

    /** Nobody may read them here any more. */
    void forget() {
        heard = List.of();
        total = 0;
        heardAt = null;
    }

    /** Covers the search with the list, or uncovers it. */
    void show(boolean shown) {
        Clarification before = view.cases.current();
        List<Clarification> open = heard.stream().filter(this::isOpen).toList();
        int same = before == null
                ? -1
                : open.stream().map(Clarification::id).toList().indexOf(before.id());
        int selected = same >= 0 ? same : Math.min(view.cases.selected(), Math.max(0, open.size() - 1));
        int left = Math.max(open.size(), total - (heard.size() - open.size()));
        view.cases = new ClarificationList(open, left, selected, shown, heardAt);
    }

    /** A settlement that is still on its way to the server counts here already. */
    private boolean isOpen(Clarification item) {
        Set<EntryId> entries = settledHere.get(item.id());
        return entries == null || !entries.containsAll(item.entries());
    }

    void move(int rows) {
        ClarificationList cases = view.cases;
        int last = Math.max(0, cases.items().size() - 1);
        select(Math.max(0, Math.min(last, cases.selected() + rows)));
    }

    void select(String id) {
        select(view.cases.items().stream().map(Clarification::id).toList().indexOf(id));
    }

    private void select(int row) {
        ClarificationList cases = view.cases;
        if (row >= 0 && row < cases.items().size()) {
            view.cases = new ClarificationList(cases.items(), cases.total(), row, cases.shown(), cases.heardAt());
        }
    }

    /** A reason was chosen for the case of this id, by its number from 1. */
    void choose(String id, int number) {
        Clarification item = view.cases.current();
        DoorSheet door = view.sheet;
        if (item == null || door == null || !item.id().equals(id)) {
            return;
        }
        Wording who = new StoryWords(door.zone()).who(item);
        if (number == TAKE_BACK
                && item.kind().isOfAdmissions()
                && !item.stories().isEmpty()) {
            EntryId last = item.stories().get(item.stories().size() - 1).entry();
            forms.act(item.id(), desk -> desk.undo(last), (entry, undone) -> {
                controller.canUndo(new UndoableAction(DeskSentences.TAKING_BACK.say(who), null, List.of(entry)));
                settled(item, DeskSentences.ADMISSION_TAKEN_BACK.done(who));
            });
            return;
        }
        SettlementReason reason = switch (number) {
            case 1 -> SettlementReason.CHECKED;
            case 2 -> SettlementReason.MISTAKE;
            case 3 -> SettlementReason.TECHNICAL;
            case 4 -> SettlementReason.OTHER;
            default -> null;
        };
        if (reason != null) {
            forms.act(
                    item.id(),
                    desk -> desk.settle(item.id(), item.entries(), reason),
                    (entry, settled) -> settled(item, DeskSentences.SETTLED.done(who)));
        }
    }

    private void settled(Clarification item, DeskNotice notice) {
        settledHere.put(item.id(), Set.copyOf(item.entries()));
        view.notice = notice;
        show(view.cases.shown());
    }
}
