package org.einlass.kiosk.camera;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/** A network camera of our own on the loopback: it can be switched off and on again at the same port. */
public final class FakeCamera implements AutoCloseable {

    private static final byte[] HEAD =
            "--frame\r\nContent-Type: image/jpeg\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** What the camera sends to one who asks. */
    @FunctionalInterface
    public interface Show {
        void send(OutputStream to) throws IOException, InterruptedException;
    }

    private final Show show;
    private final int port;
    private HttpServer server;
    private ExecutorService threads;

    public FakeCamera(Show show) throws IOException {
        this.show = show;
        start(0);
        this.port = server.getAddress().getPort();
    }

    /** A camera that sends one picture again and again at an even pace. */
    public static Show steady(byte[] jpeg, long pauseMillis) {
        return to -> {
            for (long next = System.nanoTime(); ; next += pauseMillis * 1_000_000) {
                part(to, jpeg);
                Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
            }
        };
    }

    public static void part(OutputStream to, byte[] jpeg) throws IOException {
        to.write(HEAD);
        to.write(jpeg);
        to.write('\r');
        to.write('\n');
        to.flush();
    }

    public static byte[] jpeg(BufferedImage image) {
        try {
            BufferedImage colour = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
            colour.getGraphics().drawImage(image, 0, 0, null);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(colour, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/video");
    }

    public void switchOff() {
        server.stop(0);
        threads.shutdownNow();
    }

    public void switchOn() throws IOException {
        start(port);
    }

    @Override
    public void close() {
        switchOff();
    }

    private void start(int wanted) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/video", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=frame");
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            show.send(exchange.getResponseBody());
        } catch (InterruptedException switchedOff) {
            Thread.currentThread().interrupt();
        }
    }
}
