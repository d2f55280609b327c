package org.einlass.server.presence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.database.DirectSql;
import org.einlass.server.event.EventConfig;
import org.einlass.server.journal.Fact;
import org.einlass.server.journal.FactHistories;
import org.einlass.server.registration.ErasedRegistrations;
import org.jdbi.v3.core.Handle;

/** Gathers what a derivation needs from the database, for many people at once, and makes it. Reads only. */
public final class DerivationInputs {
    /**
     * What the tables of this package hold about some people, read in one query.
     *
     * @param standings by subject
     * @param conflicts kind, entries and state of each, by subject and id
     * @param presences by subject
     * @param edited about whom desks have decided
     */
    record Kept(
            Map<String, Map<UsageState.Key, UsageState>> standings,
            Map<String, Map<String, String>> conflicts,
            Map<String, Map<AreaPresence.Key, PresenceTable.Row>> presences,
            Set<String> edited) {

        /**
         * Columns: subject, which table, three texts, two truths, two numbers. The standings come first, since
         * they have a value of the right type in each column: PostgreSQL takes the types from there.
         */
        private static final String QUERY = "with subjects (subject) as (select asked.value ->> 0 from <list>)\n"
                + String.join(
                        "\nunion all\n",
                        UsageStateTable.OF_SUBJECTS,
                        ConflictTable.OF_SUBJECTS,
                        PresenceTable.OF_SUBJECTS,
                        DeskEditStore.OF_SUBJECTS);

        private static Kept none() {
            return new Kept(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>());
        }

        /** @param subjects registration ids, or what stands for them */
        static Kept of(Handle handle, EventId event, Collection<String> subjects) {
            Kept kept = none();
            String id = event.text();
            DirectSql.listedTexts(handle, QUERY, kept::add, subjects, id, id, id, id);
            return kept;
        }

        private String add(ResultSet row) throws SQLException {
            String subject = row.getString(1);
            switch (row.getString(2)) {
                case "standing" ->
                    standings
                            .computeIfAbsent(subject, same -> new HashMap<>())
                            .put(UsageStateTable.key(row), UsageStateTable.state(row));
                case "conflict" ->
                    conflicts
                            .computeIfAbsent(subject, same -> new HashMap<>())
                            .put(ConflictTable.id(row), ConflictTable.text(row));
                case "presence" ->
                    presences
                            .computeIfAbsent(subject, same -> new HashMap<>())
                            .put(PresenceTable.key(row), PresenceTable.row(row));
                default -> edited.add(subject);
            }
            return subject;
        }
    }

    private final FactHistories histories;
    private final DeskEditStore deskEditStore;

    public DerivationInputs(FactHistories histories, DeskEditStore deskEditStore) {
        this.histories = histories;
        this.deskEditStore = deskEditStore;
    }

    /**
     * What follows from all facts about each of some people, in their order.
     *
     * @param edited those about whom desks have decided
     * @param known what stands in the body of some facts, so that they need not be read
     */
    Map<String, DerivedState> derive(
            Handle handle,
            EventConfig eventConfig,
            Collection<String> subjects,
            Set<String> edited,
            Map<EntryId, JournalEntry> known) {
        FactHistories.About about = histories.about(handle, eventConfig.event(), subjects, known);
        Set<String> concerned = DeskEditStore.concerned(edited, about.facts());
        concerned.removeAll(ErasedRegistrations.among(handle, eventConfig.event(), concerned));
        Map<String, DerivedState> derived = new LinkedHashMap<>();
        for (String subject : subjects) {
            List<Fact> facts = about.of(subject);
            DerivedState state = StateDerivation.from(eventConfig, subject, facts, about.answers());
            derived.put(
                    subject,
                    concerned.contains(subject)
                            ? state.with(deskEditStore.read(handle, eventConfig, subject, facts))
                            : state);
        }
        return derived;
    }

    /** Which of the conflicts somebody settled, knowing all their entries. */
    Set<String> settled(Handle handle, EventId event, Collection<DerivedState> states) {
        List<Conflict> conflicts = new ArrayList<>();
        states.forEach(state -> conflicts.addAll(state.conflicts()));
        Set<String> ids = conflicts.stream().map(Conflict::id).collect(Collectors.toSet());
        Map<String, List<JournalEntry.Settled>> settlements = histories.settlements(handle, event, ids).stream()
                .collect(Collectors.groupingBy(JournalEntry.Settled::conflict));
        Set<String> settled = new HashSet<>();
        for (Conflict conflict : conflicts) {
            boolean known = settlements.getOrDefault(conflict.id(), List.of()).stream()
                    .anyMatch(settlement -> settlement.entries().containsAll(conflict.entries()));
            if (known) {
                settled.add(conflict.id());
            }
        }
        return settled;
    }

    /** The newest count, that was not taken back, of each area in each phase that has one. */
    Map<AreaPresence.Key, ManualHeadCount> headCounts(Handle handle, EventId event, Collection<AreaId> areas) {
        Map<AreaPresence.Key, ManualHeadCount> newest = new HashMap<>();
        histories.counts(handle, event, areas).facts().forEach((area, counts) -> {
            for (Phase phase : Phase.values()) {
                newestOf(counts, phase)
                        .ifPresent(count -> newest.put(new AreaPresence.Key(phase, new AreaId(area)), count));
            }
        });
        return newest;
    }

    private static Optional<ManualHeadCount> newestOf(List<Fact> counts, Phase phase) {
        PassageHistory history = new PassageHistory(counts);
        return counts.stream()
                .filter(fact -> fact.entry() instanceof JournalEntry.Counted)
                .filter(fact -> fact.phase() == phase && !history.isUndone(fact.id()))
                .max(Fact::compareTo)
                .map(fact -> new ManualHeadCount(fact.at(), ((JournalEntry.Counted) fact.entry()).people()));
    }

    /** Where each of some people is, and whether they were there at the newest count. */
    Map<String, Map<AreaPresence.Key, PresenceTable.Row>> rows(
            Handle handle, EventId event, Map<String, DerivedState> states) {
        Set<AreaId> areas = states.values().stream()
                .flatMap(state -> state.stays().keySet().stream())
                .map(AreaPresence.Key::area)
                .collect(Collectors.toSet());
        Map<AreaPresence.Key, ManualHeadCount> headCounts = headCounts(handle, event, areas);
        Map<String, Map<AreaPresence.Key, PresenceTable.Row>> rows = new LinkedHashMap<>();
        states.forEach((subject, state) -> rows.put(subject, rows(state, headCounts)));
        return rows;
    }

    private static Map<AreaPresence.Key, PresenceTable.Row> rows(
            DerivedState state, Map<AreaPresence.Key, ManualHeadCount> headCounts) {
        Map<AreaPresence.Key, PresenceTable.Row> rows = new HashMap<>();
        state.stays().forEach((key, stay) -> {
            ManualHeadCount newest = headCounts.get(key);
            boolean counted = newest != null && stay.insideAt(newest.at());
            rows.put(key, new PresenceTable.Row(stay.inside(), counted, stay.changedAt()));
        });
        return rows;
    }
}
