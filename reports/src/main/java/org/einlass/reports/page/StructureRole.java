package org.einlass.reports.page;

/** What a paragraph is to a reader who hears the page. */
public enum StructureRole {
    TITLE("H1"),
    HEADING("H2"),
    TEXT("P");

    private final String tag;

    StructureRole(String tag) {
        this.tag = tag;
    }

    /** The standard structure type of ISO 32000-1, 14.8.4. */
    public String tag() {
        return tag;
    }
}
