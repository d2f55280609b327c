package org.einlass.proof.materials;

/** The name under which Maven's repositories know a library. */
record Coordinates(String group, String artifact, String version) {

    /** The same as a package URL, by which lists of known faults are searched. */
    String packageUrl() {
        return "pkg:maven/" + group + "/" + artifact + "@" + version;
    }
}
