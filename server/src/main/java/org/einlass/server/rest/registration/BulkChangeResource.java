package org.einlass.server.rest.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.registration.Sector;
import org.einlass.server.account.Role;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.change.RegistrationChangeService;
import org.einlass.server.registration.change.RegistrationEdit;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/registrations/bulk}: the same for many registrations, a few at a time. */
@Path("/events/{event}/registrations/bulk")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BulkChangeResource {
    private static final int MOST = 500;

    @Inject
    private RegistrationChangeService people;

    @Inject
    private BackgroundPool backgroundPool;

    @Inject
    private Caller caller;

    /** Gives up to 500 registrations the same category, programmes, sector, days, delegation or standing. */
    @POST
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Changed> change(@PathParam("event") EventId event, @Nullable BulkChange body) {
        BulkChange asked = RequestBody.present(body);
        Set<RegistrationId> ids = ids(asked.registrations());
        asked.check();
        String by = caller.signedIn().name();
        return backgroundPool.run(() -> new Changed(people.changeAll(event, ids, asked::edit, by)));
    }

    /** Deletes up to 500 registrations of people who were never at a door or a desk. */
    @POST
    @Path("/deletion")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Deleted> delete(@PathParam("event") EventId event, @Nullable Selection body) {
        Set<RegistrationId> ids = ids(RequestBody.present(body).registrations());
        return backgroundPool.run(() -> new Deleted(people.deleteAll(event, ids)));
    }

    static Set<RegistrationId> ids(@Nullable List<String> texts) {
        List<String> named = Objects.requireNonNullElse(texts, List.of());
        if (named.isEmpty() || named.size() > MOST || named.stream().anyMatch(Objects::isNull)) {
            throw Rejected.badValue(
                    new Wording("Es sind 1 bis 500 Anmeldungen zu nennen.", "Name 1 to 500 registrations."),
                    "registrations");
        }
        return Set.copyOf(
                named.stream().distinct().map(RegistrationChangeResource::id).toList());
    }

    /** How many registrations are different now. */
    public record Changed(int changed) {}

    /** How many registrations are gone. */
    public record Deleted(int deleted) {}

    /** Some registrations by their ids. */
    public record Selection(@Nullable List<String> registrations) {}

    /**
     * What is to be the same for all of them; what is missing stays.
     *
     * @param registrations their ids, at most 500
     * @param days none means every day
     */
    public record BulkChange(
            @Nullable List<String> registrations,
            @Nullable RegistrationStatus status,
            @Nullable CategoryId category,
            @Nullable Sector sector,
            @Nullable Set<ProgrammeId> programmes,
            @Nullable Set<LocalDate> days,
            @Nullable String delegation) {

        void check() {
            refuseEmptyValue(programmes, "programmes");
            refuseEmptyValue(days, "days");
            if (Stream.of(status, category, sector, programmes, days, delegation)
                    .allMatch(Objects::isNull)) {
                throw Rejected.badValue(
                        new Wording("Es fehlt, was sich ändern soll.", "Say what is to be changed."),
                        new Wording(
                                "Möglich sind status, category, sector, programmes, days und delegation.",
                                "Possible are status, category, sector, programmes, days and delegation."),
                        "status");
            }
        }

        private static void refuseEmptyValue(@Nullable Set<?> values, String field) {
            if (values != null && values.stream().anyMatch(Objects::isNull)) {
                throw Rejected.badValue(
                        new Wording(
                                "In " + field + " steht ein leerer Wert.", "There is an empty value in " + field + "."),
                        field);
            }
        }

        RegistrationEdit edit(Registration registration) {
            RegistrationDetails before = registration.particulars().details();
            RegistrationDetails details = delegation == null ? null : before.withDelegation(delegation);
            return new RegistrationEdit(status, null, category, sector, null, programmes, days, null, details);
        }
    }
}
