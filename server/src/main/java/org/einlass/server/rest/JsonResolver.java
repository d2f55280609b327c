package org.einlass.server.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import org.einlass.server.json.Json;

/** Makes the interface read and write JSON as the whole server does. */
@Provider
public class JsonResolver implements ContextResolver<ObjectMapper> {
    private static final ObjectMapper MAPPER = Json.requests();

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return MAPPER;
    }
}
