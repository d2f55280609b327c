package org.einlass.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.journal.Outcome.Source;
import org.einlass.demo.DemoCongress;
import org.einlass.demo.MorningPictures;
import org.einlass.demo.TicketPage;
import org.einlass.kiosk.PictureRun.Finding;
import org.einlass.kiosk.PictureRun.Step;
import org.einlass.kiosk.camera.CameraFrame;
import org.einlass.kiosk.camera.CodeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A congress morning from the first import to the report, with everything real: the product told as one
 * story.
 */
final class CongressMorningIT {

    @TempDir
    private Path folder;

    private List<JsonNode> guests;
    private DemoCongress congress;

    @Test
    void aCongressMorning() throws Exception {
        try (RunningHouse runningHouse = RunningHouse.open(folder.resolve("server"))) {
            theEveningBefore(runningHouse);

            try (Entrance north = new Entrance(congress, "kiosk-north", folder);
                    Entrance south = new Entrance(congress, "kiosk-south", folder)) {
                atEight(north);
                theSameTicketAtTheOtherKiosk(north, south);
                whoHasNoTicketAtHandTypesNumberAndName(south);
                whoeverHasNoPlaceIsSentToTheCounterAndNobodyElseSeesWhy(north);
                thePowerGoesAndComesBack(runningHouse, north);
                assertThat(north.delivers())
                        .as("the journal of kiosk north is delivered")
                        .isTrue();
                assertThat(south.delivers())
                        .as("the journal of kiosk south is delivered")
                        .isTrue();
            }
            theOrganiserPullsTheReport();
        }
    }

    private void theEveningBefore(RunningHouse runningHouse) {
        congress = DemoCongress.on(runningHouse.server(), runningHouse.organiserToken());
        JsonNode first = congress.inviteGuests();
        JsonNode second = congress.inviteGuests();

        assertThat(first.get("added").asInt()).isEqualTo(500);
        assertThat(first.get("rejected")).isEmpty();
        assertThat(second.get("added").asInt()).isZero();
        assertThat(second.get("unchanged").asInt()).isEqualTo(500);
        guests = congress.organiser().registrations().stream()
                .sorted(Comparator.comparing(guest -> guest.get("ownKey").asText()))
                .toList();
    }

    /** Jürgen Müller-Lüdenscheidt holds up his ticket and has a badge with his whole name. */
    private void atEight(Entrance north) throws Exception {
        Step welcome = north.shows(photographOf("DT22-0002"));

        assertThat(welcome.finding()).isEqualTo(Finding.ADMITTED);
        assertThat(north.badges()).hasSize(1);
        byte[] badge = Files.readAllBytes(north.badges().get(0));
        assertThat(textOf(badge)).contains("Jürgen", "Müller-Lüdenscheidt", "2. Thüringer E-Government-Kongress");
        assertThat(codeOn(badge))
                .hasValueSatisfying(code -> assertThat(code.kind()).isEqualTo(CodeKind.BADGE));
    }

    private void theSameTicketAtTheOtherKiosk(Entrance north, Entrance south) throws Exception {
        assertThat(north.delivers()).as("the server has heard of the arrival").isTrue();

        Step friendly = south.shows(photographOf("DT22-0002"));

        assertThat(friendly.finding()).isEqualTo(Finding.AGAIN);
        assertThat(south.badges()).isEmpty();
    }

    /** However the umlaut is typed; a wrong name, or no such number, brings nothing and says nothing. */
    private void whoHasNoTicketAtHandTypesNumberAndName(Entrance south) throws Exception {
        JsonNode guest = guest("DT22-0005");
        String number = congress.organiser().bookingNumber(guest);
        String family = guest.at("/particulars/attendee/familyName").asText();

        assertThat(south.types(number, family + "x")).isFalse();
        assertThat(south.types("123456782".equals(number) ? "123456791" : "123456782", family))
                .isFalse();
        assertThat(south.types(number, family.toUpperCase(Locale.ROOT))).isTrue();
        assertThat(textOf(Files.readAllBytes(south.badges().get(0)))).contains(family);
    }

    private void whoeverHasNoPlaceIsSentToTheCounterAndNobodyElseSeesWhy(Entrance north) throws Exception {
        Step cancelled = north.shows(photographOf(keyWithStatus("CANCELLED")));
        Step waitlisted = north.shows(photographOf(keyWithStatus("WAITLISTED")));

        assertThat(refusalOf(cancelled)).isEqualTo(Refusal.CANCELLED);
        assertThat(refusalOf(waitlisted)).isEqualTo(Refusal.WAITLISTED);
    }

    /**
     * Nobody is admitted twice or lost: what was shown before the cut is known after it. Whoever comes for
     * the first time while the server is dead has a badge all the same.
     */
    private void thePowerGoesAndComesBack(RunningHouse runningHouse, Entrance north) throws Exception {
        Step before = north.shows(photographOf("DT22-0003"));
        Path stranger = photographOf("DT22-0004");
        assertThat(north.knowsItsGuests()).as("kiosk north has its roster").isTrue();
        assertThat(north.delivers()).as("the server has heard of the arrival").isTrue();
        runningHouse.losesPower();
        Path held = photographTaken("DT22-0003");
        Step during = north.shows(held);
        Step first = north.shows(stranger);
        runningHouse.powerReturns();
        north.restarts();
        Step after = north.shows(held);

        assertThat(before.finding()).isEqualTo(Finding.ADMITTED);
        assertThat(during.passage())
                .as("a guest hears something without a server, too")
                .isPresent();
        assertThat(first.finding()).isEqualTo(Finding.ADMITTED);
        assertThat(first.passage().orElseThrow().outcome().source()).isEqualTo(Source.DEVICE);
        assertThat(first.print())
                .as("the badge of a guest who came without a server")
                .isPresent();
        assertThat(after.finding()).isEqualTo(Finding.AGAIN);
        assertThat(north.badges()).hasSize(3);
    }

    /** Four people came, however often they held up their tickets; companions are no visitors. */
    private void theOrganiserPullsTheReport() throws Exception {
        String csv = new String(congress.organiser().attendance("csv"), StandardCharsets.UTF_8);
        String pdf = textOf(congress.organiser().attendance("pdf"));

        long expected = guests.stream()
                .filter(guest -> statusOf(guest).equals("CONFIRMED"))
                .filter(guest ->
                        !guest.get("particulars").get("category").asText().equals("companion"))
                .count();
        assertThat(csv).contains("Gesamt;Insgesamt;total;" + expected + ";4;");
        assertThat(pdf).contains("Digitales Thüringen 2022", String.valueOf(expected));
    }

    private JsonNode guest(String key) {
        return guests.stream()
                .filter(guest -> guest.get("ownKey").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private String keyWithStatus(String status) {
        return guests.stream()
                .filter(guest -> statusOf(guest).equals(status))
                .findFirst()
                .orElseThrow()
                .get("ownKey")
                .asText();
    }

    private static String statusOf(JsonNode guest) {
        return guest.get("particulars").get("status").asText();
    }

    private Path photographOf(String key) throws Exception {
        Path pictures = folder.resolve("pictures-of-" + key);
        new MorningPictures(pictures).ticket(congress.organiser().ticket(guest(key)), "ticket");
        return photographTaken(key);
    }

    private Path photographTaken(String key) throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("pictures-of-" + key))) {
            return files.findFirst().orElseThrow();
        }
    }

    private static Refusal refusalOf(Step step) {
        return step.passage().orElseThrow().outcome().refusal();
    }

    /** The page's words; a name that is set on two lines breaks at its own hyphen. */
    private static String textOf(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replaceAll("-\\s+", "-")
                    .replaceAll("\\s+", " ");
        }
    }

    /** The code that a kiosk's camera reads from the printed page. */
    private static Optional<Code> codeOn(byte[] badge) {
        BufferedImage page = TicketPage.of(badge);
        return new CodeReader(Duration.ofMinutes(1), System::nanoTime)
                .read(CameraFrame.of("badge", page)).stream()
                        .map(found -> Code.parse(found.text()))
                        .flatMap(Optional::stream)
                        .findFirst();
    }
}
