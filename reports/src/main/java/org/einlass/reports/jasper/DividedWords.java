package org.einlass.reports.jasper;

import java.util.ArrayList;
import java.util.List;
import org.einlass.reports.typography.LaidOutLine;

/**
 * The words of a paragraph that a layout hyphen divides, as cuts in its lines: where such a word begins, its
 * actual text starts to count, where it ends, it stops.
 */
final class DividedWords {

    private final List<LaidOutLine> lines;
    private final List<List<Cut>> cuts = new ArrayList<>();
    private String word = "";

    private DividedWords(List<LaidOutLine> lines) {
        this.lines = lines;
        lines.forEach(line -> cuts.add(new ArrayList<>()));
    }

    /**
     * A place in a line.
     *
     * @param offset characters from the line's start
     * @param word the divided word that begins here, or empty where one ends
     */
    record Cut(int offset, String word) {
        boolean begins() {
            return !word.isEmpty();
        }
    }

    /** For each line its cuts, from left to right. */
    static List<List<Cut>> of(List<LaidOutLine> lines) {
        DividedWords divided = new DividedWords(lines);
        int index = 0;
        while (index < lines.size()) {
            index = lines.get(index).joint() == LaidOutLine.Joint.HYPHEN ? divided.cutOut(index) : index + 1;
        }
        return divided.cuts;
    }

    /** Cuts the word out that is divided at the end of a line; gives the line it ends in. */
    private int cutOut(int first) {
        String line = lines.get(first).text();
        int start = line.lastIndexOf(' ') + 1;
        word = line.substring(start);
        int last = lineOfEnd(first + 1);
        cuts.get(first).add(new Cut(start, word));
        cuts.get(last).add(new Cut(end(lines.get(last).text()), ""));
        return last;
    }

    private int lineOfEnd(int next) {
        String line = lines.get(next).text();
        int end = end(line);
        word += line.substring(0, end);
        boolean goesOn = end == line.length() && lines.get(next).joint() == LaidOutLine.Joint.HYPHEN;
        return goesOn ? lineOfEnd(next + 1) : next;
    }

    private static int end(String line) {
        int blank = line.indexOf(' ');
        return blank < 0 ? line.length() : blank;
    }
}
