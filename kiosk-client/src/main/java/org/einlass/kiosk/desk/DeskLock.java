package org.einlass.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.einlass.contract.code.UnlockCard;
import org.einlass.contract.id.OperatorId;
import org.jspecify.annotations.Nullable;

/**
 * Opens the desk and covers it: by hand, at a shift's end, and by itself when nobody has pressed a key for a while.
 * On the controller's loop.
 */
final class DeskLock {
    /** Whoever takes over stands there already. */
    private static final Duration LONGEST_HANDOVER = Duration.ofMinutes(2);

    private final DeskController.Edges edges;
    private final DeskView view;
    private final OperatorPins pins = new OperatorPins();
    private Instant touchedAt;
    private @Nullable Instant handedOverAt;

    DeskLock(DeskController.Edges edges, DeskView view) {
        this.edges = edges;
        this.view = view;
        this.touchedAt = edges.clock().instant();
    }

    /** The screen is covered, and no PIN opens it. */
    void withdrawn() {
        cover();
        view.withdrawn = true;
    }

    void readmitted() {
        view.withdrawn = false;
        view.lockNotice = null;
    }

    void signIn(String name, String pin) {
        if (view.open || view.withdrawn) {
            return;
        }
        OperatorPins.Attempt attempt = pins.open(name, pin);
        view.lockNotice = switch (attempt) {
            case OPENED -> null;
            case BAD_NAME -> DeskSentences.BAD_NAME.attention();
            case BAD_PIN -> DeskSentences.BAD_PIN.attention();
            case WRONG -> DeskSentences.WRONG.attention();
            case BARRED -> DeskSentences.BARRED.attention();
        };
        if (attempt == OperatorPins.Attempt.OPENED) {
            enter(OperatorPins.operator(name).orElseThrow());
        } else if (attempt == OperatorPins.Attempt.BARRED) {
            edges.device().forgetNames();
        }
    }

    private void enter(OperatorId operator) {
        view.forget();
        view.operator = operator.text();
        view.open = true;
        handedOverAt = null;
        touched();
        edges.device().wantNames();
        stands(operator);
    }

    private void stands(@Nullable OperatorId operator) {
        var unused = edges.device().atDesk(desk -> {
            desk.signIn(operator);
            return true;
        });
    }

    void cover() {
        view.forget();
        stands(null);
    }

    void handOver() {
        cover();
        pins.takeNew();
        handedOverAt = edges.clock().instant();
        view.lockNotice = DeskSentences.HANDED_OVER.calm();
    }

    /** Somebody showed an unlock card; {@code then} runs on the loop. */
    void card(UnlockCard card, Executor then) {
        if (view.open) {
            view.notice = DeskSentences.CARD_KEPT.calm();
            return;
        }
        var unused = edges.device().unlock(card).thenAcceptAsync(this::told, then);
    }

    private void told(boolean fits) {
        if (view.open || view.withdrawn) {
            return;
        }
        view.lockNotice = fits ? DeskSentences.CARD_FITS.calm() : DeskSentences.CARD_UNKNOWN.attention();
        if (fits) {
            pins.takeNew();
            handedOverAt = edges.clock().instant();
        }
    }

    /** Somebody is there. */
    void touched() {
        touchedAt = edges.clock().instant();
    }

    /** Now and then: whether somebody is still there. */
    void look() {
        Instant now = edges.clock().instant();
        if (view.open && isOver(touchedAt, edges.lockAfter(), now)) {
            cover();
        }
        Instant handover = handedOverAt;
        if (handover != null && isOver(handover, LONGEST_HANDOVER, now)) {
            handedOverAt = null;
            pins.takeNobodyNew();
            view.lockNotice = null;
        }
    }

    /** A clock that was put back ends a wait sooner rather than never. */
    private static boolean isOver(Instant since, Duration longest, Instant now) {
        return Duration.between(since, now).abs().compareTo(longest) > 0;
    }
}
