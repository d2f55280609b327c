package org.einlass.server.load;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.account.Role;

/**
 * The same echo within the product, behind all that stands before any device's request: its token is asked
 * for, its role, its event and the size of its body. What a check-in costs beyond this is the admission.
 */
@Path("/events/{event}/echo")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GuardedEchoResource {

    @POST
    @RolesAllowed(Role.Names.KIOSK)
    public ScanAnswer echo(ScanQuestion question) {
        return EchoResource.answer(question);
    }
}
