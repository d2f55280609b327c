/**
 * The type case: faces, measured lines, line breaks and hyphenation, in points and without any report engine.
 */
@NullMarked
package org.einlass.reports.typography;

import org.jspecify.annotations.NullMarked;
