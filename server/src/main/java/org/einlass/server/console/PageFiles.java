package org.einlass.server.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes files that were chosen in forms, and sends some in answer to a button, instead of the page. */
@ApplicationScoped
public class PageFiles {

    /**
     * The bytes of a chosen file; empty where none was chosen.
     *
     * @param most bytes; of a larger file one more is read, by which it is known
     */
    public static Optional<byte[]> read(@Nullable Part chosen, int most) {
        if (chosen == null || chosen.getSize() == 0) {
            return Optional.empty();
        }
        try (InputStream stream = chosen.getInputStream()) {
            return Optional.of(stream.readNBytes(most + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void send(byte[] content, String type, String name) {
        ExternalContext answer = begin(type, name);
        answer.setResponseContentLength(content.length);
        transfer(new ByteArrayInputStream(content), answer);
    }

    /** Sends a file of any size, without holding it in memory. */
    public void send(InputStream content, String type, String name) {
        transfer(content, begin(type, name));
    }

    private static ExternalContext begin(String type, String name) {
        ExternalContext answer = FacesContext.getCurrentInstance().getExternalContext();
        answer.responseReset();
        answer.setResponseContentType(type);
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        answer.setResponseHeader("Cache-Control", "no-store");
        answer.setResponseHeader("X-Content-Type-Options", "nosniff");
        return answer;
    }

    private static void transfer(InputStream content, ExternalContext answer) {
        try {
            content.transferTo(answer.getResponseOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FacesContext.getCurrentInstance().responseComplete();
    }
}
