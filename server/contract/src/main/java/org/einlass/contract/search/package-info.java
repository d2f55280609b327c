/**
 * Finds registrations by what people type: names as they are heard, misspelt or half written, organisations,
 * codes.
 */
@NullMarked
package org.einlass.contract.search;

import org.jspecify.annotations.NullMarked;
