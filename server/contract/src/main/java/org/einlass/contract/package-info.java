/** What server and devices must agree on. Nothing here reads a clock, a file or a network. */
@NullMarked
package org.einlass.contract;

import org.jspecify.annotations.NullMarked;
