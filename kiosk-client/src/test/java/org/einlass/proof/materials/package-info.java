/** The bill of materials that each build writes: every library in the programs as they are shipped. */
@NullMarked
package org.einlass.proof.materials;

import org.jspecify.annotations.NullMarked;
