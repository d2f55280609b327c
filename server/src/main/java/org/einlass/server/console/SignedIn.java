package org.einlass.server.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.einlass.server.account.LoginSurface;
import org.einlass.server.account.Person;
import org.einlass.server.account.Role;
import org.einlass.server.account.Token;
import org.einlass.server.account.login.SignInService;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in at this browser, by the cookie that holds the secret of the login. Each request reads it anew,
 * so that a page goes on after the server has started anew or on another node, and a stranger's page takes no
 * session.
 */
@Named
@RequestScoped
public class SignedIn {
    @Inject
    private SignInService signIn;

    @Inject
    private HttpServletRequest request;

    private @Nullable Token secret;

    @PostConstruct
    void read() {
        Cookie[] cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
        secret = Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(PageFilter.LOGIN_COOKIE))
                .map(Cookie::getValue)
                .flatMap(value -> Token.of(value).stream())
                .findFirst()
                .orElse(null);
    }

    void begin(Token accepted) {
        secret = accepted;
    }

    /** What the browser shows, whether it is worth anything or not. */
    Optional<Token> shown() {
        return Optional.ofNullable(secret);
    }

    /** Asks later, outside of any request, whether this login still opens a page of an event; asking is use. */
    public BooleanSupplier mayStillSee(String page, String event) {
        Token held = secret;
        SignInService asked = signIn;
        return () -> held != null
                && asked.check(held, LoginSurface.CONSOLE)
                        .flatMap(person -> person.roleIn(event))
                        .filter(role -> PageRoles.maySee(role, page))
                        .isPresent();
    }

    /** Whether the reader may read the numbers of an event. */
    public boolean mayReadNumbersOf(String event) {
        return roleIn(event).filter(PageRoles::mayRead).isPresent();
    }

    void end() {
        Token held = secret;
        if (held != null) {
            signIn.signOut(held);
        }
        secret = null;
    }

    /** Whoever signed in, as long as the login has not ended on any node. */
    public Optional<Person> person() {
        Token held = secret;
        return held == null ? Optional.empty() : signIn.check(held, LoginSurface.CONSOLE);
    }

    /**
     * What the reader may do in the event whose id may be {@code event}; an empty text stands for all events.
     */
    Optional<Role> roleIn(String event) {
        return person().flatMap(person -> person.roleIn(event));
    }

    /**
     * The reader as the audit trail names its authors.
     *
     * @throws IllegalStateException where nobody is signed in
     */
    public String author() {
        return person().map(person -> person.id().author())
                .orElseThrow(() -> new IllegalStateException("Nobody is signed in."));
    }

    /** Tells one reader from another in a page's script; empty where nobody is signed in. */
    public String getKey() {
        return person().map(person -> person.id().author()).orElse("");
    }

    /** Whether the reader may change this event, and not only read it. */
    public boolean isOrganiserOf(String event) {
        return roleIn(event).filter(role -> role == Role.ORGANISER).isPresent();
    }

    /** Whether the reader may create events. */
    public boolean isOrganiser() {
        return isOrganiserOf("");
    }

    /** Whether the reader may see a page about all events, by its path: {@code /audit.xhtml}. */
    public boolean maySee(String page) {
        return roleIn("").filter(role -> PageRoles.maySee(role, page)).isPresent();
    }

    /** Whether anybody is signed in. */
    public boolean isPresent() {
        return person().isPresent();
    }
}
