package org.einlass.kiosk.store;

import org.einlass.contract.id.RegistrationId;

/** A guest as the disk of a desk knows one: an id, and what only the data key opens. */
@SuppressWarnings("ArrayRecordComponent")
record SealedAttendee(RegistrationId registration, long version, byte[] sealed) {}
