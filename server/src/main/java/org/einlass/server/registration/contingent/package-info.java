/** How many places organisations were given, and badges that exist before their people. */
@NullMarked
package org.einlass.server.registration.contingent;

import org.jspecify.annotations.NullMarked;
