package org.einlass.reports.guide;

import org.einlass.contract.Wording;

/**
 * By which one device enrols itself: everything that stands on its sheet.
 *
 * @param event title of the event
 * @param device how people call the device
 * @param work what kind of device it is, and at which doors it scans
 * @param addresses where a person at the device types the server's address
 * @param code for people who type it, in groups of four
 * @param offer what the QR code says
 * @param until when the code ends, by the clock of the event's place
 */
public record EnrolmentSheet(
        String event, String device, String work, String addresses, String code, String offer, Wording until) {

    /** Without the code. */
    @Override
    public String toString() {
        return "enrolment sheet of " + device;
    }
}
