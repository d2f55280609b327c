package org.einlass.kiosk;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.einlass.contract.counter.HelpReason;
import org.einlass.contract.id.DoorId;
import org.einlass.kiosk.door.DoorActions;
import org.einlass.kiosk.door.DoorPresenter;
import org.einlass.kiosk.door.DoorRefusal;
import org.einlass.kiosk.door.DoorSignIn;
import org.einlass.kiosk.screen.door.DoorWindow;
import org.einlass.kiosk.team.HelpSignal;
import org.jspecify.annotations.Nullable;

/** Does at the door what the helper's keys mean; on the window's event thread, and returns at once. */
final class DoorCommands implements DoorWindow.Listener {
    private static final Logger LOG = System.getLogger(DoorCommands.class.getName());

    private final Kiosk kiosk;
    private final DoorPresenter presenter;
    private final DoorSignIn signIn;
    private final Executor background;
    private final Supplier<@Nullable DoorWindow> window;
    private final Runnable askForDoors;

    /** @param background takes what may wait for the network or the disk */
    DoorCommands(
            Kiosk kiosk,
            DoorPresenter presenter,
            DoorSignIn signIn,
            Executor background,
            Supplier<@Nullable DoorWindow> window,
            Runnable askForDoors) {
        this.kiosk = kiosk;
        this.presenter = presenter;
        this.signIn = signIn;
        this.background = background;
        this.window = window;
        this.askForDoors = askForDoors;
    }

    @Override
    public void undo() {
        if (!signIn.mayAct()) {
            return;
        }
        presenter.toUndo().ifPresent(scan -> act(door -> door.undo(scan), () -> presenter.undone(scan)));
    }

    @Override
    public void changed(int people) {
        act(at -> presenter.peopleWith(people).flatMap(now -> count(at, now)), () -> {});
    }

    @Override
    public void wantsToCount() {
        if (signIn.mayAct()) {
            withWindow(DoorWindow::openCount);
        }
    }

    @Override
    public void counted(int people) {
        act(at -> count(at, people), () -> {});
    }

    /** On the gate's loop: the next change begins with what this one has made of the count. */
    private Optional<DoorRefusal> count(DoorActions door, int people) {
        Optional<DoorRefusal> refusal = door.count(people);
        if (refusal.isEmpty()) {
            presenter.counted(people);
        }
        return refusal;
    }

    @Override
    public void pin(String pin) {
        background.execute(() -> signIn.pin(pin));
    }

    @Override
    public void pinCancelled() {
        background.execute(signIn::cancel);
    }

    @Override
    public void wantsToChoose() {
        if (signIn.mayAct()) {
            background.execute(askForDoors);
            withWindow(DoorWindow::openDoors);
        }
    }

    @Override
    public void chosen(String door) {
        act(at -> at.choose(new DoorId(door)), () -> {});
    }

    @Override
    public void turned() {
        act(DoorActions::turn, () -> {});
    }

    /** Whoever stands here may call somebody, signed in or not; the same key takes it back. */
    @Override
    public void help() {
        HelpSignal help = kiosk.help();
        if (help.state() == HelpSignal.State.NONE) {
            help.call(HelpReason.GUEST);
        } else {
            help.takeBack();
        }
        presenter.help(help.state(), help.coming());
    }

    @Override
    public void verdictEnded(long number) {
        presenter.verdictEnded(number);
    }

    @Override
    public void closeRequested() {
        LOG.log(Level.WARNING, OperatorMessages.ofThisMachine().say("log.closeRefused"));
    }

    private void act(Function<DoorActions, Optional<DoorRefusal>> work, Runnable done) {
        if (!signIn.mayAct()) {
            return;
        }
        var unused = kiosk.atDoor(work)
                .thenAccept(refusal -> refusal.ifPresentOrElse(presenter::declined, done))
                .exceptionally(DoorCommands::failed);
    }

    private static @Nullable Void failed(Throwable broken) {
        LOG.log(Level.WARNING, "What the helper wanted was not done.", broken);
        return null;
    }

    private void withWindow(Consumer<DoorWindow> action) {
        DoorWindow open = window.get();
        if (open != null) {
            action.accept(open);
        }
    }
}
