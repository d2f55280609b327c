package org.einlass.server.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.einlass.server.account.LoginSurface;
import org.einlass.server.account.login.SignInResult;
import org.einlass.server.account.login.SignInService;

/** The page of an invitation's link: whoever was invited chooses a password and is signed in. */
@Named
@RequestScoped
public class InvitationPage extends ChoosePasswordPage {
    @Inject
    private SignInService signIn;

    @Override
    protected SignInResult redeem(String link, String chosen, String address) {
        return signIn.acceptInvitation(link, chosen, address, LoginSurface.CONSOLE);
    }
}
