package org.einlass.server.console.event;

import static org.einlass.server.console.event.EventForm.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.ScopeId;
import org.einlass.contract.id.SessionId;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.BookedSession;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventDocument.HandOut;
import org.einlass.server.event.EventDocument.Rule;
import org.einlass.server.event.EventDocument.Window;
import org.jspecify.annotations.Nullable;

/** What an organiser types about a door. Parts of its rule that have no field here stay as they are. */
public final class DoorForm {
    private static final String ID = "id";
    static final String AREA = "area";
    private static final String GIVES_GERMAN = "givesGerman";
    private static final String GIVES_ENGLISH = "givesEnglish";
    static final String TAKES_BACK = "takesBack";
    private static final String DIRECTION = "direction";
    private static final String REPETITION = "repetition";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    static final String BOOKING = "booking";
    private static final String HOLD = "hold";
    private static final String REENTRY = "reentry";
    private static final String GRACE = "grace";

    private static final Wording BADGE = new Wording("Namensschild", "Badge");

    private final Map<String, String> texts = new LinkedHashMap<>();
    private boolean prints;
    private boolean comesBack;
    private boolean provisional;
    private Set<String> programmes = new TreeSet<>();
    private Set<String> categories = new TreeSet<>();
    private Set<String> days = new TreeSet<>();

    private DoorForm() {}

    static DoorForm fresh(String id, String area) {
        DoorForm form = new DoorForm();
        List.of(
                        EventForm.GERMAN,
                        EventForm.ENGLISH,
                        FROM,
                        UNTIL,
                        BOOKING,
                        HOLD,
                        REENTRY,
                        GRACE,
                        GIVES_GERMAN,
                        GIVES_ENGLISH,
                        TAKES_BACK)
                .forEach(field -> form.texts.put(field, ""));
        form.texts.put(ID, id);
        form.texts.put(AREA, area);
        form.texts.put(DIRECTION, Direction.ENTRY.name());
        form.texts.put(REPETITION, ReuseRule.FREE.name());
        return form;
    }

    static DoorForm of(Door door, EventDocument document) {
        DoorForm form =
                fresh(door.id().text(), door.area() == null ? "" : door.area().text());
        form.texts.put(EventForm.GERMAN, door.title().german());
        form.texts.put(EventForm.ENGLISH, door.title().english());
        form.texts.put(
                DIRECTION,
                Objects.requireNonNullElse(door.direction(), Direction.ENTRY).name());
        form.prints = door.prints();
        if (door.gives() != null) {
            form.texts.put(GIVES_GERMAN, door.gives().what().german());
            form.texts.put(GIVES_ENGLISH, door.gives().what().english());
            form.comesBack = door.gives().comesBack();
            form.texts.put(TAKES_BACK, lender(door, document));
        }
        Rule rule = door.rule();
        if (rule != null) {
            form.read(rule, document.zone());
        }
        return form;
    }

    /** The point that gives what {@code door} takes back, as long as the two share the usual scope; else nothing. */
    private static String lender(Door door, EventDocument document) {
        String shared = door.sharedScope().text();
        return door.direction() == Direction.EXIT
                        && document.doors().stream()
                                .anyMatch(one -> one.id().text().equals(shared))
                ? shared
                : "";
    }

    private void read(Rule rule, ZoneId zone) {
        texts.put(
                REPETITION,
                Objects.requireNonNullElse(rule.repetition(), ReuseRule.FREE).name());
        if (rule.window() != null) {
            texts.put(FROM, local(rule.window().from(), zone));
            texts.put(UNTIL, local(rule.window().until(), zone));
            texts.put(GRACE, minutes(rule.window().grace()));
        }
        texts.put(REENTRY, minutes(rule.reentryWindow()));
        provisional = rule.provisional();
        if (rule.booking() != null) {
            texts.put(BOOKING, rule.booking().session().text());
            texts.put(HOLD, hold(rule.booking()));
        }
        if (rule.programmes() != null) {
            rule.programmes().forEach(one -> programmes.add(one.text()));
        }
        if (rule.categories() != null) {
            rule.categories().forEach(one -> categories.add(one.text()));
        }
        if (rule.days() != null) {
            rule.days().forEach(day -> days.add(day.toString()));
        }
    }

    private static String local(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? "" : LocalDateTime.ofInstant(moment, zone).toString();
    }

    Door over(@Nullable Door base, ZoneId zone) {
        return new Door(
                new DoorId(id()),
                EventForm.wording(texts),
                area(),
                scope(base),
                Direction.valueOf(at(texts, DIRECTION)),
                prints,
                rule(base, zone),
                gives());
    }

    private @Nullable AreaId area() {
        String area = at(texts, AREA);
        return area.isEmpty() ? null : new AreaId(area);
    }

    /** A door that leads elsewhere from now on shares no "once" with those it shared one with until now. */
    private @Nullable ScopeId scope(@Nullable Door base) {
        String lender = at(texts, TAKES_BACK);
        if (area() == null && isExit() && !lender.isEmpty()) {
            return new ScopeId(lender);
        }
        boolean tookBack = base != null && base.area() == null && base.direction() == Direction.EXIT;
        return base != null && !tookBack && Objects.equals(base.area(), area()) ? base.scope() : null;
    }

    private @Nullable HandOut gives() {
        String german = at(texts, GIVES_GERMAN).strip();
        String english = at(texts, GIVES_ENGLISH).strip();
        if (german.isEmpty() && english.isEmpty()) {
            return area() == null && prints && !isExit() ? new HandOut(BADGE, false) : null;
        }
        return new HandOut(
                new Wording(german.isEmpty() ? english : german, english.isEmpty() ? german : english), comesBack);
    }

    private boolean isExit() {
        return Direction.valueOf(at(texts, DIRECTION)) == Direction.EXIT;
    }

    /** What becomes a hand-out point gives once, and what comes back from now on again after that. */
    private ReuseRule repetition(@Nullable Door base) {
        ReuseRule chosen = ReuseRule.valueOf(at(texts, REPETITION));
        HandOut before = base == null ? null : base.gives();
        if (gives() == null || isExit() || prints) {
            return chosen;
        }
        if (before == null && chosen == ReuseRule.FREE) {
            return comesBack ? ReuseRule.AGAIN_AFTER_EXIT : ReuseRule.ONCE;
        }
        boolean comesBackNow = comesBack && (before == null || !before.comesBack());
        return comesBackNow && chosen == ReuseRule.ONCE ? ReuseRule.AGAIN_AFTER_EXIT : chosen;
    }

    private Rule rule(@Nullable Door door, ZoneId zone) {
        Rule base = door == null ? null : door.rule();
        Instant from = moment(FROM, zone);
        Instant until = moment(UNTIL, zone);
        boolean always = from == null && until == null;
        return new Rule(
                categories.stream().map(CategoryId::new).collect(Collectors.toSet()),
                programmes.stream().map(ProgrammeId::new).collect(Collectors.toSet()),
                always ? null : new Window(from, until, duration(GRACE)),
                repetition(door),
                duration(REENTRY),
                provisional,
                days.stream().map(LocalDate::parse).collect(Collectors.toSet()),
                booking(base == null ? null : base.booking()));
    }

    private static String minutes(@Nullable Duration held) {
        return held == null || held.isZero() ? "" : String.valueOf(held.toMinutes());
    }

    private @Nullable Duration duration(String field) {
        String minutes = at(texts, field);
        return minutes.isEmpty() ? null : Duration.ofMinutes(Integer.parseInt(minutes));
    }

    private static String hold(BookedSession booking) {
        Duration held = booking.holdFor();
        return held == null ? "" : String.valueOf(held.toMinutes());
    }

    private @Nullable BookedSession booking(@Nullable BookedSession base) {
        String session = at(texts, BOOKING);
        String hold = at(texts, HOLD);
        boolean untouched = base != null
                && base.session().text().equals(session)
                && hold(base).equals(hold);
        if (untouched) {
            return base;
        }
        return session.isEmpty()
                ? null
                : new BookedSession(
                        new SessionId(session), hold.isEmpty() ? null : Duration.ofMinutes(Integer.parseInt(hold)));
    }

    private @Nullable Instant moment(String field, ZoneId zone) {
        String text = at(texts, field);
        return text.isEmpty() ? null : LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    String id() {
        return at(texts, ID);
    }

    public Map<String, String> getTexts() {
        return texts;
    }

    public boolean isPrints() {
        return prints;
    }

    public void setPrints(boolean prints) {
        this.prints = prints;
    }

    public boolean isComesBack() {
        return comesBack;
    }

    public void setComesBack(boolean comesBack) {
        this.comesBack = comesBack;
    }

    /** Whether a real code that nobody knows yet is let in. */
    public boolean isProvisional() {
        return provisional;
    }

    public void setProvisional(boolean provisional) {
        this.provisional = provisional;
    }

    /** Only for these; for all where there are none. */
    public Set<String> getCategories() {
        return categories;
    }

    public void setCategories(Set<String> categories) {
        this.categories = new TreeSet<>(categories);
    }

    /** Only on these days of the event; on every day where there are none. */
    public Set<String> getDays() {
        return days;
    }

    public void setDays(Set<String> days) {
        this.days = new TreeSet<>(days);
    }

    public Set<String> getProgrammes() {
        return programmes;
    }

    public void setProgrammes(Set<String> programmes) {
        this.programmes = new TreeSet<>(programmes);
    }

    /** A programme or a category that it is for has another id now. */
    void rename(String id, String other) {
        if (programmes.remove(id)) {
            programmes.add(other);
        }
        if (categories.remove(id)) {
            categories.add(other);
        }
    }

    /** Takes over what somebody else changed, but for what was typed here. */
    void follow(DoorForm before, DoorForm after) {
        EventForm.follow(texts, before.texts, after.texts);
        prints = prints == before.prints ? after.prints : prints;
        comesBack = comesBack == before.comesBack ? after.comesBack : comesBack;
        provisional = provisional == before.provisional ? after.provisional : provisional;
        programmes = programmes.equals(before.programmes) ? after.programmes : programmes;
        categories = categories.equals(before.categories) ? after.categories : categories;
        days = days.equals(before.days) ? after.days : days;
    }

    /** Whether nothing else stands in it. */
    boolean isSame(DoorForm other) {
        return texts.equals(other.texts)
                && prints == other.prints
                && comesBack == other.comesBack
                && provisional == other.provisional
                && programmes.equals(other.programmes)
                && categories.equals(other.categories)
                && days.equals(other.days);
    }
}
