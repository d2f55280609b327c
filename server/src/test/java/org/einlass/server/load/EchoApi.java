package org.einlass.server.load;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The door of the bench's own little application; the product has no echo. */
@ApplicationPath("/")
public class EchoApi extends Application {}
