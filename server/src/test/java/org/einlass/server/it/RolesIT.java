package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every endpoint of the OpenAPI document, asked by everybody. One that is not in the table fails until
 * somebody decides who may use it.
 */
final class RolesIT {
    /**
     * What everybody is answered, written by hand: {@code +} neither 401 nor 403, {@code ?} 401, {@code -}
     * 403 not-allowed, {@code R} 403 device-revoked, {@code W} 403 device-wiped, {@code B} 403 device-blocked,
     * {@code P} 503 device-pending.
     *
     * <p>Columns: nobody, organiser, auditor, somebody who signed in; the organiser of another event, by name and
     * by the token of a program; then a kiosk, a desk and a door, each as it is enrolled, revoked, ordered to be
     * wiped, by the token of an earlier enrolment, waiting to be confirmed after a restore, and blocked; at last
     * a desk of another event.
     */
    private static final String ANSWERS = """
            GET /status                                                         | ++++ ++ | ++++++ | ++++++ | ++++++ | +
            POST /login                                                         | ++++ ++ | ++++++ | ++++++ | ++++++ | +
            POST /login/first-organiser                                         | ++++ ++ | ++++++ | ++++++ | ++++++ | +
            GET /login                                                          | ?--+ +- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /login                                                       | ?--+ +- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /login/all                                                   | ?--+ +- | -RWRP- | -RWRP- | -RWRP- | -
            POST /login/invitation                                              | ++++ ++ | ++++++ | ++++++ | ++++++ | +
            POST /login/second-factor                                           | ?--+ +- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /login/second-factor                                            | ?--+ +- | -RWRP- | -RWRP- | -RWRP- | -
            POST /login/second-factor/removal                                   | ?--+ +- | -RWRP- | -RWRP- | -RWRP- | -
            GET /people                                                         | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /people                                                        | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /people/{person}/roles                                          | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /people/{person}/invitation                                    | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /people/{person}/second-factor                               | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /people/{person}                                             | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /tokens                                                         | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /tokens                                                        | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /tokens/{token}                                              | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /audit                                                          | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /backups                                                        | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /health                                                         | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /health/metrics                                                 | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /health/support                                                 | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /backups                                                       | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/audit                                           | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}                                                 | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /events/{event}                                                 | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/import                                         | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/imports                                         | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /events/{event}/imports/{import}                             | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/registrations                                   | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/exports/registrations.csv                       | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/exports/registrations.xlsx                      | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/exports/tickets.pdf                             | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/exports/tickets.zip                             | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/registrations                                  | ?+-- -- | -RWRP- | +RWRP+ | -RWRP- | -
            POST /events/{event}/registrations/status                           | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/registrations/by-key                           | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/registrations/search                           | ?++- -- | -RWRP- | +RWRP+ | -RWRP- | -
            GET /events/{event}/registrations/{registration}                    | ?++- -- | -RWRP- | +RWRP+ | -RWRP- | -
            GET /events/{event}/registrations/{registration}/history            | ?++- -- | -RWRP- | +RWRP+ | -RWRP- | -
            PATCH /events/{event}/registrations/{registration}                  | ?+-- -- | -RWRP- | +RWRP+ | -RWRP- | -
            DELETE /events/{event}/registrations/{registration}                 | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/registrations/{registration}/ticket-code       | ?+-- -- | -RWRP- | +RWRP+ | -RWRP- | -
            POST /events/{event}/registrations/{registration}/substitution      | ?+-- -- | -RWRP- | +RWRP+ | -RWRP- | -
            DELETE /events/{event}/registrations/{registration}/substitution    | ?+-- -- | -RWRP- | +RWRP+ | -RWRP- | -
            GET /events/{event}/organisation-aliases                            | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /events/{event}/organisation-aliases                            | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /events/{event}/organisation-aliases/{alias}                 | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/registrations/bulk                             | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/registrations/bulk/deletion                    | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/exports/tickets.zip                            | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/contingents                                     | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /events/{event}/contingents                                     | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /events/{event}/contingents/{contingent}                     | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/contingents/{contingent}/places                | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/twins                                           | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/twins/{registration}                           | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /events/{event}/twins/{registration}                         | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/twins/decided                                   | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /events/{event}/twins/{registration}/distinct/{other}           | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /events/{event}/twins/{registration}/distinct/{other}        | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/registrations/{registration}/erasure           | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/registrations/{registration}/disclosure         | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/registrations/{registration}/disclosure.pdf     | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/erasures                                        | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/erasures/log.pdf                                | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/erasures                                       | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/retention                                       | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /events/{event}/retention                                       | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/registrations/{registration}/ticket.pdf         | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/reports/attendance.pdf                          | ?++- -- | -RWRP- | +RWRP+ | -RWRP- | -
            GET /events/{event}/reports/attendance.csv                          | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/reports/attendance.xlsx                         | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/reports/facts.csv                               | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/reports/registrations.csv                       | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/reports/raw.zip                                 | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/press/publications                              | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/press/publications                             | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/press/press.pdf                                 | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/press/preview.pdf                               | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/lists/attendance.pdf                            | ?++- -- | -RWRP- | +RWRP+ | -RWRP- | -
            GET /events/{event}/lists/attendance.csv                            | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/lists/attendance.xlsx                           | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/lists/evacuation.pdf                            | ?++- -- | -RWRP- | +RWRP+ | -RWRP- | -
            GET /events/{event}/lists/hand-outs.pdf                             | ?++- -- | -RWRP- | +RWRP+ | -RWRP- | -
            GET /events/{event}/lists/prints.pdf                                | ?++- -- | -RWRP- | +RWRP+ | -RWRP- | -
            GET /events/{event}/lists/role-badges.pdf                           | ?++- -- | -RWRP- | +RWRP+ | -RWRP- | -
            GET /events/{event}/lists/rooms.pdf                                 | ?++- -- | -RWRP- | +RWRP+ | -RWRP- | -
            GET /events/{event}/lists/badges-to-pull.pdf                        | ?++- -- | -RWRP- | +RWRP+ | -RWRP- | -
            GET /events/{event}/lists/desk-protocol.pdf                         | ?++- -- | -RWRP- | +RWRP+ | -RWRP- | -
            GET /events/{event}/badges/boxes                                    | ?++- -- | -RWRP- | +RWRP+ | -RWRP- | -
            PUT /events/{event}/badges/boxes                                    | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/badges/runs                                     | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/badges/runs                                    | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/badges/runs/{run}/badges.pdf                    | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/badges/pulled                                  | ?+-- -- | -RWRP- | +RWRP+ | -RWRP- | -
            POST /events/{event}/badges/signs.pdf                               | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/badge-layouts                                   | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/badge-layouts/for-devices                       | ?--- -- | +RWRP+ | +RWRP+ | -RWRP- | -
            GET /events/{event}/badge-layouts/{format}                          | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /events/{event}/badge-layouts/{format}                          | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /events/{event}/badge-layouts/{format}                       | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/badge-layouts/{format}/preflight                | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/badge-layouts/{format}/{name}.png               | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/lists/{list}.csv                                | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/lists/{list}.xlsx                               | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/certificates/all.pdf                            | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/certificates/{registration}/certificate.pdf     | ?+-- -- | -RWRP- | +RWRP+ | -RWRP- | -
            GET /events/{event}/certificates/key.pem                            | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/certificates/design                             | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /events/{event}/certificates/design                             | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /events/{event}/certificates/design/logo                        | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /events/{event}/certificates/design/logo                     | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /events/{event}/certificates/design/signature                   | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /events/{event}/certificates/design/signature                | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/certificates/design/preview.pdf                 | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/certificates/verify.html                        | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/certificates/batches                           | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/certificates/batches                            | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/certificates/batches/{batch}/certificates.zip   | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /events/{event}/certificates/{registration}/consent             | ?+-- -- | -RWRP- | +RWRP+ | -RWRP- | -
            DELETE /events/{event}/certificates/{registration}/consent          | ?+-- -- | -RWRP- | +RWRP+ | -RWRP- | -
            PUT /events/{event}/devices/{device}                                | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /events/{event}/devices/{device}                             | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/devices                                         | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/devices/{device}/wipe                          | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/messages                                        | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/messages                                       | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /events/{event}/messages/{device}                            | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/devices/{device}/doors                          | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /events/{event}/devices/{device}/doors                          | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/device-confirmations                           | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/helpers                                         | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/helpers                                        | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/helpers/badges.pdf                              | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /events/{event}/helpers/{helper}                             | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/quarantine                                      | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/quarantine/{device}/{content}/release          | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/quarantine/{device}/{content}/dismiss          | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/clarifications                                  | ?++- -- | -RWRP- | +RWRP+ | -RWRP- | -
            POST /events/{event}/clarifications/{case}/settlement               | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/live                                            | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/closing                                         | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/closing/figures                                | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /events/{event}/closing/phase                                   | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/awaited                                         | ?++- -- | -RWRP- | +RWRP+ | -RWRP- | -
            POST /events/{event}/awaited/{registration}/arrival                 | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /events/{event}/awaited/{registration}/phone                    | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /events/{event}/awaited/{registration}/company                  | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /events/{event}/awaited/arrivals/{entry}                     | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/room-links                                      | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/room-links                                     | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /events/{event}/room-links/{link}                            | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /room                                                          | ++++ ++ | ++++++ | ++++++ | ++++++ | +
            PUT /events/{event}/counters/{desk}                                 | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /events/{event}/counters/own                                     | ?--- -- | -RWRP- | +RWRP+ | -RWRP- | -
            GET /events/{event}/counters/arrivals/{registration}                | ?--- -- | -RWRP- | +RWRP+ | -RWRP- | -
            POST /events/{event}/desk-search                                    | ?--- -- | -RWRP- | +RWRP+ | -RWRP- | -
            POST /events/{event}/counters/guests                                 | ?--- -- | +RWRP+ | -RWRP- | -RWRP- | -
            PUT /events/{event}/help-calls/own                                  | ?--- -- | +RWRP+ | +RWRP+ | +RWRP+ | -
            GET /events/{event}/help-calls                                      | ?++- -- | -RWRP- | +RWRP+ | -RWRP- | -
            POST /events/{event}/help-calls/{call}/acknowledgement              | ?+-- -- | -RWRP- | +RWRP+ | -RWRP- | -
            POST /events/{event}/help-calls/{call}/end                          | ?+-- -- | -RWRP- | +RWRP+ | -RWRP- | -
            GET /events/{event}/exclusions                                      | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /events/{event}/exclusions/{device}                             | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /events/{event}/exclusions/{device}                          | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/quotas                                          | ?++- -- | -RWRP- | -RWRP- | -RWRP- | -
            PUT /events/{event}/quotas/{device}                                 | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/quotas/{device}/release                        | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/quotas/{device}/block                          | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /events/{event}/quotas/{device}/block                        | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/enrolments                                     | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            GET /events/{event}/enrolments                                      | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /events/{event}/enrolments/{enrolment}/confirmation            | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            DELETE /events/{event}/enrolments/{enrolment}                       | ?+-- -- | -RWRP- | -RWRP- | -RWRP- | -
            POST /enrolments                                                    | ++++ ++ | ++++++ | ++++++ | ++++++ | +
            GET /enrolments/{enrolment}                                         | ++++ ++ | ++++++ | ++++++ | ++++++ | +
            POST /enrolments/{enrolment}/nonce                                  | ++++ ++ | ++++++ | ++++++ | ++++++ | +
            POST /enrolments/{enrolment}/challenge                              | ++++ ++ | ++++++ | ++++++ | ++++++ | +
            POST /enrolments/{enrolment}/token                                  | ++++ ++ | ++++++ | ++++++ | ++++++ | +
            POST /events/{event}/wipes/{order}/receipt                          | ?--- -- | ++++++ | ++++++ | ++++++ | -
            POST /events/{event}/heartbeat                                      | ?--- -- | ++++++ | ++++++ | ++++++ | -
            GET /events/{event}/doors                                           | ?--- -- | -RWRP- | -RWRP- | +RWRP+ | -
            GET /events/{event}/doors/{door}/head-count                         | ?--- -- | -RWRP- | +RWRP+ | +RWRP+ | -
            GET /events/{event}/doors/{door}                                    | ?--- -- | +RWRP+ | +RWRP+ | +RWRP+ | -
            GET /events/{event}/data-key                                        | ?--- -- | -RWRP- | +RWRP+ | -RWRP- | -
            GET /events/{event}/roster                                          | ?--- -- | +RWRP+ | +RWRP+ | +RWRP+ | -
            GET /events/{event}/roster/{file}                                   | ?--- -- | +RWRP+ | +RWRP+ | +RWRP+ | -
            GET /events/{event}/roster/changes                                  | ?--- -- | +RWRP+ | +RWRP+ | +RWRP+ | -
            GET /events/{event}/nudges                                          | ?++- -- | +RWRP+ | +RWRP+ | +RWRP+ | -
            POST /events/{event}/booking-numbers                                | ?--- -- | +RWRPB | -RWRP- | -RWRP- | -
            POST /events/{event}/scans                                          | ?--- -- | +RWRPB | +RWRPB | +RWRPB | -
            POST /events/{event}/journal                                        | ?--- -- | ++++PB | ++++PB | ++++PB | -
            """;

    private static final Map<String, String> TABLE = ANSWERS.lines()
            .map(line -> line.split("\\|", 2))
            .collect(Collectors.toMap(row -> row[0].strip(), row -> row[1].replaceAll("[ |]", "")));

    /** What an organiser reads of an event without a line in the audit trail, since it shows nobody who comes. */
    private static final Set<String> SHOWS_NOBODY = Set.of(
            "GET /events/{event}",
            "GET /events/{event}/audit",
            "GET /events/{event}/imports",
            "GET /events/{event}/contingents",
            "GET /events/{event}/organisation-aliases",
            "GET /events/{event}/erasures",
            "GET /events/{event}/erasures/log.pdf",
            "GET /events/{event}/retention",
            "GET /events/{event}/press/publications",
            "GET /events/{event}/badges/boxes",
            "GET /events/{event}/badges/runs",
            "GET /events/{event}/badge-layouts",
            "GET /events/{event}/badge-layouts/{format}",
            "GET /events/{event}/badge-layouts/{format}/preflight",
            "GET /events/{event}/certificates/key.pem",
            "GET /events/{event}/certificates/design",
            "GET /events/{event}/certificates/design/preview.pdf",
            "GET /events/{event}/certificates/verify.html",
            "GET /events/{event}/certificates/batches",
            "GET /events/{event}/devices",
            "GET /events/{event}/devices/{device}/doors",
            "GET /events/{event}/messages",
            "GET /events/{event}/helpers",
            "GET /events/{event}/quarantine",
            "GET /events/{event}/live",
            "GET /events/{event}/closing",
            "GET /events/{event}/room-links",
            "GET /events/{event}/help-calls",
            "GET /events/{event}/exclusions",
            "GET /events/{event}/quotas",
            "GET /events/{event}/enrolments",
            "GET /events/{event}/nudges");

    private static final String PREFIX = "/api/v1";
    private static final String NOBODY = new UUID(0, 0).toString();

    /** The one endpoint whose answer never ends; the document does not tell it from others. */
    private static final String STREAM = "/nudges";

    private static final Map<String, Method> RESOURCES = resources();

    private final ApiClient organiser = RunningServer.organiser();

    /** An endpoint as the OpenAPI document tells it. */
    private record Endpoint(String verb, String path, String bodyType, boolean stream) {
        private String name() {
            return verb + " " + path;
        }
    }

    @Test
    void everyEndpointIsInTheDocumentAndHasItsAnswers() {
        List<String> told = endpoints().stream().map(Endpoint::name).toList();

        assertThat(told).containsExactlyInAnyOrderElementsOf(RESOURCES.keySet());
        assertThat(TABLE.keySet()).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void everyResourceSaysWhoMayUseIt() {
        assertThat(RESOURCES.values())
                .allSatisfy(method -> assertThat(Stream.of(RolesAllowed.class, PermitAll.class, DenyAll.class)
                                .filter(rule -> annotated(method, rule)))
                        .as(method.toString())
                        .isNotEmpty());
    }

    @TestFactory
    Stream<DynamicTest> everybodyMayDoWhatTheyMayAndNothingElse() {
        String event = RunningServer.newEvent();
        List<Supplier<ApiClient>> everybody = everybody(event);
        return endpoints().stream()
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.name(), () -> {
                    String answers = everybody.stream()
                            .map(who -> answer(who.get(), event, endpoint))
                            .collect(Collectors.joining());

                    assertThat(answers).isEqualTo(TABLE.get(endpoint.name()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> nobodyGetsInWithoutAToken() {
        return endpoints().stream()
                .filter(endpoint -> TABLE.getOrDefault(endpoint.name(), "?").startsWith("?"))
                .map(endpoint -> DynamicTest.dynamicTest(
                        endpoint.name(),
                        () -> assertThat(Stream.of("", "x".repeat(43), "null")
                                        .map(token ->
                                                answer(RunningServer.nobody().as(token), "any", endpoint)))
                                .containsOnly("?")));
    }

    /** Whatever an organiser reads of people, and takes out of the event, is in the trail, and nothing else is. */
    @TestFactory
    Stream<DynamicTest> whoeverReadsPeopleIsInTheTrail() {
        String event = RunningServer.newEvent();
        String trail = "events/" + event + "/audit?most=500";
        return endpoints().stream()
                .filter(endpoint -> endpoint.name().startsWith("GET /events/{event}") && !endpoint.stream())
                .filter(endpoint -> TABLE.getOrDefault(endpoint.name(), "").startsWith("?+"))
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.name(), () -> {
                    int before = organiser
                            .get(trail)
                            .expect(200)
                            .json()
                            .path("entries")
                            .size();

                    organiser.get(concrete(endpoint.path(), event));

                    JsonNode lines = organiser.get(trail).expect(200).json().path("entries");
                    assertThat(lines.size() > before)
                            .as("a line in the trail; what shows nobody stands in SHOWS_NOBODY")
                            .isEqualTo(!SHOWS_NOBODY.contains(endpoint.name()));
                    assertThat(lines)
                            .allSatisfy(line ->
                                    assertThat(line.path("author").asText()).startsWith("token:"));
                }));
    }

    private static String concrete(String path, String event) {
        return path.substring(1)
                .replace("{event}", event)
                .replace("{registration}", NOBODY)
                .replace("{batch}", NOBODY)
                .replace("{run}", "1")
                .replace("{format}", "a6")
                .replace("{list}", "attendance")
                .replace("{name}", "longest")
                .replaceAll("\\{\\w+}", "nowhere");
    }

    /** In the order of the table's columns. */
    private List<Supplier<ApiClient>> everybody(String event) {
        ApiClient auditor = organiser.as(Auditors.token(RunningServer.data()));
        List<Supplier<ApiClient>> everybody = new ArrayList<>();
        everybody.add(() -> organiser.as(""));
        everybody.add(() -> organiser);
        everybody.add(() -> auditor);
        // Each time anew, for what this one asks may end the login.
        everybody.add(() -> organiser.as(SignedInPeople.token(RunningServer.data())));
        String another = RunningServer.newEvent();
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        everybody.add(() -> organiser.as(SignedInPeople.organiserOf(another, RunningServer.data())));
        ApiClient program = organiser.as(organiser
                .post("tokens", """
                        {"name": "shop", "role": "ORGANISER", "event": "%s", "expires": "%s"}""".formatted(another, tomorrow))
                .expect(200)
                .json()
                .path("secret")
                .asText());
        everybody.add(() -> program);
        for (String kind : List.of("KIOSK", "DESK", "DOOR")) {
            devices("events/" + event + "/devices/" + kind.toLowerCase(Locale.ROOT), kind)
                    .forEach(device -> everybody.add(() -> device));
        }
        ApiClient elsewhere = enrol("events/" + another + "/devices/desk-1", "DESK");
        everybody.add(() -> elsewhere);
        return everybody;
    }

    /** Enrolled, revoked, ordered to be wiped, by an earlier token, waiting after a restore, and blocked. */
    private List<ApiClient> devices(String path, String kind) {
        ApiClient enrolled = enrol(path + "-1", kind);
        ApiClient revoked = enrol(path + "-2", kind);
        organiser.delete(path + "-2").expect(204);
        ApiClient wiped = enrol(path + "-3", kind);
        organiser.post(path + "-3/wipe", "").expect(200);
        ApiClient former = enrol(path + "-4", kind);
        enrol(path + "-4", kind);
        ApiClient pending = enrol(path + "-5", kind);
        RestoredDevices.waits(RunningServer.data(), kind.toLowerCase(Locale.ROOT) + "-5");
        ApiClient blocked = enrol(path + "-6", kind);
        organiser.post(path.replace("/devices/", "/quotas/") + "-6/block", "").expect(200);
        return List.of(enrolled, revoked, wiped, former, pending, blocked);
    }

    private ApiClient enrol(String path, String kind) {
        String document = "{\"kind\": \"" + kind + "\"}";
        return organiser.as(
                organiser.put(path, document).expect(200).json().path("token").asText());
    }

    /** What somebody is answered, as the table says it; asked with contents that change nothing. */
    private static String answer(ApiClient who, String event, Endpoint endpoint) {
        String path = endpoint.path()
                .substring(1)
                .replace("{event}", event)
                .replace("{device}", "nobody")
                .replace("{registration}", NOBODY)
                .replaceAll("\\{\\w+}", "nowhere");
        if (endpoint.stream()) {
            return opened(who, path);
        }
        byte[] body = endpoint.bodyType().isEmpty() ? new byte[0] : "{}".getBytes(UTF_8);
        ApiClient.Reply reply = who.send(endpoint.verb(), path, endpoint.bodyType(), body);
        return letter(reply.status(), reply::text);
    }

    private static String opened(ApiClient who, String path) {
        HttpResponse<InputStream> response = who.open(path);
        try (InputStream body = response.body()) {
            return letter(response.statusCode(), () -> text(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(InputStream body) {
        try {
            return new String(body.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String letter(int status, Supplier<String> problem) {
        if (status == 401) {
            return "?";
        }
        if (status == 500) {
            return "!";
        }
        if (status != 403 && status != 503) {
            return "+";
        }
        String text = problem.get();
        if (status == 503) {
            return text.contains("urn:einlass:problem:device-pending") ? "P" : "!";
        }
        if (text.contains("urn:einlass:problem:device-revoked")) {
            return "R";
        }
        if (text.contains("urn:einlass:problem:device-blocked")) {
            return "B";
        }
        return text.contains("urn:einlass:problem:device-wiped") ? "W" : "-";
    }

    private List<Endpoint> endpoints() {
        JsonNode paths =
                organiser.get("../../openapi?format=JSON").expect(200).json().path("paths");
        List<Endpoint> endpoints = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
                endpoints.add(new Endpoint(
                        verb.getKey().toUpperCase(Locale.ROOT),
                        path.getKey().substring(PREFIX.length()),
                        firstName(verb.getValue().at("/requestBody/content")),
                        path.getKey().endsWith(STREAM)));
            }
        }
        return endpoints;
    }

    private static String firstName(JsonNode content) {
        return content.fieldNames().hasNext() ? content.fieldNames().next() : "";
    }

    private static Map<String, Method> resources() {
        Map<String, Method> resources = new TreeMap<>();
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.einlass.server")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .forEach(method ->
                                verb(method).ifPresent(verb -> resources.put(verb + " " + path(method), method)));
        return resources;
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Method method) {
        return Stream.of(method.getDeclaringClass().getAnnotation(Path.class), method.getAnnotation(Path.class))
                .filter(Objects::nonNull)
                .map(Path::value)
                .map(path -> path.replaceAll("\\{(\\w+): [^/]*}", "{$1}"))
                .collect(Collectors.joining());
    }

    private static boolean annotated(Method method, Class<? extends Annotation> rule) {
        return method.isAnnotationPresent(rule) || method.getDeclaringClass().isAnnotationPresent(rule);
    }
}
