package org.einlass.server.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The door of the server's REST interface: everything below {@code /api/v1}. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {}
