/** Helpers' badges and PIN slips on paper. */
@NullMarked
package org.einlass.reports.helper;

import org.jspecify.annotations.NullMarked;
