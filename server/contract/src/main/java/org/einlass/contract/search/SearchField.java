package org.einlass.contract.search;

/** Where in a registration a word of the query was found. */
public enum SearchField {
    FAMILY_NAME(0, 100),
    GIVEN_NAME(1, 92),
    BADGE_NAME(2, 90),
    ORGANISATION(3, 60),
    MAIL(4, 50),
    DEPARTMENT(5, 45),
    FUNCTION(6, 40),
    PARTICLE(7, 30),
    TITLE(8, 10),
    BOOKING_NUMBER(9, 100),
    /** A ticket code, a badge code or the code of another ticket system. */
    CODE(10, 100);

    /** Names by which a person is called; only these are compared by their sound. */
    static final int NAMES = FAMILY_NAME.bit() | GIVEN_NAME.bit() | BADGE_NAME.bit();

    /** Texts in which people abbreviate words. */
    static final int WORK = ORGANISATION.bit() | DEPARTMENT.bit() | FUNCTION.bit();

    static final int ANY = -1;

    private static final SearchField[] BY_NUMBER = new SearchField[values().length];

    static {
        for (SearchField field : values()) {
            BY_NUMBER[field.number] = field;
        }
    }

    private final int number;
    private final int weight;

    /**
     * @param number by which postings know the field
     * @param weight what a match in it is worth against one in the others, in percent of the family name
     */
    SearchField(int number, int weight) {
        this.number = number;
        this.weight = weight;
    }

    static SearchField of(int number) {
        return BY_NUMBER[number];
    }

    int number() {
        return number;
    }

    int weight() {
        return weight;
    }

    int bit() {
        return 1 << number;
    }
}
