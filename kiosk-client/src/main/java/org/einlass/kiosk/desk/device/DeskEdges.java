package org.einlass.kiosk.desk.device;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.einlass.kiosk.desk.people.LocalPeople;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.gate.SerialExecutor;

/**
 * What a desk's controller touches.
 *
 * @param loop on which it thinks
 * @param peopleLoop on which the index is brought up to date; nobody waits for it
 * @param lockAfter so long without a key or a scan, and the screen is covered
 * @param screen is told each new state, on {@code loop}
 */
public record DeskEdges(
        SerialExecutor loop,
        SerialExecutor peopleLoop,
        Clock clock,
        Duration lockAfter,
        DeskDevice device,
        LocalPeople people,
        Consumer<DeskState> screen) {}
