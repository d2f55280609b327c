package org.einlass.kiosk.desk.people;

import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.code.ScannedText;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.search.SearchEntry;
import org.einlass.contract.search.SearchHit;
import org.einlass.contract.search.SearchIndex;
import org.einlass.contract.wire.AttendeeCard;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.AttendeeDirectory;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.InstalledRoster;
import org.einlass.kiosk.gate.Journal;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.gate.LocalCorrections;
import org.einlass.kiosk.gate.PassageQuery;
import org.einlass.kiosk.gate.Roster;
import org.einlass.kiosk.gate.RosterEntry;
import org.jspecify.annotations.Nullable;

/**
 * Finds people by what is typed, on this device alone: the sealed roster, opened while the desk holds the data
 * key, and whoever this desk registered since. The index keeps folded words; a person is opened when shown.
 *
 * <p>{@link #follow} and {@link #forget} belong on one thread that nobody waits for; all else may be called from
 * any thread and never waits for them.
 */
public final class LocalPeople {
    /** As many as a list on the screen takes. */
    public static final int MOST_IN_GROUP = 24;

    private static final int ONE_BY_ONE = 500;
    private static final long UNREAD = -1;

    private final AttendeeDirectory directory;
    private final Roster roster;
    private final Journal journal;
    private final LocalCorrections corrections;
    private final Map<RegistrationId, Long> indexed = new ConcurrentHashMap<>();
    private final Map<RegistrationId, Made> made = new ConcurrentHashMap<>();
    /** What an organisation's name hashes to, of each person: so nobody is opened to look for a delegation. */
    private final Map<RegistrationId, Integer> organisations = new ConcurrentHashMap<>();

    private Source followed = new Source(Optional.empty(), Optional.empty());
    private volatile @Nullable SearchIndex<Boolean> index;

    /** As long as it is the same, there is nothing new to read. */
    private record Source(Optional<Long> key, Optional<Long> rosterNumber) {}

    /**
     * What this desk made of a person.
     *
     * @param instead the roster's version that it goes before; 0 for somebody whom the roster does not know
     */
    private record Made(BadgeOrder badge, long instead) {}

    /** @param roster with what this desk added itself */
    public LocalPeople(AttendeeDirectory directory, Roster roster, Journal journal, LocalCorrections corrections) {
        this.corrections = corrections;
        this.directory = directory;
        this.roster = roster;
        this.journal = journal;
    }

    /**
     * Takes over what has changed in the roster since the last call; seconds for the first of 100,000 people.
     *
     * @return whether anything has changed
     */
    public boolean follow(DoorSheet sheet) {
        Source source = new Source(directory.key(), roster.installed().map(InstalledRoster::number));
        if (source.equals(followed)) {
            return false;
        }
        if (!source.key().equals(followed.key())) {
            indexed.replaceAll((registration, version) -> UNREAD);
        }
        followed = source;
        Map<RegistrationId, Long> versions = directory.versions();
        Set<RegistrationId> gone = new HashSet<>(indexed.keySet());
        gone.removeAll(versions.keySet());
        Set<RegistrationId> changed = new HashSet<>();
        versions.forEach((registration, version) -> {
            if (!version.equals(indexed.get(registration))) {
                changed.add(registration);
            }
        });
        if (gone.isEmpty() && changed.isEmpty()) {
            return false;
        }
        open(sheet).change(entries(changed, sheet), gone);
        indexed.keySet().retainAll(versions.keySet());
        organisations.keySet().removeAll(gone);
        indexed.putAll(versions);
        made.entrySet().removeIf(one -> one.getValue().instead() < versions.getOrDefault(one.getKey(), 0L));
        return true;
    }

    private List<SearchEntry<Boolean>> entries(Set<RegistrationId> changed, DoorSheet sheet) {
        List<SearchEntry<Boolean>> entries = new ArrayList<>();
        if (changed.size() > ONE_BY_ONE) {
            directory.each(card -> {
                if (changed.contains(card.badge().registration())) {
                    entries.add(entry(corrected(card.badge(), sheet)));
                }
            });
            return entries;
        }
        for (RegistrationId registration : changed) {
            directory
                    .find(registration)
                    .map(AttendeeCard::badge)
                    .ifPresent(badge -> entries.add(entry(corrected(badge, sheet))));
        }
        return entries;
    }

    private BadgeOrder corrected(BadgeOrder badge, DoorSheet sheet) {
        try {
            return corrections.applied(badge, () -> roster.version(badge.registration()), sheet.phase());
        } catch (JournalException unreadable) {
            return badge;
        }
    }

    private SearchEntry<Boolean> entry(BadgeOrder badge) {
        organisations.put(badge.registration(), badge.attendee().organisation().hashCode());
        return new SearchEntry<>(badge.registration(), badge.attendee(), "", null, Set.of(), true);
    }

    private SearchIndex<Boolean> open(DoorSheet sheet) {
        SearchIndex<Boolean> known = index;
        if (known != null) {
            return known;
        }
        SearchIndex<Boolean> fresh = new SearchIndex<>(sheet.salt());
        index = fresh;
        return fresh;
    }

    /** Somebody whom this desk has just registered or corrected, until the roster says so. */
    public void add(BadgeOrder badge, DoorSheet sheet) {
        long instead = indexed.getOrDefault(badge.registration(), 0L);
        made.put(badge.registration(), new Made(badge, instead));
        open(sheet).put(entry(badge));
    }

    /** What this desk made of somebody was taken back: the roster's word holds, or nobody is there. */
    public void takeBack(RegistrationId registration) {
        made.remove(registration);
        SearchIndex<Boolean> known = index;
        if (known != null) {
            directory.find(registration).ifPresentOrElse(card -> known.put(entry(card.badge())), () -> {
                known.remove(registration);
                organisations.remove(registration);
            });
        }
    }

    /** Nobody is known by name any more. */
    public void forget() {
        index = null;
        followed = new Source(Optional.empty(), Optional.empty());
        indexed.clear();
        organisations.clear();
        made.clear();
    }

    /** How many people can be found. */
    public int size() {
        SearchIndex<Boolean> known = index;
        return known == null ? 0 : known.size();
    }

    /** The people that {@code text} may mean, the likeliest first; nobody for fewer than two letters or digits. */
    public List<DeskPerson> search(String text, int most, DoorSheet sheet) {
        SearchIndex<Boolean> known = index;
        boolean enough =
                text.codePoints().filter(Character::isLetterOrDigit).limit(2).count() == 2;
        if (known == null || !enough) {
            return List.of();
        }
        return known.search(text, most).stream()
                .map(SearchHit::id)
                .flatMap(registration -> find(registration, sheet).stream())
                .toList();
    }

    /**
     * Who may come with somebody: all of the same organisation who have a place and are not yet here, or have no badge
     * yet where the desk only hands out badges; in the order of their names, one more than {@value #MOST_IN_GROUP} at most.
     */
    public List<DeskPerson> delegation(DeskPerson person, DoorSheet sheet) {
        String organisation = person.attendee().organisation();
        Collator names = Collator.getInstance(Locale.GERMAN);
        return organisation.isBlank()
                ? List.of()
                : organisations.entrySet().stream()
                        .filter(one -> one.getValue() == organisation.hashCode())
                        .flatMap(one -> badge(one.getKey(), sheet).stream())
                        .filter(badge -> badge.attendee().organisation().equals(organisation))
                        .sorted(Comparator.<BadgeOrder, String>comparing(
                                        badge -> badge.attendee().familyName(), names)
                                .thenComparing(badge -> badge.attendee().givenName(), names))
                        .map(badge -> person(badge, sheet))
                        .filter(other -> other.status() == null || other.status() == RegistrationStatus.CONFIRMED)
                        .filter(other -> sheet.isBadgeOnly() ? !other.printed() : other.arrivedAt() == null)
                        .limit(MOST_IN_GROUP + 1L)
                        .toList();
    }

    /** Some of those who have a place, in no order. Takes its time: not for the thread that answers keys. */
    public List<DeskPerson> expected(int most, DoorSheet sheet) {
        return Stream.concat(indexed.keySet().stream(), made.keySet().stream())
                .distinct()
                .flatMap(registration -> find(registration, sheet).stream())
                .filter(person -> person.status() == RegistrationStatus.CONFIRMED)
                .limit(most)
                .toList();
    }

    /** The person of a registration. */
    public Optional<DeskPerson> find(RegistrationId registration, DoorSheet sheet) {
        return badge(registration, sheet).map(badge -> person(badge, sheet));
    }

    private Optional<BadgeOrder> badge(RegistrationId registration, DoorSheet sheet) {
        return Optional.ofNullable(made.get(registration))
                .map(Made::badge)
                .or(() -> directory.find(registration).map(AttendeeCard::badge).map(badge -> corrected(badge, sheet)));
    }

    /** The person to whom a reading leads. */
    public Optional<DeskPerson> find(GateReading reading, DoorSheet sheet) {
        return reading.texts().stream()
                .map(ScannedText::of)
                .flatMap(text -> text instanceof PresentedCode code ? Stream.of(code) : Stream.empty())
                .flatMap(code -> sheet.lookups(code).stream())
                .flatMap(code -> roster.find(code).stream())
                .flatMap(entry -> find(entry.registration(), sheet).stream())
                .findFirst();
    }

    /** Somebody whom the server found, as far as this desk knows more; its own word comes first. */
    public DeskPerson found(BadgeOrder badge, RegistrationStatus status, DoorSheet sheet) {
        return find(badge.registration(), sheet)
                .orElseGet(() -> person(badge, sheet).withStatus(status));
    }

    private DeskPerson person(BadgeOrder badge, DoorSheet sheet) {
        Set<LookupId> codes = roster.codes(badge.registration());
        Optional<Entitlement> right = codes.stream()
                .flatMap(code -> roster.find(code).stream())
                .map(RosterEntry::entitlement)
                .flatMap(Stream::ofNullable)
                .findFirst();
        boolean printedHere = isPrinted(badge.registration(), sheet);
        return new DeskPerson(
                printedHere ? badge.printedHere() : badge,
                category(badge, sheet),
                programmes(badge, sheet),
                right.map(Entitlement::status).orElse(null),
                arrival(badge.registration(), codes, sheet),
                badge.printed() || printedHere,
                right.map(Entitlement::days).orElse(Set.of()).stream().sorted().toList(),
                notes(badge.registration()),
                OrganiserQuestion.open(sheet.questions(), badge.answered()));
    }

    private AttendeeCard.@Nullable Notes notes(RegistrationId registration) {
        AttendeeCard card = directory.find(registration).orElse(null);
        return card == null ? null : card.notes();
    }

    private static Wording category(BadgeOrder badge, DoorSheet sheet) {
        return sheet.categories().stream()
                .filter(category -> category.id().equals(badge.category()))
                .map(Category::title)
                .findFirst()
                .orElseGet(() -> Wording.same(badge.category().text()));
    }

    private static List<Wording> programmes(BadgeOrder badge, DoorSheet sheet) {
        return sheet.programmes().stream()
                .filter(programme -> badge.programmes().contains(programme.id()))
                .map(DoorSheet.ProgrammeTitle::title)
                .toList();
    }

    /** At a badge-only station nobody arrives. */
    private @Nullable Instant arrival(RegistrationId registration, Set<LookupId> codes, DoorSheet sheet) {
        if (sheet.isBadgeOnly()) {
            return null;
        }
        try {
            PassageQuery ever = new PassageQuery(registration, codes, sheet.door(), Instant.EPOCH, sheet.phase());
            return journal.firstPassage(ever).orElse(null);
        } catch (JournalException unreadable) {
            return null;
        }
    }

    private boolean isPrinted(RegistrationId registration, DoorSheet sheet) {
        try {
            return journal.printed(registration, sheet.phase());
        } catch (JournalException unreadable) {
            return false;
        }
    }
}
