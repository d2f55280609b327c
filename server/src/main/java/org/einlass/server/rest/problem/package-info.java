/**
 * What clients of the interface are told when a request cannot be carried out: {@code
 * application/problem+json}, RFC 9457.
 */
@NullMarked
package org.einlass.server.rest.problem;

import org.jspecify.annotations.NullMarked;
