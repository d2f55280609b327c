/** Pages by which people are told what is kept of them, and erased. */
@NullMarked
package org.einlass.server.console.erasure;

import org.jspecify.annotations.NullMarked;
