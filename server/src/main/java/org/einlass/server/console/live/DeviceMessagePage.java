package org.einlass.server.console.live;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.wire.HeartbeatAnswer.DeviceMessage;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.device.DeviceMessageService;
import org.einlass.server.device.DeviceService;
import org.einlass.server.device.DeviceState;
import org.einlass.server.device.SentMessage;
import org.jspecify.annotations.Nullable;

/** What the organiser tells the teams at devices: sent, shown there, taken back. */
@Named
@RequestScoped
public class DeviceMessagePage {
    @Inject
    private DeviceMessageService service;

    @Inject
    private DeviceService devices;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private String device = "";
    private String text = "";

    /** Those that hold, the newest first. */
    public List<SentMessage> getAll() {
        return current.shown("messages", () -> service.all(current.id()));
    }

    /** Whom a message may be for. */
    public List<DeviceState> getDevices() {
        return current.shown("devices", () -> devices.all(current.id())).stream()
                .filter(state -> state.revokedAt() == null)
                .toList();
    }

    public String title(SentMessage sent) {
        Map<DeviceId, String> titles =
                getDevices().stream().collect(Collectors.toMap(DeviceState::device, DeviceState::title));
        return titles.getOrDefault(sent.device(), sent.device().text());
    }

    /** When it was sent, and since when the device shows it. */
    public String state(SentMessage sent) {
        String at = reader.moment(sent.message().sentAt(), current.zone());
        return sent.shownAt() == null
                ? reader.say("message.sent", at)
                : reader.say("message.shown", at, reader.moment(sent.shownAt(), current.zone()));
    }

    public int getLongest() {
        return DeviceMessage.LONGEST;
    }

    /** Id of the device; empty for all. */
    public String getDevice() {
        return device;
    }

    public void setDevice(@Nullable String device) {
        this.device = Objects.requireNonNullElse(device, "");
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = Objects.requireNonNullElse(text, "");
    }

    public @Nullable String send() {
        List<DeviceId> told = device.isEmpty() ? null : List.of(new DeviceId(device));
        return change(
                () -> service.send(current.id(), told, text)
                        .toCompletableFuture()
                        .join(),
                "message.done");
    }

    public @Nullable String takeBack(SentMessage sent) {
        return change(
                () -> service.takeBack(
                                current.id(), sent.device(), sent.message().id())
                        .toCompletableFuture()
                        .join(),
                "message.takenBack");
    }

    private @Nullable String change(PageMessages.Attempt change, String done) {
        if (!current.isChangeable()) {
            messages.bad(reader.say("readonly"));
            return null;
        }
        if (!messages.done(change)) {
            return null;
        }
        messages.good(reader.say(done));
        return current.page("devices");
    }
}
