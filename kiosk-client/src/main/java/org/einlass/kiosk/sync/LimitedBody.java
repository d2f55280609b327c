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

/** A response body as UTF-8 text that ends with an error where it grows beyond what the server ever sends. */
final class LimitedBody implements BodySubscriber<String> {
    private final BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);
    private final long most;
    private @Nullable Subscription subscription;
    private long length;

    private LimitedBody(long most) {
        this.most = most;
    }

    static BodyHandler<String> ofAtMost(long bytes) {
        return head -> new LimitedBody(bytes);
    }

    @Override
    public CompletionStage<String> getBody() {
        return text.getBody();
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        text.onSubscribe(begun);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        length += part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (length <= most) {
            text.onNext(part);
            return;
        }
        if (subscription != null) {
            subscription.cancel();
        }
        text.onError(new IOException("The response is longer than any answer of the server."));
    }

    @Override
    public void onError(Throwable failure) {
        text.onError(failure);
    }

    @Override
    public void onComplete() {
        text.onComplete();
    }
}
