package org.einlass.server.console.event;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.wire.DoorSheet.GuestTexts;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.Area;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventDocument.Programme;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser types about an event, as texts by their fields' names. Whatever has no field here stays
 * as the document has it.
 */
public final class EventForm {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final LocalTime USUAL_START = LocalTime.of(10, 0);
    static final String GERMAN = "german";
    static final String ENGLISH = "english";
    private static final String ID = "id";
    private static final String PERMITTED = "permitted";

    /** Not on the page; what REST said of it stays. */
    private @Nullable Boolean bookingNumbers;

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<Map<String, String>> programmes = new ArrayList<>();
    private final List<Map<String, String>> areas = new ArrayList<>();
    private final List<SessionForm> sessions = new ArrayList<>();
    private final List<DoorForm> doors = new ArrayList<>();

    /** Ids that the document had: a part that was taken away leaves its own to nobody, for it had rules of its own. */
    private final Set<String> used = new HashSet<>();

    static EventForm of(EventDocument document) {
        EventForm form = new EventForm();
        form.head(document);
        document.allProgrammes().forEach(one -> form.programmes.add(row(one.id().text(), one.title())));
        document.allAreas().forEach(area -> {
            Map<String, String> row = row(area.id().text(), area.title());
            row.put(PERMITTED, area.permitted() == null ? "" : String.valueOf(area.permitted()));
            form.areas.add(row);
        });
        document.allSessions().forEach(one -> form.sessions.add(SessionForm.of(one, document.zone())));
        document.doors().forEach(door -> form.doors.add(DoorForm.of(door, document)));
        form.used.addAll(ids(form.programmes));
        form.used.addAll(ids(form.areas));
        form.sessions.forEach(session -> form.used.add(session.id()));
        form.doors.forEach(door -> form.used.add(door.id()));
        return form;
    }

    private void head(EventDocument document) {
        put("titleGerman", document.title().german());
        put("titleEnglish", document.title().english());
        put("firstDay", document.firstDay());
        put("lastDay", document.end());
        put("zone", document.zone());
        put("dayStart", CLOCK.format(document.dayBegins()));
        put("opens", document.opens() == null ? "" : CLOCK.format(document.opens()));
        put("closes", document.closes() == null ? "" : CLOCK.format(document.closes()));
        put("phase", Objects.requireNonNullElse(document.phase(), Phase.REHEARSAL));
        put("organiser", document.organiser());
        put("placeGerman", document.place() == null ? "" : document.place().german());
        put("placeEnglish", document.place() == null ? "" : document.place().english());
        put("hotline", document.hotline());
        GuestTexts guests = document.guests();
        put("privacy", guests == null ? null : guests.privacy());
        put("onward", guests == null ? null : guests.onward());
        put("spelling", String.valueOf(guests != null && guests.allowsSpelling()));
        bookingNumbers = guests == null ? null : guests.bookingNumbers();
    }

    private void put(String field, @Nullable Wording words) {
        put(field + "German", words == null ? "" : words.german());
        put(field + "English", words == null ? "" : words.english());
    }

    private @Nullable GuestTexts guests() {
        Wording privacy = optional("privacyGerman", "privacyEnglish");
        Wording onward = optional("onwardGerman", "onwardEnglish");
        Boolean spelling = text("spelling").equals("true") ? true : null;
        return privacy == null && onward == null && bookingNumbers == null && spelling == null
                ? null
                : new GuestTexts(privacy, onward, bookingNumbers, spelling);
    }

    private void put(String field, @Nullable Object value) {
        texts.put(field, value == null ? "" : value.toString());
    }

    private static Map<String, String> row(String id, Wording title) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(ID, id);
        row.put(GERMAN, title.german());
        row.put(ENGLISH, title.english());
        return row;
    }

    public Map<String, String> getTexts() {
        return texts;
    }

    public List<Map<String, String>> getProgrammes() {
        return programmes;
    }

    public List<Map<String, String>> getAreas() {
        return areas;
    }

    public List<SessionForm> getSessions() {
        return sessions;
    }

    public List<DoorForm> getDoors() {
        return doors;
    }

    void addProgramme() {
        programmes.add(row(freeId("programme", ids(programmes)), Wording.same("")));
    }

    void addArea() {
        Map<String, String> row = row(freeId("area", ids(areas)), Wording.same(""));
        row.put(PERMITTED, "");
        areas.add(row);
    }

    /** On the first day, in the first programme and area; an event without one of them has none to add. */
    void addSession() {
        if (programmes.isEmpty() || areas.isEmpty()) {
            return;
        }
        String id = freeId("session", sessions.stream().map(SessionForm::id).toList());
        LocalDateTime starts = LocalDate.parse(text("firstDay")).atTime(USUAL_START);
        sessions.add(SessionForm.fresh(id, at(programmes.get(0), ID), at(areas.get(0), ID), starts));
    }

    void addDoor() {
        String id = freeId("door", doors.stream().map(DoorForm::id).toList());
        doors.add(DoorForm.fresh(id, areas.isEmpty() ? "" : at(areas.get(0), ID)));
    }

    /**
     * The document with what was typed.
     *
     * @throws java.time.DateTimeException where a day or a time is none
     * @throws NumberFormatException where a head count is none
     */
    EventDocument over(EventDocument base) {
        ZoneId zone = ZoneId.of(text("zone"));
        return new EventDocument(
                wording("titleGerman", "titleEnglish"),
                zone,
                LocalTime.parse(text("dayStart")),
                Phase.valueOf(text("phase")),
                LocalDate.parse(text("firstDay")),
                LocalDate.parse(text("lastDay")),
                time("opens"),
                time("closes"),
                text("organiser").isEmpty() ? null : text("organiser"),
                text("placeGerman").isEmpty() ? null : wording("placeGerman", "placeEnglish"),
                base.directions(),
                base.access(),
                text("hotline").isEmpty() ? null : text("hotline"),
                programmes.stream().map(EventForm::programme).toList(),
                base.categories(),
                areas.stream().map(row -> area(row, base)).toList(),
                sessions.stream().map(session -> session.session(zone)).toList(),
                doors.stream().map(door -> door.over(door(door, base), zone)).toList(),
                base.rush(),
                guests());
    }

    private static @Nullable Door door(DoorForm form, EventDocument base) {
        return base.doors().stream()
                .filter(door -> door.id().text().equals(form.id()))
                .findFirst()
                .orElse(null);
    }

    private static Programme programme(Map<String, String> row) {
        return new Programme(new ProgrammeId(at(row, ID)), wording(row));
    }

    private static Area area(Map<String, String> row, EventDocument base) {
        AreaId id = new AreaId(at(row, ID));
        String permitted = at(row, PERMITTED);
        Integer most = permitted.isEmpty() ? null : Integer.valueOf(permitted);
        return base.allAreas().stream()
                .filter(area -> area.id().equals(id))
                .findFirst()
                .map(area -> new Area(id, wording(row), area.parent(), most, area.headCount()))
                .orElseGet(() -> new Area(id, wording(row), null, most, null));
    }

    private static List<String> ids(List<Map<String, String>> rows) {
        return rows.stream().map(row -> at(row, ID)).toList();
    }

    /** For a new part; nobody else has it: "door-3". */
    private String freeId(String kind, List<String> taken) {
        int number = taken.size() + 1;
        while (taken.contains(kind + "-" + number) || used.contains(kind + "-" + number)) {
            number++;
        }
        return kind + "-" + number;
    }

    /** Null where neither language says anything. */
    private @Nullable Wording optional(String german, String english) {
        return text(german).isEmpty() && text(english).isEmpty() ? null : wording(german, english);
    }

    private Wording wording(String german, String english) {
        return either(text(german), text(english));
    }

    static Wording wording(Map<String, String> row) {
        return either(at(row, GERMAN), at(row, ENGLISH));
    }

    /** Where one language is left empty, the other stands for both. */
    private static Wording either(String german, String english) {
        return new Wording(german.isEmpty() ? english : german, english.isEmpty() ? german : english);
    }

    private @Nullable LocalTime time(String field) {
        return text(field).isEmpty() ? null : LocalTime.parse(text(field));
    }

    private String text(String field) {
        return at(texts, field);
    }

    static String at(Map<String, String> row, String field) {
        return Objects.requireNonNullElse(row.get(field), "").strip();
    }

    /** Every field and its text, for a comparison of two versions. */
    Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>(texts);
        lines.put("programmes", titles(programmes));
        lines.put("areas", titles(areas));
        lines.put("sessions", sessions.stream().map(SessionForm::line).collect(Collectors.joining(", ")));
        lines.put("doors", doors.stream().map(DoorForm::line).collect(Collectors.joining(", ")));
        return lines;
    }

    private static String titles(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> at(row, GERMAN) + (at(row, PERMITTED).isEmpty() ? "" : " (" + at(row, PERMITTED) + ")"))
                .collect(Collectors.joining(", "));
    }
}
