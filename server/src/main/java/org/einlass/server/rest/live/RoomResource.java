package org.einlass.server.rest.live;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.einlass.server.account.Token;
import org.einlass.server.live.RoomLinkService;
import org.einlass.server.live.RoomPage;
import org.einlass.server.presence.hand.RoomTap;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /room}: the page of one room, for whoever has its link; the link's secret stands in the body only. */
@Path("/room")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class RoomResource {
    @Inject
    private RoomLinkService links;

    /**
     * What a phone says.
     *
     * @param secret of the room's link
     * @param taps what was pressed, in its order; none only asks how the room is
     */
    public record Taps(@Nullable String secret, @Nullable List<RoomTap> taps) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "taps";
        }
    }

    /** Takes what was pressed, each tap once however often it is sent, and tells the room as it is then. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<RoomPage> tap(@Nullable Taps body) {
        Taps said = RequestBody.present(body);
        Token secret = Token.of(Objects.requireNonNullElse(said.secret(), ""))
                .orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_TOKEN));
        return links.tap(secret, Objects.requireNonNullElse(said.taps(), List.of()));
    }
}
