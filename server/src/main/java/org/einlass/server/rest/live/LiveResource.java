package org.einlass.server.rest.live;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.live.LiveService;
import org.einlass.server.live.LiveSnapshot;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.Languages;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/live}: how an event is at this moment; whoever asks within a second is told the same. */
@Path("/events/{event}/live")
@Dependent
public class LiveResource {
    @Inject
    private LiveService live;

    @Inject
    private Caller caller;

    @Inject
    private BackgroundPool backgroundPool;

    /**
     * Arrivals, rooms, devices and what is to be clarified; labels in the language that is asked for.
     *
     * @param earlier the event with whose arrivals these are compared; none where nothing is said
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<LiveSnapshot> read(
            @PathParam("event") EventId event,
            @QueryParam("earlier") @DefaultValue("") String earlier,
            @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        EventId compared = compared(earlier);
        return backgroundPool.run(() -> live.read(event, compared, locale));
    }

    private @Nullable EventId compared(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            EventId earlier = new EventId(text);
            caller.checkMayReadNumbers(earlier);
            return earlier;
        } catch (IllegalArgumentException e) {
            throw new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT);
        }
    }
}
