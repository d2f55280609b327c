/** What an import asks the organiser before it writes, and what the organiser answered. */
@NullMarked
package org.einlass.server.registration.imports.question;

import org.jspecify.annotations.NullMarked;
