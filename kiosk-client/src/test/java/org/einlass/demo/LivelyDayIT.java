package org.einlass.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.einlass.story.RunningHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn -Pdemo} greets with: an event of today on which something is going on. */
final class LivelyDayIT {
    @TempDir
    private Path folder;

    @Test
    void guestsArriveAPrinterHasNoPaperARoomFillsSomethingIsToBeClarifiedAndASpeakerIsLate() throws Exception {
        try (RunningHouse house = RunningHouse.open(folder.resolve("server"));
                LivelyDay day = LivelyDay.begin(
                        house.server().uri(),
                        Files.readString(house.organiserToken()).strip())) {
            assertThat(day.isLively()).isTrue();
        }
    }
}
