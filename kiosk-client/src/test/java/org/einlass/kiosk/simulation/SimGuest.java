package org.einlass.kiosk.simulation;

import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.code.Code;
import org.einlass.contract.id.RegistrationId;

/** Somebody with a ticket. */
record SimGuest(int number, RegistrationId registration, Code ticket, Entitlement entitlement) {}
