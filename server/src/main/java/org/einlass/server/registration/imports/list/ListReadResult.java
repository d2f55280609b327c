package org.einlass.server.registration.imports.list;

import java.util.function.Function;

/** What reading a registration list gave: its guests, or the one reason why the whole file is none. */
public sealed interface ListReadResult permits AttendeeList, UnreadableList {

    /** Answers for whichever of the two it is. */
    <T> T fold(Function<AttendeeList, T> read, Function<UnreadableList, T> unreadable);
}
