package org.einlass.server.registration.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.server.database.Transaction;
import org.einlass.server.registration.KnownPerson;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationQueries;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.imports.question.ImportQuestion;

/**
 * People of the same list's import before whom it does not name any more. They stay registered until somebody
 * answers {@code gone:cancel}, or {@code gone.ID:cancel} for one of them.
 */
final class MissingPeople {
    private static final String GONE = "gone";
    private static final String CANCEL = "cancel";

    private final List<KnownPerson> people;
    private final ImportAnswers answers;

    MissingPeople(List<KnownPerson> people, ImportAnswers answers) {
        this.people = List.copyOf(people);
        this.answers = answers;
    }

    List<KnownPerson> people() {
        return people;
    }

    /** Those whom the organiser wants cancelled. */
    List<KnownPerson> cancelled() {
        return people.stream()
                .filter(one -> answers.to(GONE + "." + one.id())
                        .or(() -> answers.to(GONE))
                        .filter(CANCEL::equals)
                        .isPresent())
                .toList();
    }

    /** Whether they are to be cancelled; nothing where there are none, or it was answered. */
    Optional<ImportQuestion> question() {
        if (people.isEmpty() || answers.to(GONE).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new ImportQuestion(
                GONE,
                ImportQuestion.Scope.ROWS,
                new Wording(
                        people.size()
                                + " Angemeldete der vorigen Liste fehlen in dieser. Absagen (cancel) oder behalten"
                                + " (keep)?",
                        people.size() + " people of the list before are missing from this one. Cancel them (cancel), or"
                                + " keep them (keep)?"),
                List.of(CANCEL, "keep"),
                List.of(),
                people.size()));
    }

    /** Cancels some of those, and notes it so that it can be undone. */
    static void cancel(
            Transaction transaction,
            ImportBatch.ImportContext context,
            List<RegistrationId> ids,
            RegistrationIssuer issuer) {
        EventId event = context.event();
        List<ImportTable.Row> done = new ArrayList<>();
        for (Registration one :
                RegistrationQueries.findAll(transaction.handle(), event, ids).values()) {
            RegistrationFields before = one.particulars();
            issuer.changeByList(transaction, event, one, before.withStatus(RegistrationStatus.CANCELLED));
            long version = RegistrationQueries.versions(transaction.handle(), event, List.of(one.id()))
                    .getOrDefault(one.id(), one.version() + 1);
            done.add(new ImportTable.Row(
                    one.id(), ImportTable.Effect.CHANGED, one.version(), version, before, null, null, null));
        }
        ImportTable.add(transaction.handle(), event, context.importId(), done);
    }
}
