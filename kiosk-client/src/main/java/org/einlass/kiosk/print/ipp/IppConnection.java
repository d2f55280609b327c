package org.einlass.kiosk.print.ipp;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One printer at the other end of HTTP. Answers are bounded in size and time; what is no answer of a printer
 * is an {@link IOException}.
 */
final class IppConnection {
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final int OK = 200;

    private final PrinterUri printer;
    private final HttpClient client;

    /** @param connecting until the printer has taken the call */
    IppConnection(PrinterUri printer, Duration connecting) {
        this.printer = printer;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connecting)
                .build();
    }

    /** Whether this failure means that nothing has reached the printer. */
    static boolean isBeforeSending(IOException failure) {
        return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
    }

    /**
     * Asks, with a document behind the question; an empty one for none.
     *
     * @param patience until the whole answer is there
     */
    IppPacket ask(IppPacket question, byte[] document, Duration patience) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(printer.transport())
                .header("Content-Type", "application/ipp")
                .header("Accept", "application/ipp")
                .timeout(patience)
                .POST(BodyPublishers.ofByteArray(bytes(question, document)))
                .build();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> reply = client.sendAsync(
                request,
                BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(
                        bytes -> answer.write(bytes, 0, Math.min(bytes.length, LONGEST_ANSWER - answer.size())))));
        if (await(reply, patience).statusCode() != OK) {
            throw new IOException(
                    "The printer answered with HTTP status " + reply.join().statusCode() + ".");
        }
        return parse(answer.toByteArray());
    }

    private static byte[] bytes(IppPacket question, byte[] document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(document.length + 1024);
        try (IppOutputStream out = new IppOutputStream(bytes)) {
            out.write(question);
            out.write(document);
        }
        return bytes.toByteArray();
    }

    private static HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> reply, Duration patience)
            throws IOException {
        try {
            return reply.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException known) {
                throw known;
            }
            throw new IOException("The printer could not be asked.", failed.getCause());
        } catch (TimeoutException late) {
            reply.cancel(true);
            throw new IOException("The printer did not answer within " + patience.toMillis() + " ms.", late);
        } catch (InterruptedException ending) {
            reply.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("The program is ending.", ending);
        }
    }

    /** Whatever a stranger at that address sends: an answer of the protocol, or none. */
    private static IppPacket parse(byte[] answer) throws IOException {
        try (IppInputStream in = new IppInputStream(new ByteArrayInputStream(answer))) {
            return in.readPacket();
        } catch (RuntimeException nonsense) {
            throw new IOException("What answers at the printer's address is no printer.", nonsense);
        }
    }
}
