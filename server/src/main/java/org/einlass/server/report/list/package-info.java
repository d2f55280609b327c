/** Lists of people and rooms that desks and organisers print or open in a spreadsheet. */
@NullMarked
package org.einlass.server.report.list;

import org.jspecify.annotations.NullMarked;
