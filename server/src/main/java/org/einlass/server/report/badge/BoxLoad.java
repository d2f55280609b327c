package org.einlass.server.report.badge;

/**
 * One box and how many of those who may come have their badge in it.
 *
 * @param letters as the sign above it says: "A–F"
 */
public record BoxLoad(int box, String letters, int badges) {}
