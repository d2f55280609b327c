package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FocusTraversalPolicy;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.kiosk.guest.GuestName;

/** A kiosk's window on the virtual screen, with a guest's hands and a screen reader's ears. */
final class SampleWindow implements AutoCloseable {
    static final SceneTimeouts PACE = SceneTimeouts.usual();

    final FakeTimer alarm = new FakeTimer();
    final AtomicInteger guestsEnded = new AtomicInteger();
    final AtomicReference<EntryId> lastEnded = new AtomicReference<>();
    final AtomicInteger closeRequests = new AtomicInteger();
    final List<GuestRequest> asked = new ArrayList<>();
    final List<EntryId> askedFor = new ArrayList<>();
    final List<Typed> typed = new ArrayList<>();
    final List<GuestName> corrected = new ArrayList<>();
    final List<PhotoConsent> answers = new ArrayList<>();
    final List<String> chosen = new ArrayList<>();
    volatile GuestName nameOnTheBadge;
    volatile Scene rest = new Scene.Idle();
    final KioskWindow window;

    /** What a guest without a ticket has typed. */
    record Typed(String number, String familyName, BookingAttempt attempt) {}

    SampleWindow(Wording title) {
        this(title, Language.GERMAN, new Dimension(1280, 800));
    }

    SampleWindow(Wording title, Language first, Dimension size) {
        RepaintManager.setCurrentManager(new FailOnThreadViolationRepaintManager());
        window = KioskWindow.sized(size, title, first, PACE, alarm, listener());
    }

    KioskWindow.Listener listener() {
        return new KioskWindow.Listener() {
            @Override
            public void guestScreenEnded(EntryId guest) {
                lastEnded.set(guest);
                guestsEnded.incrementAndGet();
            }

            @Override
            public Scene atRest() {
                return rest;
            }

            @Override
            public void guestAsks(GuestRequest request, EntryId guest) {
                asked.add(request);
                askedFor.add(guest);
            }

            @Override
            public void guestTypes(String number, String familyName, BookingAttempt attempt) {
                typed.add(new Typed(number, familyName, attempt));
            }

            @Override
            public Optional<GuestName> nameToCorrect(EntryId guest) {
                return Optional.ofNullable(nameOnTheBadge);
            }

            @Override
            public void guestAnswers(EntryId guest, PhotoConsent answer) {
                answers.add(answer);
            }

            @Override
            public void guestAnswers(EntryId guest, String question, int choice) {
                chosen.add(question + " " + choice);
            }

            @Override
            public void guestCorrects(EntryId guest, GuestName now) {
                corrected.add(now);
            }

            @Override
            public void closeRequested() {
                closeRequests.incrementAndGet();
            }
        };
    }

    /** Until the latch is counted down, nothing is painted. */
    static CountDownLatch holdTheEventThread() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        EventThread.later(() -> {
            held.countDown();
            awaitQuietly(release);
        });
        held.await();
        return release;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the present scene says, after all that was posted before. */
    String spoken() {
        return EventThread.call(() -> find("text").getAccessibleContext().getAccessibleName());
    }

    String title() {
        return EventThread.call(() -> ((TitleBlock) find("event")).getText());
    }

    void click(String name) {
        EventThread.call(() -> {
            ((AbstractButton) find(name)).doClick(0);
            return name;
        });
    }

    void press(int key) {
        EventThread.call(() -> {
            Component target = window.frame().getContentPane();
            target.requestFocusInWindow();
            KeyEvent press = new KeyEvent(target, KeyEvent.KEY_PRESSED, 0, 0, key, KeyEvent.CHAR_UNDEFINED);
            return SwingUtilities.processKeyBindings(press);
        });
    }

    /** Where the Tab key leads, from the screen as a whole. */
    List<String> tabStops() {
        return EventThread.call(() -> {
            FocusTraversalPolicy policy = window.frame().getFocusTraversalPolicy();
            List<String> stops = new ArrayList<>();
            Component stop =
                    policy.getComponentAfter(window.frame(), window.frame().getContentPane());
            while (!stops.contains(String.valueOf(stop.getName()))) {
                stops.add(String.valueOf(stop.getName()));
                stop = policy.getComponentAfter(window.frame(), stop);
            }
            return stops;
        });
    }

    Component find(String name) {
        return parts().filter(part -> name.equals(part.getName())).findFirst().orElseThrow();
    }

    Stream<Component> parts() {
        return all(window.frame().getContentPane());
    }

    static Stream<Component> all(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(part ->
                        part instanceof Container inner ? Stream.concat(Stream.of(part), all(inner)) : Stream.of(part));
    }

    @Override
    public void close() {
        window.close();
        EventThread.call(() -> null);
        assertThat(window.frame().isDisplayable()).isFalse();
    }
}
