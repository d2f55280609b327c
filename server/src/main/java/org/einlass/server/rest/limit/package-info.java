/**
 * What a request may cost before anybody looks at it: how large and how slow its body may be, how often its
 * sender may come. Runs on the threads that move bytes, and asks no database.
 */
@NullMarked
package org.einlass.server.rest.limit;

import org.jspecify.annotations.NullMarked;
