package org.einlass.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps a number of connections open, from 127.0.0.2 and up, whose requests stop in the middle: of five, four
 * in the body and one in the head. What the server ends is opened anew at once. On a thread of its own.
 */
final class HalfOpenConnections implements AutoCloseable {
    private static final int FROM_EACH = 25;
    private static final int REST_MILLIS = 50;
    private static final int ADDRESSES_IN_A_ROW = 250;
    private static final byte[] HALF_A_HEAD = "POST /api/v1/events/load/scans HTTP/1.1\r\nHost: local".getBytes(UTF_8);
    private static final byte[] HALF_A_BODY = ("POST /api/v1/events/load/scans HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 10000\r\n\r\n{\"id\":\""
                    + "x".repeat(500))
            .getBytes(UTF_8);

    private final InetSocketAddress server;
    private final Selector selector = Selector.open();
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong refusals = new AtomicLong();
    private final Thread thread = new Thread(this::work, "half-open");
    private final int wanted;
    private long made;
    private volatile boolean closed;

    HalfOpenConnections(URI server, int wanted) throws IOException {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        this.wanted = wanted;
        thread.start();
    }

    /** How many are open now. */
    long open() {
        return open.get();
    }

    /** How many the server has ended so far. */
    long ended() {
        return ended.get();
    }

    /** How many could not even be opened. */
    long refusals() {
        return refusals.get();
    }

    private void work() {
        ByteBuffer answer = ByteBuffer.allocate(1 << 13);
        while (!closed) {
            try {
                if (open.get() < wanted) {
                    add();
                }
                selector.select(key -> read(key, answer), open.get() < wanted ? 1 : REST_MILLIS);
            } catch (IOException refused) {
                refusals.incrementAndGet();
            }
        }
    }

    private void add() throws IOException {
        long number = made++;
        SocketChannel channel = SocketChannel.open();
        try {
            channel.bind(new InetSocketAddress(address(number / FROM_EACH), 0));
            channel.connect(server);
            channel.write(ByteBuffer.wrap(number % 5 == 0 ? HALF_A_HEAD : HALF_A_BODY));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            open.incrementAndGet();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private InetAddress address(long number) throws IOException {
        long among = number % (wanted / FROM_EACH + 1);
        byte third = (byte) (among / ADDRESSES_IN_A_ROW);
        return InetAddress.getByAddress(new byte[] {127, 0, third, (byte) (2 + among % ADDRESSES_IN_A_ROW)});
    }

    private void read(SelectionKey key, ByteBuffer answer) {
        answer.clear();
        try {
            if (((SocketChannel) key.channel()).read(answer) >= 0) {
                return;
            }
        } catch (IOException reset) {
            answer.clear();
        }
        end(key);
        ended.incrementAndGet();
    }

    private void end(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException gone) {
            key.cancel();
        }
        open.decrementAndGet();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
