package org.einlass.proof.nonsense;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.demo.DemoCongress;
import org.einlass.demo.TicketPage;
import org.einlass.kiosk.camera.CameraFrame;
import org.einlass.kiosk.camera.CodeReader;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.sync.ServerAddress;
import org.einlass.story.RunningHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of nonsense between the real engine of a kiosk and the real server, on a morning with real
 * tickets.
 */
final class NonsenseBeforeTheServerIT {
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final int GUESTS = 12;
    private static final Pattern UNIQUE_VISITORS = Pattern.compile("Gesamt;Insgesamt;total;\\d+;(\\d+);");

    @TempDir
    private Path folder;

    private final Random chance = new Random(11);
    private final List<Nonsense> kinds = new ArrayList<>();

    @Test
    void losesNothingAndCountsNobodyTwice() throws Exception {
        kinds.addAll(List.of(Nonsense.values()));
        kinds.addAll(List.of(Nonsense.values()));
        Collections.shuffle(kinds, chance);
        try (RunningHouse runningHouse = RunningHouse.open(folder.resolve("server"))) {
            DemoCongress congress = DemoCongress.on(runningHouse.server(), runningHouse.organiserToken());
            congress.inviteGuests();
            List<Code> tickets = tickets(congress);
            Set<Code> admitted = new HashSet<>();
            String token = congress.organiser()
                    .enrol("kiosk-west", "{\"kind\": \"KIOSK\", \"doors\": [\"" + DemoCongress.ENTRANCE + "\"]}");

            try (NonsenseProxy proxy = new NonsenseProxy(runningHouse.server().uri(), body -> next());
                    DeliveringKiosk kiosk =
                            new DeliveringKiosk(folder.resolve("kiosk"), address(proxy.address(), token), SHORT)) {
                assertThat(kiosk.opens()).as("the kiosk knows its door").isTrue();
                for (int guest = 0; !allSeen(); guest++) {
                    int before = proxy.done().size();
                    Code ticket = tickets.get(guest % GUESTS);
                    if (kiosk.serve(ticket).outcome().verdict() == Verdict.ADMITTED) {
                        admitted.add(ticket);
                    }
                    kiosk.deliver();
                    assertThat(DeliveringKiosk.await(() -> proxy.done().size() > before))
                            .isTrue();
                }

                assertThat(kiosk.awaitWaiting(0)).as("everything is delivered").isTrue();
                assertThat(kiosk.backlog().quarantined()).isZero();
                List<ShownOutcome> passages = kiosk.awaitPassages(GUESTS);
                assertThat(kiosk.backlog().total()).isEqualTo(passages.size());
                assertThat(kiosk.tellAgain(address(runningHouse.server().uri(), token)))
                        .hasSameSizeAs(passages)
                        .containsOnly(Fate.KNOWN);
                assertThat(arrivals(congress)).isEqualTo(admitted.size());
            }
        }
    }

    private static ServerAddress address(URI server, String token) {
        return new ServerAddress(server, new EventId(DemoCongress.EVENT), new DoorId(DemoCongress.ENTRANCE), token);
    }

    /** About every third request goes through. */
    private synchronized Optional<Nonsense> next() {
        boolean passes = kinds.isEmpty() || chance.nextInt(3) == 0;
        return passes ? Optional.empty() : Optional.of(kinds.remove(0));
    }

    private synchronized boolean allSeen() {
        return kinds.isEmpty();
    }

    /** Tickets of confirmed visitors, read from the pages that are mailed to them. */
    private static List<Code> tickets(DemoCongress congress) {
        return congress.organiser().registrations().stream()
                .filter(guest -> guest.get("particulars").get("status").asText().equals("CONFIRMED"))
                .filter(guest ->
                        guest.get("particulars").get("category").asText().equals("attendee"))
                .limit(GUESTS)
                .map(guest -> code(congress.organiser().ticket(guest)))
                .toList();
    }

    private static Code code(byte[] ticket) {
        return new CodeReader(Duration.ofMinutes(1), System::nanoTime)
                .read(CameraFrame.of("ticket", TicketPage.of(ticket))).stream()
                        .map(found -> Code.parse(found.text()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow();
    }

    private static int arrivals(DemoCongress congress) {
        String csv = new String(congress.organiser().attendance("csv"), UTF_8);
        Matcher visitors = UNIQUE_VISITORS.matcher(csv);
        assertThat(visitors.find()).isTrue();
        return Integer.parseInt(visitors.group(1));
    }
}
