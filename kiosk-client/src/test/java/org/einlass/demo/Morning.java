package org.einlass.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.id.EventId;
import org.einlass.kiosk.PictureRun.Finding;

/**
 * Who comes to the entrance in a morning, as photographs of what they hold up, and what the kiosk ought to
 * say to each.
 */
final class Morning {
    private static final int GOOD_TICKETS = 14;
    private static final long FORGER = 13;

    private final Organiser organiser;
    private final ModelEvent event;
    private final MorningPictures pictures;
    private final Map<String, List<JsonNode>> byStatus;
    private final List<Finding> expected = new ArrayList<>();

    private Morning(DemoCongress congress, Path folder) throws IOException {
        this.organiser = congress.organiser();
        this.event = congress.event();
        this.pictures = new MorningPictures(folder);
        this.byStatus = organiser.registrations().stream()
                .sorted(Comparator.comparing(guest -> guest.get("ownKey").asText()))
                .collect(Collectors.groupingBy(
                        guest -> guest.get("particulars").get("status").asText(), TreeMap::new, Collectors.toList()));
    }

    /** Photographs the twenty guests into {@code folder}. */
    static Morning photographed(DemoCongress congress, Path folder) throws IOException {
        Morning morning = new Morning(congress, folder);
        morning.photograph();
        return morning;
    }

    /** What the kiosk ought to say, picture by picture. */
    List<Finding> expected() {
        return List.copyOf(expected);
    }

    private void photograph() {
        Iterator<JsonNode> guests = byStatus.get("CONFIRMED").iterator();
        JsonNode first = guests.next();
        ticket(first, "ticket", Finding.ADMITTED);
        for (int guest = 2; guest <= GOOD_TICKETS; guest++) {
            ticket(guests.next(), "ticket", Finding.ADMITTED);
        }
        ticket(first, "same-ticket-again", Finding.AGAIN);
        ticket(byStatus.get("CANCELLED").get(0), "cancelled", Finding.REFUSED);
        ticket(byStatus.get("WAITLISTED").get(0), "waitlisted", Finding.REFUSED);
        poster("https://www.example.org/programm?utm_source=poster", "poster-of-somebody-else");
        poster(forgery(), "forged-ticket");
        pictures.nothing("nobody");
        expected.add(Finding.NO_CODE);
    }

    private void ticket(JsonNode guest, String title, Finding finding) {
        pictures.ticket(organiser.ticket(guest), title);
        expected.add(finding);
    }

    private void poster(String text, String title) {
        pictures.poster(text, title);
        expected.add(Finding.REFUSED);
    }

    /** Well formed, check symbol right, but made without the event's key. */
    private String forgery() {
        CodeKey wrongKey = new CodeKey(new EventId(event.id()), '1', new byte[CodeKey.BYTES]);
        return wrongKey.issue(CodeKind.TICKET, new Random(FORGER)).text();
    }
}
