package org.einlass.proof.nonsense;

import java.io.IOException;
import java.util.EnumSet;
import org.einlass.contract.wire.Problem;
import org.einlass.kiosk.sync.WireJson;

/** What comes back from a bad network, a wrong address, a broken server or a hotel's login page. */
enum Nonsense {
    BAD_REQUEST(call -> call.say(400, Problem.MEDIA_TYPE, problem(400))),
    BAD_REQUEST_PAGE(call -> call.say(400, "text/html", page("400 Bad Request"))),
    UNAUTHORIZED(call -> call.say(401, Problem.MEDIA_TYPE, problem(401))),
    FORBIDDEN(call -> call.say(403, Problem.MEDIA_TYPE, problem(403))),
    FORBIDDEN_PAGE(call -> call.say(403, "text/html", page("Blocked by your administrator"))),
    NOT_FOUND(call -> call.say(404, Problem.MEDIA_TYPE, problem(404))),
    NOT_FOUND_PAGE(call -> call.say(404, "text/html", page("404 Not Found"))),
    CONFLICT(call -> call.say(409, Problem.MEDIA_TYPE, problem(409))),
    TOO_LARGE(call -> call.say(413, Problem.MEDIA_TYPE, problem(413))),
    TOO_LARGE_PAGE(call -> call.say(413, "text/html", page("413 Request Entity Too Large"))),
    TOO_MANY(call -> call.after("1").say(429, Problem.MEDIA_TYPE, problem(429))),
    FAULT(call -> call.say(500, Problem.MEDIA_TYPE, problem(500))),
    /** The server has done all that it was asked to; the answer goes wrong. */
    FAULT_TOO_LATE(call -> call.heard().say(502, "text/html", page("502 Bad Gateway"))),
    UNAVAILABLE(call -> call.after("Mon, 04 Jul 2022 07:15:00 GMT").say(503, "text/plain", "")),
    PORTAL(call -> call.say(200, "text/html", page("Welcome to Hotel WiFi"))),
    PORTAL_SAYING_JSON(call -> call.say(200, "application/json", page("Welcome to Hotel WiFi"))),
    REDIRECT(call -> call.at("http://127.0.0.1:1/login").say(302, "text/html", "")),
    EMPTY_BODY(call -> call.heard().say(200, "application/json", "")),
    EMPTY_OBJECT(call -> call.say(200, "application/json", "{}")),
    ANOTHERS_JSON(call -> call.say(200, "application/json", "{\"status\":\"ok\",\"entries\":[{\"index\":0}]}")),
    NULL(call -> call.say(200, "application/json", "null")),
    CUT_JSON(call -> call.heard().sayHalf()),
    CUT_CONNECTION(call -> call.heard().breakOff()),
    NO_BYTE(call -> call.heard().hangUp()),
    SLOW(call -> call.heard().drip()),
    NOTHING(call -> call.heard().keepSilent());

    private final Manner manner;

    @FunctionalInterface
    private interface Manner {
        void treat(Call call) throws IOException, InterruptedException;
    }

    Nonsense(Manner manner) {
        this.manner = manner;
    }

    void treat(Call call) throws IOException, InterruptedException {
        manner.treat(call);
    }

    /**
     * How many requests are treated so in an hour: few where each costs all patience, many where entries are
     * blamed.
     */
    int times() {
        if (this == SLOW || this == NOTHING) {
            return 4;
        }
        return EnumSet.of(BAD_REQUEST, NOT_FOUND, CONFLICT, TOO_LARGE).contains(this) ? 33 : 10;
    }

    static String problem(int status) {
        return WireJson.write(Problem.of("nonsense", "Nonsense", status, "Das war nichts.", "Gehen Sie weiter."));
    }

    private static String page(String title) {
        return "<!DOCTYPE html><html><head><title>" + title + "</title></head><body>" + title + "</body></html>";
    }
}
