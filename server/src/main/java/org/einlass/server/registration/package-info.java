/** Who is registered, with the codes and the booking number that were issued to them. */
@NullMarked
package org.einlass.server.registration;

import org.jspecify.annotations.NullMarked;
