/** Who may pass a door: one pure function, the rules it reads, and the verdicts it gives. */
@NullMarked
package org.einlass.contract.admission;

import org.jspecify.annotations.NullMarked;
