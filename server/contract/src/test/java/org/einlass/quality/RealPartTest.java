package org.einlass.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

final class RealPartTest {

    @Test
    void findsAProgramOnThePathAndMissesOneThatDoesNotExist() {
        assertThat(RealPart.program("sh")).isPresent();
        assertThat(RealPart.program("einlass-no-such-program")).isEmpty();
    }

    @Test
    void skipsWithTheNameOfWhatIsMissing() {
        ConditionEvaluationResult result = RealPart.without(List.of("cupsd", "lpr"), false);

        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("cupsd, lpr"));
    }

    @Test
    void failsWhereRealPartsAreRequired() {
        assertThatThrownBy(() -> RealPart.without(List.of("cupsd"), true))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("cupsd")
                .hasMessageContaining("install");
    }
}
