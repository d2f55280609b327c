package org.einlass.server.admission;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.server.admission.Badges.Blank;
import org.einlass.server.database.JointWriting;
import org.einlass.server.database.Transaction;
import org.jdbi.v3.core.Handle;

/**
 * Answers scans, each once and for ever; of several at once, what they tell of clocks is learned first. What is said is to be fetched after the commit: it is an answer, or
 * {@link UnknownPlace} or {@link ReusedId} is thrown.
 */
final class Answering implements JointWriting<Question, Supplier<ScanAnswer>> {
    private final Clock clock;
    private final Plans plans;
    private final Answers answers;
    private final Facts facts;
    private final Quarantine quarantine;
    private final Boots boots;
    private final Consequences consequences;
    private final Asking asking;
    private final Badges badges;

    Answering(
            Clock clock,
            Plans plans,
            Answers answers,
            Facts facts,
            Quarantine quarantine,
            Boots boots,
            Consequences consequences,
            Asking asking,
            Badges badges) {
        this.clock = clock;
        this.plans = plans;
        this.answers = answers;
        this.facts = facts;
        this.quarantine = quarantine;
        this.boots = boots;
        this.consequences = consequences;
        this.asking = asking;
        this.badges = badges;
    }

    @Override
    public List<Supplier<ScanAnswer>> in(Transaction transaction, List<Question> questions) {
        Map<EventId, List<Question>> byEvent = questions.stream()
                .collect(Collectors.groupingBy(Question::event, LinkedHashMap::new, Collectors.toList()));
        Map<Question, Supplier<ScanAnswer>> said = new HashMap<>();
        byEvent.forEach((event, asked) -> said.putAll(new Sitting(transaction, event).answer(asked)));
        return questions.stream().map(said::get).toList();
    }

    /** Answers questions of one event. */
    private final class Sitting {
        private final Transaction transaction;
        private final Handle handle;
        private final EventId event;
        private final Plan plan;
        private final Instant now = clock.instant();
        private final Map<Question, Decision> decisions = new LinkedHashMap<>();
        private final Set<EntryId> answered = new HashSet<>();
        private final Map<RegistrationId, Blank> blanks = new HashMap<>();
        private final Map<Question, RuntimeException> turnedAway = new LinkedHashMap<>();

        private Sitting(Transaction transaction, EventId event) {
            this.transaction = transaction;
            this.handle = transaction.handle();
            this.event = event;
            this.plan = plans.of(transaction, event);
        }

        private Map<Question, Supplier<ScanAnswer>> answer(List<Question> questions) {
            Set<String> heard = answers.heard(handle, event, questions);
            List<Question> unheard = new ArrayList<>(questions.size());
            for (Question question : questions) {
                if (heard.contains(question.scan().id().toString())) {
                    answerAgain(question);
                } else if (isAtDoor(question)) {
                    unheard.add(question);
                }
            }
            learnClocks(unheard);
            for (List<Question> open = unheard; !open.isEmpty(); open = withoutAnswer(open)) {
                decide(open);
            }
            return said();
        }

        /** Decides on the first question and on all that can be decided with it. */
        private void decide(List<Question> open) {
            Asking.Decided fresh = asking.decide(handle, plan, open, now);
            List<Answers.Fresh> rows = new ArrayList<>(open.size());
            fresh.decisions().forEach((question, decision) -> rows.add(new Answers.Fresh(question, decision, null)));
            answers.add(handle, rows);
            decisions.putAll(fresh.decisions());
            blanks.putAll(fresh.badges());
            fresh.decisions()
                    .keySet()
                    .forEach(question -> answered.add(question.scan().id()));
        }

        /** Those that wait for the next round. One with the id of an answer that was just given is told that one. */
        private List<Question> withoutAnswer(List<Question> questions) {
            List<Question> open = new ArrayList<>();
            for (Question question : questions) {
                if (decisions.containsKey(question)) {
                    continue;
                }
                if (answered.contains(question.scan().id())) {
                    answerAgain(question);
                } else {
                    open.add(question);
                }
            }
            return open;
        }

        private Map<Question, Supplier<ScanAnswer>> said() {
            addBadgesOfRepeated();
            Map<Question, Supplier<ScanAnswer>> said = new HashMap<>();
            decisions.forEach((question, decision) -> {
                Optional<Blank> badge = decision.badge().map(blanks::get);
                said.put(question, () -> wire(question, decision, badge));
            });
            turnedAway.forEach((question, reason) -> said.put(question, () -> {
                throw reason;
            }));
            return said;
        }

        private boolean isAtDoor(Question question) {
            boolean known = plan.doors().containsKey(question.scan().door());
            if (!known) {
                turnedAway.put(question, new UnknownPlace(UnknownPlace.Kind.DOOR));
            }
            return known;
        }

        /** A question whose id was asked about or reported before. */
        private void answerAgain(Question question) {
            Optional<Answers.Given> given =
                    answers.find(handle, event, question.scan().id());
            if (given.isPresent()) {
                repeat(question, given.get());
            } else if (isAtDoor(question)) {
                answerLate(question);
            }
        }

        private void repeat(Question question, Answers.Given given) {
            boolean same = given.device().equals(question.device().text())
                    && given.content().equals(question.content());
            if (same) {
                decisions.put(question, given.decision());
                return;
            }
            String id = question.scan().id().toString();
            String what = "question " + id + " " + question.content();
            quarantine.add(
                    handle,
                    event,
                    question.device(),
                    new Quarantine.Item(
                            JournalJson.hash(what), id, null, null, "The scan's id belongs to another scan.", what),
                    now);
            turnedAway.put(question, new ReusedId());
        }

        /** A scan whose outcome may have been reported before its question arrived. */
        private void answerLate(Question question) {
            learnClocks(List.of(question));
            Optional<Outcome> outcome = facts.find(
                            handle, event, question.scan().id())
                    .map(Fact::entry)
                    .filter(JournalEntry.Scanned.class::isInstance)
                    .map(entry -> ((JournalEntry.Scanned) entry).outcome());
            Decision decision = outcome.map(this::repeated)
                    .orElseGet(() -> Objects.requireNonNull(
                            asking.decide(handle, plan, List.of(question), now)
                                    .decisions()
                                    .get(question),
                            "the first is decided"));
            Verdict shown = outcome.map(Outcome::verdict).orElse(null);
            answers.add(handle, List.of(new Answers.Fresh(question, decision, shown)));
            decisions.put(question, decision);
        }

        private Decision repeated(Outcome shown) {
            return new Decision(shown.verdict(), shown.refusal(), null, null, null, false, plan.phase(), now);
        }

        private void learnClocks(List<Question> questions) {
            List<Boots.Met> contacts = questions.stream()
                    .map(question -> new Boots.Met(
                            question.device(), Contact.arrived(question.scan().time(), now)))
                    .toList();
            Touched touched = new Touched();
            for (Boots.Met met : boots.news(handle, event, contacts)) {
                consequences.learn(handle, event, met.device(), met.contact(), touched);
            }
            consequences.follow(transaction, plan, touched, now);
        }

        /** An answer stays the same for ever, the badge that goes with it does not. */
        private void addBadgesOfRepeated() {
            List<RegistrationId> missing = decisions.values().stream()
                    .map(Decision::badge)
                    .flatMap(Optional::stream)
                    .filter(registration -> !blanks.containsKey(registration))
                    .toList();
            blanks.putAll(badges.blanks(handle, event, missing));
        }

        private ScanAnswer wire(Question question, Decision decision, Optional<Blank> badge) {
            Refusal refusal = decision.refusal();
            return new ScanAnswer(
                    question.scan().id(),
                    decision.verdict(),
                    refusal,
                    refusal == null ? null : refusal.staffSentence(),
                    decision.arrivedAt(),
                    decision.unconfirmed(),
                    badge.flatMap(blank -> badges.orderIfPossible(event, plan.programmes(), blank))
                            .orElse(null),
                    decision.answeredAt());
        }
    }
}
