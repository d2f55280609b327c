package org.einlass.server.console.journal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.einlass.contract.id.DeviceId;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.device.DeviceService;
import org.einlass.server.device.DeviceState;
import org.einlass.server.journal.quota.DeviceQuota;
import org.einlass.server.journal.quota.DeviceQuotaService;

/**
 * How much the devices of an event have reported: which of them waits because it has used up its quota, and how the
 * organiser lets it go on or takes nothing more of it.
 */
@Named
@RequestScoped
public class DeviceQuotaPage {
    private static final long MEGABYTE = 1_000_000;

    @Inject
    private DeviceQuotaService quotas;

    @Inject
    private DeviceService devices;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    /** Those that have reported something, or have a quota of their own. */
    public List<DeviceQuota> getAll() {
        return current.shown("quotas", () -> quotas.all(current.id()));
    }

    /** By the device's title. */
    public String device(DeviceQuota quota) {
        return current.shown("devices", () -> devices.all(current.id())).stream()
                .filter(state -> state.device().equals(quota.device()))
                .map(DeviceState::title)
                .findFirst()
                .orElse(quota.device().text());
    }

    public String entries(DeviceQuota quota) {
        return reader.say("quota.of", quota.entries(), quota.mostEntries());
    }

    /** In megabytes. */
    public String bytes(DeviceQuota quota) {
        return reader.say("quota.of", quota.bytes() / MEGABYTE, quota.mostBytes() / MEGABYTE);
    }

    /** Whether its reports are taken, in a few words. */
    public String state(DeviceQuota quota) {
        if (quota.blockedAt() != null) {
            return reader.say("quota.state.blocked", reader.moment(quota.blockedAt(), current.zone()));
        }
        return quota.waitingSince() == null
                ? reader.say("quota.state.taken")
                : reader.say(
                        "quota.state.waiting", quota.waiting(), reader.moment(quota.waitingSince(), current.zone()));
    }

    public void raise(String device) {
        DeviceId id = new DeviceId(device);
        getAll().stream()
                .filter(quota -> quota.device().equals(id))
                .findFirst()
                .ifPresent(quota -> change(
                        same -> quotas.limit(current.id(), same, quota.mostEntries() * 2, quota.mostBytes() * 2),
                        id,
                        "quota.raised"));
    }

    public void release(String device) {
        change(id -> quotas.release(current.id(), id), new DeviceId(device), "quota.released");
    }

    public void block(String device) {
        change(id -> quotas.block(current.id(), id), new DeviceId(device), "quota.blocked");
    }

    public void unblock(String device) {
        change(id -> quotas.unblock(current.id(), id), new DeviceId(device), "quota.unblocked");
    }

    private void change(Function<DeviceId, CompletionStage<DeviceQuota>> change, DeviceId device, String sentence) {
        if (!current.isChangeable()) {
            messages.bad(reader.say("readonly"));
            return;
        }
        if (messages.done(() -> change.apply(device).toCompletableFuture().join())) {
            messages.good(reader.say(sentence));
        }
    }
}
