package org.einlass.kiosk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.gate.Passage;
import org.einlass.kiosk.screen.Counter;
import org.einlass.kiosk.screen.Scene;

/** Turns what happens at the gate into scenes that anybody may read: no names, no reasons. */
final class ScreenView implements KioskView {
    private final Consumer<Scene> screen;
    private final Counter counter;
    private final Clock clock;
    private final AtomicReference<Optional<EntryId>> guest = new AtomicReference<>(Optional.empty());
    private volatile ZoneId zone = ZoneId.systemDefault();

    /** @param screen shows a scene; from any thread */
    ScreenView(Consumer<Scene> screen, Counter counter, Clock clock) {
        this.screen = screen;
        this.counter = counter;
        this.clock = clock;
    }

    /** The event's clock on the wall. */
    void setZone(ZoneId eventZone) {
        zone = eventZone;
    }

    /** Whose screen it was that has ended; empty where it was nobody's. */
    Optional<EntryId> guestLeft() {
        return guest.getAndSet(Optional.empty());
    }

    @Override
    public void reading(EntryId scan) {
        guest.set(Optional.of(scan));
        screen.accept(new Scene.Reading());
    }

    @Override
    public void passed(Passage passage) {
        screen.accept(
                switch (passage.outcome().verdict()) {
                    case ADMITTED -> admitted(passage);
                    case PROVISIONAL -> new Scene.Provisional();
                    case REFUSED -> new Scene.PleaseGoToCounter(counter);
                });
    }

    private Scene admitted(Passage passage) {
        if (passage.badge().isPresent()) {
            return new Scene.Printing(0);
        }
        return passage.earlier().<Scene>map(this::again).orElseGet(Scene.Welcome::new);
    }

    private Scene again(Instant earlier) {
        return new Scene.WelcomeBack(
                LocalDateTime.ofInstant(earlier, zone), LocalDate.ofInstant(clock.instant(), zone));
    }

    @Override
    public void unable(EntryId scan, Trouble trouble) {
        screen.accept(new Scene.NotReady(sentence(trouble)));
    }

    @Override
    public void withdrawn() {
        screen.accept(new Scene.NotReady(sentence(Trouble.WITHDRAWN)));
    }

    @Override
    public void readmitted() {
        screen.accept(new Scene.Idle());
    }

    static Wording sentence(Trouble trouble) {
        return switch (trouble) {
            case NO_DOOR_SHEET ->
                new Wording(
                        "Der Server hat sich noch nicht gemeldet. Bitte Netz und Adresse prüfen.",
                        "The server has not answered yet. Please check network and address.");
            case NO_JOURNAL ->
                new Wording(
                        "Die Festplatte nimmt nichts an. Bitte Platz schaffen oder das Gerät tauschen.",
                        "The disk takes nothing. Please make room or exchange the device.");
            case WITHDRAWN ->
                new Wording(
                        "Dieses Gerät wurde abgemeldet. Bitte gehen Sie zum Schalter.",
                        "This device was withdrawn. Please go to the desk.");
        };
    }

    @Override
    public void printing(EntryId scan) {
        screen.accept(new Scene.Printing(40));
    }

    @Override
    public void printed(EntryId scan, String where) {
        screen.accept(new Scene.BadgeReady());
    }

    @Override
    public void notPrinted(EntryId scan, Wording sentence) {
        screen.accept(new Scene.BadgeAtCounter(counter, sentence));
    }
}
