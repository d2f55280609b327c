/** Reports, lists and certificates over HTTP. */
@NullMarked
package org.einlass.server.rest.report;

import org.jspecify.annotations.NullMarked;
