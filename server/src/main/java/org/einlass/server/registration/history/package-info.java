/** What was changed about each registration, and what stood there before. */
@NullMarked
package org.einlass.server.registration.history;

import org.jspecify.annotations.NullMarked;
