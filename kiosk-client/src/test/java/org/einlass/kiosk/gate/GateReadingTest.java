package org.einlass.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.RegistrationStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate makes of readings that may say several things, of pieces, and of texts beside tickets. */
class GateReadingTest {
    private static final String TICKET = Sample.ticket(1).text();
    private static final String AD = "https://sponsor.example/win?c=1";
    private static final String WIFI = "WIFI:T:WPA;S:Kongress;P:geheim;;";
    private static final Duration DEADLINE = GateSettings.USUAL.deadline();

    private final SampleEntrance entrance = SampleEntrance.open();

    @Test
    void case06WhatTheRosterKnowsWins() {
        entrance.roster.addExternal(new ExternalCode("rs8a3p67jz"), 7);

        entrance.gate.read(reading(GateReading.Flaw.NONE, "rs8a3p67jy", "rs8a3p67jz"));
        entrance.loop.pass(DEADLINE);

        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(entrance.server.questions).hasSize(1);
        assertThat(entrance.server.lastQuestion()).isEqualTo("rs8a3p67jz");
    }

    @Test
    void case06WhatOnlyTheServerKnowsWinsToo() {
        entrance.gate.read(reading(GateReading.Flaw.NONE, "rs8a3p67jy", "rs8a3p67jz"));
        entrance.server.answer(scan -> Sample.refused(scan, Refusal.UNKNOWN));
        entrance.server.answer(scan -> Sample.admitted(scan, Sample.badge(1, false)));

        assertThat(entrance.server.lastQuestion()).isEqualTo("rs8a3p67jz");
        assertThat(entrance.guests.shown).hasSize(1);
        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(entrance.journal.entries).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CDEFGHJKLMNPQRST", "JKLMNP", "ab"})
    void case05APieceIsNeitherJudgedNorJournalled(String piece) {
        entrance.gate.read(reading(GateReading.Flaw.PIECE, piece));
        entrance.loop.pass(DEADLINE);

        assertThat(entrance.guests.onceMore).containsExactly(GateReading.Flaw.PIECE);
        assertThat(entrance.guests.shown).isEmpty();
        assertThat(entrance.journal.entries).isEmpty();
    }

    @Test
    void case05TheServersNoToAPieceIsNotJudgedEither() {
        entrance.gate.read(reading(GateReading.Flaw.NO_LINE_END, "JKLMNP"));
        entrance.server.answer(scan -> Sample.refused(scan, Refusal.UNKNOWN));

        assertThat(entrance.guests.onceMore).containsExactly(GateReading.Flaw.NO_LINE_END);
        assertThat(entrance.journal.entries).isEmpty();
    }

    @Test
    void case05ATailThatMakesATicketTogetherWithItsHeadIsOne() {
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);

        entrance.gate.read(reading(GateReading.Flaw.PIECE, TICKET.substring(9), TICKET));
        entrance.loop.pass(DEADLINE);

        assertThat(entrance.guests.last().outcome().verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void aWholeUnknownCodeOfAnotherSystemIsStillRefused() {
        entrance.gate.read("ABC-77-0001");
        entrance.loop.pass(DEADLINE);

        assertThat(entrance.guests.last().outcome().refusal()).isEqualTo(Refusal.UNKNOWN);
    }

    @Test
    void halfOfACodeOfOursIsNotJudged() {
        entrance.gate.read(TICKET.substring(0, 20));
        entrance.loop.pass(DEADLINE);

        assertThat(entrance.guests.onceMore).containsExactly(GateReading.Flaw.NONE);
        assertThat(entrance.journal.entries).isEmpty();
    }

    @Test
    void aPieceMayBeShownAgainAtOnce() {
        entrance.gate.read(reading(GateReading.Flaw.NO_LINE_END, "JKLMNP"));
        entrance.loop.pass(DEADLINE);
        entrance.gate.read(reading(GateReading.Flaw.NO_LINE_END, "JKLMNP"));
        entrance.loop.pass(DEADLINE);

        assertThat(entrance.guests.onceMore).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {AD, WIFI, "BEGIN:VCARD\nN:Doe\nEND:VCARD", "mailto:a@b.example", "www.example.org/x"})
    void case02AForeignTextNeitherBeatsNorFollowsATicket(String foreign) {
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);
        entrance.gate.read(new GateReading(List.of(TICKET), GateReading.Flaw.NONE, List.of(foreign)));
        entrance.loop.pass(DEADLINE);

        for (int frame = 0; frame < 100; frame++) {
            entrance.loop.pass(Duration.ofMillis(100));
            entrance.gate.read(foreign);
            if (frame == 50) {
                entrance.gate.screenEnded(entrance.guests.last().scan());
            }
        }

        assertThat(entrance.guests.shown).hasSize(1);
        assertThat(entrance.journal.entries).hasSize(1);
    }

    /** The camera delivers such a text only when it has been seen for a while; the screen may end before. */
    @Test
    void case02AForeignTextThatCameIntoViewDuringAGuestsScreenIsLeftAloneAfterIt() {
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);
        entrance.gate.read(TICKET);
        entrance.loop.pass(DEADLINE);
        entrance.gate.sees(AD);
        entrance.gate.screenEnded(entrance.guests.last().scan());

        for (int frame = 0; frame < 50; frame++) {
            entrance.loop.pass(Duration.ofMillis(100));
            entrance.gate.sees(AD);
        }
        entrance.gate.read(AD);

        assertThat(entrance.guests.shown).hasSize(1);
        assertThat(entrance.journal.entries).hasSize(1);
    }

    @Test
    void case02AForeignTextThatLeftThePictureAndCameBackIsAnswered() {
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);
        entrance.gate.read(TICKET);
        entrance.loop.pass(DEADLINE);
        entrance.gate.sees(AD);
        entrance.gate.screenEnded(entrance.guests.last().scan());
        entrance.loop.pass(Duration.ofMinutes(1));

        entrance.gate.sees(AD);
        entrance.gate.read(AD);

        assertThat(entrance.guests.shown).hasSize(2);
    }

    @Test
    void case02AForeignTextThatWasSeenWithoutAGuestIsStillAnswered() {
        entrance.gate.sees(AD);
        entrance.gate.read(AD);

        assertThat(entrance.guests.last().outcome().refusal()).isEqualTo(Refusal.FOREIGN);
    }

    @Test
    void case02AForeignTextByItselfIsStillAnswered() {
        entrance.gate.read(AD);

        assertThat(entrance.guests.last().outcome().refusal()).isEqualTo(Refusal.FOREIGN);
        assertThat(((JournalEntry.Scanned) entrance.journal.entries.get(0)).foreign())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\uFEFF%s", "%s\u00A0", "\u200B%s", "%s\r\n", " %s\t", "\u2060%s\u202F", "%s\u0000", "\u00AD%s"})
    void case22SignsThatNobodySeesCountForNothing(String around) {
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);
        entrance.roster.addExternal(new ExternalCode("ABC-77-0001"), 2);

        entrance.gate.read(around.formatted(TICKET));
        entrance.loop.pass(DEADLINE);
        entrance.gate.read(around.formatted("ABC-77-0001"));
        entrance.loop.pass(DEADLINE);

        assertThat(entrance.guests.shown)
                .hasSize(2)
                .allSatisfy(shown -> assertThat(shown.outcome().verdict()).isEqualTo(Verdict.ADMITTED));
    }

    private static GateReading reading(GateReading.Flaw flaw, String... texts) {
        return new GateReading(List.of(texts), flaw, List.of());
    }

    @Test
    void case04ATroubledJournalIsLookedAtAgainAndItsTroubleEndsByItself() {
        entrance.roster.add(1, RegistrationStatus.CONFIRMED);
        entrance.journal.full = true;
        entrance.gate.read(TICKET);
        entrance.loop.pass(DEADLINE);
        assertThat(entrance.guests.troubles).containsExactly(GateListener.Trouble.NO_JOURNAL);

        entrance.loop.pass(Duration.ofSeconds(60));
        assertThat(entrance.guests.ableAgain).isZero();
        entrance.journal.full = false;
        entrance.loop.pass(Duration.ofSeconds(3));

        assertThat(entrance.guests.ableAgain).isEqualTo(1);
        assertThat(entrance.journal.entries).isEmpty();
    }
}
