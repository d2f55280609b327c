package org.einlass.kiosk;

import java.util.Optional;
import java.util.function.Consumer;
import org.einlass.contract.Wording;
import org.einlass.contract.counter.HelpReason;
import org.einlass.kiosk.team.HelpSignal;
import org.einlass.kiosk.words.MessageBundle;

/**
 * Guests call somebody to a kiosk, and read how far that has come. A call goes on when its guest has left the screen:
 * a desk ends it. From any thread; returns at once.
 */
final class GuestCalls {
    private static final MessageBundle WORDS = new MessageBundle("org.einlass.kiosk.guest.guest");
    private static final Wording UNHEARD = WORDS.say("call.unheard");
    private static final Wording HEARD = WORDS.say("call.heard");
    private static final Wording COMING = WORDS.say("call.coming");

    /** An answer takes a moment: only after so many looks the guest is told that there is none. */
    private static final int LOOKS_BEFORE_DOUBT = 3;

    private final HelpSignal help;
    private final Consumer<Wording> says;
    private int unheard;

    /** @param says hears what to tell the guest who has called */
    GuestCalls(HelpSignal help, Consumer<Wording> says) {
        this.help = help;
        this.says = says;
    }

    /** A guest calls; where somebody is called already, nothing more. */
    void call() {
        help.call(HelpReason.GUEST);
    }

    /** Every second: says how far the call has come, where there is one. */
    synchronized void look() {
        unheard = help.state() == HelpSignal.State.UNHEARD ? Math.min(unheard + 1, LOOKS_BEFORE_DOUBT) : 0;
        words().ifPresent(says);
    }

    private Optional<Wording> words() {
        return switch (help.state()) {
            case NONE -> Optional.empty();
            case UNHEARD -> unheard < LOOKS_BEFORE_DOUBT ? Optional.empty() : Optional.of(UNHEARD);
            case HEARD -> Optional.of(HEARD);
            case COMING -> Optional.of(help.coming().map(GuestCalls::coming).orElse(COMING));
        };
    }

    private static Wording coming(String desk) {
        return WORDS.say("call.comingFrom", desk);
    }
}
