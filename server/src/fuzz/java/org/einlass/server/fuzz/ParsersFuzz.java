package org.einlass.server.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Jazzer looks for bytes that the readers of strangers' input do not take. What it finds goes to the seeds. */
final class ParsersFuzz {

    @FuzzTest(maxDuration = "5m")
    void code(byte[] bytes) {
        FuzzTargets.code(bytes);
    }

    @FuzzTest(maxDuration = "5m")
    void journal(byte[] bytes) {
        FuzzTargets.journal(bytes);
    }

    @FuzzTest(maxDuration = "5m")
    void event(byte[] bytes) {
        FuzzTargets.event(bytes);
    }
}
