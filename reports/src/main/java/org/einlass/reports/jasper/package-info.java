/**
 * The press: the only room that knows JasperReports and OpenPDF; turns pages and templates into PDF, pixels
 * and print jobs.
 */
@NullMarked
package org.einlass.reports.jasper;

import org.jspecify.annotations.NullMarked;
