package org.einlass.server.audit;

import java.util.function.Supplier;

/**
 * On whose behalf the present thread works. Whatever lets a request in says it once; so no use case can
 * forget to pass it on, and none can be called for somebody else by mistake.
 */
public final class AuditAuthor {
    /** Whoever has not signed in. */
    public static final String NOBODY = "nobody";

    /** What the server does by itself. */
    private static final String SERVER = "server";

    private static final ThreadLocal<String> PRESENT = ThreadLocal.withInitial(() -> SERVER);

    private AuditAuthor() {}

    /** From now on the thread works for {@code author}, until {@link #end}. */
    public static void begin(String author) {
        PRESENT.set(author);
    }

    /** The thread works for nobody in particular again. */
    public static void end() {
        PRESENT.remove();
    }

    static String present() {
        return PRESENT.get();
    }

    /** The same work, for the same author, on whatever thread it is done. */
    public static <T> Supplier<T> carried(Supplier<T> work) {
        String author = present();
        return () -> {
            begin(author);
            try {
                return work.get();
            } finally {
                end();
            }
        };
    }
}
