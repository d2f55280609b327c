package org.einlass.server.presence;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.DirectSql;
import org.einlass.server.event.EventConfig;
import org.einlass.server.journal.Fact;
import org.einlass.server.journal.FactTable;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.journal.SealedDeskMessages;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.DeskRegistrationTable;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Registrations as desks left them: read from the facts, written where they decide. */
public final class DeskEditStore {
    private final FactTable factTable;
    private final SealedDeskMessages sealedDeskMessages;

    public DeskEditStore(FactTable factTable, SealedDeskMessages sealedDeskMessages) {
        this.factTable = factTable;
        this.sealedDeskMessages = sealedDeskMessages;
    }

    /**
     * Those of some people with whom desks have anything to do: now, or before facts of theirs were excluded.
     *
     * @param edited those about whom desks have decided
     * @param about the facts about each, where there are any
     */
    static Set<String> concerned(Set<String> edited, Map<String, List<Fact>> about) {
        Set<String> concerned = new HashSet<>(edited);
        about.forEach((subject, facts) -> {
            if (facts.stream().anyMatch(DeskEdits::isDeskWork)) {
                concerned.add(subject);
            }
        });
        concerned.removeIf(StateDerivation::isUnknown);
        return concerned;
    }

    /** A branch of {@link DerivationInputs.Kept}: about whom desks have decided. */
    static final String OF_SUBJECTS = """
            select s.subject, 'desk', null, null, null, true, false, null, null
            from subjects s cross join desk_fields d
            where d.event = ? and d.registration = s.subject and d.field = 'status'""";

    /** Those of some registrations about which desks have decided. */
    Set<String> kept(Handle handle, EventId event, Collection<String> registrations) {
        return Set.copyOf(DirectSql.listedTexts(handle, """
                with ids (id) as (select asked.value ->> 0 from <list>)
                select d.registration from ids cross join desk_fields d
                where d.event = ? and d.registration = ids.id and d.field = 'status'
                """, row -> row.getString(1), registrations, event.text()));
    }

    /** What follows from the facts about {@code subject}. Reads only. */
    DeskEdits read(Handle handle, EventConfig eventConfig, String subject, List<Fact> about) {
        EventId event = eventConfig.event();
        List<EntryId> work =
                about.stream().filter(DeskEdits::isDeskWork).map(Fact::id).toList();
        DeskEdits.BaseState ground = new DeskEdits.BaseState(
                DeskRegistrationTable.current(handle, event, subject),
                kept(handle, event, subject),
                factTable.brought(handle, event, subject),
                choices(handle, event));
        return DeskEdits.of(eventConfig, subject, about, sealedDeskMessages.of(handle, event, work), ground);
    }

    private static Map<String, DeskEdits.FieldState> kept(Handle handle, EventId event, String subject) {
        Map<String, DeskEdits.FieldState> kept = new HashMap<>();
        handle.createQuery("""
                select field, base, effective, absorbed from desk_fields where event = :event and registration = :id
                """)
                .bind("event", event.text())
                .bind("id", subject)
                .map((row, context) -> kept.put(
                        row.getString(1),
                        new DeskEdits.FieldState(row.getString(2), row.getString(3), absorbed(row.getString(4)))))
                .list();
        return kept;
    }

    private static Set<String> absorbed(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }

    private static Set<String> choices(Handle handle, EventId event) {
        return new HashSet<>(handle.createQuery("""
                select 'category ' || id from categories where event = :event
                union all select 'programme ' || id from programmes where event = :event
                """)
                .bind("event", event.text())
                .mapTo(String.class)
                .list());
    }

    /** Writes what the facts decide. @return whether the registration or a code of it changed */
    boolean apply(Handle handle, EventId event, String subject, DeskEdits deskEdits) {
        Map<String, String> current = DeskRegistrationTable.current(handle, event, subject);
        Map<String, DeskEdits.FieldState> kept = kept(handle, event, subject);
        boolean changed = replace(handle, event, subject, deskEdits.replaced());
        for (Map.Entry<String, DeskEdits.FieldState> field : deskEdits.fields().entrySet()) {
            if (!field.getValue().equals(kept.get(field.getKey()))) {
                keep(handle, event, subject, field.getKey(), field.getValue());
            }
            String value = field.getValue().effective();
            if (!value.equals(current.get(field.getKey()))) {
                DeskRegistrationTable.write(handle, event, subject, field.getKey(), value);
                changed = true;
            }
        }
        if (changed) {
            DeskRegistrationTable.raise(handle, event, subject);
        }
        return changed;
    }

    /**
     * Somebody changed these registrations by hand, knowing what desks had written: fields that no longer are
     * what desks made of them are theirs from now on. What desks write later counts again.
     *
     * @param about the facts about each, where there are any
     */
    void takeAsTheyStand(Handle handle, EventId event, Collection<String> subjects, Map<String, List<Fact>> about) {
        for (String subject : subjects) {
            Map<String, String> current = DeskRegistrationTable.current(handle, event, subject);
            Set<String> known = about.getOrDefault(subject, List.of()).stream()
                    .filter(DeskEdits::isDeskWork)
                    .map(fact -> fact.id().toString())
                    .collect(Collectors.toSet());
            kept(handle, event, subject).forEach((field, kept) -> {
                String value = current.getOrDefault(field, "");
                if (!value.equals(kept.effective())) {
                    keep(handle, event, subject, field, new DeskEdits.FieldState(value, value, known));
                }
            });
        }
    }

    /** From now on the facts of desks decide about {@code field}. */
    static void keep(Handle handle, EventId event, String subject, String field, DeskEdits.FieldState kept) {
        handle.createUpdate("""
                insert into desk_fields (event, registration, field, base, effective, absorbed)
                values (:event, :id, :field, :base, :effective, :absorbed)
                on conflict (event, registration, field) do update set base = excluded.base,
                    effective = excluded.effective, absorbed = excluded.absorbed
                """)
                .bind("event", event.text())
                .bind("id", subject)
                .bind("field", field)
                .bind("base", kept.base())
                .bind("effective", kept.effective())
                .bind("absorbed", String.join(" ", new TreeSet<>(kept.absorbed())))
                .execute();
    }

    private static boolean replace(Handle handle, EventId event, String subject, Map<LookupId, Long> replaced) {
        boolean changed = false;
        for (Map.Entry<LookupId, @Nullable Long> code :
                CodeTable.replacements(handle, event, subject).entrySet()) {
            Long wanted = replaced.get(code.getKey());
            if (!Objects.equals(wanted, code.getValue())) {
                CodeTable.replace(handle, event, code.getKey(), wanted);
                changed = true;
            }
        }
        return changed;
    }

    /** All registrations that desks have decided about. */
    public List<String> subjects(Handle handle, EventId event) {
        return handle.createQuery("select registration from desk_fields where event = :event and field = 'status'")
                .bind("event", event.text())
                .mapTo(String.class)
                .list();
    }

    /** What the facts say of a registration, a line a field and code, without a readable value. */
    SortedSet<String> expected(Handle handle, EventId event, String subject, DeskEdits deskEdits) {
        SortedSet<String> lines = new TreeSet<>();
        deskEdits.fields().forEach((field, kept) -> lines.add(line(subject, field, kept.effective())));
        CodeTable.replacements(handle, event, subject)
                .keySet()
                .forEach(code -> lines.add(line(
                        subject, code.hex(), String.valueOf(deskEdits.replaced().get(code)))));
        return lines;
    }

    /** The same lines as the tables have them. */
    SortedSet<String> found(Handle handle, EventId event, String subject) {
        SortedSet<String> lines = new TreeSet<>();
        Map<String, String> current = DeskRegistrationTable.current(handle, event, subject);
        kept(handle, event, subject)
                .keySet()
                .forEach(field -> lines.add(line(subject, field, current.getOrDefault(field, ""))));
        CodeTable.replacements(handle, event, subject)
                .forEach((code, at) -> lines.add(line(subject, code.hex(), String.valueOf(at))));
        return lines;
    }

    private static String line(String subject, String what, String value) {
        return "desk " + subject + " " + what + " " + JournalJson.hash(value);
    }
}
