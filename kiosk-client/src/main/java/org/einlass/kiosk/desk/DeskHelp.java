package org.einlass.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.einlass.contract.Wording;
import org.einlass.contract.counter.HelpCall;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.desk.device.DeskEdges;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.desk.state.DeskState.HelpList;
import org.einlass.kiosk.gate.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Who calls for help at kiosks and doors; one key says that this desk comes, another that somebody was there. On the
 * controller's loop.
 */
final class DeskHelp {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(3);

    private final DeskController controller;
    private final DeskEdges edges;
    private final DeskView view;
    /** The calls to which this desk comes. */
    private final Set<EntryId> ours = new HashSet<>();

    private HelpCall.Open heard = new HelpCall.Open(List.of(), Instant.EPOCH);
    private Instant heardAt = Instant.EPOCH;
    private @Nullable Instant askedAt;

    DeskHelp(DeskController controller, DeskEdges edges, DeskView view) {
        this.controller = controller;
        this.edges = edges;
        this.view = view;
    }

    /** Now and then: asks who calls. */
    void look() {
        Instant now = edges.clock().instant();
        boolean due = askedAt == null || Duration.between(askedAt, now).abs().compareTo(BETWEEN_QUESTIONS) >= 0;
        if (due && view.open && !view.withdrawn) {
            askedAt = now;
            edges.device()
                    .uplink()
                    .fetchHelpCalls(reply -> reply.answer().ifPresent(open -> controller.onLoop(() -> heard(open))));
        }
        show();
    }

    private void heard(HelpCall.Open open) {
        heard = open;
        heardAt = edges.clock().instant();
        ours.retainAll(open.calls().stream().map(HelpCall::call).toList());
        show();
    }

    /** This desk comes: to this call, or with null to the longest that nobody comes to. */
    void come(@Nullable EntryId call) {
        Optional<HelpCall> wanted = find(call, one -> !one.isAcknowledged());
        if (wanted.isEmpty()) {
            view.notice = DeskSentences.NOBODY_CALLS.calm();
            return;
        }
        ours.add(wanted.get().call());
        edges.device()
                .uplink()
                .acknowledge(
                        wanted.get().call(), told(wanted.get(), DeskSentences.COMING_TO, DeskSentences.NOT_COMING_TO));
    }

    /** Somebody was there: at this call, or with null at the longest that this very desk comes to. */
    void end(@Nullable EntryId call) {
        Optional<HelpCall> wanted = find(call, one -> ours.contains(one.call()));
        if (wanted.isEmpty()) {
            view.notice = DeskSentences.NO_CALL_TO_END.calm();
            return;
        }
        edges.device()
                .uplink()
                .end(wanted.get().call(), told(wanted.get(), DeskSentences.CALL_ENDED, DeskSentences.CALL_NOT_ENDED));
    }

    private Optional<HelpCall> find(@Nullable EntryId call, Predicate<HelpCall> otherwise) {
        return heard.calls().stream()
                .filter(one -> call == null ? otherwise.test(one) : one.call().equals(call))
                .findFirst();
    }

    private Consumer<Reply<HelpCall>> told(HelpCall call, DeskSentences done, DeskSentences silent) {
        Wording place = Wording.same(call.place());
        return reply -> controller.onLoop(() -> {
            boolean answered = reply.answer().isPresent();
            view.notice = answered ? done.done(place) : silent.attention(place);
            askedAt = null;
            look();
        });
    }

    private void show() {
        Duration elapsed = Duration.between(heardAt, edges.clock().instant());
        view.help = new HelpList(heard.calls().stream()
                .map(call -> new HelpList.Calling(
                        call.call(),
                        call.place(),
                        call.reason().sentence(),
                        call.isAcknowledged() ? comes(call) : null,
                        Duration.ofMinutes(Duration.between(call.calledAt(), heard.at())
                                .plus(elapsed.isNegative() ? Duration.ZERO : elapsed)
                                .toMinutes())))
                .toList());
    }

    private static Wording comes(HelpCall call) {
        String desk = call.acknowledgedBy();
        return desk == null
                ? DeskSentences.ORGANISER_COMES.say()
                : DeskSentences.SOMEBODY_COMES.say(Wording.same(desk));
    }
}
