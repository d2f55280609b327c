package org.einlass.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.einlass.contract.Wording;
import org.einlass.contract.code.HelperCard;
import org.einlass.contract.code.UnlockCard;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.desk.device.DeskEdges;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.einlass.kiosk.desk.state.DeskOpening;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.helper.HelperSignIn;
import org.einlass.kiosk.helper.OperatorPins;
import org.jspecify.annotations.Nullable;

/**
 * Opens the desk and covers it: by hand, at a shift's end, and by itself when nobody has pressed a key for a while.
 * Where helpers were taken in for desks, only their badges open it, or an unlock card; else short names that people
 * choose. On the controller's loop.
 */
final class DeskLock {
    /** Whoever takes over stands there already. */
    private static final Duration LONGEST_HANDOVER = Duration.ofMinutes(2);

    /** Whoever has shown a badge types the PIN next. */
    private static final Duration LONGEST_BADGE = Duration.ofSeconds(30);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final DeskEdges edges;
    private final DeskView view;
    private final OperatorPins pins = new OperatorPins();
    private Instant touchedAt;
    private @Nullable Instant handedOverAt;
    private @Nullable Instant badgeAt;
    private HelperSignIn.@Nullable Badge signedIn;
    private boolean cardFits;

    DeskLock(DeskEdges edges, DeskView view) {
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

    /** A helper shows a badge: at an open desk the one before leaves, and the screen is covered. */
    void badge(HelperCard card) {
        DoorSheet sheet = view.sheet;
        if (view.withdrawn) {
            return;
        }
        if (sheet == null) {
            view.lockNotice = DeskSentences.NO_DOOR_SHEET.attention();
            return;
        }
        cover();
        HelperSignIn.Step step = helpers().show(card, sheet);
        if (step == HelperSignIn.Step.UNKNOWN) {
            edges.device().askServer();
        }
        badgeAt = step == HelperSignIn.Step.PIN_WANTED ? edges.clock().instant() : null;
        view.lockNotice = said(step);
        lookAtOpening();
    }

    private HelperSignIn helpers() {
        return edges.device().helpers();
    }

    private @Nullable DeskNotice said(HelperSignIn.Step step) {
        return switch (step) {
            case PIN_WANTED -> DeskSentences.BADGE_READ.calm();
            case UNKNOWN -> DeskSentences.BADGE_UNKNOWN.attention();
            case OTHER_DAY -> DeskSentences.BADGE_OTHER_DAY.attention();
            case WRONG -> DeskSentences.BADGE_WRONG.attention();
            case BARRED -> DeskSentences.BADGE_BARRED.attention(barredUntil());
            case OPENED -> null;
        };
    }

    private Wording barredUntil() {
        DoorSheet sheet = view.sheet;
        ZoneId zone = sheet == null ? ZoneId.systemDefault() : sheet.zone();
        String time = TIME.format(
                helpers().barredUntil().orElse(edges.clock().instant()).atZone(zone));
        return DeskSentences.clock(time);
    }

    void signIn(String name, String pin) {
        if (view.open || view.withdrawn) {
            return;
        }
        switch (view.opening) {
            case PIN -> signIn(pin);
            case BADGE -> view.lockNotice = DeskSentences.BADGE_WANTED.attention();
            case NAME -> signInByName(name, pin);
        }
    }

    private void signIn(String pin) {
        if (pin.isEmpty()) {
            return;
        }
        HelperSignIn.Step step = helpers().pin(pin);
        if (step == HelperSignIn.Step.OPENED) {
            HelperSignIn.Badge badge = helpers().badge().orElseThrow();
            enter(badge.pass().operator(), badge.pass().name());
            signedIn = badge;
            return;
        }
        if (step == HelperSignIn.Step.BARRED || step == HelperSignIn.Step.UNKNOWN) {
            badgeAt = null;
            edges.device().askServer();
        }
        view.lockNotice = said(step);
        lookAtOpening();
    }

    private void signInByName(String name, String pin) {
        OperatorPins.Attempt attempt = pins.open(name, pin);
        view.lockNotice = switch (attempt) {
            case OPENED -> null;
            case BAD_NAME -> DeskSentences.BAD_NAME.attention();
            case BAD_PIN -> DeskSentences.BAD_PIN.attention();
            case WRONG -> DeskSentences.WRONG.attention();
            case BARRED -> DeskSentences.BARRED.attention();
        };
        if (attempt == OperatorPins.Attempt.OPENED) {
            OperatorId operator = OperatorPins.operator(name).orElseThrow();
            enter(operator, operator.text());
        } else if (attempt == OperatorPins.Attempt.BARRED) {
            edges.device().forgetNames();
        }
    }

    private void enter(OperatorId operator, String called) {
        view.forget();
        view.operator = called;
        view.open = true;
        handedOverAt = null;
        badgeAt = null;
        cardFits = false;
        helpers().forget();
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
        signedIn = null;
        badgeAt = null;
        helpers().forget();
        lookAtOpening();
        stands(null);
    }

    void handOver() {
        cover();
        if (helpers().takesBadges()) {
            view.lockNotice = DeskSentences.BADGE_HANDOVER.calm();
            return;
        }
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
            cardFits = true;
            badgeAt = null;
            lookAtOpening();
        }
    }

    /** Somebody is there. */
    void touched() {
        touchedAt = edges.clock().instant();
    }

    /** Now and then: whether somebody is still there, and may be. */
    void look() {
        Instant now = edges.clock().instant();
        if (view.open && isOver(touchedAt, edges.lockAfter(), now)) {
            cover();
        }
        HelperSignIn.Badge badgeOfNow = signedIn;
        if (view.open && badgeOfNow != null && helpers().isOver(badgeOfNow)) {
            cover();
            view.lockNotice = DeskSentences.BADGE_OVER.attention();
        }
        Instant handover = handedOverAt;
        if (handover != null && isOver(handover, LONGEST_HANDOVER, now)) {
            handedOverAt = null;
            cardFits = false;
            pins.takeNobodyNew();
            view.lockNotice = null;
        }
        Instant badge = badgeAt;
        if (badge != null && isOver(badge, LONGEST_BADGE, now)) {
            badgeAt = null;
            helpers().forget();
            view.lockNotice = null;
        }
        lookAtOpening();
    }

    /** What the locked screen waits for; a badge may have become known since. */
    private void lookAtOpening() {
        if (view.open) {
            return;
        }
        if (badgeAt != null) {
            view.opening = DeskOpening.PIN;
        } else {
            view.opening = helpers().takesBadges() && !cardFits ? DeskOpening.BADGE : DeskOpening.NAME;
        }
    }

    /** A clock that was put back ends a wait sooner rather than never. */
    private static boolean isOver(Instant since, Duration longest, Instant now) {
        return Duration.between(since, now).abs().compareTo(longest) > 0;
    }
}
