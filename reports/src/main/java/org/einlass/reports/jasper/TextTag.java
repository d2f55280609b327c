package org.einlass.reports.jasper;

import net.sf.jasperreports.engine.JRPrintElement;
import org.jspecify.annotations.Nullable;

/** What a text of a template is, said by its property {@code einlass.tag}; without one it is a paragraph. */
enum TextTag {
    TITLE("H1"),
    HEADING("H2"),
    PARAGRAPH("P"),
    HEADER_CELL("TH"),
    CELL("TD"),
    ARTIFACT("Artifact");

    /** What our properties' names begin with. */
    static final String PROPERTIES = "einlass.";

    private static final String PROPERTY = PROPERTIES + "tag";

    private final String tag;

    TextTag(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    static TextTag of(JRPrintElement element) {
        String wanted = property(element, PROPERTY);
        if (wanted == null) {
            return PARAGRAPH;
        }
        for (TextTag candidate : values()) {
            if (candidate.tag.equals(wanted)) {
                return candidate;
            }
        }
        throw new IllegalStateException("A template names an unknown tag " + wanted + ".");
    }

    static @Nullable String property(JRPrintElement element, String name) {
        return element.hasProperties() ? element.getPropertiesMap().getProperty(name) : null;
    }
}
