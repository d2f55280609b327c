/** An organiser's registration list, read: bytes go in, guests and the reasons why a row is none come out. */
@NullMarked
package org.einlass.server.registration.imports.list;

import org.jspecify.annotations.NullMarked;
