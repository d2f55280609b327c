/** A network that answers everything but what it was asked, between the real client and a server. */
@NullMarked
package org.einlass.proof.nonsense;

import org.jspecify.annotations.NullMarked;
