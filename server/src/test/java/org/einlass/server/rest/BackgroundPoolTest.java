package org.einlass.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BackgroundPoolTest {
    private final BackgroundPool work = new BackgroundPool(1, 1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @AfterEach
    void close() {
        work.close();
    }

    @Test
    void moreThanCanWaitIsRefusedWithATimeToComeAgainAndTheRestIsDone() throws InterruptedException {
        CompletableFuture<String> first = work.run(this::stuck).toCompletableFuture();
        begun.await();
        CompletableFuture<String> second = work.run(() -> "second").toCompletableFuture();

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> work.run(() -> "third"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.retryAfter())
                .hasValueSatisfying(pause -> assertThat(pause).isPositive());
        assertThat(second).isNotDone();
        mayEnd.countDown();
        assertThat(first.join()).isEqualTo("first");
        assertThat(second.join()).isEqualTo("second");
    }

    @Test
    void whatTheWorkThrewIsTheCause() {
        IOException broken = new IOException("The sender broke off.");
        ProblemException problem = ProblemException.of(ProblemKind.BAD_FILE);

        CompletableFuture<String> cutOff = work.<String>run(() -> {
                    throw broken;
                })
                .toCompletableFuture();

        assertThatThrownBy(cutOff::join).isInstanceOf(CompletionException.class).hasRootCause(broken);
        CompletableFuture<String> refused = work.<String>run(() -> {
                    throw problem;
                })
                .toCompletableFuture();
        assertThatThrownBy(refused::join).hasCause(problem);
    }

    @Test
    void theAskingThreadGoesOnAtOnce() {
        Thread asking = Thread.currentThread();

        Thread doing = work.run(Thread::currentThread).toCompletableFuture().join();

        assertThat(doing).isNotSameAs(asking);
        assertThat(doing.isDaemon()).isTrue();
    }

    private String stuck() {
        begun.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "first";
    }
}
