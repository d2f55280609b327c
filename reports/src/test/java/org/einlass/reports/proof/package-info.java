/** Proof reading: our PDFs read back by programs that are not ours. */
@NullMarked
package org.einlass.reports.proof;

import org.jspecify.annotations.NullMarked;
