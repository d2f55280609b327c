/**
 * The proof that the server and a device without network decide alike: one table of scans goes through both.
 */
@NullMarked
package org.einlass.proof.rules;

import org.jspecify.annotations.NullMarked;
