/** What goes over the network between server and devices, as JSON. */
@NullMarked
package org.einlass.contract.wire;

import org.jspecify.annotations.NullMarked;
