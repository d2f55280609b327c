/**
 * What devices report: facts that are never refused, what could not be understood, program starts and clocks.
 */
@NullMarked
package org.einlass.server.journal;

import org.jspecify.annotations.NullMarked;
