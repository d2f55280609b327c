/** Prints badges before their people come, as files: whose, in which box, and which are to be taken out again. */
@NullMarked
package org.einlass.server.report.badge;

import org.jspecify.annotations.NullMarked;
