/** An event's figures as a page of the console shows them: charts and tables. */
@NullMarked
package org.einlass.server.console.numbers;

import org.jspecify.annotations.NullMarked;
