package org.einlass.kiosk.screen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.einlass.contract.Wording;
import org.einlass.contract.registration.AccessNeed;
import org.einlass.contract.registration.Accreditation;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.AttendeeCard;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.screen.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonWordsTest {
    private static final Instant NOW = Instant.parse("2022-07-05T08:00:00Z");
    private static final Instant TODAY = Instant.parse("2022-07-05T07:12:00Z");
    private static final Instant YESTERDAY = Instant.parse("2022-07-04T07:12:00Z");

    private static PersonWords in(Language language) {
        return new PersonWords(DeskMessages.in(language), ZoneId.of("Europe/Berlin"), InstantSource.fixed(NOW));
    }

    private static DeskPerson withNotes(AttendeeCard.@Nullable Notes notes) {
        return new DeskPerson(
                Sample.badge(1, false),
                new Wording("Presse", "Press"),
                List.of(),
                RegistrationStatus.WAITLISTED,
                null,
                false,
                List.of(LocalDate.of(2022, 7, 4), LocalDate.of(2022, 7, 5)),
                notes,
                List.of());
    }

    @Test
    void aQuestionThatTheKioskDidNotGetAnsweredStandsOnTheCard() {
        OrganiserQuestion meal = new OrganiserQuestion(
                "Essen", Wording.same("?"), List.of(Wording.same("vegan"), Wording.same("mit Fleisch")));
        DeskPerson guest = new DeskPerson(
                Sample.badge(1, false),
                Wording.same("Gast"),
                List.of(),
                RegistrationStatus.CONFIRMED,
                null,
                false,
                List.of(),
                null,
                List.of(meal));

        assertThat(in(Language.GERMAN).notes(guest)).isEqualTo("Offene Frage: Essen");
        assertThat(in(Language.ENGLISH).notes(guest)).isEqualTo("Open question: Essen");
    }

    @Test
    void whatOnlyStaffAreToldStandsBesideTheName() {
        DeskPerson reporter = withNotes(new AttendeeCard.Notes(
                Accreditation.APPLIED,
                Set.of(AccessNeed.SEAT, AccessNeed.WHEELCHAIR),
                "kommt mit Ranger",
                "Stadt Gera"));

        assertThat(in(Language.GERMAN).notes(reporter))
                .isEqualTo("Unterstützung: Rollstuhl, Sitzgelegenheit\nHinweis: kommt mit Ranger\n"
                        + "Delegation: Stadt Gera");
        assertThat(in(Language.ENGLISH).notes(reporter)).startsWith("Support: Wheelchair, Seat\n");
        assertThat(in(Language.GERMAN).accreditation(reporter))
                .isEqualTo(Accreditation.APPLIED.sentence().german());
        assertThat(in(Language.GERMAN).band(reporter)).isEqualTo("Presse · nur 4.7., 5.7.");
        assertThat(in(Language.ENGLISH).band(reporter)).isEqualTo("Press · only 4 Jul, 5 Jul");
        assertThat(in(Language.GERMAN).notes(withNotes(null))).isEmpty();
        assertThat(in(Language.GERMAN).accreditation(withNotes(null))).isEmpty();
    }

    @Test
    void whoCameYesterdayDoesNotLookLikeToday() {
        assertThat(in(Language.GERMAN).time(TODAY)).isEqualTo("09:12");
        assertThat(in(Language.GERMAN).time(YESTERDAY)).isEqualTo("4.7., 09:12");
        assertThat(in(Language.GERMAN).moment(YESTERDAY)).isEqualTo("am 4.7. um 09:12 Uhr");
        assertThat(in(Language.GERMAN).moment(TODAY)).isEqualTo("um 09:12 Uhr");
        assertThat(in(Language.ENGLISH).time(YESTERDAY)).isEqualTo("4 Jul, 09:12");
        assertThat(in(Language.ENGLISH).moment(YESTERDAY)).isEqualTo("on 4 Jul at 09:12");
    }
}
