package org.einlass.server.rest.limit;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.einlass.server.account.KnownTokens;

/** Hands the known tokens to the limits, which the web server makes before the application's own parts. */
@WebListener
public class LimitStart implements ServletContextListener {
    @Inject
    private KnownTokens knownTokens;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        start.getServletContext().setAttribute(KnownTokens.class.getName(), knownTokens);
    }
}
