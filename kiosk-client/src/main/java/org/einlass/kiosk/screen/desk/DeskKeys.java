package org.einlass.kiosk.screen.desk;

import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;

/** What the parts of the window tell it; on the event thread. */
interface DeskKeys {

    void typed(String text);

    void move(int rows);

    void select(RegistrationId registration);

    void checkIn();

    void moveCase(int rows);

    void selectCase(String id);

    void settle(String id, int reason);

    void callGuest(EntryId scan);

    void comeToHelp(EntryId call);
}
