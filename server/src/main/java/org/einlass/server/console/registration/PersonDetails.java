package org.einlass.server.console.registration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.AccessNeed;
import org.einlass.contract.registration.Accreditation;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.PersonPage;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignedIn;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.change.RegistrationChangeService;
import org.einlass.server.registration.change.RegistrationEdit;
import org.einlass.server.registration.contingent.Contingent;
import org.einlass.server.registration.contingent.ContingentService;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.jspecify.annotations.Nullable;

/**
 * What else is kept of one person: access needs with consent, a hint for staff, press accreditation, delegation,
 * answers to the organiser's own questions. Only organisers see it, as they alone see the page.
 */
@Named
@ViewScoped
@SuppressWarnings("serial") // views stay in this server's memory
public class PersonDetails implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String QUESTION = "question";
    private static final String ANSWER = "answer";

    @Inject
    private PersonPage person;

    @Inject
    private transient RegistrationChangeService changes;

    @Inject
    private transient ContingentService contingents;

    @Inject
    private CurrentEvent current;

    @Inject
    private SignedIn signedIn;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private final List<Map<String, String>> answers = new ArrayList<>();
    private List<Contingent.Use> places = List.of();
    private Set<String> needs = new TreeSet<>();
    private String delegation = "";
    private String accreditation = "";
    private String hint = "";
    private String phone = "";
    private String question = "";
    private String answer = "";
    private boolean consent;
    private boolean refused;
    private long seen;

    /** Reads what is kept, once for each time the page is opened. */
    public void open() {
        if (person.getId().isEmpty()) {
            return;
        }
        Registration registration = person.getRegistration();
        show(registration.particulars().details());
        seen = registration.version();
        RegistrationFields fields = registration.particulars();
        places = contingents.of(current.id(), fields.attendee().organisation(), fields.category());
    }

    private void show(RegistrationDetails details) {
        delegation = details.delegation();
        Accreditation standing = details.accreditation();
        accreditation = standing == null ? "" : standing.name();
        needs = details.accessNeeds().stream().map(AccessNeed::name).collect(Collectors.toCollection(TreeSet::new));
        consent = details.accessConsent();
        hint = details.staffHint();
        phone = details.phone();
        answers.clear();
        new TreeMap<>(details.answers()).forEach((asked, said) -> {
            Map<String, String> row = new LinkedHashMap<>();
            row.put(QUESTION, asked);
            row.put(ANSWER, said);
            answers.add(row);
        });
    }

    /** Saves what was typed, unless somebody changed the registration since the page was opened. */
    public @Nullable String save() {
        RegistrationId id = RegistrationId.of(person.getId());
        boolean done = messages.done(
                () -> changes.change(current.id(), id, RegistrationEdit.ofDetails(typed()), seen, signedIn.author()));
        if (!done) {
            seen = person.version(seen);
            refused = true;
            return null;
        }
        messages.good(reader.say("details.saved"));
        return current.page("person") + "&person=" + id;
    }

    private RegistrationDetails typed() {
        Map<String, String> all = new LinkedHashMap<>();
        answers.forEach(row -> put(all, row.get(QUESTION), row.get(ANSWER)));
        put(all, question, answer);
        return new RegistrationDetails(
                delegation,
                accreditation.isEmpty() ? null : Accreditation.valueOf(accreditation),
                needs.stream().map(AccessNeed::valueOf).collect(Collectors.toSet()),
                consent,
                hint,
                all,
                phone);
    }

    /** A question without an answer is kept no longer. */
    private static void put(Map<String, String> all, @Nullable String asked, @Nullable String said) {
        String one = Objects.requireNonNullElse(asked, "").strip();
        String other = Objects.requireNonNullElse(said, "").strip();
        if (!one.isEmpty() && !other.isEmpty()) {
            all.put(one, other);
        }
    }

    /** Whether the last attempt to save was refused, and what was typed waits for another one. */
    public boolean isRefused() {
        return refused;
    }

    /** Which needs there are to tick. */
    public List<AccessNeed> getAllNeeds() {
        return Arrays.stream(AccessNeed.values())
                .filter(need -> need != AccessNeed.UNRECOGNISED)
                .toList();
    }

    /** Where an accreditation may stand. */
    public List<Accreditation> getStandings() {
        return Arrays.stream(Accreditation.values())
                .filter(standing -> standing != Accreditation.UNRECOGNISED)
                .toList();
    }

    /** From which contingent of the person's organisation the place is, and how much of it is used; empty for none. */
    public String getContingent() {
        return places.stream().map(this::words).collect(Collectors.joining("; "));
    }

    private String words(Contingent.Use use) {
        Contingent contingent = use.contingent();
        return reader.say(
                "details.contingent.use",
                contingent.role().isEmpty() ? contingent.organisation() : contingent.role(),
                use.taken(),
                contingent.places());
    }

    /** One map a question, with the keys "question" and "answer". */
    public List<Map<String, String>> getAnswers() {
        return answers;
    }

    public Set<String> getNeeds() {
        return needs;
    }

    public void setNeeds(Set<String> needs) {
        this.needs = new TreeSet<>(needs);
    }

    public String getDelegation() {
        return delegation;
    }

    public void setDelegation(@Nullable String delegation) {
        this.delegation = Objects.requireNonNullElse(delegation, "");
    }

    /** The name of an {@link Accreditation}; empty for everybody who is not of the press. */
    public String getAccreditation() {
        return accreditation;
    }

    public void setAccreditation(@Nullable String accreditation) {
        this.accreditation = Objects.requireNonNullElse(accreditation, "");
    }

    /** What staff should know. */
    public String getHint() {
        return hint;
    }

    public void setHint(@Nullable String hint) {
        this.hint = Objects.requireNonNullElse(hint, "");
    }

    /** One more question. */
    public String getQuestion() {
        return question;
    }

    public void setQuestion(@Nullable String question) {
        this.question = Objects.requireNonNullElse(question, "");
    }

    /** The answer to it. */
    public String getAnswer() {
        return answer;
    }

    public void setAnswer(@Nullable String answer) {
        this.answer = Objects.requireNonNullElse(answer, "");
    }

    /** Whether the person agreed that access needs are kept and told to staff. */
    public boolean isConsent() {
        return consent;
    }

    public void setConsent(boolean consent) {
        this.consent = consent;
    }
}
