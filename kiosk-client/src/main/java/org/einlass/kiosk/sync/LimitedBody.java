package org.einlass.kiosk.sync;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** A response body that ends with an error where it grows beyond what the server ever sends. */
final class LimitedBody<T> implements BodySubscriber<T> {
    private final BodySubscriber<T> body;
    private final long most;
    private @Nullable Subscription subscription;
    private long length;

    private LimitedBody(BodySubscriber<T> body, long most) {
        this.body = body;
        this.most = most;
    }

    /** UTF-8 text. */
    static BodyHandler<String> text(long mostBytes) {
        return head -> new LimitedBody<>(BodySubscribers.ofString(StandardCharsets.UTF_8), mostBytes);
    }

    static BodyHandler<byte[]> bytes(long mostBytes) {
        return head -> new LimitedBody<>(BodySubscribers.ofByteArray(), mostBytes);
    }

    @Override
    public CompletionStage<T> getBody() {
        return body.getBody();
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        body.onSubscribe(begun);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        length += part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (length <= most) {
            body.onNext(part);
            return;
        }
        if (subscription != null) {
            subscription.cancel();
        }
        body.onError(new IOException("The response is longer than any answer of the server."));
    }

    @Override
    public void onError(Throwable failure) {
        body.onError(failure);
    }

    @Override
    public void onComplete() {
        body.onComplete();
    }
}
