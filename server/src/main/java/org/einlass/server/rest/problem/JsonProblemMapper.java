package org.einlass.server.rest.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Keeps RESTEasy's own mapper from answering malformed JSON with a line of plain text. */
@Provider
public class JsonProblemMapper implements ExceptionMapper<JsonProcessingException> {
    private final ProblemMapper problems;

    /** Both are the current request's, whichever that is. */
    public JsonProblemMapper(@Context HttpHeaders headers, @Context SecurityContext security) {
        this.problems = new ProblemMapper(headers, security);
    }

    @Override
    public Response toResponse(JsonProcessingException thrown) {
        return problems.toResponse(thrown);
    }
}
