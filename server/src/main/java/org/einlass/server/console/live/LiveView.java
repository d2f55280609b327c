package org.einlass.server.console.live;

import java.util.List;

/**
 * What the live page shows, in one language and ready to be read. The page is made of it, and the stream
 * sends it whole, so that a browser only puts texts into their places.
 *
 * @param clock when it was looked at, to the second
 * @param phase the event's phase with its sign
 * @param counted says until when arrivals are counted; empty where that is now
 * @param sentence what the curve says
 * @param bars the columns of the chart as one path
 * @param line the points of the curve that is compared; empty where nothing is
 * @param curve whether the chart shows anything
 * @param rush whether many guests wait, so that kiosks' screens are free for the next one sooner
 * @param calm whether they do not
 * @param now what needs somebody, the most urgent first
 */
public record LiveView(
        String clock,
        String phase,
        String counted,
        String arrived,
        String registered,
        String share,
        String sentence,
        String bars,
        String line,
        List<Label> labels,
        boolean curve,
        boolean rush,
        boolean calm,
        List<Row> now,
        List<Row> rooms,
        List<Row> devices,
        List<Row> counters,
        List<Row> programmes,
        List<Row> sectors,
        List<Row> doors) {

    /** A word below the chart. */
    public record Label(double x, String text) {}

    /**
     * One line of a list.
     *
     * @param key the same for the same thing as long as the page is open
     * @param level CALM, AMBER or RED
     * @param sign what shows the level without colour
     * @param what in the first place
     * @param word the level, or what is wrong, in a word
     * @param figure the number in question; may be empty
     * @param detail more about it; may be empty
     * @param percent 0 to 100, how long the bar is
     * @param href where something is done about it; empty for nowhere
     */
    public record Row(
            String key,
            String level,
            String sign,
            String what,
            String word,
            String figure,
            String detail,
            long percent,
            String href) {}
}
