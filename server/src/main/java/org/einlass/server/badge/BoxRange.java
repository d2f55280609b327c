package org.einlass.server.badge;

/**
 * The names whose badges lie in one box.
 *
 * @param box number of the box, and of the counter where it stands; from 1
 * @param first what its names begin with at least, in the form in which names are compared; empty in the first box
 * @param letters the range as the sign above the box says it: "A–F"
 */
public record BoxRange(int box, String first, String letters) {}
