/**
 * A power cut at every moment of a device's life: what its program told the disk is recorded, and for each
 * moment the disk is put back as a cut would have left it.
 */
@NullMarked
package org.einlass.proof.powercut;

import org.jspecify.annotations.NullMarked;
