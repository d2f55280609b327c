package org.einlass.server.health;

/** Whether somebody has to do something about a reading. */
public enum HealthLevel {
    GOOD(0),
    /** Soon, or devices cope meanwhile. */
    WARNING(1),
    /** At once. */
    BAD(2);

    private final int number;

    HealthLevel(int number) {
        this.number = number;
    }

    /** As metrics write it. */
    public int number() {
        return number;
    }
}
