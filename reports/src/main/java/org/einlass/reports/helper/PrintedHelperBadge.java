package org.einlass.reports.helper;

/**
 * A helper's badge to be printed, in the words of the page's language.
 *
 * @param event title of the event
 * @param work where the helper helps
 * @param day on which the badge is good
 * @param card the badge's code; a secret
 * @param pin a secret
 */
public record PrintedHelperBadge(String event, String name, String work, String day, String card, String pin) {

    /** Without the secrets and the name. */
    @Override
    public String toString() {
        return "helper's badge for " + day;
    }
}
