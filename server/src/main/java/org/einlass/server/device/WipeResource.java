package org.einlass.server.device;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.einlass.contract.Wording;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.WipeReceipt;
import org.einlass.contract.wire.WipeState;
import org.einlass.server.account.AllowedWhenRevoked;
import org.einlass.server.account.Caller;
import org.einlass.server.account.Role;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.rest.ProblemException;
import org.einlass.server.rest.ProblemKind;
import org.einlass.server.rest.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/wipes/{order}/receipt}: a device has destroyed what it was ordered to. */
@Path("/events/{event}/wipes/{order}/receipt")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class WipeResource {
    private static final int MOST_WORDS = 20;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    @Inject
    private Store store;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Takes a device's receipt, as often as it is sent. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowedWhenRevoked
    @RolesAllowed({Role.Names.KIOSK, Role.Names.DESK, Role.Names.DOOR})
    public CompletionStage<WipeState> receipt(
            @PathParam("event") EventId event, @PathParam("order") String id, @Nullable WipeReceipt body) {
        List<String> destroyed = RequestBody.present(body).destroyed();
        check(destroyed);
        DeviceId device = caller.device();
        UUID order = order(id);
        return store.write(
                WriteKey.of(event),
                transaction -> WipeOrderTable.receipt(
                                transaction.handle(), event, device, order, destroyed, clock.instant())
                        .orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_WIPE)));
    }

    private static UUID order(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemKind.UNKNOWN_WIPE);
        }
    }

    private static void check(List<String> destroyed) {
        boolean words = destroyed.size() <= MOST_WORDS
                && destroyed.stream().allMatch(word -> WORD.matcher(word).matches());
        if (!words) {
            throw ProblemException.of(ProblemKind.BAD_VALUE)
                    .saying(
                            new Wording(
                                    "Was gelöscht wurde, steht hier in höchstens 20 Wörtern wie roster.",
                                    "What was destroyed is told in at most 20 words like roster."),
                            ProblemKind.BAD_VALUE.remedy())
                    .at("destroyed");
        }
    }
}
