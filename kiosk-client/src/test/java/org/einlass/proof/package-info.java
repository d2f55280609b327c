/**
 * The proofs that no unit test can give: what becomes of a kiosk when power, network or the whole device is
 * taken away.
 */
@NullMarked
package org.einlass.proof;

import org.jspecify.annotations.NullMarked;
