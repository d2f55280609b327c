package org.einlass.contract.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.einlass.contract.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RefusalTest {
    @ParameterizedTest
    @EnumSource
    void saysWhatItIsAndWhatToDoNextInBothLanguages(Refusal refusal) {
        Wording sentence = refusal.staffSentence();

        assertThat(sentence.german()).matches("[A-ZÄÖÜ].+[.] Bitte .+[.]");
        assertThat(sentence.english()).matches("[A-Z].+[.] Please .+[.]");
        assertThat(sentence.german()).isNotEqualTo(sentence.english());
        assertThat(Refusal.PUBLIC_SENTENCE.german()).doesNotContain(sentence.german());
    }

    @Test
    void givesEachReasonASentenceOfItsOwn() {
        assertThat(Arrays.stream(Refusal.values()).map(Refusal::staffSentence)).doesNotHaveDuplicates();
    }

    @Test
    void tellsThePublicTheNextStepAndNoReason() {
        assertThat(Refusal.PUBLIC_SENTENCE.german()).startsWith("Bitte gehen Sie ");
        assertThat(Refusal.PUBLIC_SENTENCE.english()).startsWith("Please go ");
    }
}
