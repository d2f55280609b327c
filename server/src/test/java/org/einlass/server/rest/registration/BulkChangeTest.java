package org.einlass.server.rest.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.einlass.server.json.Json;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request that changes many registrations may say. */
final class BulkChangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{\"days\":[null]}; days", "{\"programmes\":[null, \"egk\"]}; programmes", "{}; status"})
    void refusesWhatSaysNothingByItsField(String body, String field) throws JsonProcessingException {
        assertField(read(body)::check, field);
    }

    @Test
    void refusesARegistrationWithoutId() throws JsonProcessingException {
        BulkChangeResource.BulkChange asked = read("{\"registrations\":[null]}");

        assertField(() -> BulkChangeResource.ids(asked.registrations()), "registrations");
    }

    private static BulkChangeResource.BulkChange read(String body) throws JsonProcessingException {
        return Json.mapper().readValue(body, BulkChangeResource.BulkChange.class);
    }

    private static void assertField(ThrowingCallable asking, String field) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.field()).contains(field));
    }
}
