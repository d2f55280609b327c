package org.einlass.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.einlass.kiosk.KioskSettings;
import org.einlass.kiosk.PictureRun;
import org.einlass.kiosk.PictureRun.Step;
import org.einlass.kiosk.PictureRunSession;
import org.einlass.story.RunningHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The walk of the demo without a display, at one server: each guest hears what they should, and badges and report are
 * left. The smallest model event always, any with {@code -Deinlass.model.events=2018,2022,2023,2025,leipzig}.
 */
final class ModelEventWalkIT {
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    @TempDir
    private Path folder;

    @Test
    void everyGuestHearsWhatTheyShouldAndBadgesAndReportAreLeft() throws Exception {
        List<String> options = Arrays.asList(
                System.getProperty("einlass.model.events", "leipzig").split(","));
        try (RunningHouse house = RunningHouse.open(folder.resolve("server"))) {
            for (String option : options) {
                walk(house, ModelEvent.of(option), folder.resolve(option));
            }
        }
    }

    private static void walk(RunningHouse house, ModelEvent event, Path place) throws Exception {
        DemoCongress congress = DemoCongress.on(house.server(), house.organiserToken(), event);
        JsonNode imported = congress.inviteGuests();
        assertThat(imported.path("added").asInt()).as(event.id()).isEqualTo(event.people());
        assertThat(imported.path("rejected")).as(event.id()).isEmpty();
        Path badges = Files.createDirectories(place.resolve("badges"));
        KioskSettings kiosk = KioskSettings.read(
                congress.enrolByQrCode("kiosk-1", place.resolve("kiosk"), place.resolve("store"), badges), Map.of());
        Path tickets = place.resolve("tickets");
        Morning morning = Morning.photographed(congress, tickets);

        StringWriter said = new StringWriter();
        PrintWriter lines = new PrintWriter(said, true);
        PictureRunSession run =
                new PictureRunSession(kiosk, PictureRun.pictures(tickets), PATIENCE, lines, lines).oneByOne(step -> {});
        run.withoutWindow();

        assertThat(run.steps()).extracting(Step::finding).as(said::toString).isEqualTo(morning.expected());
        assertThat(left(badges))
                .as("badges of " + event.id())
                .isPositive()
                .isEqualTo(run.steps().stream()
                        .filter(step -> step.print().isPresent())
                        .count());
        assertThat(congress.organiser().attendance("pdf")).startsWith("%PDF".getBytes(UTF_8));
        assertThat(new String(congress.organiser().attendance("csv"), UTF_8)).isNotBlank();
    }

    private static long left(Path badges) throws Exception {
        try (Stream<Path> files = Files.walk(badges)) {
            return files.filter(file -> file.getFileName().toString().matches("badge-.*\\.pdf"))
                    .count();
        }
    }
}
