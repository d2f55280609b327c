package org.einlass.server.console.account;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.einlass.contract.admission.Phase;
import org.einlass.server.account.Person;
import org.einlass.server.account.PersonId;
import org.einlass.server.account.Role;
import org.einlass.server.account.login.PeopleService;
import org.einlass.server.account.login.SignInService;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.event.EventService;
import org.einlass.server.event.EventSummary;
import org.jspecify.annotations.Nullable;

/**
 * The page on which organisers of all events look after those who sign in: who they are, what each may do
 * where, and how they get in. One person at a time is open for changes.
 */
@Named
@ViewScoped
@SuppressWarnings("serial") // views stay in this server's memory
public class PeoplePage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What people can be; devices have roles of their own. */
    private static final List<Role> ROLES = List.of(Role.ORGANISER, Role.AUDITOR, Role.DESK, Role.DOOR);

    @Inject
    private transient PeopleService people;

    @Inject
    private transient SignInService signIn;

    @Inject
    private transient EventService events;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private String name = "";
    private String everywhere = "";
    private Map<String, String> roles = new HashMap<>();
    private @Nullable Person open;

    /** The way in for somebody, told once. */
    public record Invited(String name, String link, String expires) {}

    public List<Person> getAll() {
        current.scope();
        return current.shown("people", people::all);
    }

    /** Events in which a role is of use, and those in which whoever is open has one. */
    public List<EventSummary> getOpenEvents() {
        return current.shown(
                "events",
                () -> events.all().stream()
                        .filter(event -> event.phase() != Phase.CLOSED
                                || roles.containsKey(event.id().text()))
                        .toList());
    }

    public List<Role> getRolesOfPeople() {
        return ROLES;
    }

    /** Opens somebody for changes, or nobody. */
    public void open(@Nullable Person person) {
        open = person;
        name = "";
        everywhere = person == null ? "" : text(person.everywhere());
        roles = new HashMap<>();
        if (person != null) {
            person.roles().forEach((event, role) -> roles.put(event, text(role)));
        }
    }

    public void close() {
        open(null);
    }

    public @Nullable Person getOpened() {
        return open;
    }

    public void add() {
        change(() -> invite(people.add(name, role(everywhere), given())));
    }

    /** Gives whoever is open the roles that were chosen. */
    public void saveRoles() {
        change(() -> {
            Person saved = people.setRoles(opened(), role(everywhere), given());
            messages.good(reader.say("people.roles.saved", saved.name()));
            open(null);
        });
    }

    /** Lets whoever is open choose a new password. */
    public void inviteAgain() {
        change(() -> invite(people.invite(opened())));
    }

    public void endLogins() {
        change(() -> {
            signIn.endAll(opened());
            messages.good(reader.say("people.logins.ended"));
        });
    }

    public void removeSecondFactor() {
        change(() -> {
            open(people.removeSecondFactor(opened()));
            messages.good(reader.say("people.factor.removed"));
        });
    }

    /** Lets whoever is open in no more. */
    public void block() {
        change(() -> {
            people.block(opened());
            messages.good(reader.say("people.blocked"));
            open(null);
        });
    }

    private void change(PageMessages.Attempt attempt) {
        current.scope();
        messages.done(attempt);
    }

    private void invite(PeopleService.Invitation invitation) {
        open(null);
        String address = FacesContext.getCurrentInstance().getExternalContext().getRequestScheme()
                + "://"
                + FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestHeaderMap()
                        .get("Host");
        Invited invited = new Invited(
                invitation.person().name(),
                address + "/invitation.xhtml#" + invitation.secret().secret(),
                reader.moment(invitation.expires(), ZoneId.systemDefault()));
        FacesContext.getCurrentInstance().getAttributes().put(Invited.class, invited);
    }

    /** Shown on the page that answers, and never again. */
    public @Nullable Invited getInvited() {
        return (Invited) FacesContext.getCurrentInstance().getAttributes().get(Invited.class);
    }

    private PersonId opened() {
        Person person = open;
        if (person == null) {
            throw new IllegalStateException("Nobody is open.");
        }
        return person.id();
    }

    private Map<String, Role> given() {
        Map<String, Role> given = new TreeMap<>();
        roles.forEach((event, text) -> {
            Role chosen = role(text);
            if (chosen != null) {
                given.put(event, chosen);
            }
        });
        return given;
    }

    private static @Nullable Role role(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Role.valueOf(text);
    }

    private static String text(@Nullable Role role) {
        return role == null ? "" : role.name();
    }

    /** What somebody may do where, one sentence a place. */
    public List<String> mayDo(Person person) {
        List<String> lines = new ArrayList<>();
        if (person.everywhere() != null) {
            lines.add(reader.say("people.everywhere", say(person.everywhere())));
        }
        new TreeMap<>(person.roles())
                .forEach((event, role) -> lines.add(reader.say("people.in", say(role), title(event))));
        return lines;
    }

    private String say(Role role) {
        return reader.say("role." + role);
    }

    private String title(String event) {
        return current.shown("titles", events::all).stream()
                .filter(one -> one.id().text().equals(event))
                .map(one -> reader.words(one.title()))
                .findFirst()
                .orElse(event);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEverywhere() {
        return everywhere;
    }

    public void setEverywhere(@Nullable String everywhere) {
        this.everywhere = everywhere == null ? "" : everywhere;
    }

    /** The role chosen for each event, by the event's id; an empty text for none. */
    public Map<String, String> getRoles() {
        return roles;
    }
}
