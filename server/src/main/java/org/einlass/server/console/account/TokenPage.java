package org.einlass.server.console.account;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.ApiToken;
import org.einlass.server.account.ApiTokenService;
import org.einlass.server.account.BootstrapToken;
import org.einlass.server.account.Role;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.event.EventService;
import org.einlass.server.event.EventSummary;
import org.jspecify.annotations.Nullable;

/**
 * The page of the tokens by which programs use the interface: what for, how far, until when. A secret is shown
 * once.
 */
@Named
@ViewScoped
@SuppressWarnings("serial") // views stay in this server's memory
public class TokenPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_DAYS = 90;
    private static final ZoneId ZONE = ZoneId.systemDefault();
    private static final List<Role> ROLES = List.of(Role.AUDITOR, Role.ORGANISER);

    @Inject
    private transient ApiTokenService tokens;

    @Inject
    private transient EventService events;

    @Inject
    private transient Clock clock;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private String name = "";
    private Role role = Role.AUDITOR;
    private String event = "";
    private @Nullable LocalDate lastDay;

    public List<ApiToken> getAll() {
        current.scope();
        return current.shown("tokens", tokens::all);
    }

    public List<EventSummary> getEvents() {
        return current.shown("events", events::all);
    }

    public List<Role> getRoles() {
        return ROLES;
    }

    /** The new token, on the page that answers and never again. */
    public ApiTokenService.@Nullable Made getMade() {
        return (ApiTokenService.Made)
                FacesContext.getCurrentInstance().getAttributes().get(ApiTokenService.Made.class);
    }

    public void make() {
        change(() -> {
            ApiTokenService.Made made = tokens.make(
                            name.strip(),
                            role,
                            event.isEmpty() ? null : new EventId(event),
                            getLastDay().plusDays(1).atStartOfDay(ZONE).toInstant())
                    .toCompletableFuture()
                    .join();
            FacesContext.getCurrentInstance().getAttributes().put(ApiTokenService.Made.class, made);
            name = "";
        });
    }

    public void revoke(String id) {
        change(() -> {
            tokens.revoke(id).toCompletableFuture().join();
            messages.good(reader.say("token.revoked"));
        });
    }

    private void change(PageMessages.Attempt attempt) {
        current.scope();
        messages.done(attempt);
    }

    public String ends(ApiToken token) {
        return token.expires() == null ? reader.say("token.endless") : reader.moment(token.expires(), ZONE);
    }

    public String since(ApiToken token) {
        return reader.moment(token.created(), ZONE);
    }

    /** What it is for; the one of the first start is no word of an organiser. */
    public String what(ApiToken token) {
        return token.name().equals(BootstrapToken.NAME) ? reader.say("token.first") : token.name();
    }

    /** For which event, by its title. */
    public String where(ApiToken token) {
        EventId only = token.event();
        if (only == null) {
            return reader.say("token.all");
        }
        return getEvents().stream()
                .filter(one -> one.id().equals(only))
                .map(one -> reader.words(one.title()))
                .findFirst()
                .orElse(only.text());
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public String getEvent() {
        return event;
    }

    public void setEvent(@Nullable String event) {
        this.event = event == null ? "" : event;
    }

    /** On which the token is still good; {@value #USUAL_DAYS} days from now where nothing was chosen. */
    public LocalDate getLastDay() {
        LocalDate chosen = lastDay;
        return chosen == null ? LocalDate.now(clock.withZone(ZONE)).plusDays(USUAL_DAYS) : chosen;
    }

    public void setLastDay(@Nullable LocalDate lastDay) {
        this.lastDay = lastDay;
    }
}
