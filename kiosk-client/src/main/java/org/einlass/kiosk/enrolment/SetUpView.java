package org.einlass.kiosk.enrolment;

import org.einlass.contract.Wording;

/** Who is told how a device's set-up goes; called on the set-up's thread. */
public interface SetUpView {

    /** The server is being asked. */
    void asking();

    /** People are to compare this short code with the organiser's screen. */
    void compare(String shortCode);

    /** It did not work: why, and what to do. The set-up waits for another offer. */
    void failed(Wording sentence);

    /** The device is enrolled, and everything is on its disk. */
    void enrolled(DeviceIdentity identity);
}
