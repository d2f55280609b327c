/** Tickets and reports as files, set by the module {@code reports}. */
@NullMarked
package org.einlass.server.report;

import org.jspecify.annotations.NullMarked;
