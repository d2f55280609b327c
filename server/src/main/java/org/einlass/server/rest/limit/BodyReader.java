package org.einlass.server.rest.limit;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.xnio.channels.StreamSourceChannel;

/**
 * Reads one body into memory, on its connection's I/O thread and without waiting: the request goes on when
 * its body is whole. Memory is taken as bytes come, not as they are announced.
 */
final class BodyReader {
    private static final int FIRST = 512;

    private final HttpServerExchange exchange;
    private final OpenBodies.Body body;
    private final long most;
    private final Outcome outcome;
    private byte[] content = new byte[0];
    private int length;

    /** What becomes of a body, on the I/O thread. One of the others follows {@link #waiting}. */
    interface Outcome {
        /**
         * The body is whole, and is read again by whoever handles the request.
         *
         * @param later whether the call for the request has ended by then
         */
        void whole(boolean later) throws Exception;

        /** More of it is still to come. */
        void waiting();

        /** It is longer than allowed. */
        void tooLarge();

        /** There is no memory for it. */
        void noRoom();

        /** Its sender has hung up. */
        void broken();
    }

    BodyReader(HttpServerExchange exchange, OpenBodies.Body body, long most, Outcome outcome) {
        this.exchange = exchange;
        this.body = body;
        this.most = most;
        this.outcome = outcome;
    }

    /** Reads what is there; the rest as it comes. */
    void start() throws Exception {
        StreamSourceChannel channel = exchange.getRequestChannel();
        if (read(channel)) {
            handBack();
            outcome.whole(false);
        } else if (!exchange.isComplete() && !exchange.isResponseStarted()) {
            outcome.waiting();
            channel.getReadSetter().set(this::readMore);
            channel.resumeReads();
        }
    }

    private void readMore(StreamSourceChannel channel) {
        try {
            if (read(channel)) {
                channel.suspendReads();
                handBack();
                outcome.whole(true);
            }
        } catch (IOException gone) {
            outcome.broken();
        } catch (Exception failed) {
            throw new IllegalStateException("A request could not go on after its body was read.", failed);
        }
    }

    /** Returns whether the body is whole. */
    private boolean read(StreamSourceChannel channel) throws IOException {
        try (PooledByteBuffer pooled =
                exchange.getConnection().getByteBufferPool().allocate()) {
            ByteBuffer buffer = pooled.getBuffer();
            while (true) {
                buffer.clear();
                int read = channel.read(buffer);
                if (read <= 0) {
                    return read < 0;
                }
                buffer.flip();
                if (!keep(channel, buffer)) {
                    return false;
                }
            }
        }
    }

    /** Returns false where nothing more of the body is wanted. */
    private boolean keep(StreamSourceChannel channel, ByteBuffer read) {
        int longer = length + read.remaining();
        if (longer > most) {
            channel.suspendReads();
            outcome.tooLarge();
            return false;
        }
        if (longer > content.length) {
            int room = (int) Math.min(most, Math.max(Math.max(FIRST, longer), 2L * content.length));
            if (!body.take(room - content.length)) {
                channel.suspendReads();
                outcome.noRoom();
                return false;
            }
            content = Arrays.copyOf(content, room);
        }
        read.get(content, length, read.remaining());
        length = longer;
        return true;
    }

    private void handBack() {
        if (length > 0) {
            Connectors.ungetRequestBytes(exchange, new HeapBuffer(ByteBuffer.wrap(content, 0, length)));
        }
        Connectors.resetRequestChannel(exchange);
    }
}
