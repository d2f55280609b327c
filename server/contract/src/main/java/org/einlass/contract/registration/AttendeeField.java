package org.einlass.contract.registration;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.function.Function;

/** One field of an {@link Attendee}, as corrections name it. */
public enum AttendeeField {
    SALUTATION(Attendee::salutation),
    TITLE(Attendee::title),
    GIVEN_NAME(Attendee::givenName),
    PARTICLE(Attendee::particle),
    FAMILY_NAME(Attendee::familyName),
    FUNCTION(Attendee::function),
    ORGANISATION(Attendee::organisation),
    DEPARTMENT(Attendee::department),
    BADGE_NAME(Attendee::badgeName),
    PRONUNCIATION(Attendee::pronunciation),
    /** The answer about photographs, as {@link PhotoConsent#text} writes it. */
    PHOTOGRAPHS(Attendee::photographs),
    /** A field that a newer device knows. */
    @JsonEnumDefaultValue
    UNRECOGNISED(attendee -> "");

    private final Function<Attendee, String> reading;

    AttendeeField(Function<Attendee, String> reading) {
        this.reading = reading;
    }

    /** What stands in this field. */
    public String in(Attendee attendee) {
        return reading.apply(attendee);
    }

    /**
     * The attendee whose fields are as {@code values} says.
     *
     * @throws IllegalArgumentException where a field is too long or the family name empty
     */
    public static Attendee attendee(Function<AttendeeField, String> values) {
        return new Attendee(
                values.apply(SALUTATION),
                values.apply(TITLE),
                values.apply(GIVEN_NAME),
                values.apply(PARTICLE),
                values.apply(FAMILY_NAME),
                values.apply(FUNCTION),
                values.apply(ORGANISATION),
                values.apply(DEPARTMENT),
                values.apply(BADGE_NAME),
                values.apply(PRONUNCIATION),
                values.apply(PHOTOGRAPHS));
    }
}
