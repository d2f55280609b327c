package org.einlass.server.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that is kept, for one thread, as cheap as it gets: the bench shares its processors
 * with the server that it measures.
 */
final class PlainConnection implements AutoCloseable {
    private static final int LARGEST = 1 << 22;
    private static final int PATIENCE = 60_000;

    private final Socket socket;
    private final InputStream in;
    private byte[] buffer = new byte[1 << 14];
    private int end;
    private int bodyFrom;

    PlainConnection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        in = socket.getInputStream();
    }

    /** The bytes of a request with a JSON body. */
    static byte[] post(URI server, String path, String token, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        return (head("POST", server, path, token) + "Content-Type: application/json\r\nContent-Length: " + bytes.length
                        + "\r\n\r\n" + body)
                .getBytes(UTF_8);
    }

    /** The bytes of a request without a body. */
    static byte[] get(URI server, String path, String token, String furtherHeaders) {
        return (head("GET", server, path, token) + furtherHeaders + "\r\n").getBytes(UTF_8);
    }

    private static String head(String method, URI server, String path, String token) {
        String bearer = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAccept: application/json\r\n"
                + bearer;
    }

    /** Sends a request and waits for the whole answer. @return its status */
    int send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        end = 0;
        int headEnd = readHead();
        String head = new String(buffer, 0, headEnd, ISO_8859_1).toLowerCase(Locale.ROOT);
        bodyFrom = headEnd;
        readBody(head);
        return Integer.parseInt(head.substring(9, 12));
    }

    /** The body of the last answer, with its chunk marks where it came in chunks. */
    String body() {
        return new String(buffer, bodyFrom, end - bodyFrom, UTF_8);
    }

    byte[] bodyBytes() {
        return java.util.Arrays.copyOfRange(buffer, bodyFrom, end);
    }

    private int readHead() throws IOException {
        for (int from = 0; ; from = Math.max(0, end - 3)) {
            read();
            for (int i = from; i + 3 < end; i++) {
                if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                    return i + 4;
                }
            }
        }
    }

    private void readBody(String head) throws IOException {
        int length = head.indexOf("\r\ncontent-length:");
        if (length >= 0) {
            int from = length + 17;
            int all = Integer.parseInt(
                    head.substring(from, head.indexOf("\r\n", from)).strip());
            while (end < bodyFrom + all) {
                read();
            }
            return;
        }
        while (head.contains("\r\ntransfer-encoding:") && !endsWith("0\r\n\r\n")) {
            read();
        }
    }

    private boolean endsWith(String mark) {
        return end - bodyFrom >= mark.length()
                && new String(buffer, end - mark.length(), mark.length(), ISO_8859_1).equals(mark);
    }

    private void read() throws IOException {
        if (end == buffer.length && end < LARGEST) {
            buffer = java.util.Arrays.copyOf(buffer, end * 2);
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new EOFException("The server closed the connection.");
        }
        end += read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
