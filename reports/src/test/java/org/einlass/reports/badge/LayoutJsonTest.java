package org.einlass.reports.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutJsonTest {

    private static final String A6 = LayoutJson.write(BadgeLayouts.of(BadgeFormat.A6));

    @ParameterizedTest
    @EnumSource(BadgeFormat.class)
    void everyLayoutOfOursIsValidAndReadBackEqual(BadgeFormat format) {
        BadgeLayout layout = BadgeLayouts.of(format);

        LayoutJson.Reading reading = LayoutJson.read(LayoutJson.write(layout));

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.layout()).contains(layout);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "42",
                "{}",
                "\"A6\"",
                "<jasperReport/>",
                "{\"name\":\"x\",\"format\":\"A0\"}"
            })
    void whatIsNoLayoutGetsASentence(String json) {
        LayoutJson.Reading reading = LayoutJson.read(json);

        assertThat(reading.layout()).isEmpty();
        assertThat(reading.faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.german()).endsWith(".");
            assertThat(fault.english()).endsWith(".");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\" : \"NAME\"            | \"kind\" : \"FUNCTION\"      | blocks",
                "\"kind\" : \"FUNCTION\"        | \"kind\" : \"NAME\"          | blocks",
                "\"kind\" : \"FUNCTION\"        | \"kind\" : \"SALARY\"        | blocks[1].fields[1].kind",
                "\"largest\" : 68.7             | \"largest\" : 4600.0         | blocks[1].fields[0]",
                "\"largest\" : 68.7             | \"largest\" : -1             | blocks[1].fields[0]",
                "\"largest\" : 68.7             | \"largest\" : \"NaN\"        | blocks[1].fields[0]",
                "\"mostLines\" : 4              | \"mostLines\" : 0            | blocks[1].fields[0]",
                "\"gap\" : 4.0                  | \"gap\" : 1e9                | blocks[1].fields[1].gap",
                "\"left\" : 69.0                | \"left\" : 99.0              | code",
                "\"left\" : 69.0                | \"left\" : 8.0               | band.words",
                "\"width\" : 28.0               | \"width\" : 5.0              | code",
                "\"background\" : \"\"          | \"background\" : \"red\"     | background",
                "\"background\" : \"\"          | \"background\" : null        | background",
                "\"size\" : 25.0                | \"size\" : 1e300             | band.size",
                "\"name\" : \"A6\",             | \"name\" : \"A6\", \"template\" : \"x.jrxml\", | template",
            })
    void anImpossibleLayoutGetsASentenceWithThePlace(String good, String bad, String place) {
        assertThat(A6).contains(good);

        LayoutJson.Reading reading = LayoutJson.read(A6.replaceFirst(java.util.regex.Pattern.quote(good), bad));

        assertThat(reading.layout()).isEmpty();
        assertThat(reading.faults())
                .anySatisfy(fault -> assertThat(fault.place()).startsWith(place));
    }

    @Test
    void aLayoutOfAHundredThousandBlocksIsRefusedAtOnce() {
        BadgeLayout a6 = BadgeLayouts.of(BadgeFormat.A6);
        BadgeLayout endless = new BadgeLayout(
                a6.name(),
                a6.format(),
                a6.background(),
                a6.pictures(),
                Collections.nCopies(100_000, a6.blocks().get(0)),
                a6.band(),
                a6.code(),
                a6.back());

        assertThat(LayoutCheck.faults(endless))
                .singleElement()
                .extracting(LayoutFault::place)
                .isEqualTo("blocks");
    }

    @Test
    void aPressRefusesAnImpossibleLayoutWithItsSentences() {
        BadgeLayout a6 = BadgeLayouts.of(BadgeFormat.A6);
        BadgeLayout upsideDown = new BadgeLayout(
                a6.name(),
                BadgeFormat.CARD_86_54,
                a6.background(),
                a6.pictures(),
                a6.blocks(),
                a6.band(),
                a6.code(),
                a6.back());

        assertThatThrownBy(() -> new BadgeRenderer(upsideDown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The rectangle does not lie inside");
    }
}
