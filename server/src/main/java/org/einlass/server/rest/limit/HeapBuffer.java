package org.einlass.server.rest.limit;

import io.undertow.connector.PooledByteBuffer;
import java.nio.ByteBuffer;

/** A body that came whole, as the web server takes back what was read too early. */
final class HeapBuffer implements PooledByteBuffer {
    private final ByteBuffer content;
    private boolean open = true;

    HeapBuffer(ByteBuffer content) {
        this.content = content;
    }

    @Override
    public ByteBuffer getBuffer() {
        return content;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
