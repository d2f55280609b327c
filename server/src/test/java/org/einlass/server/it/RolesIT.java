package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.server.account.Role;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every resource, asked by every role. A resource that is not in the table fails until somebody decides who may use it. */
final class RolesIT {
    private static final Map<String, Set<Role>> RULES = Map.ofEntries(
            Map.entry("GET /status", Set.of(Role.values())),
            Map.entry("POST /login", Set.of(Role.values())),
            Map.entry("POST /login/first-organiser", Set.of(Role.values())),
            Map.entry("GET /login", Set.of(Role.PERSON)),
            Map.entry("DELETE /login", Set.of(Role.PERSON)),
            Map.entry("DELETE /login/all", Set.of(Role.PERSON)),
            Map.entry("GET /events/{event}", Set.of(Role.ORGANISER, Role.AUDITOR)),
            Map.entry("PUT /events/{event}", Set.of(Role.ORGANISER)),
            Map.entry("POST /events/{event}/import", Set.of(Role.ORGANISER)),
            Map.entry("GET /events/{event}/imports", Set.of(Role.ORGANISER)),
            Map.entry("DELETE /events/{event}/imports/{import}", Set.of(Role.ORGANISER)),
            Map.entry("GET /events/{event}/registrations", Set.of(Role.ORGANISER)),
            Map.entry("GET /events/{event}/registrations/{registration}/ticket.pdf", Set.of(Role.ORGANISER)),
            Map.entry("GET /events/{event}/reports/attendance.pdf", Set.of(Role.ORGANISER, Role.AUDITOR)),
            Map.entry("GET /events/{event}/reports/attendance.csv", Set.of(Role.ORGANISER, Role.AUDITOR)),
            Map.entry("PUT /events/{event}/devices/{device}", Set.of(Role.ORGANISER)),
            Map.entry("DELETE /events/{event}/devices/{device}", Set.of(Role.ORGANISER)),
            Map.entry("GET /events/{event}/devices", Set.of(Role.ORGANISER, Role.AUDITOR)),
            Map.entry("POST /events/{event}/devices/{device}/wipe", Set.of(Role.ORGANISER)),
            Map.entry("GET /events/{event}/quarantine", Set.of(Role.ORGANISER, Role.AUDITOR)),
            Map.entry("POST /events/{event}/quarantine/{device}/{content}/release", Set.of(Role.ORGANISER)),
            Map.entry("POST /events/{event}/quarantine/{device}/{content}/dismiss", Set.of(Role.ORGANISER)),
            Map.entry("GET /events/{event}/exclusions", Set.of(Role.ORGANISER, Role.AUDITOR)),
            Map.entry("PUT /events/{event}/exclusions/{device}", Set.of(Role.ORGANISER)),
            Map.entry("DELETE /events/{event}/exclusions/{device}", Set.of(Role.ORGANISER)),
            Map.entry("POST /events/{event}/wipes/{order}/receipt", Set.of(Role.KIOSK, Role.DESK, Role.DOOR)),
            Map.entry("POST /events/{event}/heartbeat", Set.of(Role.KIOSK, Role.DESK, Role.DOOR)),
            Map.entry("GET /events/{event}/doors/{door}", Set.of(Role.KIOSK, Role.DESK, Role.DOOR)),
            Map.entry("GET /events/{event}/data-key", Set.of(Role.DESK)),
            Map.entry("GET /events/{event}/roster", Set.of(Role.KIOSK, Role.DESK, Role.DOOR)),
            Map.entry("GET /events/{event}/roster/{file}", Set.of(Role.KIOSK, Role.DESK, Role.DOOR)),
            Map.entry("GET /events/{event}/roster/changes", Set.of(Role.KIOSK, Role.DESK, Role.DOOR)),
            Map.entry(
                    "GET /events/{event}/nudges",
                    Set.of(Role.KIOSK, Role.DESK, Role.DOOR, Role.ORGANISER, Role.AUDITOR)),
            Map.entry("POST /events/{event}/scans", Set.of(Role.KIOSK, Role.DESK, Role.DOOR)),
            Map.entry("POST /events/{event}/journal", Set.of(Role.KIOSK, Role.DESK, Role.DOOR)));

    private static final Map<String, Method> RESOURCES = resources();

    @Test
    void everyResourceHasItsRule() {
        assertThat(RESOURCES.keySet()).containsExactlyInAnyOrderElementsOf(RULES.keySet());
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
    Stream<DynamicTest> everyRoleMayDoWhatItMayAndNothingElse() {
        String event = RunningServer.newEvent();
        Map<Role, ApiClient> people = people(event);
        return RESOURCES.entrySet().stream()
                .flatMap(resource -> Arrays.stream(Role.values())
                        .map(role -> DynamicTest.dynamicTest(role + " " + resource.getKey(), () -> {
                            ApiClient who = role == Role.PERSON ? signedIn() : people.get(role);
                            int status = ask(who, event, resource.getKey(), resource.getValue());
                            boolean allowed = RULES.get(resource.getKey()).contains(role);
                            assertThat(status == 401 || status == 403)
                                    .as("status " + status)
                                    .isEqualTo(!allowed);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> nobodyGetsInWithoutAToken() {
        return RESOURCES.entrySet().stream()
                .filter(resource -> !annotated(resource.getValue(), PermitAll.class))
                .flatMap(resource -> Stream.of("", "x".repeat(43), "null")
                        .map(token -> DynamicTest.dynamicTest(
                                resource.getKey(),
                                () -> assertThat(ask(
                                                RunningServer.nobody().as(token),
                                                "any",
                                                resource.getKey(),
                                                resource.getValue()))
                                        .isEqualTo(401))));
    }

    @Test
    void aDeviceOfOneEventIsNobodyInAnother() {
        String mine = RunningServer.newEvent();
        String other = RunningServer.newEvent();

        int status = people(mine)
                .get(Role.DESK)
                .get("events/" + other + "/doors/main")
                .status();

        assertThat(status).isEqualTo(403);
    }

    /** Each time anew, for what this one asks may end the login. */
    private static ApiClient signedIn() {
        return RunningServer.organiser().as(SignedInPeople.token(RunningServer.data()));
    }

    private static Map<Role, ApiClient> people(String event) {
        ApiClient organiser = RunningServer.organiser();
        Map<Role, ApiClient> people = new TreeMap<>();
        people.put(Role.ORGANISER, organiser);
        people.put(Role.AUDITOR, organiser.as(Auditors.token(RunningServer.data())));
        for (Role role : List.of(Role.KIOSK, Role.DESK, Role.DOOR)) {
            String token = organiser
                    .put(
                            "events/" + event + "/devices/" + role.name().toLowerCase(Locale.ROOT),
                            "{\"kind\": \"" + role + "\"}")
                    .expect(200)
                    .json()
                    .path("token")
                    .asText();
            people.put(role, organiser.as(token));
        }
        return people;
    }

    /** Asks with contents that change nothing. */
    private static int ask(ApiClient who, String event, String resource, Method method) {
        String[] parts = resource.split(" ", 2);
        String path = parts[1].substring(1)
                .replace("{event}", event)
                .replace("{device}", "nobody")
                .replaceAll("\\{\\w+}", "nowhere");
        if (isStream(method)) {
            return open(who, path);
        }
        Consumes consumes = Optional.ofNullable(method.getAnnotation(Consumes.class))
                .orElse(method.getDeclaringClass().getAnnotation(Consumes.class));
        boolean hasBody = !parts[0].equals("GET") && !parts[0].equals("DELETE");
        String type = hasBody && consumes != null ? consumes.value()[0] : "";
        return who.send(parts[0], path, type, hasBody ? "{}".getBytes(UTF_8) : new byte[0])
                .status();
    }

    private static boolean isStream(Method method) {
        Produces produces = method.getAnnotation(Produces.class);
        return produces != null && List.of(produces.value()).contains(MediaType.SERVER_SENT_EVENTS);
    }

    private static int open(ApiClient who, String path) {
        HttpResponse<InputStream> stream = who.open(path);
        try (InputStream body = stream.body()) {
            return body == null ? 0 : stream.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Method> resources() {
        Map<String, Method> resources = new TreeMap<>(Comparator.naturalOrder());
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
                .collect(Collectors.joining());
    }

    private static boolean annotated(Method method, Class<? extends Annotation> rule) {
        return method.isAnnotationPresent(rule) || method.getDeclaringClass().isAnnotationPresent(rule);
    }
}
