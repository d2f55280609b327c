package org.einlass.kiosk.gate;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every fate of a question to the server, as one closed type.
 *
 * @param <T> what the server's answer is
 */
public sealed interface Reply<T> {

    /** What {@code answered} or {@code silent} makes of it. */
    <R> R fold(Function<? super T, ? extends R> answered, Function<? super NoAnswer, ? extends R> silent);

    /** The answer, where there is one. */
    default Optional<T> answer() {
        return fold(Optional::of, silence -> Optional.empty());
    }

    /** How long the server wants to be left alone, a minute at most; zero where it did not say. */
    default Duration retryAfter() {
        return Duration.ZERO;
    }

    /** The server answered. */
    record Answered<T>(T value) implements Reply<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> answered, Function<? super NoAnswer, ? extends R> silent) {
            return answered.apply(value);
        }
    }

    /**
     * It did not.
     *
     * @param retryAfter zero where nothing was said about it
     */
    record Silent<T>(NoAnswer why, Duration retryAfter) implements Reply<T> {

        /** Nothing was said about when to try again. */
        public Silent(NoAnswer why) {
            this(why, Duration.ZERO);
        }

        @Override
        public <R> R fold(Function<? super T, ? extends R> answered, Function<? super NoAnswer, ? extends R> silent) {
            return silent.apply(why);
        }
    }
}
