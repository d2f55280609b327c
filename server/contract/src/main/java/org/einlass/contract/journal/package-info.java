/**
 * What happened at a device, entry by entry, as the device reports it. Facts: never refused, never dropped.
 */
@NullMarked
package org.einlass.contract.journal;

import org.jspecify.annotations.NullMarked;
