package org.einlass.kiosk.gate;

import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.RegistrationId;

/** What the roster says of a code, without a word of whom it belongs to. */
public record RosterEntry(LookupId code, RegistrationId registration, long version, Entitlement entitlement) {}
