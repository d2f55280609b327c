package org.einlass.server.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.einlass.server.account.LoginSurface;
import org.einlass.server.account.Token;
import org.einlass.server.account.login.SignInService;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignInPage;
import org.jspecify.annotations.Nullable;

/** The page of an invitation's link: whoever was invited chooses a password and is signed in. */
@Named
@RequestScoped
public class InvitationPage {
    @Inject
    private SignInService signIn;

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

    public @Nullable String choose() {
        if (!password.equals(again)) {
            messages.bad(reader.say("first.again.differs"));
            return null;
        }
        return signInPage.open(
                address -> signIn.acceptInvitation(new Token(secret), password, address, LoginSurface.CONSOLE));
    }
}
