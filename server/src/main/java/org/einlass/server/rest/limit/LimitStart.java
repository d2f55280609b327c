package org.einlass.server.rest.limit;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.einlass.server.account.KnownTokens;
import org.einlass.server.database.StoreUnusable;

/** Hands the known tokens to the limits, which the web server makes before the application's own parts. */
@WebListener
public class LimitStart implements ServletContextListener {
    @Inject
    private Instance<KnownTokens> knownTokens;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        try {
            start.getServletContext().setAttribute(KnownTokens.class.getName(), knownTokens.get());
        } catch (StoreUnusable told) {
            // The start of the application says so in one sentence, and ends the server.
            start.getServletContext().removeAttribute(KnownTokens.class.getName());
        }
    }
}
