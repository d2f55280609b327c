package org.einlass.proof.nonsense;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Stands between a kiosk and its server and treats each request as its script says. */
final class NonsenseProxy implements AutoCloseable {
    private static final List<String> HEADERS = List.of("Authorization", "Content-Type", "Accept");

    private final URI server;
    private final Function<byte[], Optional<Nonsense>> script;
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Queue<Optional<Nonsense>> done = new ConcurrentLinkedQueue<>();

    /** @param script what to do to a request, by its body; empty to pass it on */
    NonsenseProxy(URI server, Function<byte[], Optional<Nonsense>> script) throws IOException {
        this.server = server;
        this.script = script;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::treat);
        http.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** What was done to each request so far, in the order of their arrival. */
    List<Optional<Nonsense>> done() {
        return List.copyOf(done);
    }

    private void treat(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Call call = new Call(exchange, client, onward(exchange, body), end);
        Optional<Nonsense> nonsense = script.apply(body);
        done.add(nonsense);
        try {
            if (nonsense.isEmpty()) {
                call.passOn();
                return;
            }
            nonsense.get().treat(call);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest onward(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        for (String name : HEADERS) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                    .ifPresent(value -> request.header(name, value));
        }
        return request.build();
    }

    @Override
    public void close() {
        end.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
