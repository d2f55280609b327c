/**
 * What organisers and desks do online to single registrations: walk-in, correction, substitution, cancelling,
 * codes.
 */
@NullMarked
package org.einlass.server.registration.change;

import org.jspecify.annotations.NullMarked;
