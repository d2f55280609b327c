package org.einlass.contract.code;

import org.jspecify.annotations.Nullable;

/** What a code stands on: the ticket an attendee brings, or the badge we print. Different secrets. */
public enum CodeKind {
    TICKET('T'),
    BADGE('B');

    private final char symbol;

    CodeKind(char symbol) {
        this.symbol = symbol;
    }

    /** The first symbol of every code of this kind. */
    public char symbol() {
        return symbol;
    }

    static @Nullable CodeKind of(char symbol) {
        for (CodeKind kind : values()) {
            if (kind.symbol == symbol) {
                return kind;
            }
        }
        return null;
    }
}
