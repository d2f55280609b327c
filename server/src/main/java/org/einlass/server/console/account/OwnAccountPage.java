package org.einlass.server.console.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.einlass.server.account.Person;
import org.einlass.server.account.login.SecondFactorService;
import org.einlass.server.account.login.SignInService;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignInPage;
import org.einlass.server.console.SignedIn;
import org.jspecify.annotations.Nullable;

/**
 * The page on which everybody who signed in looks after the own login: sets up or removes the second factor, and
 * ends the logins that are open anywhere.
 */
@Named
@ViewScoped
@SuppressWarnings("serial") // views stay in this server's memory
public class OwnAccountPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SecondFactorService secondFactors;

    @Inject
    private transient SignInService signIn;

    @Inject
    private SignedIn signedIn;

    @Inject
    private SignInPage signInPage;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private SecondFactorService.@Nullable SetUp proposed;
    private String code = "";

    /** Whoever reads the page. */
    public Person getPerson() {
        return signedIn.person().orElseThrow(() -> new IllegalStateException("Nobody is signed in."));
    }

    /** Makes a secret for an app; it is in force only when a code of it was {@linkplain #confirm confirmed}. */
    public void begin() {
        code = "";
        messages.done(() -> proposed = secondFactors.begin(getPerson().id()));
    }

    /** What the app is told; absent unless a set-up has begun on this page. */
    public SecondFactorService.@Nullable SetUp getProposed() {
        return proposed;
    }

    /** The secret in groups of four, as people type it. */
    public String getSecret() {
        SecondFactorService.SetUp known = proposed;
        return known == null ? "" : known.secret().replaceAll("(.{4})(?=.)", "$1 ");
    }

    public void confirm() {
        if (messages.done(() -> secondFactors.confirm(getPerson().id(), code.strip()))) {
            proposed = null;
            messages.good(reader.say("account.factor.set"));
        }
        code = "";
    }

    public void remove() {
        if (messages.done(() -> secondFactors.remove(getPerson().id(), code.strip()))) {
            messages.good(reader.say("account.factor.removed"));
        }
        code = "";
    }

    /** Ends every login of the reader, this one, too. */
    public @Nullable String endAll() {
        boolean ended = messages.done(() -> signIn.endAll(getPerson().id()));
        return ended ? signInPage.signOut() : null;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
