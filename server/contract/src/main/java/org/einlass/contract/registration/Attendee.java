package org.einlass.contract.registration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The person of a registration. Every field may be empty; without a family name it is a place whose person is
 * still to be named. No field is longer than {@value #LONGEST_FIELD} characters; blanks at the ends are gone.
 *
 * @param salutation free text, or empty: "Frau", "Herr", none
 * @param title academic and official titles: "Prof. Dr.", "Staatssekretärin", "MdL"
 * @param particle what stands before the family name and does not sort: "von der", "van", "zu"
 * @param badgeName what the badge shows instead of title and names, where the attendee chose so
 * @param pronunciation how the name is spoken, for the desk and the kiosk's voice
 * @param photographs the answer about photographs as {@link PhotoConsent#text} writes it; empty records no consent,
 *     and so does an answer that only a newer server knows: it is kept as it stands
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Attendee(
        String salutation,
        String title,
        String givenName,
        String particle,
        String familyName,
        String function,
        String organisation,
        String department,
        String badgeName,
        String pronunciation,
        String photographs) {

    public static final int LONGEST_FIELD = 120;

    @JsonCreator
    public Attendee {
        salutation = field("salutation", salutation);
        title = field("title", title);
        givenName = field("givenName", givenName);
        particle = field("particle", particle);
        familyName = field("familyName", familyName);
        function = field("function", function);
        organisation = field("organisation", organisation);
        department = field("department", department);
        badgeName = field("badgeName", badgeName);
        pronunciation = field("pronunciation", pronunciation);
        photographs = field("photographs", photographs);
    }

    /** An attendee who was not asked about photographs. */
    public Attendee(
            String salutation,
            String title,
            String givenName,
            String particle,
            String familyName,
            String function,
            String organisation,
            String department,
            String badgeName,
            String pronunciation) {
        this(
                salutation,
                title,
                givenName,
                particle,
                familyName,
                function,
                organisation,
                department,
                badgeName,
                pronunciation,
                "");
    }

    /** An attendee of whom only names and organisation are known. */
    public static Attendee of(String givenName, String familyName, String organisation) {
        return new Attendee("", "", givenName, "", familyName, "", organisation, "", "", "");
    }

    /** A place of an organisation whose person is named on arrival: counted, never printed as a name. */
    public static Attendee unnamed(String organisation) {
        return of("", "", organisation);
    }

    /** What the attendee answered about photographs. */
    @JsonIgnore
    public PhotoConsent photoConsent() {
        return PhotoConsent.of(photographs);
    }

    /** Whether the person is still to be named. */
    @JsonIgnore
    public boolean isUnnamed() {
        return familyName.isEmpty();
    }

    /** Title, given name, particle and family name as they are read out. */
    @JsonIgnore
    public String fullName() {
        return Arrays.asList(title, givenName, particle, familyName).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** First letters of given and family name, "M. S."; empty where neither is known. */
    @JsonIgnore
    public String initials() {
        return Stream.of(givenName, familyName)
                .filter(name -> !name.isEmpty())
                .map(name -> new String(Character.toChars(Character.toTitleCase(name.codePointAt(0)))) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String field(String name, @Nullable String value) {
        String text = Objects.requireNonNullElse(value, "").strip();
        if (text.codePointCount(0, text.length()) <= LONGEST_FIELD) {
            return text;
        }
        throw new IllegalArgumentException(
                "The field " + name + " holds more than " + LONGEST_FIELD + " characters. Shorten it.");
    }
}
