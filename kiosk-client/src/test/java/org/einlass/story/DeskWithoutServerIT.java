package org.einlass.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.HelperCard;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.demo.DemoCongress;
import org.einlass.demo.MorningPictures;
import org.einlass.kiosk.PictureRun.Finding;
import org.einlass.kiosk.PictureRun.Step;
import org.einlass.kiosk.gate.DeskRefusal;
import org.einlass.kiosk.gate.DeskResult;
import org.einlass.kiosk.helper.HelperSignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is dead for an hour, and the desk goes on: whoever comes is helped, and the server hears of all
 * of it.
 */
final class DeskWithoutServerIT {
    private static final Map<AttendeeField, String> OEZTUERK = Map.of(
            AttendeeField.GIVEN_NAME, "Ayşe",
            AttendeeField.FAMILY_NAME, "Öztürk",
            AttendeeField.ORGANISATION, "Stadt Weimar");
    private static final Map<AttendeeField, String> NGUYEN =
            Map.of(AttendeeField.GIVEN_NAME, "Linh", AttendeeField.FAMILY_NAME, "Nguyễn");

    @TempDir
    private Path folder;

    private DemoCongress congress;
    private List<JsonNode> guests;
    private String representedKey;
    private String misspeltKey;
    private String loserKey;
    private String lateKey;
    private JsonNode clumsy;
    private JsonNode careful;
    private BadgeOrder walkedIn;
    private Path walkInsPage;
    private BadgeOrder instead;
    private BadgeOrder again;

    @Test
    void anHourAtTheDeskWithoutAServer() throws Exception {
        try (RunningHouse runningHouse = RunningHouse.open(folder.resolve("server"))) {
            congress = DemoCongress.on(runningHouse.server(), runningHouse.organiserToken());
            congress.inviteGuests();
            chooseGuests();
            Path cancelled = photographOf(keyWithStatus("CANCELLED"));
            Path represented = photographOf(representedKey);
            clumsy = congress.organiser().takeInHelper("Bo");
            careful = congress.organiser().takeInHelper("Ayşe Öztürk");

            try (Entrance desk = Entrance.desk(congress, "desk-1", folder);
                    Entrance kiosk = new Entrance(congress, "kiosk-south", folder)) {
                assertThat(desk.knowsItsGuests()).isTrue();
                assertThat(desk.knowsHelpers()).isTrue();
                desk.atDesk(at -> {
                    at.signIn(new OperatorId("helferin-3"));
                    return true;
                });
                Step first = desk.shows(photographOf(loserKey));
                runningHouse.losesPower();

                somebodyWalksIn(desk);
                somebodyComesInstead(desk);
                aNameIsPutRight(desk);
                aBadgeIsMadeAgain(desk, first);
                somebodyIsLetInByHand(desk, cancelled);
                peopleAreCountedAndCountedAgain(desk);
                aLineIsCopiedFromPaper(desk);
                theDeskStartsAgainAndKnowsItAll(desk, represented);
                helpersSignInByBadgeAndPin(desk);

                runningHouse.powerReturns();
                assertThat(desk.delivers())
                        .as("the desk's journal is delivered")
                        .isTrue();
                assertThat(desk.quarantined()).isZero();
                theServerKnowsItAll();
                theOrganiserHearsWhoseBadgeWasBarred();
                anotherDeviceAdmitsTheWalkInByTheBadge(kiosk);
                assertThat(kiosk.delivers()).isTrue();
                theReportCountsThem();
            }
        }
    }

    private void chooseGuests() {
        guests = registrations();
        List<String> keys = guests.stream()
                .filter(guest -> status(guest).equals("CONFIRMED") && isVisitor(guest))
                .map(guest -> guest.path("ownKey").asText())
                .toList();
        representedKey = keys.get(0);
        misspeltKey = keys.get(1);
        loserKey = keys.get(2);
        lateKey = keys.get(3);
    }

    private static boolean isVisitor(JsonNode guest) {
        return guest.at("/particulars/category").asText().equals("attendee");
    }

    private void somebodyWalksIn(Entrance desk) throws Exception {
        DeskResult<BadgeOrder> handled = desk.atDesk(
                at -> at.walkIn(OEZTUERK, new CategoryId("attendee"), Set.of(new ProgrammeId("egk")), Set.of()));
        walkedIn = done(handled);
        walkInsPage = desk.prints(entry(handled), walkedIn);

        assertThat(textOf(Files.readAllBytes(walkInsPage))).contains("Öztürk", "Stadt Weimar");
    }

    private void somebodyComesInstead(Entrance desk) throws Exception {
        DeskResult<BadgeOrder> handled =
                desk.atDesk(at -> at.substitute(registrationOf(guest(representedKey)), NGUYEN));
        instead = done(handled);
        desk.prints(entry(handled), instead);
    }

    private void aNameIsPutRight(Entrance desk) throws Exception {
        JsonNode guest = guest(misspeltKey);
        String seen = guest.at("/particulars/attendee/familyName").asText();
        done(desk.atDesk(at -> at.correct(
                registrationOf(guest),
                List.of(new FieldCorrection(AttendeeField.FAMILY_NAME, seen, "Richtig-Geschrieben")))));
    }

    private void aBadgeIsMadeAgain(Entrance desk, Step first) throws Exception {
        BadgeOrder before = first.passage().orElseThrow().badge().orElseThrow();
        DeskResult<BadgeOrder> handled = desk.atDesk(at -> at.reprint(before, Set.of()));
        again = done(handled);
        desk.prints(entry(handled), again);

        assertThat(again.code()).isNotEqualTo(before.code());
    }

    private void somebodyIsLetInByHand(Entrance desk, Path cancelled) throws Exception {
        Step refused = desk.shows(cancelled);
        assertThat(refused.passage().orElseThrow().outcome().refusal()).isEqualTo(Refusal.CANCELLED);

        done(desk.atDesk(at -> at.override(refused.passage().orElseThrow().scan(), Verdict.ADMITTED)));
    }

    private void peopleAreCountedAndCountedAgain(Entrance desk) throws Exception {
        DeskResult<Integer> wrong = desk.atDesk(at -> at.count(new AreaId("arena"), 340));
        done(desk.atDesk(at -> at.undo(entry(wrong))));
        done(desk.atDesk(at -> at.count(new AreaId("arena"), 34)));
    }

    private void aLineIsCopiedFromPaper(Entrance desk) throws Exception {
        done(desk.atDesk(at ->
                at.paper(registrationOf(guest(lateKey)), Instant.now().minusSeconds(1800), Duration.ofMinutes(5))));
    }

    /** Without its key it makes no codes, but it knows those that it made. */
    private void theDeskStartsAgainAndKnowsItAll(Entrance desk, Path represented) throws Exception {
        desk.restarts();
        assertThat(desk.atDesk(at -> at.count(new AreaId("arena"), 1)).objection())
                .contains(DeskRefusal.NOBODY_SIGNED_IN);
        desk.atDesk(at -> {
            at.signIn(new OperatorId("helfer-4"));
            return true;
        });

        assertThat(desk.shows(pictureOf(instead.code(), "instead")).finding()).isEqualTo(Finding.ADMITTED);
        assertThat(desk.shows(represented).passage().orElseThrow().outcome().refusal())
                .isEqualTo(Refusal.REPRESENTED);
        assertThat(desk.atDesk(at -> at.walkIn(OEZTUERK, new CategoryId("attendee"), Set.of(), Set.of()))
                        .objection())
                .contains(DeskRefusal.NO_TAG_KEY);
    }

    /** The badge opens what the desk keeps; a PIN that is tried is barred here, longer each time. */
    private void helpersSignInByBadgeAndPin(Entrance desk) {
        String pin = clumsy.path("pin").asText();
        String wrong = pin.equals("0000") ? "1111" : "0000";

        assertThat(desk.shows(badge(clumsy))).isEqualTo(HelperSignIn.Step.PIN_WANTED);
        assertThat(Stream.generate(() -> desk.types(wrong)).limit(HelperSignIn.FREE_MISSES))
                .startsWith(HelperSignIn.Step.WRONG)
                .endsWith(HelperSignIn.Step.BARRED);
        assertThat(desk.types(pin)).as("the right one, too late").isEqualTo(HelperSignIn.Step.BARRED);

        assertThat(desk.shows(badge(careful))).isEqualTo(HelperSignIn.Step.PIN_WANTED);
        assertThat(desk.types(careful.path("pin").asText())).isEqualTo(HelperSignIn.Step.OPENED);
    }

    private static HelperCard badge(JsonNode helper) {
        return HelperCard.parse(helper.path("card").asText()).orElseThrow();
    }

    private void theOrganiserHearsWhoseBadgeWasBarred() {
        String barred = clumsy.at("/helper/id").asText();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (locks(barred).isEmpty()) {
            assertThat(System.nanoTime()).as("waited for three minutes").isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(locks(barred)).containsExactly("desk-1");
        assertThat(locks(careful.at("/helper/id").asText())).isEmpty();
    }

    private List<String> locks(String helper) {
        for (JsonNode one : congress.organiser().helpers()) {
            if (one.path("id").asText().equals(helper)) {
                return one.path("locks").findValuesAsText("device");
            }
        }
        throw new AssertionError("There is no helper " + helper + ".");
    }

    private void theServerKnowsItAll() throws Exception {
        guests = registrations();
        assertThat(attendee(byId(walkedIn.registration())).path("familyName").asText())
                .isEqualTo("Öztürk");
        assertThat(status(byId(walkedIn.registration()))).isEqualTo("CONFIRMED");
        assertThat(attendee(byId(instead.registration())).path("familyName").asText())
                .isEqualTo("Nguyễn");
        assertThat(status(guest(representedKey))).isEqualTo("REPRESENTED");
        assertThat(attendee(guest(misspeltKey)).path("familyName").asText()).isEqualTo("Richtig-Geschrieben");
    }

    private void anotherDeviceAdmitsTheWalkInByTheBadge(Entrance kiosk) throws Exception {
        Path pictures = folder.resolve("picture-of-the-walk-in");
        new MorningPictures(pictures).ticket(Files.readAllBytes(walkInsPage), "badge");
        try (Stream<Path> files = Files.list(pictures)) {
            Step step = kiosk.shows(files.findFirst().orElseThrow());
            assertThat(step.finding()).isEqualTo(Finding.ADMITTED);
        }
        Step reprinted = kiosk.shows(pictureOf(again.code(), "again"));
        assertThat(reprinted.finding()).isEqualTo(Finding.AGAIN);
    }

    /** First ticket, walk-in, substitute, the one let in by hand, and the line from paper. */
    private void theReportCountsThem() {
        String csv = new String(congress.organiser().attendance("csv"), StandardCharsets.UTF_8);
        assertThat(csv).contains("davon ohne Anmeldung;;note;;1;").containsPattern("Gesamt;Insgesamt;total;\\d+;5;");
    }

    private static <T> T done(DeskResult<T> handled) {
        assertThat(handled.objection()).isEmpty();
        return handled.result().orElseThrow();
    }

    private static EntryId entry(DeskResult<?> handled) {
        return handled.<EntryId>fold((entry, value) -> entry, objection -> {
            throw new AssertionError(objection);
        });
    }

    private List<JsonNode> registrations() {
        return congress.organiser().registrations().stream()
                .sorted(Comparator.comparing(guest -> guest.path("ownKey").asText()))
                .toList();
    }

    private JsonNode guest(String key) {
        return guests.stream()
                .filter(guest -> guest.path("ownKey").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode byId(RegistrationId id) {
        return guests.stream()
                .filter(guest -> guest.path("id").asText().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static RegistrationId registrationOf(JsonNode guest) {
        return RegistrationId.of(guest.path("id").asText());
    }

    private static JsonNode attendee(JsonNode guest) {
        return guest.at("/particulars/attendee");
    }

    private static String status(JsonNode guest) {
        return guest.at("/particulars/status").asText();
    }

    private String keyWithStatus(String status) {
        return guests.stream()
                .filter(guest -> status(guest).equals(status) && isVisitor(guest))
                .findFirst()
                .orElseThrow()
                .get("ownKey")
                .asText();
    }

    private Path photographOf(String key) throws Exception {
        Path pictures = folder.resolve("pictures-of-" + key);
        new MorningPictures(pictures).ticket(congress.organiser().ticket(guest(key)), "ticket");
        return only(pictures);
    }

    private Path pictureOf(String code, String title) throws Exception {
        Path pictures = folder.resolve("pictures-" + title);
        new MorningPictures(pictures).poster(code, title);
        return only(pictures);
    }

    private static Path only(Path pictures) throws Exception {
        try (Stream<Path> files = Files.list(pictures)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static String textOf(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
