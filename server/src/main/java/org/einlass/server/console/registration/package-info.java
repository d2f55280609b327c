/** What organisers do with several registrations at once. */
@NullMarked
package org.einlass.server.console.registration;

import org.jspecify.annotations.NullMarked;
