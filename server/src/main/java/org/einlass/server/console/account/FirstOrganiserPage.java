package org.einlass.server.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.einlass.server.account.LoginSurface;
import org.einlass.server.account.login.SignInResult;
import org.einlass.server.account.login.SignInService;

/** The page of the link that the first start prints: the first organiser chooses name and password. */
@Named
@RequestScoped
public class FirstOrganiserPage extends ChoosePasswordPage {
    @Inject
    private SignInService signIn;

    private String name = "";

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    @Override
    protected SignInResult redeem(String link, String chosen, String address) {
        return signIn.firstOrganiser(link, name, chosen, address, LoginSurface.CONSOLE);
    }
}
