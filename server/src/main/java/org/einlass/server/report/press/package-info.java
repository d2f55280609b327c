/** What is published for the press: one publication at a time, frozen. */
@NullMarked
package org.einlass.server.report.press;

import org.jspecify.annotations.NullMarked;
