package org.einlass.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.einlass.launcher.tls.CertifiedKey;

/**
 * What stands at a server's address: it speaks TLS under some key, reads along and passes everything on. The
 * server's own listener does that, and so does a man in the middle.
 */
public final class TlsFront implements AutoCloseable {
    private final ServerSocket door;
    private final URI server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private volatile SSLContext identity;

    public TlsFront(URI server, CertifiedKey key) throws IOException, GeneralSecurityException {
        this.server = server;
        this.identity = identity(key);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::listen);
    }

    private static SSLContext identity(CertifiedKey key) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", key.key(), new char[0], key.chain().toArray(Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    public URI address() {
        return URI.create("https://127.0.0.1:" + door.getLocalPort());
    }

    /** From now on somebody else stands here; whoever was connected has to come again. */
    public void becomes(CertifiedKey other) throws IOException, GeneralSecurityException {
        identity = identity(other);
        refused.set(0);
        read.set(0);
        for (Socket line : lines) {
            line.close();
        }
    }

    /** How many connections came to nothing since whoever stands here came. */
    public long refused() {
        return refused.get();
    }

    /** How many bytes whoever stands here could read. */
    public long bytesRead() {
        return read.get();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket line = door.accept();
                lines.add(line);
                threads.execute(() -> serve(line));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket line) {
        try (SSLSocket client = (SSLSocket) identity.getSocketFactory().createSocket(line, null, true);
                Socket onward = new Socket(InetAddress.getByName(server.getHost()), server.getPort())) {
            client.startHandshake();
            threads.execute(() -> pass(onward, client, new AtomicLong()));
            pass(client, onward, read);
        } catch (IOException refusal) {
            refused.incrementAndGet();
        } finally {
            lines.remove(line);
        }
    }

    private static void pass(Socket from, Socket to, AtomicLong count) {
        byte[] buffer = new byte[8192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                count.addAndGet(length);
                out.write(buffer, 0, length);
                out.flush();
            }
        } catch (IOException ended) {
            // One side has gone; closing tells the other.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket line : lines) {
            line.close();
        }
        threads.shutdownNow();
    }
}
