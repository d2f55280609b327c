package org.einlass.kiosk.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.einlass.contract.code.HelperCard;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.helper.HelperSignIn;
import org.jspecify.annotations.Nullable;

/**
 * Who stands at the door. Where helpers were taken in for doors, its keys work for whoever has signed in by badge and
 * PIN, also without a server. Guests are let in by their codes all the time: nobody waits at a door for a PIN. From any
 * thread.
 */
public final class DoorSignIn {
    /** So long without a scan or a key, and the door belongs to nobody. */
    static final Duration LOCK_AFTER = Duration.ofMinutes(15);

    /** Whoever has shown a badge types the PIN next. */
    static final Duration LONGEST_BADGE = Duration.ofSeconds(30);

    private final HelperSignIn helpers;
    private final Clock clock;
    private final Screen screen;
    private final Consumer<Optional<OperatorId>> stands;
    private HelperSignIn.@Nullable Badge signedIn;
    private @Nullable Instant badgeAt;
    private Instant touchedAt;

    /** What a sign-in shows. */
    public interface Screen {

        /** Whether a badge is wanted before the keys work; nothing of those who passed is shown then. */
        void locked(boolean yes);

        /**
         * The PIN of the badge that was shown is wanted.
         *
         * @param again whether the one before was wrong
         */
        void wantsPin(boolean again);

        /** It is wanted no more. */
        void wantsNoPin();

        /** Who has signed in, as people call the helper. */
        void signedIn(String name);

        void declined(DoorRefusal why);

        /** The server is to be asked for helpers that this device does not know yet, and to hear of wrong PINs. */
        void askServer();
    }

    /** @param stands is told who acts from now on; empty for nobody */
    public DoorSignIn(HelperSignIn helpers, Clock clock, Screen screen, Consumer<Optional<OperatorId>> stands) {
        this.helpers = helpers;
        this.clock = clock;
        this.screen = screen;
        this.stands = stands;
        this.touchedAt = clock.instant();
    }

    /** A scanner has read something. @return whether it was a helper's badge, which is nobody's ticket */
    public synchronized boolean reads(GateReading reading, @Nullable DoorSheet sheet) {
        touched();
        Optional<HelperCard> card = reading.texts().stream()
                .flatMap(text -> HelperCard.parse(text).stream())
                .findFirst();
        card.ifPresent(badge -> shows(badge, sheet));
        return card.isPresent();
    }

    private void shows(HelperCard badge, @Nullable DoorSheet sheet) {
        if (sheet == null) {
            screen.declined(DoorRefusal.NO_SHEET);
            return;
        }
        leave();
        HelperSignIn.Step step = helpers.show(badge, sheet);
        if (step == HelperSignIn.Step.PIN_WANTED) {
            badgeAt = clock.instant();
            screen.wantsPin(false);
            return;
        }
        if (step == HelperSignIn.Step.UNKNOWN) {
            screen.askServer();
        }
        declined(step);
    }

    private void declined(HelperSignIn.Step step) {
        screen.declined(
                switch (step) {
                    case OTHER_DAY -> DoorRefusal.BADGE_OTHER_DAY;
                    case BARRED -> DoorRefusal.BADGE_BARRED;
                    case UNKNOWN, WRONG, PIN_WANTED, OPENED -> DoorRefusal.BADGE_UNKNOWN;
                });
    }

    /** The helper types the PIN of the badge that was shown. */
    public synchronized void pin(String pin) {
        if (badgeAt == null || pin.isEmpty()) {
            return;
        }
        touched();
        HelperSignIn.Step step = helpers.pin(pin);
        if (step == HelperSignIn.Step.OPENED) {
            HelperSignIn.Badge badge = helpers.badge().orElseThrow();
            forgetBadge();
            signedIn = badge;
            stands.accept(Optional.of(badge.pass().operator()));
            screen.locked(false);
            screen.signedIn(badge.pass().name());
            return;
        }
        if (step == HelperSignIn.Step.WRONG) {
            badgeAt = clock.instant();
            screen.wantsPin(true);
            return;
        }
        forgetBadge();
        screen.askServer();
        declined(step);
    }

    /** Whether the keys of this door work now; where they do not, the screen says what is to be done. */
    public synchronized boolean mayAct() {
        touched();
        leaveWhereOver();
        if (!isLocked()) {
            return true;
        }
        screen.declined(DoorRefusal.NOBODY_SIGNED_IN);
        return false;
    }

    /** The helper gives up signing in. */
    public synchronized void cancel() {
        forgetBadge();
    }

    /** Now and then: whether somebody is still there, and whether badges are wanted by now. */
    public synchronized void look() {
        Instant now = clock.instant();
        leaveWhereOver();
        if (signedIn != null && isOver(touchedAt, LOCK_AFTER, now)) {
            leave();
        }
        Instant badge = badgeAt;
        if (badge != null && isOver(badge, LONGEST_BADGE, now)) {
            forgetBadge();
        }
        screen.locked(isLocked());
    }

    /** Whoever has signed in leaves as soon as the badge is no longer good, however busy the door is. */
    private void leaveWhereOver() {
        HelperSignIn.Badge badge = signedIn;
        if (badge != null && helpers.isOver(badge)) {
            leave();
        }
    }

    private boolean isLocked() {
        return signedIn == null && helpers.takesBadges();
    }

    private void leave() {
        signedIn = null;
        forgetBadge();
        stands.accept(Optional.empty());
        screen.locked(isLocked());
    }

    private void forgetBadge() {
        helpers.forget();
        if (badgeAt != null) {
            badgeAt = null;
            screen.wantsNoPin();
        }
    }

    private void touched() {
        touchedAt = clock.instant();
    }

    /** A clock that was put back ends a wait sooner rather than never. */
    private static boolean isOver(Instant since, Duration longest, Instant now) {
        return Duration.between(since, now).abs().compareTo(longest) > 0;
    }
}
