package org.einlass.kiosk.screen;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Merges a flood of news into few: while the event thread is busy, what arrives melts into one piece, so
 * neither memory nor the number of repaints grows with the flood.
 */
public final class Coalescer<T> {
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private final BinaryOperator<T> merge;
    private final Consumer<T> reader;

    /**
     * @param merge makes one of an older and a newer piece; may be called again with the same pieces
     * @param reader called on the event thread
     */
    public Coalescer(BinaryOperator<T> merge, Consumer<T> reader) {
        this.merge = merge;
        this.reader = reader;
    }

    /** From any thread; returns at once. */
    public void put(T news) {
        T before = waiting.getAndAccumulate(news, this::merged);
        if (before == null) {
            EventThread.later(this::read);
        }
    }

    private @Nullable T merged(@Nullable T older, @Nullable T newer) {
        return older == null || newer == null ? newer : merge.apply(older, newer);
    }

    private void read() {
        T news = waiting.getAndSet(null);
        if (news != null) {
            reader.accept(news);
        }
    }
}
