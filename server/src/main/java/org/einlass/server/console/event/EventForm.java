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
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.HeadCount;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.OrganiserQuestion;
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
    static final String ID = "id";
    private static final String PERMITTED = "permitted";
    private static final String PARENT = "parent";
    private static final String FULL = "full";
    private static final Set<String> REFERENCES =
            Set.of(ID, PARENT, DoorForm.AREA, DoorForm.BOOKING, DoorForm.TAKES_BACK, SessionForm.PROGRAMME);

    private boolean bookingNumbers = true;

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<Map<String, String>> programmes = new ArrayList<>();
    private final List<CategoryForm> categories = new ArrayList<>();
    private final List<Map<String, String>> areas = new ArrayList<>();
    private final List<SessionForm> sessions = new ArrayList<>();
    private final List<DoorForm> doors = new ArrayList<>();
    private final List<Map<String, String>> questions = new ArrayList<>();

    /** Ids that the document had: a part that was taken away leaves its own to nobody, for it had rules of its own. */
    private final Set<String> used = new HashSet<>();

    static EventForm of(EventDocument document) {
        EventForm form = new EventForm();
        form.head(document);
        document.allProgrammes().forEach(one -> form.programmes.add(row(one.id().text(), one.title())));
        document.categories().forEach(one -> form.categories.add(CategoryForm.of(one)));
        document.allAreas().forEach(area -> {
            Map<String, String> row = row(area.id().text(), area.title());
            row.put(PERMITTED, area.permitted() == null ? "" : String.valueOf(area.permitted()));
            row.put(PARENT, area.parent() == null ? "" : area.parent().text());
            row.put(
                    FULL,
                    Objects.requireNonNullElse(area.headCount(), HeadCount.SOFT).name());
            form.areas.add(row);
        });
        document.allSessions().forEach(one -> form.sessions.add(SessionForm.of(one, document.zone())));
        document.doors().forEach(door -> form.doors.add(DoorForm.of(door, document)));
        form.used.addAll(ids(form.programmes));
        form.used.addAll(ids(form.areas));
        form.categories.forEach(category -> form.used.add(category.id()));
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
        put("directions", document.directions());
        put("access", document.access());
        put("hotline", document.hotline());
        GuestTexts guests = document.guests();
        put("privacy", guests == null ? null : guests.privacy());
        put("onward", guests == null ? null : guests.onward());
        put("spelling", String.valueOf(guests != null && guests.allowsSpelling()));
        put("photographs", String.valueOf(guests != null && guests.asksPhotographs()));
        if (guests != null) {
            guests.allQuestions().forEach(question -> questions.add(QuestionForm.of(question)));
        }
        bookingNumbers = document.allowsBookingNumbers();
    }

    private void put(String field, @Nullable Wording words) {
        put(field + "German", words == null ? "" : words.german());
        put(field + "English", words == null ? "" : words.english());
    }

    private @Nullable GuestTexts guests() {
        Wording privacy = optional("privacyGerman", "privacyEnglish");
        Wording onward = optional("onwardGerman", "onwardEnglish");
        Boolean refused = bookingNumbers ? null : Boolean.FALSE;
        Boolean spelling = text("spelling").equals("true") ? true : null;
        Boolean photographs = text("photographs").equals("true") ? true : null;
        List<OrganiserQuestion> asked =
                questions.stream().map(QuestionForm::question).toList();
        GuestTexts texts =
                new GuestTexts(privacy, onward, refused, spelling, photographs, asked.isEmpty() ? null : asked);
        return texts.equals(new GuestTexts(null, null)) ? null : texts;
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

    /** Whether guests check in by booking number and family name. */
    public boolean isBookingNumbers() {
        return bookingNumbers;
    }

    public void setBookingNumbers(boolean bookingNumbers) {
        this.bookingNumbers = bookingNumbers;
    }

    public List<Map<String, String>> getProgrammes() {
        return programmes;
    }

    public List<CategoryForm> getCategories() {
        return categories;
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

    /** What kiosks ask guests. */
    public List<Map<String, String>> getQuestions() {
        return questions;
    }

    /** Whether kiosks may ask one question more. */
    public boolean isRoomForQuestions() {
        return questions.size() < OrganiserQuestion.MOST;
    }

    void addProgramme() {
        programmes.add(row(freeId("programme", ids(programmes)), Wording.same("")));
    }

    void addQuestion() {
        if (isRoomForQuestions()) {
            questions.add(QuestionForm.fresh(freeId("question", ids(questions))));
        }
    }

    void addArea() {
        Map<String, String> row = row(freeId("area", ids(areas)), Wording.same(""));
        row.put(PERMITTED, "");
        row.put(PARENT, "");
        row.put(FULL, HeadCount.SOFT.name());
        areas.add(row);
    }

    void addCategory() {
        categories.add(CategoryForm.fresh(
                freeId("category", categories.stream().map(CategoryForm::id).toList())));
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
                optional("directionsGerman", "directionsEnglish"),
                optional("accessGerman", "accessEnglish"),
                text("hotline").isEmpty() ? null : text("hotline"),
                programmes.stream().map(EventForm::programme).toList(),
                categories.stream().map(CategoryForm::category).toList(),
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
        String around = at(row, PARENT);
        HeadCount before = base.allAreas().stream()
                .filter(area -> area.id().equals(id))
                .map(Area::headCount)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        HeadCount full = HeadCount.valueOf(at(row, FULL));
        return new Area(
                id,
                wording(row),
                around.isEmpty() ? null : new AreaId(around),
                permitted.isEmpty() ? null : Integer.valueOf(permitted),
                full == HeadCount.SOFT && before == null ? null : full);
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
    static Wording either(String german, String english) {
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

    /**
     * Takes over what somebody else has saved since, field by field, but for what was typed here: parts that they added
     * come in, parts that they took away go unless something was typed in them.
     *
     * @param before what the form was made of
     * @param after what is saved now
     */
    void follow(EventDocument before, EventDocument after) {
        EventForm old = of(before);
        EventForm now = of(after);
        used.addAll(now.used);
        rows().forEach(EventForm::fill);
        now.allIds().stream()
                .filter(id -> !old.allIds().contains(id) && allIds().contains(id))
                .forEach(this::giveWay);
        follow(texts, old.texts, now.texts);
        bookingNumbers = bookingNumbers == old.bookingNumbers ? now.bookingNumbers : bookingNumbers;
        follow(programmes, old.programmes, now.programmes, row -> at(row, ID), Map::equals, EventForm::follow);
        follow(questions, old.questions, now.questions, row -> at(row, ID), Map::equals, EventForm::follow);
        follow(areas, old.areas, now.areas, row -> at(row, ID), Map::equals, EventForm::follow);
        follow(
                categories,
                old.categories,
                now.categories,
                CategoryForm::id,
                CategoryForm::isSame,
                CategoryForm::follow);
        follow(
                sessions,
                old.sessions,
                now.sessions,
                SessionForm::id,
                (one, other) -> one.getTexts().equals(other.getTexts()),
                (mine, was, is) -> follow(mine.getTexts(), was.getTexts(), is.getTexts()));
        follow(doors, old.doors, now.doors, DoorForm::id, DoorForm::isSame, DoorForm::follow);
    }

    private Set<String> allIds() {
        Set<String> ids = new HashSet<>(ids(programmes));
        ids.addAll(ids(areas));
        categories.forEach(one -> ids.add(one.id()));
        sessions.forEach(one -> ids.add(one.id()));
        doors.forEach(one -> ids.add(one.id()));
        return ids;
    }

    /** The texts of the event, and those of each of its parts. */
    private Stream<Map<String, String>> rows() {
        return Stream.of(
                        Stream.of(texts),
                        programmes.stream(),
                        areas.stream(),
                        questions.stream(),
                        categories.stream().map(CategoryForm::getTexts),
                        sessions.stream().map(SessionForm::getTexts),
                        doors.stream().map(DoorForm::getTexts))
                .flatMap(rows -> rows);
    }

    /** A page sets null where nothing was typed. */
    private static void fill(Map<String, String> row) {
        row.replaceAll((field, text) -> Objects.requireNonNullElse(text, ""));
    }

    /** Two people added a part at the same time: the one that is not saved yet gets another id. */
    private void giveWay(String id) {
        String kind = id.substring(0, id.lastIndexOf('-'));
        String other = freeId(
                kind,
                allIds().stream().filter(one -> one.startsWith(kind + "-")).toList());
        rows().forEach(row ->
                row.replaceAll((field, text) -> REFERENCES.contains(field) && text.equals(id) ? other : text));
        doors.forEach(door -> door.rename(id, other));
    }

    /** Takes over what became of texts that were left as they were. */
    static void follow(Map<String, String> mine, Map<String, String> before, Map<String, String> after) {
        mine.replaceAll((field, text) ->
                text.equals(before.get(field)) ? Objects.requireNonNullElse(after.get(field), text) : text);
    }

    /** How one part of an event takes over what became of it. */
    private interface Following<T> {
        void follow(T mine, T before, T after);
    }

    private static <T> void follow(
            List<T> mine,
            List<T> before,
            List<T> after,
            Function<T, String> id,
            BiPredicate<T, T> same,
            Following<T> following) {
        Map<String, T> old = by(id, before);
        Map<String, T> now = by(id, after);
        mine.removeIf(part -> {
            T was = old.get(id.apply(part));
            return was != null && !now.containsKey(id.apply(part)) && same.test(part, was);
        });
        mine.forEach(part -> {
            T was = old.get(id.apply(part));
            T is = now.get(id.apply(part));
            if (was != null && is != null) {
                following.follow(part, was, is);
            }
        });
        after.stream().filter(part -> !old.containsKey(id.apply(part))).forEach(mine::add);
    }

    private static <T> Map<String, T> by(Function<T, String> id, List<T> parts) {
        return parts.stream().collect(Collectors.toMap(id, part -> part, (one, other) -> one, LinkedHashMap::new));
    }
}
