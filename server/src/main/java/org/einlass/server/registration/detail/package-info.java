/** What else is kept of a registration: for the staff only, for the press, and free questions with their answers. */
@NullMarked
package org.einlass.server.registration.detail;

import org.jspecify.annotations.NullMarked;
