package org.einlass.contract.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.einlass.contract.Wording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RefusalTest {
    @ParameterizedTest
    @EnumSource
    void saysWhatItIsAndWhatToDoNextInBothLanguages(Refusal refusal) {
        Wording sentence = refusal.staffSentence();

        assertThat(sentence.german()).matches("[A-ZÄÖÜ].+[.].+[.]");
        assertThat(sentence.english()).matches("[A-Z].+[.].+[.]");
        assertThat(sentence.german()).isNotEqualTo(sentence.english());
        assertThat(Refusal.PUBLIC_SENTENCE.german()).doesNotContain(sentence.german());
    }
}
