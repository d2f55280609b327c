/** What comes in as a file: registration lists, read generously, refused row by row. */
@NullMarked
package org.einlass.server.registration.imports;

import org.jspecify.annotations.NullMarked;
