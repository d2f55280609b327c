package org.einlass.server.registration.organisation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.contract.registration.Attendee;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventTable;
import org.einlass.server.rejection.Rejected;
import org.jdbi.v3.core.Handle;

/** Reviews how organisations are spelled. Any thread may call it; each call is one transaction. */
public final class OrganisationAliasService {
    private static final int MOST = 2_000;

    private final Store store;
    private final Clock clock;

    public OrganisationAliasService(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What was reviewed, and what is proposed.
     *
     * @param suggestions spellings that may be another organisation's, without those reviewed
     */
    public record Aliases(List<OrganisationAlias> reviewed, List<OrganisationAlias> suggestions) {

        public Aliases {
            reviewed = List.copyOf(reviewed);
            suggestions = List.copyOf(suggestions);
        }
    }

    public Aliases all(EventId event) {
        Map<String, Integer> written = store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return OrganisationAliasTable.written(handle, event);
        });
        List<OrganisationAlias> proposed = OrganisationSuggestions.among(written);
        List<OrganisationAlias> reviewed = store.read(handle -> OrganisationAliasTable.all(handle, event));
        Set<String> known = reviewed.stream().map(OrganisationAlias::id).collect(Collectors.toSet());
        return new Aliases(
                reviewed,
                proposed.stream().filter(one -> !known.contains(one.id())).toList());
    }

    /**
     * From now on figures count {@code spelling} as {@code organisation}. A spelling that was reviewed as itself
     * is proposed no more.
     *
     * @throws Rejected where one of them is missing or too long, or there are too many
     */
    public OrganisationAlias put(EventId event, String spelling, String organisation) {
        OrganisationAlias alias =
                OrganisationAlias.of(checked(spelling, "spelling"), checked(organisation, "organisation"));
        if (OrganisationAlias.key(spelling).isEmpty()) {
            throw missing("spelling");
        }
        written(event, handle -> {
            List<OrganisationAlias> reviewed = OrganisationAliasTable.all(handle, event);
            boolean fresh = reviewed.stream().noneMatch(one -> one.id().equals(alias.id()));
            if (fresh && reviewed.size() >= MOST) {
                throw Rejected.badValue(
                        new Wording("Es sind schon " + MOST + ".", "There are " + MOST + " already."), "spelling");
            }
            OrganisationAliasTable.put(handle, event, alias, clock.instant());
        });
        return alias;
    }

    /** The spelling counts as itself again; nothing happens where nobody reviewed it. */
    public void remove(EventId event, String id) {
        written(
                event,
                handle -> OrganisationAliasTable.all(handle, event).stream()
                        .filter(one -> one.id().equals(id))
                        .forEach(one -> OrganisationAliasTable.remove(handle, event, one)));
    }

    private void written(EventId event, Consumer<Handle> change) {
        AuditTrail trail = AuditTrail.of(AuditAction.EVENT_CHANGED, event.text());
        store.writeAlone(WriteKey.of(event), transaction -> {
                    EventTable.checkKnown(transaction.handle(), event);
                    change.accept(transaction.handle());
                    trail.add(transaction, event.text(), clock.instant());
                    return event;
                })
                .toCompletableFuture()
                .join();
    }

    private static String checked(String text, String field) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > Attendee.LONGEST_FIELD) {
            throw missing(field);
        }
        return stripped;
    }

    private static Rejected missing(String field) {
        return Rejected.badValue(
                new Wording(
                        "Hier steht der Name einer Organisation, bis zu 120 Zeichen.",
                        "The name of an organisation stands here, up to 120 characters."),
                field);
    }
}
