/** Lists over many registrations, for the desk when the power fails and for the day before. */
@NullMarked
package org.einlass.reports.list;

import org.jspecify.annotations.NullMarked;
