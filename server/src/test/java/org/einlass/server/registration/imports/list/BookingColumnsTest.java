package org.einlass.server.registration.imports.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The columns that say for which days a guest comes, and in which sessions they have a seat. */
final class BookingColumnsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Buchungen        | ki                                                  | ki
                    Bookings         | KI                                                  | ki
                    Workshops        | 'Workshop KI, Recht und Daten'                      | ki
                    Workshop         | 'workshop ai, law and data'                         | ki
                    Sessions         | 'Workshop KI, Recht und Daten|register-2'           | ki register-2
                    Gebuchte Workshops | 'register-1, register-2,,'                        | register-1 register-2
                    Buchungen        | ''                                                  | ''
                    """)
    void findsSessionsByIdAndByTitle(String heading, String field, String booked) {
        AttendeeRow guest = ListSamples.onlyGuest("Nachname\t" + heading, "Weiß\t" + field);

        assertThat(guest.bookings().stream().map(SessionId::text).sorted().collect(Collectors.joining(" ")))
                .isEqualTo(booked);
    }

    @Test
    void asksForTheIdWhereTwoSessionsHaveOneTitle() {
        AttendeeList list = ListSamples.guests("Nachname;Workshops", "Weiß;Registermodernisierung");

        assertThat(list.problems())
                .containsExactly(new RowProblem(
                        2,
                        "Workshops",
                        "This value is not known here.",
                        "Possible are: Workshop AI, law and data, register-1, register-2."));
    }

    @Test
    void takesAsManyBookingsAsAGuestMayWant() {
        String many = "register-1,".repeat(100);

        assertThat(ListSamples.onlyGuest("Nachname;Buchungen", "Weiß;\"" + many + "\"")
                        .bookings())
                .hasSize(1);
        assertThat(ListSamples.guests("Nachname;Buchungen", "Weiß;" + many.repeat(2))
                        .problems())
                .extracting(RowProblem::reason)
                .containsExactly("The field has more than 2000 characters.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Tage               | 2022-07-04             | 2022-07-04
                    Days               | '2022-07-06, 2022-07-04' | 2022-07-04 2022-07-06
                    Tag                | 05.07.2022             | 2022-07-05
                    Day                | 5.7.2022               | 2022-07-05
                    Teilnahmetage      | '4.7.22|6.7.'          | 2022-07-04 2022-07-06
                    Days of attendance | '4. 7. 2022'           | 2022-07-04
                    Tage               | ''                     | ''
                    """)
    void readsDaysAsPeopleWriteThem(String heading, String field, String days) {
        AttendeeRow guest = ListSamples.onlyGuest("Nachname;" + heading, "Weiß;\"" + field + "\"");

        assertThat(guest.days().stream().map(LocalDate::toString).sorted().collect(Collectors.joining(" ")))
                .isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-07-03",
                "07.07.2022",
                "31.02.2022",
                "5.13.2022",
                "05/08/2022",
                "morgen",
                "2022-7-9",
                "44759"
            })
    void refusesWhatIsNoDayOfTheEvent(String field) {
        AttendeeList list = ListSamples.guests("Nachname;Tage", "Weiß;" + field);

        assertThat(list.problems())
                .containsExactly(new RowProblem(
                        2,
                        "Tage",
                        "This is no day of the event.",
                        "Write days like 2022-07-04 or 04.07.2022, several with commas; possible: 2022-07-04 to"
                                + " 2022-07-06."));
    }
}
