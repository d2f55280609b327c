package org.einlass.kiosk.gate;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.einlass.contract.id.EntryId;

/**
 * Every fate of something that staff want done at a desk, as one closed type.
 *
 * @param <T> what is there when it is done
 */
public sealed interface DeskResult<T> {

    /** What {@code done} or {@code declined} makes of it. */
    <R> R fold(BiFunction<EntryId, ? super T, ? extends R> done, Function<DeskRefusal, ? extends R> declined);

    /** What is there, where it was done. */
    default Optional<T> result() {
        return fold((entry, value) -> Optional.of(value), objection -> Optional.empty());
    }

    /** Why it was not done, where it was not. */
    default Optional<DeskRefusal> objection() {
        return fold((entry, value) -> Optional.empty(), Optional::of);
    }

    /**
     * It is done, and in the journal.
     *
     * @param entry the journal's; what an undo names
     */
    record Done<T>(EntryId entry, T value) implements DeskResult<T> {
        @Override
        public <R> R fold(
                BiFunction<EntryId, ? super T, ? extends R> done, Function<DeskRefusal, ? extends R> declined) {
            return done.apply(entry, value);
        }
    }

    /** Nothing was done. */
    record Declined<T>(DeskRefusal why) implements DeskResult<T> {
        @Override
        public <R> R fold(
                BiFunction<EntryId, ? super T, ? extends R> done, Function<DeskRefusal, ? extends R> declined) {
            return declined.apply(why);
        }
    }
}
