package org.einlass.server.console.event;

import java.util.List;

/**
 * One thing to do before the day.
 *
 * @param key by which the console's texts name it
 * @param state how far it is
 * @param values the figures and names in its sentence
 * @param page on which it is done, by its name
 */
public record PreparationItem(String key, State state, List<Object> values, String page) {
    /** How far something is that has to be prepared. */
    public enum State {
        DONE,
        /** Nobody has begun with it. */
        MISSING,
        /** It was done, and something is wrong with it now. */
        TROUBLE
    }

    public PreparationItem {
        values = List.copyOf(values);
    }

    static PreparationItem of(String key, State state, String page, Object... values) {
        return new PreparationItem(key, state, List.of(values), page);
    }

    public boolean isDone() {
        return state == State.DONE;
    }
}
