package org.einlass.kiosk.camera;

/**
 * Says which of several codes in one picture is meant: ours before foreign, at the entrance tickets before
 * badges.
 */
@FunctionalInterface
public interface CodeRanking {

    /** No text is ours: the biggest code in the picture is meant. */
    CodeRanking NONE = text -> 0;

    /** 0 for a foreign text, more for ours; the highest is meant. */
    int rank(String text);
}
