/** Finds registrations by what is typed, for organisers, desks and auditors. */
@NullMarked
package org.einlass.server.search;

import org.jspecify.annotations.NullMarked;
