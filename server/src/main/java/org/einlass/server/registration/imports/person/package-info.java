/** Who a row of a list is among those who are registered: certain, new, or a question. */
@NullMarked
package org.einlass.server.registration.imports.person;

import org.jspecify.annotations.NullMarked;
