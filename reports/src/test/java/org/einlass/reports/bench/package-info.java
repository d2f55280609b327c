/** What a badge costs, measured; nothing here is asserted. */
@NullMarked
package org.einlass.reports.bench;

import org.jspecify.annotations.NullMarked;
