package org.einlass.server.report.press;

import org.einlass.reports.PrintedPages;
import org.einlass.reports.statistics.PressFigures;

/** A sheet for the press in one language: what it says, and its pages. */
record PressSheet(PressFigures figures, PrintedPages pages) {}
