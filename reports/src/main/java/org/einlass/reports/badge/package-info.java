/** Badges: one attendee's name, set as large as the layout allows, with category band and badge code. */
@NullMarked
package org.einlass.reports.badge;

import org.jspecify.annotations.NullMarked;
