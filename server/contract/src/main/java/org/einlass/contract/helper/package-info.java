/** What server and devices tell each other of helpers: whose badges open desks and doors, and wrong PINs. */
@NullMarked
package org.einlass.contract.helper;

import org.jspecify.annotations.NullMarked;
