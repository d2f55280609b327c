package org.einlass.server.console.live;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.einlass.contract.id.DeviceId;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.counter.CounterService;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.device.DeviceService;
import org.einlass.server.device.DeviceState;
import org.jspecify.annotations.Nullable;

/** The organiser opens and closes the counters of desks. */
@Named
@RequestScoped
public class CounterPage {
    @Inject
    private CounterService counters;

    @Inject
    private DeviceService devices;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    /** The desks that may have a counter. */
    public List<DeviceState> getDesks() {
        return current.shown("devices", () -> devices.all(current.id())).stream()
                .filter(state -> state.kind() == DeviceKind.DESK && state.revokedAt() == null)
                .toList();
    }

    public @Nullable String turn(String desk, boolean open) {
        if (!current.isChangeable()) {
            messages.bad(reader.say("readonly"));
            return null;
        }
        if (!messages.done(() -> counters.order(current.id(), new DeviceId(desk), open)
                .toCompletableFuture()
                .join())) {
            return null;
        }
        messages.good(reader.say(open ? "counters.opening" : "counters.closing"));
        return current.page("live");
    }
}
