package org.einlass.server.console.live;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.einlass.contract.id.DeviceId;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignedIn;
import org.einlass.server.device.DeviceService;
import org.einlass.server.device.DeviceState;
import org.einlass.server.journal.DeviceExclusion;
import org.einlass.server.journal.JournalService;
import org.jspecify.annotations.Nullable;

/** Sets aside what a device reported from a moment on, as after a theft, and lets it count again. */
@Named
@RequestScoped
public class SetAsidePage {
    @Inject
    private JournalService journal;

    @Inject
    private DeviceService devices;

    @Inject
    private Clock clock;

    @Inject
    private CurrentEvent current;

    @Inject
    private SignedIn signedIn;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private String device = "";
    private @Nullable String from;

    public List<DeviceExclusion> getAll() {
        return current.shown("set-aside", () -> journal.exclusions(current.id()));
    }

    public String getDevice() {
        return device;
    }

    public void setDevice(String device) {
        this.device = device;
    }

    /** As fields for dates and times write it, by the event's clock; now where nobody said anything. */
    public String getFrom() {
        String typed = from;
        return typed == null
                ? LocalDateTime.ofInstant(clock.instant(), current.zone())
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString()
                : typed;
    }

    public void setFrom(String from) {
        this.from = from.strip();
    }

    public void setAside() {
        Instant moment;
        try {
            moment = LocalDateTime.parse(getFrom()).atZone(current.zone()).toInstant();
        } catch (DateTimeParseException e) {
            messages.bad(reader.say("aside.bad"));
            return;
        }
        change(
                () -> journal.exclude(current.id(), new DeviceId(device), moment, signedIn.author())
                        .toCompletableFuture()
                        .join(),
                "aside.done");
    }

    /** All that the device reported counts again. */
    public void include(DeviceExclusion exclusion) {
        change(
                () -> journal.include(current.id(), exclusion.device())
                        .toCompletableFuture()
                        .join(),
                "aside.back");
    }

    private void change(PageMessages.Attempt attempt, String sentence) {
        if (!current.isChangeable()) {
            messages.bad(reader.say("readonly"));
        } else if (messages.done(attempt)) {
            messages.good(reader.say(sentence));
        }
    }

    /** By the device's title. */
    public String title(DeviceExclusion exclusion) {
        return current.shown("devices", () -> devices.all(current.id())).stream()
                .filter(one -> one.device().equals(exclusion.device()))
                .map(DeviceState::title)
                .findFirst()
                .orElse(exclusion.device().text());
    }

    public String moment(Instant at) {
        return reader.moment(at, current.zone());
    }
}
