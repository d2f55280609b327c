package org.einlass.kiosk.desk.device;

/** The last number that this device gave a badge of a function, kept over a power cut. From any thread. */
public interface RoleBadgeNumbers {

    /** The last one; 0 where it gave none. */
    int last(String function);

    /** Keeps the last one, durable when this returns. */
    void keep(String function, int last);
}
