package org.einlass.server.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventTable;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/registrations}: who is registered, page by page. */
@Path("/events/{event}/registrations")
@Dependent
public class RegistrationResource {
    private static final int MOST = 500;

    @Inject
    private Store store;

    /**
     * One page in the order of ids.
     *
     * @param after the cursor that the page before named
     * @param key only the registration with this key of the organiser's
     * @param most 1 to 500 registrations
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public RegistrationPage page(
            @PathParam("event") EventId event,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("key") @Nullable String key,
            @QueryParam("most") @DefaultValue("100") int most) {
        int size = Math.max(1, Math.min(MOST, most));
        return store.read(handle -> page(handle, event, after, key, size));
    }

    private static RegistrationPage page(Handle handle, EventId event, String after, @Nullable String key, int size) {
        EventTable.checkKnown(handle, event);
        List<Registration> found = RegistrationTable.page(handle, event, after, key, size + 1);
        boolean last = found.size() <= size;
        List<Registration> page = last ? found : found.subList(0, size);
        return new RegistrationPage(page, last ? null : page.get(size - 1).id().toString());
    }
}
