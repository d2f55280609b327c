/** Records in, pages out: what every printed matter of this module has in common. */
@NullMarked
package org.einlass.reports;

import org.jspecify.annotations.NullMarked;
