/** Letters and words of a list, whatever program wrote them: encodings, entities, spellings. */
@NullMarked
package org.einlass.server.registration.imports.text;

import org.jspecify.annotations.NullMarked;
