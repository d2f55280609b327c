package org.einlass.server.rest.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.einlass.server.account.Person;
import org.einlass.server.account.PersonId;
import org.einlass.server.account.Role;
import org.einlass.server.account.login.PeopleService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /people}: organisers of all events say who may sign in, and what each may do where. */
@Path("/people")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.ORGANISER)
public class PeopleResource {
    @Inject
    private PeopleService people;

    /** Somebody to add. The fields as in {@link Roles}. */
    public record NewPerson(
            @Nullable String name,
            @Nullable Role everywhere,
            @Nullable Map<String, Role> roles) {}

    /**
     * What somebody may do.
     *
     * @param everywhere the role in all events, if any
     * @param roles the role in single events, by the event's id
     */
    public record Roles(@Nullable Role everywhere, @Nullable Map<String, Role> roles) {}

    /** The way in for somebody; {@code secret} opens {@code POST /login/invitation} and is told this once. */
    public record Invited(Person person, String secret, Instant expires) {
        @Override
        public String toString() {
            return "invitation of " + person.id();
        }
    }

    @GET
    public List<Person> all() {
        return people.all();
    }

    /** Adds somebody, who then chooses a password by the invitation. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Invited add(@Nullable NewPerson body) {
        NewPerson person = RequestBody.present(body);
        String name = Objects.requireNonNullElse(person.name(), "");
        return invited(people.add(name, person.everywhere(), given(person.roles())));
    }

    /** Gives somebody these roles and no others. */
    @PUT
    @Path("/{person}/roles")
    @Consumes(MediaType.APPLICATION_JSON)
    public Person setRoles(@PathParam("person") String person, @Nullable Roles body) {
        Roles roles = RequestBody.present(body);
        return people.setRoles(id(person), roles.everywhere(), given(roles.roles()));
    }

    /** Lets somebody choose a new password. */
    @POST
    @Path("/{person}/invitation")
    public Invited invite(@PathParam("person") String person) {
        return invited(people.invite(id(person)));
    }

    /** Takes away a second factor that was lost. */
    @DELETE
    @Path("/{person}/second-factor")
    public Person removeSecondFactor(@PathParam("person") String person) {
        return people.removeSecondFactor(id(person));
    }

    /** Lets somebody in no more. */
    @DELETE
    @Path("/{person}")
    public Response block(@PathParam("person") String person) {
        people.block(id(person));
        return Response.noContent().build();
    }

    private static Map<String, Role> given(@Nullable Map<String, Role> roles) {
        return roles == null ? Map.of() : roles;
    }

    private static PersonId id(String text) {
        return PersonId.read(text).orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_PERSON));
    }

    private static Invited invited(PeopleService.Invitation invitation) {
        return new Invited(invitation.person(), invitation.secret().secret(), invitation.expires());
    }
}
