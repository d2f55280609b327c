package org.einlass.server.rest.problem;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.einlass.contract.wire.Problem;
import org.einlass.server.json.Json;

/**
 * Answers requests that were refused before any resource was found, because their address or a header cannot
 * be read. The container sends them here ({@code web.xml}); it would answer with a page of HTML otherwise.
 */
@WebServlet(UnreadableRequestPage.ADDRESS)
public class UnreadableRequestPage extends HttpServlet {
    static final String ADDRESS = "/unreadable-request";

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String wanted = request.getHeader("Accept-Language");
        boolean english = wanted != null && wanted.strip().startsWith(Locale.ENGLISH.getLanguage());
        Locale locale = english ? Locale.ENGLISH : Locale.GERMAN;
        ProblemException problem = ProblemException.of(ProblemKind.UNREADABLE_REQUEST);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(Json.mapper().writeValueAsBytes(problem.problem(locale)));
    }
}
