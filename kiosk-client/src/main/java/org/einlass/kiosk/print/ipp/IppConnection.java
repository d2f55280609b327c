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
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One printer at the other end of HTTP. Answers are bounded in size and time; what is no answer of a printer
 * is an {@link IOException}.
 *
 * <p>Printers cut a line that was idle, and some cut it after each answer without saying so. A question is asked once
 * more then, because asking changes nothing. A document is sent once, and over a new line, so that a line that was cut
 * before never leaves it open whether the document has arrived.
 */
final class IppConnection {
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final int OK = 200;
    private static final int FIRST_REFUSAL = 400;
    private static final int TOO_LARGE = 413;
    private static final int FIRST_FAULT = 500;
    private static final byte[] NO_DOCUMENT = {};

    private final Line questions;
    private final Supplier<Line> documents;

    /** Takes a packet to the printer and brings back its answer. */
    @FunctionalInterface
    interface Line {
        byte[] exchange(byte[] packet, Duration patience) throws IOException;
    }

    /** @param connecting until the printer has taken the call */
    IppConnection(PrinterUri printer, Duration connecting) {
        this.questions = line(printer, connecting);
        this.documents = () -> line(printer, connecting);
    }

    /** Over one line only, which is never cut. */
    IppConnection(Line only) {
        this.questions = only;
        this.documents = () -> only;
    }

    private static Line line(PrinterUri printer, Duration connecting) {
        HttpClient line = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connecting)
                .build();
        return (packet, patience) -> exchange(printer, line, packet, patience);
    }

    /** The printer's side of HTTP refuses what it was sent, and has passed nothing on. */
    private static final class HttpRefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;

        HttpRefusedException(int status) {
            super("HTTP " + status);
            this.status = status;
        }
    }

    /** Whether the printer was reached, and takes no document of this kind. */
    static boolean isRefusal(IOException failure) {
        return failure instanceof HttpRefusedException;
    }

    /** Whether a print server has no room for the document: CUPS says so when the disk of its jobs is full. */
    static boolean isOutOfRoom(IOException failure) {
        return failure instanceof HttpRefusedException refused && refused.status == TOO_LARGE;
    }

    /** Whether this failure means that the printer has not got the document. */
    static boolean isNothingTaken(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof HttpRefusedException;
    }

    /**
     * Asks what changes nothing, however often it is asked.
     *
     * @param patience until the whole answer is there
     */
    IppPacket ask(IppPacket question, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        byte[] asked = bytes(question, NO_DOCUMENT);
        try {
            return parse(questions.exchange(asked, patience));
        } catch (HttpTimeoutException | HttpRefusedException | ConnectException known) {
            throw known;
        } catch (IOException cut) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (left.isNegative() || left.isZero()) {
                throw cut;
            }
            return parse(questions.exchange(asked, left));
        }
    }

    /**
     * Sends a document behind its question, once.
     *
     * @param patience until the whole answer is there
     */
    IppPacket send(IppPacket question, byte[] document, Duration patience) throws IOException {
        return parse(documents.get().exchange(bytes(question, document), patience));
    }

    private static byte[] exchange(PrinterUri printer, HttpClient line, byte[] body, Duration patience)
            throws IOException {
        HttpRequest request = HttpRequest.newBuilder(printer.transport())
                .header("Content-Type", "application/ipp")
                .header("Accept", "application/ipp")
                .timeout(patience)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> reply = line.sendAsync(
                request,
                BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(
                        bytes -> answer.write(bytes, 0, Math.min(bytes.length, LONGEST_ANSWER - answer.size())))));
        int status = await(reply, patience).statusCode();
        if (status >= FIRST_REFUSAL && status < FIRST_FAULT) {
            throw new HttpRefusedException(status);
        }
        if (status != OK) {
            throw new IOException("The printer answered with HTTP status " + status + ".");
        }
        return answer.toByteArray();
    }

    static byte[] bytes(IppPacket question, byte[] document) throws IOException {
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
            throw new HttpTimeoutException("The printer did not answer within " + patience.toMillis() + " ms.");
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
        } catch (RuntimeException | StackOverflowError nonsense) {
            throw new IOException("What answers at the printer's address is no printer.", nonsense);
        }
    }
}
