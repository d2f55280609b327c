package org.einlass.server.console.account;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * {@code /signed-in}: 204 for whoever is signed in; all others are sent to the sign-in by the filter of the pages. A
 * page's script asks before it sends a form, which would be lost otherwise.
 */
@WebServlet(name = SignedInAnswer.NAME, urlPatterns = SignedInAnswer.PATH)
public class SignedInAnswer extends HttpServlet {
    public static final String NAME = "signed-in";
    public static final String PATH = "/signed-in";
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
