/** Numbers from facts, as pure functions: who came, when, of which category, sector and programme. */
@NullMarked
package org.einlass.server.statistics;

import org.jspecify.annotations.NullMarked;
