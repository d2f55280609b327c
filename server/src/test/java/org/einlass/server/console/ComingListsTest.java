package org.einlass.server.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists that take longer than a page waits. */
final class ComingListsTest {
    private static final ComingLists.Outcome UNDONE = new ComingLists.Outcome(null);
    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void tellTheNextPageOfTheSameReaderOnceWhatBecameOfThem() {
        ComingLists lists = new ComingLists(Duration.ZERO);
        CompletableFuture<ComingLists.Outcome> work = new CompletableFuture<>();

        assertThat(lists.begin("anna", work::join, threads)).isEmpty();
        assertThat(lists.isComing("anna")).isTrue();
        assertThat(lists.ended("anna")).isEmpty();
        work.complete(UNDONE);
        awaitEnd(lists, "anna");

        assertThat(lists.ended("ben")).isEmpty();
        assertThat(lists.ended("anna")).contains(UNDONE);
        assertThat(lists.ended("anna")).isEmpty();
    }

    @Test
    void tellWhyTheyWereRefusedHoweverLateThatWas() {
        ComingLists lists = new ComingLists(Duration.ZERO);
        CompletableFuture<ComingLists.Outcome> work = new CompletableFuture<>();
        lists.begin("anna", work::join, threads);

        work.completeExceptionally(Rejected.because(RejectionReason.CONFLICT));
        awaitEnd(lists, "anna");

        assertThatThrownBy(() -> lists.ended("anna"))
                .satisfies(failed -> assertThat(
                                failed instanceof CompletionException wrapped ? wrapped.getCause() : failed)
                        .isInstanceOf(Rejected.class));
    }

    @Test
    void areShownAtOnceWhereTheyAreQuick() {
        assertThat(new ComingLists(Duration.ofMinutes(1)).begin("anna", () -> UNDONE, threads))
                .contains(UNDONE);
    }

    private static void awaitEnd(ComingLists lists, String reader) {
        while (lists.isComing(reader)) {
            Thread.onSpinWait();
        }
    }
}
