/**
 * The pages on which organisers prepare a congress in a browser; they only translate between a reader and the
 * services.
 */
@NullMarked
package org.einlass.server.console;

import org.jspecify.annotations.NullMarked;
