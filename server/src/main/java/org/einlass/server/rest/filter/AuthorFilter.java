package org.einlass.server.rest.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.einlass.server.audit.AuditAuthor;

/** Each request begins as nobody's, and leaves nobody's name on its thread for the next one. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class AuthorFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        AuditAuthor.begin(AuditAuthor.NOBODY);
        try {
            chain.doFilter(request, response);
        } finally {
            AuditAuthor.end();
        }
    }
}
