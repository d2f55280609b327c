/** Attendance in figures: registered against arrived, and the curve of arrivals. */
@NullMarked
package org.einlass.reports.statistics;

import org.jspecify.annotations.NullMarked;
