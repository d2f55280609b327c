package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import org.einlass.contract.account.OrganiserLink;
import org.junit.jupiter.api.Test;

/** A person signs in at a running server, and somebody guesses. */
final class SignInIT {
    private static final String PASSWORD = "pferd heftet batterie";

    @Test
    void anOrganiserOpensTheLinkPlansAnEventAndSignsOut() throws IOException {
        String event = "signed-in";
        JsonNode opened = organiser("Berta Muster");
        ApiClient berta = RunningServer.organiser().as(opened.path("token").asText());

        berta.put("events/" + event, Samples.EVENT).expect(200);
        JsonNode who = berta.get("login").expect(200).json();
        assertThat(who).isEqualTo(opened.path("person"));
        assertThat(who.path("everywhere").asText()).isEqualTo("ORGANISER");

        String other = signIn("berta muster", PASSWORD)
                .expect(200)
                .json()
                .path("token")
                .asText();
        berta.delete("login").expect(204);
        berta.get("events/" + event).expect(401);
        berta.as(other).get("events/" + event).expect(200);
        berta.as(other).delete("login/all").expect(204);
        berta.as(other).get("login").expect(401);
    }

    @Test
    void anInvitedPersonReadsTheOneEventAndTheTrailNamesNobody() throws IOException {
        ApiClient fritz = RunningServer.nobody()
                .as(organiser("Fritz Muster").path("token").asText());
        String event = RunningServer.newEvent();
        String other = RunningServer.newEvent();
        String person = "{\"name\": \"Gerda Muster\", \"roles\": {\"" + event + "\": \"AUDITOR\"}}";
        String secret =
                fritz.post("people", person).expect(200).json().path("secret").asText();
        String choice = "{\"secret\": \"" + secret + "\", \"password\": \"" + PASSWORD + "\"}";
        JsonNode opened = RunningServer.nobody()
                .post("login/invitation", choice)
                .expect(200)
                .json();
        ApiClient gerda = fritz.as(opened.path("token").asText());

        gerda.get("events/" + event).expect(200);
        gerda.get("events/" + event + "/audit").expect(200);
        gerda.put("events/" + event, Samples.EVENT).expect(403);
        gerda.get("events/" + other).expect(403);
        gerda.get("people").expect(403);
        gerda.get("audit").expect(403);
        fritz.put("events/" + event, Samples.EVENT).expect(200);

        String id = fritz.get("login").expect(200).json().path("id").asText();
        ApiClient.Reply trail = fritz.get("audit?author=person:" + id).expect(200);
        assertThat(trail.json().path("entries").findValuesAsText("action"))
                .containsExactly("EVENT_CHANGED", "PERSON_ADDED", "SIGNED_IN", "PASSWORD_CHOSEN");
        assertThat(trail.text()).doesNotContain("Muster");
        fritz.delete("people/" + opened.path("person").path("id").asText()).expect(204);
        gerda.get("login").expect(401);
    }

    @Test
    void whoeverGuessesPasswordsIsToldNothingAndHasToWait() throws IOException {
        organiser("Cara Muster");

        String known = signIn("Cara Muster", "geraten geraten").expect(401).text();
        String unknown = signIn("Niemand", "geraten geraten").expect(401).text();
        assertThat(known).isEqualTo(unknown).contains("sign-in-refused").doesNotContain("Cara");

        ApiClient.Reply slowed = afterGuesses("Cara Muster");
        for (int again = 0; again < 20 && slowed.status() == 200; again++) {
            slowed = afterGuesses("Cara Muster");
        }
        assertThat(slowed.expect(429).retryAfter()).isPresent();
    }

    /** The right password, after as many wrong ones as are free; on a slow machine the pause may be over by then. */
    private static ApiClient.Reply afterGuesses(String name) {
        ApiClient.Reply guess = signIn(name, "geraten");
        for (int guesses = 1; guess.status() == 401; guesses++) {
            assertThat(guesses).isLessThan(30);
            guess = signIn(name, "geraten " + guesses);
        }
        guess.expect(429);
        return signIn(name, PASSWORD);
    }

    @Test
    void aLinkThatIsGuessedOrOldOpensNothing() throws IOException {
        RunningServer.organiser();
        OrganiserLink old = OrganiserLink.next(new SecureRandom(), Instant.now().minus(OrganiserLink.VALID));
        old.write(RunningServer.data());

        firstOrganiser(old.secret(), "Dora Muster").expect(401);
        firstOrganiser("A".repeat(43), "Dora Muster").expect(401);
    }

    private static JsonNode organiser(String name) throws IOException {
        OrganiserLink link = OrganiserLink.next(new SecureRandom(), Instant.now());
        RunningServer.organiser();
        link.write(RunningServer.data());
        return firstOrganiser(link.secret(), name).expect(200).json();
    }

    private static ApiClient.Reply firstOrganiser(String secret, String name) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("secret", secret)
                .put("name", name)
                .put("password", PASSWORD)
                .toString();
        return RunningServer.nobody().post("login/first-organiser", body);
    }

    private static ApiClient.Reply signIn(String name, String password) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("password", password)
                .toString();
        return RunningServer.nobody().post("login", body);
    }
}
