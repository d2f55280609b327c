package org.einlass.server.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.einlass.server.account.LoginSurface;
import org.einlass.server.account.login.SignInResult;
import org.einlass.server.account.login.SignInService;
import org.jspecify.annotations.Nullable;

/** The page on which people sign in by name and password, and the button by which they sign out. */
@Named
@RequestScoped
public class SignInPage {
    @Inject
    private SignInService signIn;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Reader reader;

    @Inject
    private PageMessages messages;

    private String name = "";
    private String password = "";
    private String code = "";

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getCode() {
        return code;
    }

    /** Of the second factor, for whoever has one. */
    public void setCode(String code) {
        this.code = code;
    }

    public @Nullable String signIn() {
        return open(address -> signIn.signIn(name, password, code.strip(), address, LoginSurface.CONSOLE));
    }

    /** Signs in and goes on to the events; where that is refused, the page says why. */
    public @Nullable String open(Function<String, SignInResult> attempt) {
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        AtomicReference<SignInResult> result = new AtomicReference<>();
        if (!messages.done(() -> result.set(attempt.apply(request.getRemoteAddr())))) {
            return null;
        }
        if (result.get() instanceof SignInResult.Accepted accepted) {
            signedIn.begin(accepted.secret());
            keep(accepted.secret().secret());
            return "/events?faces-redirect=true";
        }
        if (result.get() instanceof SignInResult.Refused refused) {
            String pause = refused.pause().isZero()
                    ? ""
                    : " " + reader.say("signin.pause", refused.pause().toSeconds() + 1);
            messages.bad(reader.words(refused.reason().sentence()) + " "
                    + reader.words(refused.reason().remedy()) + pause);
        }
        return null;
    }

    /** It is worth nothing any more when somebody signs out: the login ends then. */
    private static void keep(String secret) {
        Map<String, Object> attributes = Map.of("path", "/", "secure", true, "httpOnly", true);
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .addResponseCookie(PageFilter.LOGIN_COOKIE, secret, attributes);
    }

    public String signOut() {
        signedIn.end();
        FacesContext.getCurrentInstance().getExternalContext().invalidateSession();
        return "/sign-in?faces-redirect=true";
    }
}
