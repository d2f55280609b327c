/** Tickets: what the attendee brings along, on paper, on the phone and in the calendar. */
@NullMarked
package org.einlass.reports.ticket;

import org.jspecify.annotations.NullMarked;
