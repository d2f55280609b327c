/** Certificates of attendance on paper, each with a code that anybody can verify. */
@NullMarked
package org.einlass.reports.certificate;

import org.jspecify.annotations.NullMarked;
