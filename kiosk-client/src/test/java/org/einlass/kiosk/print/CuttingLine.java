package org.einlass.kiosk.print;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.einlass.kiosk.print.ipp.PrinterUri;

/**
 * Stands before a printer and answers once on each line without saying that it is the last time: whoever uses the line
 * again finds it cut. Printers do that, and every server does it to a line that was idle for too long.
 */
public final class CuttingLine implements AutoCloseable {
    private final ServerSocket door;
    private final URI printer;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger cuts = new AtomicInteger();

    public CuttingLine(PrinterUri printer) throws IOException {
        this.printer = URI.create("http" + printer.text().toString().substring("ipp".length()));
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::listen);
    }

    public PrinterUri uri() {
        return new PrinterUri(URI.create("ipp://127.0.0.1:" + door.getLocalPort() + printer.getPath()));
    }

    /** How often somebody used a line again and found it cut. */
    public int cuts() {
        return cuts.get();
    }

    private void listen() {
        try {
            while (true) {
                Socket line = door.accept();
                threads.execute(() -> answerOnce(line));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void answerOnce(Socket line) {
        try (line) {
            InputStream in = new BufferedInputStream(line.getInputStream());
            byte[] answer = ask(in.readNBytes(length(in)));
            String head = "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: " + answer.length;
            line.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().write(answer);
            line.getOutputStream().flush();
            if (in.read() >= 0) {
                cuts.incrementAndGet();
                in.skipNBytes(in.available());
            }
        } catch (IOException gone) {
            // Whoever asked is told by the line's end.
        }
    }

    /** Reads a head, and tells how long the body is. */
    private static int length(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("gone");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII)
                .lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(
                        line.substring("content-length:".length()).strip()))
                .findFirst()
                .orElse(0);
    }

    private byte[] ask(byte[] question) throws IOException {
        HttpURLConnection call = (HttpURLConnection) printer.toURL().openConnection();
        call.setRequestMethod("POST");
        call.setDoOutput(true);
        call.setFixedLengthStreamingMode(question.length);
        call.setRequestProperty("Content-Type", "application/ipp");
        call.getOutputStream().write(question);
        return call.getInputStream().readAllBytes();
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
