package org.einlass.kiosk.screen.desk;

/** What the parts of the window tell it; on the event thread. */
interface DeskKeys {

    void typed(String text);

    void move(int rows);

    void select(String query, int row);

    void checkIn();

    void moveCase(int rows);

    void selectCase(int row);

    void settle(String id, int reason);
}
