package org.einlass.server.intake.list;

import java.util.function.Function;

/** What reading a registration list gave: its guests, or the one reason why the whole file is none. */
public sealed interface ListReading permits GuestList, UnreadableList {

    /** Answers for whichever of the two it is. */
    <T> T fold(Function<GuestList, T> read, Function<UnreadableList, T> unreadable);
}
