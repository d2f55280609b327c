/**
 * The REST interface: each resource turns requests into calls of a use case, and what comes of it into pages.
 */
@NullMarked
package org.einlass.server.rest;

import org.jspecify.annotations.NullMarked;
