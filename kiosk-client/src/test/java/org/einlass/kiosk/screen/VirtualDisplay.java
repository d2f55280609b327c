package org.einlass.kiosk.screen;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A real X11 server without a screen (Xvfb), on which keys are pressed by their places as a keyboard's cable
 * would: XTEST, spoken here without any library. The active layout makes of them what it likes.
 */
public final class VirtualDisplay implements AutoCloseable {
    private static final int KEY_PRESS = 2;
    private static final int KEY_RELEASE = 3;
    private static final int REPLY = 32;
    private static final int SEND_EVENT = 25;
    private static final int CLIENT_MESSAGE = 33;
    private static final int OVERRIDE_REDIRECT = 0x200;

    private final Process server;
    private final String name;
    private final SocketChannel socket;
    private final int xtest;
    private final int root;
    private int nextResource;
    private String layout = "us";

    private VirtualDisplay(Process server, String number) throws IOException {
        this.server = server;
        this.name = ":" + number;
        this.socket = SocketChannel.open(StandardProtocolFamily.UNIX);
        socket.connect(UnixDomainSocketAddress.of("/tmp/.X11-unix/X" + number));
        send(buffer(12).put((byte) 'l').put((byte) 0).putShort((short) 11));
        ByteBuffer answer = receive(8);
        ByteBuffer setup = receive(4 * Short.toUnsignedInt(answer.getShort(6)));
        this.nextResource = setup.getInt(4);
        int vendor = (Short.toUnsignedInt(setup.getShort(16)) + 3) / 4 * 4;
        this.root = setup.getInt(32 + vendor + 8 * Byte.toUnsignedInt(setup.get(21)));
        byte[] extension = "XTEST".getBytes(StandardCharsets.US_ASCII);
        send(buffer(16)
                .put((byte) 98)
                .put((byte) 0)
                .putShort((short) 4)
                .putShort((short) extension.length)
                .putShort((short) 0)
                .put(extension));
        this.xtest = Byte.toUnsignedInt(reply().get(9));
    }

    /** Whether this machine has what is needed; elsewhere these tests are skipped, and say so. */
    public static boolean isInstalled() {
        return Stream.of("Xvfb", "setxkbmap").allMatch(VirtualDisplay::isOnThePath);
    }

    private static boolean isOnThePath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /**
     * Starts a server of its own.
     *
     * @param second whether there is a smaller monitor beside the first
     */
    public static VirtualDisplay start(boolean second) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("Xvfb", "-displayfd", "1", "-ac", "-nolisten", "tcp", "-screen", "0", "1280x800x24"));
        if (second) {
            command.addAll(List.of("-screen", "1", "800x600x24"));
        }
        Process started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = started.inputReader(StandardCharsets.US_ASCII);
        return new VirtualDisplay(started, out.readLine().strip());
    }

    public String name() {
        return name;
    }

    /** All keys mean what they do in this country, from now on. */
    public void layout(String country) throws IOException, InterruptedException {
        if (country.equals(layout)) {
            return;
        }
        layout = country;
        Process set = new ProcessBuilder("setxkbmap", "-display", name, country)
                .redirectErrorStream(true)
                .start();
        set.getInputStream().readAllBytes();
        if (!set.waitFor(20, TimeUnit.SECONDS) || set.exitValue() != 0) {
            throw new IOException("setxkbmap did not set the layout " + country);
        }
    }

    /** A key goes down or up; a key's number is its scan code plus 8. */
    public void key(int number, boolean down) throws IOException {
        send(buffer(36)
                .put((byte) xtest)
                .put((byte) 2)
                .putShort((short) 9)
                .put((byte) (down ? KEY_PRESS : KEY_RELEASE))
                .put((byte) number));
        sync();
    }

    /** Another program opens a window over all others, and takes the keyboard. Answers the window. */
    public int popUp() throws IOException {
        int window = nextResource++;
        send(buffer(36)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) 9)
                .putInt(window)
                .putInt(root)
                .putShort((short) 300)
                .putShort((short) 200)
                .putShort((short) 500)
                .putShort((short) 300)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(OVERRIDE_REDIRECT)
                .putInt(1));
        send(buffer(8).put((byte) 8).put((byte) 0).putShort((short) 2).putInt(window));
        send(buffer(12)
                .put((byte) 42)
                .put((byte) 1)
                .putShort((short) 3)
                .putInt(window)
                .putInt(0));
        sync();
        return window;
    }

    /** Asks every window to close, as a window manager does for Alt+F4 or a button of its frame. */
    public void askAllToClose() throws IOException {
        int protocols = atom("WM_PROTOCOLS");
        int close = atom("WM_DELETE_WINDOW");
        for (int window : children(root)) {
            send(buffer(44)
                    .put((byte) SEND_EVENT)
                    .put((byte) 0)
                    .putShort((short) 11)
                    .putInt(window)
                    .putInt(0)
                    .put((byte) CLIENT_MESSAGE)
                    .put((byte) 32)
                    .putShort((short) 0)
                    .putInt(window)
                    .putInt(protocols)
                    .putInt(close));
        }
        sync();
    }

    private int atom(String name) throws IOException {
        byte[] text = name.getBytes(StandardCharsets.US_ASCII);
        int padded = (text.length + 3) / 4 * 4;
        send(buffer(8 + padded)
                .put((byte) 16)
                .put((byte) 0)
                .putShort((short) (2 + padded / 4))
                .putShort((short) text.length)
                .putShort((short) 0)
                .put(text));
        return reply().getInt(8);
    }

    private List<Integer> children(int window) throws IOException {
        send(buffer(8).put((byte) 15).put((byte) 0).putShort((short) 2).putInt(window));
        ByteBuffer answer = reply();
        int count = Short.toUnsignedInt(answer.getShort(16));
        ByteBuffer more = receive(4 * answer.getInt(4));
        return IntStream.range(0, count)
                .map(child -> more.getInt(4 * child))
                .boxed()
                .toList();
    }

    /** For how many milliseconds there was no input, by which the system blanks the screen and locks the session. */
    public int idleMillis() throws IOException {
        byte[] extension = "MIT-SCREEN-SAVER".getBytes(StandardCharsets.US_ASCII);
        send(buffer(24)
                .put((byte) 98)
                .put((byte) 0)
                .putShort((short) 6)
                .putShort((short) extension.length)
                .putShort((short) 0)
                .put(extension));
        byte saver = reply().get(9);
        send(buffer(8).put(saver).put((byte) 1).putShort((short) 2).putInt(root));
        return reply().getInt(16);
    }

    /** What is seen in a row of pixels, as red, green and blue in one number each. */
    public int[] seen(int x, int y, int width) throws IOException {
        send(buffer(20)
                .put((byte) 73)
                .put((byte) 2)
                .putShort((short) 5)
                .putInt(root)
                .putShort((short) x)
                .putShort((short) y)
                .putShort((short) width)
                .putShort((short) 1)
                .putInt(-1));
        ByteBuffer answer = reply();
        ByteBuffer pixels = receive(4 * answer.getInt(4));
        return IntStream.range(0, width)
                .map(pixel -> pixels.getInt(4 * pixel) & 0xFFFFFF)
                .toArray();
    }

    /** Which window has the keyboard. */
    public int focused() throws IOException {
        return sync();
    }

    /** Lets time pass, as a scanner does between keys. */
    public static void pass(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    /** Until the server has done all that it was told; answers which window has the keyboard. */
    private int sync() throws IOException {
        send(buffer(4).put((byte) 43).put((byte) 0).putShort((short) 1));
        return reply().getInt(8);
    }

    /** Every client is told of a new layout, asked or not; such events are none of the answers waited for. */
    private ByteBuffer reply() throws IOException {
        ByteBuffer answer = receive(REPLY);
        while (answer.get(0) > 1) {
            answer = receive(REPLY);
        }
        return answer;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void send(ByteBuffer request) throws IOException {
        request.position(0);
        while (request.hasRemaining()) {
            socket.write(request);
        }
    }

    private ByteBuffer receive(int size) throws IOException {
        ByteBuffer answer = buffer(size);
        while (answer.hasRemaining()) {
            if (socket.read(answer) < 0) {
                throw new IOException("the X server is gone");
            }
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        server.destroy();
    }
}
