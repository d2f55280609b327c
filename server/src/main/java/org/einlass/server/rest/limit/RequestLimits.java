package org.einlass.server.rest.limit;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Puts the limits before everything else of the application. */
public final class RequestLimits implements ServletExtension {
    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        LimitSettings settings = LimitSettings.ofThisServer();
        deployment.addInitialHandlerChainWrapper(next -> new RequestLimitHandler(next, context, settings));
    }
}
