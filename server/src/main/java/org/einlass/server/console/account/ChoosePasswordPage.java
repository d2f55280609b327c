package org.einlass.server.console.account;

import jakarta.inject.Inject;
import org.einlass.server.account.login.SignInResult;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignInPage;
import org.jspecify.annotations.Nullable;

/** A page that a one-time link leads to: a person chooses a password, typed twice, and is signed in. */
public abstract class ChoosePasswordPage {
    @Inject
    private SignInPage signInPage;

    @Inject
    private Reader reader;

    @Inject
    private PageMessages messages;

    private String secret = "";
    private String password = "";
    private String again = "";

    public String getSecret() {
        return secret;
    }

    /** The secret stands in the link's fragment; the page's script puts it into the form. */
    public void setSecret(String secret) {
        this.secret = secret.strip();
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again;
    }

    /** The page to go to, or {@code null}: the page stays and says what is wrong. */
    public @Nullable String choose() {
        if (!password.equals(again)) {
            messages.bad(reader.say("first.again.differs"));
            return null;
        }
        return signInPage.open(address -> redeem(secret, password, address));
    }

    /** Redeems the link's secret, once. */
    protected abstract SignInResult redeem(String link, String chosen, String address);
}
