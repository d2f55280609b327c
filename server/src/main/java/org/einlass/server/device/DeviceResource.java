package org.einlass.server.device;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.einlass.contract.Wording;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.WipeState;
import org.einlass.server.account.Accounts;
import org.einlass.server.account.Role;
import org.einlass.server.account.Token;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventTable;
import org.einlass.server.feed.DataKeys;
import org.einlass.server.rest.ProblemException;
import org.einlass.server.rest.ProblemKind;
import org.einlass.server.rest.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/devices/{device}}: a device gets its token, and loses it, or all it holds. */
@Path("/events/{event}/devices/{device}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class DeviceResource {
    @Inject
    private Store store;

    @Inject
    private Accounts accounts;

    @Inject
    private DataKeys dataKeys;

    @Inject
    private Clock clock;

    @Inject
    private RandomGenerator chance;

    /** Enrols a device and answers its token, this once. Enrolled again it gets a new token. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Enrolled> enrol(
            @PathParam("event") EventId event, @PathParam("device") DeviceId device, @Nullable DeviceDocument body) {
        DeviceDocument document = RequestBody.present(body);
        check(document);
        Token token = Token.next(chance);
        return store.write(WriteKey.of(event), transaction -> {
                    enrol(transaction, event, device, document, token);
                    return new Enrolled(event, device, document.kind(), token.secret());
                })
                .whenComplete((done, failed) -> accounts.forget());
    }

    private static void check(DeviceDocument document) {
        if (document.kind() == null) {
            throw ProblemException.of(ProblemKind.BAD_VALUE)
                    .saying(
                            new Wording("Die Art des Geräts fehlt.", "The kind of device is missing."),
                            new Wording("Bitte KIOSK, DESK oder DOOR angeben.", "Say KIOSK, DESK or DOOR."))
                    .at("kind");
        }
    }

    private void enrol(Transaction transaction, EventId event, DeviceId device, DeviceDocument document, Token token) {
        EventTable.checkKnown(transaction.handle(), event);
        Set<DoorId> doors = DeviceTable.doors(transaction.handle(), event);
        if (!doors.containsAll(document.allDoors())) {
            throw ProblemException.of(ProblemKind.UNKNOWN_DOOR).at("doors");
        }
        retire(transaction, event, device);
        DeviceTable.put(transaction.handle(), event, device, document, token);
        if (document.kind() == DeviceKind.DESK) {
            dataKeys.ensure(transaction.handle(), event, clock.instant());
        }
        changed(transaction, event, device);
    }

    /** Revokes the device's token, from the next request on. What it has reported stays. */
    @DELETE
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> revoke(@PathParam("event") EventId event, @PathParam("device") DeviceId device) {
        return store.write(WriteKey.of(event), transaction -> {
                    retire(transaction, event, device);
                    if (!DeviceTable.revoke(transaction.handle(), event, device, clock.instant())) {
                        throw ProblemException.of(ProblemKind.UNKNOWN_DEVICE);
                    }
                    changed(transaction, event, device);
                    return Response.noContent().build();
                })
                .whenComplete((done, failed) -> accounts.forget());
    }

    /** Orders a device to destroy all it holds but its journal. Ordered again it is the same order. */
    @POST
    @Path("/wipe")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<WipeState> order(@PathParam("event") EventId event, @PathParam("device") DeviceId device) {
        return store.write(WriteKey.of(event), transaction -> {
                    long enrolment = DeviceTable.enrolment(transaction.handle(), event, device)
                            .orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_DEVICE));
                    retire(transaction, event, device);
                    WipeOrderTable.order(transaction.handle(), event, device, clock.instant());
                    changed(transaction, event, device);
                    return WipeOrderTable.find(transaction.handle(), event, device, enrolment)
                            .orElseThrow();
                })
                .whenComplete((done, failed) -> accounts.forget());
    }

    /** What a desk knew is not the key of those who stay; once it was told so, it knows nothing newer. */
    private void retire(Transaction transaction, EventId event, DeviceId device) {
        if (DeviceTable.isTrustedDesk(transaction.handle(), event, device)) {
            dataKeys.rotate(transaction.handle(), event, clock.instant());
        }
    }

    private static void changed(Transaction transaction, EventId event, DeviceId device) {
        DeviceTable.version(transaction.handle(), event, device)
                .ifPresent(version -> transaction.changed(event, "device", device.text(), version));
    }
}
