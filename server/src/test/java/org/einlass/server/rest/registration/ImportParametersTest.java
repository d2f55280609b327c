package org.einlass.server.rest.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A trial run never imports for real, however it is spelled. */
final class ImportParametersTest {

    @ParameterizedTest
    @CsvSource({"true,true", "TRUE,true", "1,true", "'',true", "yes,true", "false,false", "0,false", "no,false"})
    void understandsYesAndNo(String value, boolean dryRun) {
        assertThat(ImportParameters.isDryRun(List.of(value))).isEqualTo(dryRun);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "tru", "2", "true false"})
    void refusesAnyOtherValueByName(String value) {
        assertRefused(() -> ImportParameters.isDryRun(List.of(value)), "dryRun");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String field) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.field()).contains(field));
    }
}
