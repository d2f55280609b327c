/**
 * The part of the REST interface by which people sign in, are looked after, and are asked for what they did.
 */
@NullMarked
package org.einlass.server.rest.account;

import org.jspecify.annotations.NullMarked;
