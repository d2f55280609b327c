package org.einlass.server.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends a file in answer to a button, instead of the page. */
@ApplicationScoped
public class PageFiles {

    void send(byte[] content, String type, String name) {
        FacesContext context = FacesContext.getCurrentInstance();
        ExternalContext answer = context.getExternalContext();
        answer.responseReset();
        answer.setResponseContentType(type);
        answer.setResponseContentLength(content.length);
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        answer.setResponseHeader("Cache-Control", "no-store");
        answer.setResponseHeader("X-Content-Type-Options", "nosniff");
        try {
            answer.getResponseOutputStream().write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
    }
}
