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
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.contract.wire.WipeState;
import org.einlass.server.account.Account;
import org.einlass.server.account.AllowedWhenRevoked;
import org.einlass.server.account.Caller;
import org.einlass.server.account.Role;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.feed.DataKeys;
import org.einlass.server.rest.ProblemException;
import org.einlass.server.rest.ProblemKind;
import org.einlass.server.rest.RequestBody;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/heartbeat}: a device says how it is, and hears how it stands; withdrawn ones, too. */
@Path("/events/{event}/heartbeat")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class HeartbeatResource {
    private static final int LONGEST_WORD = 60;

    @Inject
    private Store store;

    @Inject
    private Caller caller;

    @Inject
    private DataKeys dataKeys;

    @Inject
    private Clock clock;

    @POST
    @AllowedWhenRevoked
    @RolesAllowed({Role.Names.KIOSK, Role.Names.DESK, Role.Names.DOOR})
    public CompletionStage<HeartbeatAnswer> beat(@PathParam("event") EventId event, @Nullable Heartbeat body) {
        Heartbeat heartbeat = RequestBody.present(body);
        check(heartbeat.program(), "program");
        check(heartbeat.kind(), "kind");
        check(heartbeat.printer(), "printer");
        Account account = caller.account().orElseThrow(() -> ProblemException.of(ProblemKind.NOT_SIGNED_IN));
        DeviceId device = caller.device();
        return store.write(WriteKey.of(event), transaction -> {
            Instant now = clock.instant();
            HeartbeatTable.keep(transaction.handle(), event, device, account.enrolment(), heartbeat, now);
            return answer(transaction.handle(), event, device, account, heartbeat, now);
        });
    }

    private HeartbeatAnswer answer(
            Handle handle, EventId event, DeviceId device, Account account, Heartbeat heartbeat, Instant now) {
        return new HeartbeatAnswer(
                event,
                device,
                DeviceTable.standing(handle, event, device, account.enrolment()),
                WipeOrderTable.find(handle, event, device, account.enrolment())
                        .map(WipeState::order)
                        .orElse(null),
                dataKey(handle, event, account),
                heartbeat.contract() < DoorRule.VERSION,
                now);
    }

    /** For desks only, and only its number: the key itself is told where nothing else is. */
    private @Nullable Long dataKey(Handle handle, EventId event, Account account) {
        return account.role() == Role.DESK
                ? dataKeys.find(handle, event).map(DataKey::number).orElse(null)
                : null;
    }

    private static void check(@Nullable String word, String place) {
        if (word != null && word.length() > LONGEST_WORD) {
            throw ProblemException.of(ProblemKind.BAD_VALUE)
                    .saying(
                            new Wording("Dieses Wort ist zu lang.", "This word is too long."),
                            ProblemKind.BAD_VALUE.remedy())
                    .at(place);
        }
    }
}
