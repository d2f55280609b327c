/** The plumbing of the REST interface: JSON, problems, languages, limits. */
@NullMarked
package org.einlass.server.rest;

import org.jspecify.annotations.NullMarked;
