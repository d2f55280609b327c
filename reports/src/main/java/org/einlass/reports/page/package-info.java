/**
 * A page as the typesetter leaves it: lines, areas, outlines and figures at their places, in points from the
 * top left.
 */
@NullMarked
package org.einlass.reports.page;

import org.jspecify.annotations.NullMarked;
