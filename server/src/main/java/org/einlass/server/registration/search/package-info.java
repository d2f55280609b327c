/** What registrations are found by, as the search index takes it, and what is shown of a hit. */
@NullMarked
package org.einlass.server.registration.search;

import org.jspecify.annotations.NullMarked;
