package org.einlass.launcher.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerHeapTest {
    @ParameterizedTest
    @CsvSource({
        "512, 256, -XX:+UseSerialGC",
        "1024, 256, -XX:+UseSerialGC",
        "2048, 512, -XX:+UseSerialGC",
        "4096, 1024, -XX:+UseG1GC",
        "8192, 2048, -XX:+UseG1GC",
        "262144, 2048, -XX:+UseG1GC"
    })
    void isAQuarterOfTheMachinesMemoryWithinBounds(long machine, long heap, String collector) {
        assertThat(ServerHeap.of(machine << 20).options(List.of())).contains("-Xmx" + heap + "m", collector);
    }

    @Test
    void isNotChosenWhereSomebodySaysOne() {
        assertThat(ServerHeap.beside(List.of("-Xmx1g"))).isEmpty();
        assertThat(ServerHeap.beside(List.of("-XX:MaxRAMPercentage=50"))).isEmpty();
        assertThat(ServerHeap.beside(List.of("-Dx=y"))).isPresent();
    }

    @Test
    void leavesTheCollectorToWhomeverNamesOne() {
        assertThat(ServerHeap.of(1L << 30).options(List.of("-XX:+UseParallelGC")))
                .containsExactly("-Xmx256m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=25");
    }
}
