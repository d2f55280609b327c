/** What is printed to try a printer out. */
@NullMarked
package org.einlass.reports.printer;

import org.jspecify.annotations.NullMarked;
