package org.einlass.kiosk.screen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.einlass.kiosk.screen.Language;
import org.junit.jupiter.api.Test;

class PersonWordsTest {
    private static final Instant NOW = Instant.parse("2022-07-05T08:00:00Z");
    private static final Instant TODAY = Instant.parse("2022-07-05T07:12:00Z");
    private static final Instant YESTERDAY = Instant.parse("2022-07-04T07:12:00Z");

    private static PersonWords in(Language language) {
        return new PersonWords(DeskMessages.in(language), ZoneId.of("Europe/Berlin"), InstantSource.fixed(NOW));
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
