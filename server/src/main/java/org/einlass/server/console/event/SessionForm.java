package org.einlass.server.console.event;

import static org.einlass.server.console.event.EventForm.at;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.server.event.EventDocument.Session;
import org.jspecify.annotations.Nullable;

/** What an organiser types about a talk or a workshop. */
public final class SessionForm {
    private static final String ID = "id";
    static final String PROGRAMME = "programme";
    private static final String AREA = "area";
    private static final String STARTS = "starts";
    private static final String ENDS = "ends";
    private static final String SEATS = "seats";

    private final Map<String, String> texts = new LinkedHashMap<>();

    private SessionForm() {}

    static SessionForm fresh(String id, String programme, String area, LocalDateTime starts) {
        SessionForm form = new SessionForm();
        form.texts.put(ID, id);
        form.texts.put(EventForm.GERMAN, "");
        form.texts.put(EventForm.ENGLISH, "");
        form.texts.put(PROGRAMME, programme);
        form.texts.put(AREA, area);
        form.texts.put(STARTS, starts.toString());
        form.texts.put(ENDS, starts.plusHours(1).toString());
        form.texts.put(SEATS, "");
        return form;
    }

    static SessionForm of(Session session, ZoneId zone) {
        SessionForm form = fresh(
                session.id().text(),
                session.programme().text(),
                session.area().text(),
                LocalDateTime.ofInstant(session.startsAt(), zone));
        form.texts.put(EventForm.GERMAN, session.title().german());
        form.texts.put(EventForm.ENGLISH, session.title().english());
        form.texts.put(ENDS, LocalDateTime.ofInstant(session.endsAt(), zone).toString());
        Integer seats = session.seats();
        form.texts.put(SEATS, seats == null ? "" : seats.toString());
        return form;
    }

    /**
     * The session with what was typed.
     *
     * @throws java.time.DateTimeException where a time is none
     * @throws NumberFormatException where the seats are no number
     */
    Session session(ZoneId zone) {
        return new Session(
                new SessionId(id()),
                new ProgrammeId(at(texts, PROGRAMME)),
                EventForm.wording(texts),
                new AreaId(at(texts, AREA)),
                moment(STARTS, zone),
                moment(ENDS, zone),
                seats());
    }

    private @Nullable Integer seats() {
        String seats = at(texts, SEATS);
        return seats.isEmpty() ? null : Integer.valueOf(seats);
    }

    private Instant moment(String field, ZoneId zone) {
        return LocalDateTime.parse(at(texts, field)).atZone(zone).toInstant();
    }

    String id() {
        return at(texts, ID);
    }

    public Map<String, String> getTexts() {
        return texts;
    }
}
