package org.einlass.server.console.event;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.admission.Phase;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.device.DeviceService;
import org.einlass.server.event.EventService;
import org.einlass.server.event.VersionedEvent;
import org.einlass.server.journal.QuarantineService;
import org.einlass.server.registration.RegistrationService;
import org.jspecify.annotations.Nullable;

/** The page that greets an organiser of an event: what is done before the day, what is missing, and the phase. */
@Named
@RequestScoped
public class PreparationPage {
    @Inject
    private EventService events;

    @Inject
    private RegistrationService registrations;

    @Inject
    private DeviceService devices;

    @Inject
    private QuarantineService quarantine;

    @Inject
    private Clock clock;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private @Nullable List<PreparationItem> items;

    /** As it stands at this moment. */
    public List<PreparationItem> getItems() {
        List<PreparationItem> known = items;
        if (known == null) {
            known = new PreparationCheck(
                            current.document(),
                            registrations.count(current.id()),
                            devices.all(current.id()),
                            !quarantine
                                    .page(current.id(), false, "", 1)
                                    .entries()
                                    .isEmpty(),
                            clock.instant())
                    .items();
            items = known;
        }
        return known;
    }

    public String say(PreparationItem item) {
        String key = "prepare." + item.key() + "." + item.state().name().toLowerCase(Locale.ROOT);
        return reader.say(key, item.values().toArray());
    }

    /** How many of how many are done. */
    public String getGreeting() {
        long done = getItems().stream().filter(PreparationItem::isDone).count();
        return done == getItems().size()
                ? reader.say("prepare.ready")
                : reader.say("prepare.count", done, getItems().size());
    }

    public boolean isRehearsal() {
        return current.document().phase() != Phase.LIVE && !isClosed();
    }

    public boolean isClosed() {
        return current.document().phase() == Phase.CLOSED;
    }

    /** From now on it counts. */
    public @Nullable String begin() {
        return change(Phase.LIVE, "prepare.begun");
    }

    /** From now on it is practice; what counted stays. */
    public @Nullable String rehearse() {
        return change(Phase.REHEARSAL, "prepare.rehearsing");
    }

    private @Nullable String change(Phase phase, String sentence) {
        VersionedEvent now = events.current(current.id());
        if (now.document().phase() == Phase.CLOSED) {
            messages.bad(reader.say("prepare.over"));
            return null;
        }
        boolean changed = messages.done(
                () -> events.change(current.id(), now.version(), now.document().withPhase(phase))
                        .toCompletableFuture()
                        .join());
        if (!changed) {
            return null;
        }
        messages.good(reader.say(sentence));
        return current.page("preparation");
    }
}
