package org.einlass.kiosk.sync;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.einlass.contract.enrolment.EnrolmentRequest;
import org.einlass.contract.enrolment.EnrolmentStatus;
import org.einlass.contract.enrolment.NonceOpening;
import org.einlass.contract.enrolment.TokenGrant;
import org.einlass.contract.enrolment.TokenNonce;
import org.einlass.contract.enrolment.TokenRequest;
import org.einlass.contract.tls.KeyPin;
import org.einlass.contract.wire.Problem;
import org.einlass.kiosk.trust.FirstContactTrust;
import org.einlass.kiosk.trust.PinnedTrust;
import org.jspecify.annotations.Nullable;

/**
 * What a device says to the server to be enrolled and to get its tokens. Each call waits for the answer, 12 s at
 * most, so that it is for a thread of its own.
 */
public final class EnrolmentUplink {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final long LONGEST_ANSWER = 100_000;

    private final URI server;
    private final Locale language;
    private final HttpClient client;

    /** What came of a request of a device that is being enrolled or proves its key. */
    public sealed interface Answer<T> {

        /** The server did it. */
        record Done<T>(T value) implements Answer<T> {}

        /** The server said why not, in the language that it was asked in. */
        record Refused<T>(Problem problem) implements Answer<T> {}

        /**
         * There was no answer of a server of ours.
         *
         * @param untrusted whether somebody answered who is not the server
         */
        record Silent<T>(boolean untrusted) implements Answer<T> {}
    }

    private EnrolmentUplink(URI server, @Nullable SSLContext trust, Locale language) {
        this.server = server;
        this.language = language;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
        this.client =
                trust == null ? builder.build() : builder.sslContext(trust).build();
    }

    /**
     * To a server that is known by its keys.
     *
     * @param pins none for plain HTTP on this machine
     * @param language in which the server says what is wrong
     */
    public static EnrolmentUplink pinned(URI server, List<KeyPin> pins, Locale language) {
        return pinned(server, pins.isEmpty() ? null : new PinnedTrust(pins), language);
    }

    /** The same, by keys that may follow others later; null for plain HTTP on this machine. */
    public static EnrolmentUplink pinned(URI server, @Nullable PinnedTrust trust, Locale language) {
        return new EnrolmentUplink(server, trust == null ? null : trust.sslContext(), language);
    }

    /** To whatever server is at an address that was typed. */
    public static EnrolmentUplink firstContact(URI server, FirstContactTrust trust, Locale language) {
        return new EnrolmentUplink(server, trust.sslContext(), language);
    }

    /** Redeems a one-time code. */
    public Answer<EnrolmentStatus> redeem(EnrolmentRequest request) {
        return post("", WireJson.write(request), EnrolmentStatus.class, EnrolmentUplink::isComplete);
    }

    /** Tells the device's nonce. */
    public Answer<EnrolmentStatus> open(UUID enrolment, String nonce) {
        return post(
                enrolment + "/nonce",
                WireJson.write(new NonceOpening(nonce)),
                EnrolmentStatus.class,
                EnrolmentUplink::isComplete);
    }

    /** Asks how the enrolment stands. */
    public Answer<EnrolmentStatus> status(UUID enrolment) {
        return send(request(enrolment.toString()).GET(), EnrolmentStatus.class, EnrolmentUplink::isComplete);
    }

    /** Asks for something to sign. */
    public Answer<TokenNonce> challenge(UUID enrolment) {
        return post(enrolment + "/challenge", "", TokenNonce.class, nonce -> nonce.nonce() != null);
    }

    /** Shows what was signed, for the next token. */
    public Answer<TokenGrant> token(UUID enrolment, TokenRequest request) {
        return post(
                enrolment + "/token",
                WireJson.write(request),
                TokenGrant.class,
                grant -> grant.token() != null && grant.validFor() != null);
    }

    private static boolean isComplete(EnrolmentStatus status) {
        return status.enrolment() != null
                && status.state() != null
                && status.event() != null
                && status.device() != null
                && status.kind() != null
                && !status.doors().isEmpty();
    }

    private <T> Answer<T> post(String path, String body, Class<T> type, Predicate<T> isComplete) {
        return send(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)),
                type,
                isComplete);
    }

    private HttpRequest.Builder request(String path) {
        String base = server.toString();
        String root = base + (base.endsWith("/") ? "" : "/") + "api/v1/enrolments";
        return HttpRequest.newBuilder(URI.create(path.isEmpty() ? root : root + "/" + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Accept-Language", language.getLanguage());
    }

    private <T> Answer<T> send(HttpRequest.Builder request, Class<T> type, Predicate<T> isComplete) {
        try {
            HttpResponse<String> response = client.send(request.build(), LimitedBody.text(LONGEST_ANSWER));
            return sort(response, type, isComplete);
        } catch (IOException failure) {
            return new Answer.Silent<>(isAboutTrust(failure));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return new Answer.Silent<>(false);
        }
    }

    /** Whatever is neither an answer nor a problem of ours is none: a portal, a proxy, half of an answer. */
    private static <T> Answer<T> sort(HttpResponse<String> response, Class<T> type, Predicate<T> isComplete) {
        if (response.statusCode() / 100 == 2) {
            return WireJson.read(response.body(), type)
                    .filter(isComplete)
                    .<Answer<T>>map(Answer.Done::new)
                    .orElseGet(() -> new Answer.Silent<>(false));
        }
        String said = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (response.statusCode() / 100 != 4 || !said.startsWith(Problem.MEDIA_TYPE)) {
            return new Answer.Silent<>(false);
        }
        return WireJson.read(response.body(), Problem.class)
                .filter(problem -> problem.type() != null && problem.detail() != null && problem.remedy() != null)
                .<Answer<T>>map(Answer.Refused::new)
                .orElseGet(() -> new Answer.Silent<>(false));
    }

    private static boolean isAboutTrust(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(CertificateException.class::isInstance);
    }
}
