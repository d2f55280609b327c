package org.einlass.server.event;

import java.time.LocalDate;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.EventId;

/** An event as a line in the list of all events. */
public record EventSummary(EventId id, Wording title, LocalDate firstDay, LocalDate lastDay, Phase phase) {}
