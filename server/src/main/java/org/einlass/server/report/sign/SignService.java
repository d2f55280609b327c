package org.einlass.server.report.sign;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.reports.sign.Sign;
import org.einlass.reports.sign.SignArrow;
import org.einlass.reports.sign.SignPaper;
import org.einlass.reports.sign.SignRenderer;
import org.einlass.server.badge.BadgeBoxTable;
import org.einlass.server.badge.BoxRange;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.rejection.Rejected;
import org.jspecify.annotations.Nullable;

/** Makes signs as PDF, German and English on each. */
public final class SignService {
    /** As many bytes as the standard gives a network's name. */
    private static final int LONGEST_NETWORK = 32;

    private static final int LONGEST_PASSWORD = 63;
    private static final int LONGEST_TEXT = 600;

    private static final String HOW = "Oben das Netz, darunter das Passwort; oder den Code mit dem Telefon lesen. "
            + "Network above, password below it; or read the code with a phone.";
    private static final String WITHOUT_PASSWORD =
            "Ohne Passwort. Der Code verbindet ein Telefon. No password. The code connects a phone.";

    private final Store store;
    private final SignRenderer renderer = new SignRenderer();

    public SignService(Store store) {
        this.store = store;
    }

    /**
     * The signs, one a page.
     *
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where the request lacks what its kind needs
     */
    public byte[] pdf(EventId event, SignRequest request, Locale locale) {
        Wording title = store.read(handle -> EventTable.document(handle, event))
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT))
                .title();
        if (request.kind() == null) {
            throw Rejected.badValue(
                    new Wording("Welches Schild, ist nicht gesagt.", "It is not said which sign."),
                    new Wording(
                            "Möglich sind: BOXES, KIOSK, WIFI, NOTICE.", "Possible are: BOXES, KIOSK, WIFI, NOTICE."),
                    "kind");
        }
        SignArrow arrow = Objects.requireNonNullElse(request.arrow(), SignArrow.NONE);
        List<Sign> signs = switch (request.kind()) {
            case BOXES -> boxes(event, title, arrow);
            case KIOSK ->
                List.of(new Sign(title.german(), "Selbst einchecken", "Check-in", "Self check-in", "", arrow, ""));
            case WIFI -> List.of(wifi(title, request));
            case NOTICE ->
                List.of(new Sign(
                        title.german(),
                        "Datenschutz / Privacy",
                        "",
                        "",
                        text(request.text(), "text", LONGEST_TEXT),
                        SignArrow.NONE,
                        ""));
        };
        SignPaper paper = Objects.requireNonNullElse(request.paper(), SignPaper.A4);
        return renderer.pages(signs, paper, new Wording("Schilder", "Signs").in(locale), locale)
                .pdf();
    }

    private List<Sign> boxes(EventId event, Wording title, SignArrow arrow) {
        List<BoxRange> ranges = store.read(handle -> BadgeBoxTable.of(handle, event));
        return ranges.stream()
                .map(range -> new Sign(
                        title.german(),
                        "Namensschilder / Badges",
                        Integer.toString(range.box()),
                        range.letters(),
                        "",
                        arrow,
                        ""))
                .toList();
    }

    private static Sign wifi(Wording title, SignRequest request) {
        String network = text(request.network(), "network", LONGEST_NETWORK);
        String password = request.password();
        boolean open = password == null || password.isEmpty();
        String secret = open ? "" : text(password, "password", LONGEST_PASSWORD);
        String code = open
                ? "WIFI:T:nopass;S:" + escaped(network) + ";;"
                : "WIFI:T:WPA;S:" + escaped(network) + ";P:" + escaped(secret) + ";;";
        return new Sign(
                title.german(), "WLAN / Wi-Fi", network, secret, open ? WITHOUT_PASSWORD : HOW, SignArrow.NONE, code);
    }

    /** As phones read it: these five characters would end a part. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\;,:\"])", "\\\\$1");
    }

    private static String text(@Nullable String text, String field, int longest) {
        String given = text == null ? "" : text.strip();
        if (given.isEmpty() || given.length() > longest) {
            throw Rejected.badValue(
                    new Wording("Dieses Schild braucht hier einen Text.", "This sign needs a text here."),
                    new Wording(
                            "Bitte 1 bis " + longest + " Zeichen angeben.", "Give 1 to " + longest + " characters."),
                    field);
        }
        return given;
    }
}
