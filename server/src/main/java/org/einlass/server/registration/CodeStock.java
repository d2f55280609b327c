package org.einlass.server.registration;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.LookupId;
import org.jspecify.annotations.Nullable;

/**
 * Codes that are made before the registrations of a long list, and given out in the order of their look-up ids:
 * those that are written together then stand on the same pages of the table of codes, whereas codes in the order
 * of chance would write nearly each of its pages anew with each commit. A code itself stays a matter of chance.
 * Used by one thread at a time.
 */
public final class CodeStock {
    private final @Nullable CodeKey key;
    private final Map<CodeKind, Deque<Made>> made = new EnumMap<>(CodeKind.class);

    private CodeStock(@Nullable CodeKey key) {
        this.key = key;
    }

    /** A code with its look-up id. */
    record Made(LookupId lookup, Code code) {

        static Made by(CodeKey key, EventSalt salt, CodeKind kind, RandomGenerator chance) {
            Code code = key.issue(kind, chance);
            return new Made(salt.lookupId(code), code);
        }

        /** Without the code. */
        @Override
        public String toString() {
            return "code " + lookup;
        }
    }

    /** One that holds nothing: each code is made when it is needed. */
    static CodeStock empty() {
        return new CodeStock(null);
    }

    /** Codes of each kind for so many people. */
    static CodeStock of(CodeKey key, EventSalt salt, int people, RandomGenerator chance) {
        CodeStock stock = new CodeStock(key);
        for (CodeKind kind : CodeKind.values()) {
            stock.made.put(
                    kind,
                    IntStream.range(0, people)
                            .mapToObj(number -> Made.by(key, salt, kind, chance))
                            .sorted(Comparator.comparing(one -> one.lookup().hex()))
                            .collect(ArrayDeque::new, ArrayDeque::add, ArrayDeque::addAll));
        }
        return stock;
    }

    /** The next code; a new one where none is left, or where the event has a newer key since. */
    Made next(CodeKey newest, EventSalt salt, CodeKind kind, RandomGenerator chance) {
        Deque<Made> left = key != null && key.equals(newest) ? made.get(kind) : null;
        Made first = left == null ? null : left.poll();
        return first == null ? Made.by(newest, salt, kind, chance) : first;
    }
}
