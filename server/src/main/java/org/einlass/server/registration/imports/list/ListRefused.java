package org.einlass.server.registration.imports.list;

/** Carries the reason why a file is no list from where it was found to {@link ListReader}, and no further. */
final class ListRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient UnreadableList list;

    ListRefused(UnreadableList list) {
        super(list.reason().english(), null, false, false);
        this.list = list;
    }

    UnreadableList list() {
        return list;
    }
}
