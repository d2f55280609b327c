package org.einlass.server.rest.filter;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.einlass.server.rest.problem.RequestBody;

/**
 * Holds JSON bodies to {@value #MOST_BYTES} bytes, whatever length their sender claims. Files have limits of
 * their own.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class BodyLimit implements ContainerRequestFilter {
    static final int MOST_BYTES = 5_000_000;

    /** Whoever shows no token may send a name and a password. */
    private static final int MOST_BYTES_OF_STRANGERS = 16_384;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean json =
                request.getMediaType() != null && request.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE);
        if (!json) {
            return;
        }
        boolean known = request.getSecurityContext().getUserPrincipal() != null;
        int most = known ? MOST_BYTES : MOST_BYTES_OF_STRANGERS;
        if (request.getLength() > most) {
            throw RequestBody.tooLarge(most);
        }
        request.setEntityStream(new Counted(request.getEntityStream(), most));
    }

    private static final class Counted extends FilterInputStream {
        private final int most;
        private long count;

        private Counted(InputStream body, int most) {
            super(body);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) {
            count += bytes;
            if (count > most) {
                throw RequestBody.tooLarge(most);
            }
        }
    }
}
