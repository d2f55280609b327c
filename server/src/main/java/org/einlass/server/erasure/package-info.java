/**
 * Erases people and events, by request or on a day that was set, with a receipt that names every place not yet reached;
 * and discloses what is kept of one person.
 */
@NullMarked
package org.einlass.server.erasure;

import org.jspecify.annotations.NullMarked;
