package org.einlass.reports.page;

import java.util.Locale;

/**
 * What a printed matter says about itself.
 *
 * @param title the document's name, shown in the window's title
 * @param language the language of most of its text
 */
public record DocumentMetadata(String title, Locale language) {}
