package org.einlass.server.registration.detail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.einlass.contract.registration.AccessNeed;
import org.einlass.contract.registration.Accreditation;
import org.einlass.contract.wire.AttendeeCard;
import org.jspecify.annotations.Nullable;

/**
 * What else is kept of a registration. Nothing of it stands on a badge, and kiosks are told only which of their questions are answered.
 *
 * @param delegation with whom the attendee comes, or empty
 * @param accreditation of the press; null for everybody else
 * @param accessConsent whether the attendee agreed that access needs are kept and told to staff
 * @param staffHint what staff should know, or empty
 * @param answers to the organiser's own questions, by question
 * @param phone number under which the attendee is reached, or empty; for organisers and desks only
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RegistrationDetails(
        String delegation,
        @Nullable Accreditation accreditation,
        Set<AccessNeed> accessNeeds,
        boolean accessConsent,
        String staffHint,
        Map<String, String> answers,
        String phone) {
    /** Nothing else is kept. */
    public static final RegistrationDetails NONE = new RegistrationDetails("", null, Set.of(), false, "", Map.of(), "");

    private static final Pattern PHONE = Pattern.compile("[+(0-9][0-9 ()/.-]{2,30}");

    /** Characters of a delegation's name, and of a question. */
    public static final int LONGEST_NAME = 120;

    /** Characters of a hint, and of an answer. */
    public static final int LONGEST_TEXT = 500;

    public static final int MOST_ANSWERS = 50;

    public RegistrationDetails {
        delegation = Objects.requireNonNullElse(delegation, "").strip();
        accessNeeds = accessNeeds == null ? Set.of() : Set.copyOf(accessNeeds);
        staffHint = Objects.requireNonNullElse(staffHint, "").strip();
        answers = answers == null ? Map.of() : Map.copyOf(answers);
        phone = Objects.requireNonNullElse(phone, "").strip();
    }

    /** Whether a text can be called: digits, blanks and + ( ) / . -, at most 31 characters. */
    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
    }

    /** The same with another telephone number. */
    public RegistrationDetails withPhone(String other) {
        return new RegistrationDetails(
                delegation, accreditation, accessNeeds, accessConsent, staffHint, answers, other);
    }

    /** The same, without what the attendee did not agree to have told. */
    public RegistrationDetails withoutAccessNeeds() {
        return new RegistrationDetails(delegation, accreditation, Set.of(), false, staffHint, answers, phone);
    }

    /** The same with what another registration of the person says besides; access needs only where it consents to them. */
    public RegistrationDetails with(RegistrationDetails other) {
        Set<AccessNeed> needs = new HashSet<>(agreedNeeds());
        needs.addAll(other.agreedNeeds());
        Map<String, String> all = new TreeMap<>(other.answers);
        all.putAll(answers);
        boolean sameHint = other.staffHint.isEmpty() || staffHint.contains(other.staffHint);
        String hint = sameHint ? staffHint : joined(staffHint, other.staffHint);
        return new RegistrationDetails(
                delegation.isEmpty() ? other.delegation : delegation,
                accreditation == null ? other.accreditation : accreditation,
                needs,
                accessConsent || other.accessConsent,
                hint.length() > LONGEST_TEXT ? staffHint : hint,
                all.size() > MOST_ANSWERS ? answers : all,
                phone.isEmpty() ? other.phone : phone);
    }

    private Set<AccessNeed> agreedNeeds() {
        return accessConsent ? accessNeeds : Set.of();
    }

    private static String joined(String some, String others) {
        return some.isEmpty() ? others : some + "; " + others;
    }

    /** The same with another delegation. */
    public RegistrationDetails withDelegation(String other) {
        return new RegistrationDetails(other, accreditation, accessNeeds, accessConsent, staffHint, answers, phone);
    }

    /** The same with another answer to a question; an empty one takes it away. One question too many stays out. */
    public RegistrationDetails withAnswer(String question, String answer) {
        Map<String, String> all = new TreeMap<>(answers);
        if (answer.isEmpty()) {
            all.remove(question);
        } else {
            all.put(question, answer);
        }
        return new RegistrationDetails(
                delegation,
                accreditation,
                accessNeeds,
                accessConsent,
                staffHint,
                all.size() > MOST_ANSWERS ? answers : all,
                phone);
    }

    /** Only with whom the attendee comes: that goes with the place, all else is the person's. */
    public RegistrationDetails ofPlace() {
        return NONE.withDelegation(delegation);
    }

    /** What staffed desks are told; null where there is nothing. */
    @JsonIgnore
    public AttendeeCard.@Nullable Notes notes() {
        boolean silent = delegation.isEmpty() && accreditation == null && accessNeeds.isEmpty() && staffHint.isEmpty();
        return silent ? null : new AttendeeCard.Notes(accreditation, accessNeeds, staffHint, delegation);
    }

    /** Without what it says of the person. */
    @Override
    public String toString() {
        return "details of a registration";
    }
}
