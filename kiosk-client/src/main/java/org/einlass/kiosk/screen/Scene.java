package org.einlass.kiosk.screen;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.einlass.contract.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One picture of the kiosk's screen. None names a guest, and none says why somebody is asked to the counter:
 * others can read it, too.
 */
public sealed interface Scene {

    /** Does what belongs to this scene. */
    <T> T fold(Cases<T> cases);

    /** Whose scene it is, and how long it stays. */
    Stay stay();

    /** Whether a guest stands in front of it. */
    default boolean isGuests() {
        return stay() != Stay.NOBODYS && stay() != Stay.HINT;
    }

    /** Whether it waits for a guest's scene to end, and is forgotten with it. */
    default boolean yieldsToGuests() {
        return false;
    }

    /** Kinds of stay; how long each lasts stands in {@link SceneTimeouts}. */
    enum Stay {
        /** No guest's: stays until something happens. */
        NOBODYS,
        /** No guest's: goes by itself. */
        HINT,
        GREETING,
        /** A guest's, who waits for something to be done. */
        UNTIL_DONE,
        BADGE,
        COUNTER
    }

    /** One answer for each scene. */
    interface Cases<T> {
        T starting();

        T idle(Idle scene);

        T reading();

        T oneMoment(OneMoment scene);

        T onceMore(OnceMore scene);

        T oneAtATime();

        T welcome(Welcome scene);

        T welcomeBack(WelcomeBack scene);

        T provisional();

        T pleaseGoToCounter(PleaseGoToCounter scene);

        T printing(Printing scene);

        T badgeComing(BadgeComing scene);

        T badgeReady(BadgeReady scene);

        T badgeAtCounter(BadgeAtCounter scene);

        T badgeInBox(BadgeInBox scene);

        T notReady(NotReady scene);

        T withdrawn(Withdrawn scene);
    }

    /** The program has just started and does not know yet at which door it stands. */
    record Starting() implements Scene {
        @Override
        public Stay stay() {
            return Stay.NOBODYS;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.starting();
        }
    }

    /**
     * Nobody is here: how to show a ticket, and the choice of language.
     *
     * @param note small, for the team, and nothing that a guest would worry about; empty for nothing
     */
    record Idle(Wording note) implements Scene {
        public Idle() {
            this(Wording.same(""));
        }

        @Override
        public Stay stay() {
            return Stay.NOBODYS;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.idle(this);
        }
    }

    /** A code is in view and being decided on. */
    record Reading() implements Scene {
        @Override
        public Stay stay() {
            return Stay.NOBODYS;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.reading();
        }
    }

    /**
     * The kiosk cannot decide yet and goes on asking; the guest waits.
     *
     * @param counter where the guest may go instead of waiting; null in the first seconds
     */
    record OneMoment(@Nullable Counter counter) implements Scene {
        @Override
        public Stay stay() {
            return Stay.UNTIL_DONE;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.oneMoment(this);
        }
    }

    /**
     * What was read was no whole code: please show it once more.
     *
     * @param counter where to go if it fails again
     * @param note what the team can do about it; empty for nothing
     */
    record OnceMore(Counter counter, Wording note) implements Scene {
        @Override
        public Stay stay() {
            return Stay.HINT;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.onceMore(this);
        }
    }

    /** Several tickets are in view. */
    record OneAtATime() implements Scene {
        @Override
        public Stay stay() {
            return Stay.HINT;
        }

        @Override
        public boolean yieldsToGuests() {
            return true;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.oneAtATime();
        }
    }

    /**
     * The guest arrives for the first time.
     *
     * @param onward what comes next, in the organiser's words; empty for nothing
     */
    record Welcome(Wording onward) implements Scene {
        public Welcome() {
            this(Wording.same(""));
        }

        @Override
        public Stay stay() {
            return Stay.GREETING;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.welcome(this);
        }
    }

    /**
     * The guest was here before: friendly, and prints nothing.
     *
     * @param since when the guest arrived, by the event's clock on the wall
     * @param today the event's date now; an arrival of another day is shown with its weekday
     */
    record WelcomeBack(LocalDateTime since, LocalDate today) implements Scene {
        @Override
        public Stay stay() {
            return Stay.GREETING;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.welcomeBack(this);
        }
    }

    /**
     * The guest's badge was printed beforehand, and is handed out by a person.
     *
     * @param box number of the box, and of the counter where it stands
     * @param letters the names in the box, as the sign above it says them
     * @param number the badge's place in the box
     */
    record BadgeInBox(int box, String letters, int number) implements Scene {
        @Override
        public Stay stay() {
            return Stay.COUNTER;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.badgeInBox(this);
        }
    }

    /** Let in for now and looked at later. For staffed doors only; a self-service kiosk never shows it. */
    record Provisional() implements Scene {
        @Override
        public Stay stay() {
            return Stay.GREETING;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.provisional();
        }
    }

    /** Calmly to the counter, whatever the reason. */
    record PleaseGoToCounter(Counter counter) implements Scene {
        @Override
        public Stay stay() {
            return Stay.COUNTER;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.pleaseGoToCounter(this);
        }
    }

    /**
     * The guest is in, and the badge is on its way.
     *
     * @param percent how far it has come, 0 to 100
     * @param tray where to take it
     */
    record Printing(int percent, Tray tray) implements Scene {
        public Printing(int percent) {
            this(percent, Tray.BELOW);
        }

        public Printing {
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("A progress lies between 0 and 100; this is " + percent);
            }
        }

        @Override
        public Stay stay() {
            return Stay.UNTIL_DONE;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.printing(this);
        }
    }

    /**
     * The badge will lie in the tray at any moment; this printer will not say when it does.
     *
     * @param tray where to take it
     * @param onward what comes next, in the organiser's words; empty for nothing
     */
    record BadgeComing(Tray tray, Wording onward) implements Scene {
        public BadgeComing(Tray tray) {
            this(tray, Wording.same(""));
        }

        public BadgeComing() {
            this(Tray.BELOW);
        }

        @Override
        public Stay stay() {
            return Stay.BADGE;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.badgeComing(this);
        }
    }

    /**
     * The badge lies in the tray: thank you.
     *
     * @param tray where to take it
     * @param onward what comes next, in the organiser's words; empty for nothing
     */
    record BadgeReady(Tray tray, Wording onward) implements Scene {
        public BadgeReady(Tray tray) {
            this(tray, Wording.same(""));
        }

        public BadgeReady() {
            this(Tray.BELOW);
        }

        @Override
        public Stay stay() {
            return Stay.BADGE;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.badgeReady(this);
        }
    }

    /**
     * The guest is in, but this printer cannot print: the badge comes from a counter.
     *
     * @param note small, for the team, and nothing of what the printer lacks: guests read it, too
     */
    record BadgeAtCounter(Counter counter, Wording note) implements Scene {
        @Override
        public Stay stay() {
            return Stay.COUNTER;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.badgeAtCounter(this);
        }
    }

    /**
     * The kiosk cannot admit anybody now.
     *
     * @param sentence what is missing and what to do, for the team
     * @param counter where guests go meanwhile; null where none is named
     */
    record NotReady(Wording sentence, @Nullable Counter counter) implements Scene {
        public NotReady(Wording sentence) {
            this(sentence, null);
        }

        @Override
        public Stay stay() {
            return Stay.NOBODYS;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notReady(this);
        }
    }

    /** The organiser has withdrawn this device: guests go to the counter, for good. */
    record Withdrawn(Counter counter) implements Scene {
        @Override
        public Stay stay() {
            return Stay.NOBODYS;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.withdrawn(this);
        }
    }
}
