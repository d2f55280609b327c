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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
     * 403 not-allowed, {@code R} 403 device-revoked, {@code W} 403 device-wiped.
     *
     * <p>Columns: nobody, organiser, auditor, somebody who signed in; then a kiosk, a desk and a door, each
     * as it is enrolled, revoked, ordered to be wiped, and by the token of an earlier enrolment; at last a
     * desk of another event.
     */
    private static final String ANSWERS = """
            GET /status                                                         | ++++ | ++++ | ++++ | ++++ | +
            POST /login                                                         | ++++ | ++++ | ++++ | ++++ | +
            POST /login/first-organiser                                         | ++++ | ++++ | ++++ | ++++ | +
            GET /login                                                          | ?--+ | -RWR | -RWR | -RWR | -
            DELETE /login                                                       | ?--+ | -RWR | -RWR | -RWR | -
            DELETE /login/all                                                   | ?--+ | -RWR | -RWR | -RWR | -
            POST /login/invitation                                              | ++++ | ++++ | ++++ | ++++ | +
            POST /login/second-factor                                           | ?--+ | -RWR | -RWR | -RWR | -
            PUT /login/second-factor                                            | ?--+ | -RWR | -RWR | -RWR | -
            POST /login/second-factor/removal                                   | ?--+ | -RWR | -RWR | -RWR | -
            GET /people                                                         | ?+-- | -RWR | -RWR | -RWR | -
            POST /people                                                        | ?+-- | -RWR | -RWR | -RWR | -
            PUT /people/{person}/roles                                          | ?+-- | -RWR | -RWR | -RWR | -
            POST /people/{person}/invitation                                    | ?+-- | -RWR | -RWR | -RWR | -
            DELETE /people/{person}/second-factor                               | ?+-- | -RWR | -RWR | -RWR | -
            DELETE /people/{person}                                             | ?+-- | -RWR | -RWR | -RWR | -
            GET /tokens                                                         | ?+-- | -RWR | -RWR | -RWR | -
            POST /tokens                                                        | ?+-- | -RWR | -RWR | -RWR | -
            DELETE /tokens/{token}                                              | ?+-- | -RWR | -RWR | -RWR | -
            GET /audit                                                          | ?++- | -RWR | -RWR | -RWR | -
            GET /backups                                                        | ?+-- | -RWR | -RWR | -RWR | -
            GET /health                                                         | ?++- | -RWR | -RWR | -RWR | -
            GET /health/metrics                                                 | ?++- | -RWR | -RWR | -RWR | -
            GET /health/support                                                 | ?++- | -RWR | -RWR | -RWR | -
            POST /backups                                                       | ?+-- | -RWR | -RWR | -RWR | -
            GET /events/{event}/audit                                           | ?++- | -RWR | -RWR | -RWR | -
            GET /events/{event}                                                 | ?++- | -RWR | -RWR | -RWR | -
            PUT /events/{event}                                                 | ?+-- | -RWR | -RWR | -RWR | -
            POST /events/{event}/import                                         | ?+-- | -RWR | -RWR | -RWR | -
            GET /events/{event}/imports                                         | ?+-- | -RWR | -RWR | -RWR | -
            DELETE /events/{event}/imports/{import}                             | ?+-- | -RWR | -RWR | -RWR | -
            GET /events/{event}/registrations                                   | ?+-- | -RWR | -RWR | -RWR | -
            GET /events/{event}/exports/registrations.csv                       | ?+-- | -RWR | -RWR | -RWR | -
            GET /events/{event}/exports/registrations.xlsx                      | ?+-- | -RWR | -RWR | -RWR | -
            GET /events/{event}/exports/tickets.pdf                             | ?+-- | -RWR | -RWR | -RWR | -
            GET /events/{event}/exports/tickets.zip                             | ?+-- | -RWR | -RWR | -RWR | -
            POST /events/{event}/registrations                                  | ?+-- | -RWR | +RWR | -RWR | -
            POST /events/{event}/registrations/status                           | ?+-- | -RWR | -RWR | -RWR | -
            POST /events/{event}/registrations/search                           | ?++- | -RWR | +RWR | -RWR | -
            GET /events/{event}/registrations/{registration}                    | ?++- | -RWR | +RWR | -RWR | -
            GET /events/{event}/registrations/{registration}/history            | ?++- | -RWR | +RWR | -RWR | -
            PATCH /events/{event}/registrations/{registration}                  | ?+-- | -RWR | +RWR | -RWR | -
            DELETE /events/{event}/registrations/{registration}                 | ?+-- | -RWR | -RWR | -RWR | -
            POST /events/{event}/registrations/{registration}/ticket-code       | ?+-- | -RWR | +RWR | -RWR | -
            POST /events/{event}/registrations/{registration}/substitution      | ?+-- | -RWR | +RWR | -RWR | -
            DELETE /events/{event}/registrations/{registration}/substitution    | ?+-- | -RWR | +RWR | -RWR | -
            GET /events/{event}/registrations/{registration}/ticket.pdf         | ?+-- | -RWR | -RWR | -RWR | -
            GET /events/{event}/reports/attendance.pdf                          | ?++- | -RWR | -RWR | -RWR | -
            GET /events/{event}/reports/attendance.csv                          | ?++- | -RWR | -RWR | -RWR | -
            GET /events/{event}/reports/attendance.xlsx                         | ?++- | -RWR | -RWR | -RWR | -
            GET /events/{event}/reports/facts.csv                               | ?++- | -RWR | -RWR | -RWR | -
            GET /events/{event}/reports/registrations.csv                       | ?++- | -RWR | -RWR | -RWR | -
            GET /events/{event}/reports/press.pdf                               | ?+-- | -RWR | -RWR | -RWR | -
            GET /events/{event}/lists/attendance.pdf                            | ?++- | -RWR | +RWR | -RWR | -
            GET /events/{event}/lists/attendance.csv                            | ?++- | -RWR | -RWR | -RWR | -
            GET /events/{event}/lists/attendance.xlsx                           | ?++- | -RWR | -RWR | -RWR | -
            GET /events/{event}/lists/evacuation.pdf                            | ?++- | -RWR | +RWR | -RWR | -
            GET /events/{event}/lists/rooms.pdf                                 | ?++- | -RWR | +RWR | -RWR | -
            GET /events/{event}/lists/badges-to-pull.pdf                        | ?++- | -RWR | +RWR | -RWR | -
            GET /events/{event}/certificates/all.pdf                            | ?+-- | -RWR | -RWR | -RWR | -
            GET /events/{event}/certificates/{registration}/certificate.pdf     | ?+-- | -RWR | +RWR | -RWR | -
            GET /events/{event}/certificates/key.pem                            | ?++- | -RWR | -RWR | -RWR | -
            PUT /events/{event}/devices/{device}                                | ?+-- | -RWR | -RWR | -RWR | -
            DELETE /events/{event}/devices/{device}                             | ?+-- | -RWR | -RWR | -RWR | -
            GET /events/{event}/devices                                         | ?++- | -RWR | -RWR | -RWR | -
            POST /events/{event}/devices/{device}/wipe                          | ?+-- | -RWR | -RWR | -RWR | -
            GET /events/{event}/quarantine                                      | ?++- | -RWR | -RWR | -RWR | -
            POST /events/{event}/quarantine/{device}/{content}/release          | ?+-- | -RWR | -RWR | -RWR | -
            POST /events/{event}/quarantine/{device}/{content}/dismiss          | ?+-- | -RWR | -RWR | -RWR | -
            GET /events/{event}/exclusions                                      | ?++- | -RWR | -RWR | -RWR | -
            PUT /events/{event}/exclusions/{device}                             | ?+-- | -RWR | -RWR | -RWR | -
            DELETE /events/{event}/exclusions/{device}                          | ?+-- | -RWR | -RWR | -RWR | -
            GET /events/{event}/quotas                                          | ?++- | -RWR | -RWR | -RWR | -
            PUT /events/{event}/quotas/{device}                                 | ?+-- | -RWR | -RWR | -RWR | -
            POST /events/{event}/quotas/{device}/release                        | ?+-- | -RWR | -RWR | -RWR | -
            POST /events/{event}/quotas/{device}/block                          | ?+-- | -RWR | -RWR | -RWR | -
            DELETE /events/{event}/quotas/{device}/block                        | ?+-- | -RWR | -RWR | -RWR | -
            POST /events/{event}/enrolments                                     | ?+-- | -RWR | -RWR | -RWR | -
            GET /events/{event}/enrolments                                      | ?+-- | -RWR | -RWR | -RWR | -
            POST /events/{event}/enrolments/{enrolment}/confirmation            | ?+-- | -RWR | -RWR | -RWR | -
            DELETE /events/{event}/enrolments/{enrolment}                       | ?+-- | -RWR | -RWR | -RWR | -
            POST /enrolments                                                    | ++++ | ++++ | ++++ | ++++ | +
            GET /enrolments/{enrolment}                                         | ++++ | ++++ | ++++ | ++++ | +
            POST /enrolments/{enrolment}/nonce                                  | ++++ | ++++ | ++++ | ++++ | +
            POST /enrolments/{enrolment}/challenge                              | ++++ | ++++ | ++++ | ++++ | +
            POST /enrolments/{enrolment}/token                                  | ++++ | ++++ | ++++ | ++++ | +
            POST /events/{event}/wipes/{order}/receipt                          | ?--- | ++++ | ++++ | ++++ | -
            POST /events/{event}/heartbeat                                      | ?--- | ++++ | ++++ | ++++ | -
            GET /events/{event}/doors                                           | ?--- | -RWR | -RWR | +RWR | -
            GET /events/{event}/doors/{door}/head-count                         | ?--- | -RWR | +RWR | +RWR | -
            GET /events/{event}/doors/{door}                                    | ?--- | +RWR | +RWR | +RWR | -
            GET /events/{event}/data-key                                        | ?--- | -RWR | +RWR | -RWR | -
            GET /events/{event}/roster                                          | ?--- | +RWR | +RWR | +RWR | -
            GET /events/{event}/roster/{file}                                   | ?--- | +RWR | +RWR | +RWR | -
            GET /events/{event}/roster/changes                                  | ?--- | +RWR | +RWR | +RWR | -
            GET /events/{event}/nudges                                          | ?++- | +RWR | +RWR | +RWR | -
            POST /events/{event}/scans                                          | ?--- | +RWR | +RWR | +RWR | -
            POST /events/{event}/journal                                        | ?--- | ++++ | ++++ | ++++ | -
            """;

    private static final Map<String, String> TABLE = ANSWERS.lines()
            .map(line -> line.split("\\|", 2))
            .collect(Collectors.toMap(row -> row[0].strip(), row -> row[1].replaceAll("[ |]", "")));

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

    /** In the order of the table's columns. */
    private List<Supplier<ApiClient>> everybody(String event) {
        ApiClient auditor = organiser.as(Auditors.token(RunningServer.data()));
        List<Supplier<ApiClient>> everybody = new ArrayList<>();
        everybody.add(() -> organiser.as(""));
        everybody.add(() -> organiser);
        everybody.add(() -> auditor);
        // Each time anew, for what this one asks may end the login.
        everybody.add(() -> organiser.as(SignedInPeople.token(RunningServer.data())));
        for (String kind : List.of("KIOSK", "DESK", "DOOR")) {
            devices("events/" + event + "/devices/" + kind.toLowerCase(Locale.ROOT), kind)
                    .forEach(device -> everybody.add(() -> device));
        }
        ApiClient elsewhere = enrol("events/" + RunningServer.newEvent() + "/devices/desk-1", "DESK");
        everybody.add(() -> elsewhere);
        return everybody;
    }

    /** Enrolled, revoked, ordered to be wiped, and by an earlier token. */
    private List<ApiClient> devices(String path, String kind) {
        ApiClient enrolled = enrol(path + "-1", kind);
        ApiClient revoked = enrol(path + "-2", kind);
        organiser.delete(path + "-2").expect(204);
        ApiClient wiped = enrol(path + "-3", kind);
        organiser.post(path + "-3/wipe", "").expect(200);
        ApiClient former = enrol(path + "-4", kind);
        enrol(path + "-4", kind);
        return List.of(enrolled, revoked, wiped, former);
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
        if (status != 403) {
            return "+";
        }
        String text = problem.get();
        if (text.contains("urn:einlass:problem:device-revoked")) {
            return "R";
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
