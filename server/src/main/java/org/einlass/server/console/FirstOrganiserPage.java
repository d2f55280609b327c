package org.einlass.server.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.einlass.server.account.LoginSurface;
import org.einlass.server.account.login.SignInService;
import org.jspecify.annotations.Nullable;

/** The page of the link that the first start prints: the first organiser chooses name and password. */
@Named
@RequestScoped
public class FirstOrganiserPage {
    @Inject
    private SignInService signIn;

    @Inject
    private SignInPage signInPage;

    @Inject
    private Reader reader;

    @Inject
    private PageMessages messages;

    private String secret = "";
    private String name = "";
    private String password = "";
    private String again = "";

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret.strip();
    }

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
        return signInPage.open(address -> signIn.firstOrganiser(secret, name, password, address, LoginSurface.CONSOLE));
    }
}
