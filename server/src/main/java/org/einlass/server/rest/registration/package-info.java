/** Registrations over REST: lists come in, people are found and changed, tickets and tables go out. */
@NullMarked
package org.einlass.server.rest.registration;

import org.jspecify.annotations.NullMarked;
