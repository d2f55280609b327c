package org.einlass.server.rest.limit;

import java.util.regex.Pattern;

/**
 * How large the body of a request may be.
 *
 * @param most bytes
 * @param inMemory whether the request waits in memory until its body is whole; a file is read by a thread of
 *     its own instead
 */
record BodyRule(long most, boolean inMemory) {
    /** Whoever shows no valid token may send a name and a password. */
    static final int OF_STRANGERS = 16_384;

    /** A report of a device's journal. */
    static final int OF_JOURNALS = 2_000_000;

    /** The document of an event, with its programme. */
    static final int OF_EVENTS = 5_000_000;

    /** A list of registrations, and what surrounds it in a form; the reader of lists says the exact limit. */
    static final int OF_LISTS = 64_000_000;

    private static final String POST = "POST";
    private static final Pattern EVENT = Pattern.compile("/api/v1/events/[^/]+/?");
    private static final Pattern IMPORT = Pattern.compile("/api/v1/events/[^/]+/import/?");
    private static final String LIST_PAGE = "/list.xhtml";

    /** The rule for a request; {@code path} begins with a slash and has no parameters. */
    static BodyRule of(RequestSender sender, String method, String path) {
        if (!sender.isKnown()) {
            return new BodyRule(OF_STRANGERS, true);
        }
        boolean post = method.equals(POST);
        boolean list = post && (IMPORT.matcher(path).matches() || path.equals(LIST_PAGE));
        if (list && !sender.isDevice()) {
            return new BodyRule(OF_LISTS, false);
        }
        boolean event = method.equals("PUT") && EVENT.matcher(path).matches();
        return new BodyRule(event && !sender.isDevice() ? OF_EVENTS : OF_JOURNALS, true);
    }
}
