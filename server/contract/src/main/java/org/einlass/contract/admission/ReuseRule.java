package org.einlass.contract.admission;

/** How often one registration may pass the doors of one scope. */
public enum ReuseRule {
    /** Always; the first scan is the arrival, later ones are friendly. The default at an entrance. */
    FREE,
    /** One time in the whole event. */
    ONCE,
    /** One time on each day of the event, a day beginning at the event's day start. */
    ONCE_A_DAY,
    /** Again as soon as an exit was scanned. */
    AGAIN_AFTER_EXIT,
    /** Again after an exit, but only within the door's re-entry window. */
    REENTRY_WINDOW
}
