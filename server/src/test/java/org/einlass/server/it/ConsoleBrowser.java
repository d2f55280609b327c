package org.einlass.server.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einlass.contract.account.OrganiserLink;
import org.htmlunit.BrowserVersion;
import org.htmlunit.CookieManager;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.htmlunit.html.HtmlTable;
import org.htmlunit.html.HtmlTextArea;
import org.htmlunit.util.Cookie;

/** Somebody at the console with a browser that runs no scripts. */
final class ConsoleBrowser implements AutoCloseable {
    static final String PASSWORD = "pferd heftet batterie";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final URI server = RunningServer.organiser().server();
    private final LoopbackCookies cookies = new LoopbackCookies();
    private final WebClient client;
    private String name = "";
    private HtmlPage page;

    private ConsoleBrowser(String language) {
        BrowserVersion browser = new BrowserVersion.BrowserVersionBuilder(BrowserVersion.CHROME)
                .setAcceptLanguageHeader(language)
                .build();
        client = new WebClient(browser);
        client.getOptions().setJavaScriptEnabled(false);
        client.getOptions().setCssEnabled(false);
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        client.getOptions().setTimeout(120_000);
        client.setCookieManager(cookies);
        open("");
    }

    /** Browsers send secure cookies to their own machine by plain HTTP; HtmlUnit does not. */
    private static final class LoopbackCookies extends CookieManager {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, Cookie> asSent = new HashMap<>();

        @Override
        public synchronized void addCookie(Cookie cookie) {
            asSent.put(cookie.getName(), cookie);
            super.addCookie(new Cookie(
                    cookie.getDomain(),
                    cookie.getName(),
                    cookie.getValue(),
                    cookie.getPath(),
                    cookie.getExpires(),
                    false));
        }
    }

    static ConsoleBrowser nobody() {
        return new ConsoleBrowser("de");
    }

    static ConsoleBrowser organiser() {
        return organiser("de");
    }

    /** Somebody new, by the one-time link of a first start. */
    static ConsoleBrowser organiser(String language) {
        ConsoleBrowser browser = new ConsoleBrowser(language);
        OrganiserLink link = OrganiserLink.next(new SecureRandom(), Instant.now());
        try {
            link.write(RunningServer.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        browser.name = "Person " + PEOPLE.incrementAndGet();
        return browser.open("first-organiser.xhtml")
                .type("first:secret", link.secret())
                .type("first:name", browser.name)
                .type("first:password", PASSWORD)
                .type("first:again", PASSWORD)
                .click("first:go");
    }

    /** Somebody who may read everything. */
    static ConsoleBrowser auditor() {
        return withRole("role = 'AUDITOR'");
    }

    /** Somebody who organises one event. */
    static ConsoleBrowser organiserOf(String event) {
        return withRole("event = '" + event + "'");
    }

    /** Changed beside the interface, without the cost of a second sign-in. */
    private static ConsoleBrowser withRole(String set) {
        ConsoleBrowser browser = organiser("de");
        try (Connection database = DriverManager.getConnection(
                        "jdbc:sqlite:" + RunningServer.data().resolve("einlass.db") + "?busy_timeout=60000");
                PreparedStatement change = database.prepareStatement(
                        "update person_roles set " + set + " where person = (select id from people where name = ?)")) {
            change.setString(1, browser.name);
            change.executeUpdate();
            return browser;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    ConsoleBrowser signIn(String name, String password) {
        return type("sign-in:name", name).type("sign-in:password", password).click("sign-in:go");
    }

    /** By which somebody signs in again. */
    String name() {
        return name;
    }

    ConsoleBrowser open(String path) {
        try {
            page = client.getPage(server.resolve(path).toURL());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ConsoleBrowser type(String id, String text) {
        DomElement field = page.getElementById(id);
        if (field instanceof HtmlTextArea area) {
            area.setText(text);
        } else {
            ((HtmlInput) field).setValue(text);
        }
        return this;
    }

    ConsoleBrowser choose(String id, String value) {
        ((HtmlSelect) page.getElementById(id)).setSelectedAttribute(value, true);
        return this;
    }

    String chosen(String id) {
        return ((HtmlSelect) page.getElementById(id))
                .getSelectedOptions()
                .get(0)
                .getValueAttribute();
    }

    /** What stands in the element. */
    String written(String id) {
        return page.getElementById(id).getTextContent();
    }

    String idOf(String selector) {
        return ((DomElement) page.querySelector(selector)).getId();
    }

    /** The id of a button in the line of a table that contains {@code words}. */
    String inRow(String table, String words, String button) {
        List<String> rows = rows(table);
        return IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).contains(words))
                .mapToObj(row -> table + ":" + row + ":" + button)
                .findFirst()
                .orElseThrow();
    }

    /** The lines of a table as a person reads them, without its head; none where it is not there. */
    List<String> rows(String table) {
        if (!(page.getElementById(table) instanceof HtmlTable found)) {
            return List.of();
        }
        return found.getBodies().stream()
                .flatMap(body -> body.getRows().stream())
                .map(DomNode::asNormalizedText)
                .toList();
    }

    String typed(String id) {
        return ((HtmlInput) page.getElementById(id)).getValue();
    }

    ConsoleBrowser click(String id) {
        try {
            page = page.getElementById(id).click();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Presses what answers with a file. @return the file, a character a byte */
    String file(String id) {
        try {
            return page.getElementById(id).click().getWebResponse().getContentAsString(ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in a part of the page. */
    String words(String id) {
        return page.getElementById(id).asNormalizedText();
    }

    int status() {
        return page.getWebResponse().getStatusCode();
    }

    String path() {
        return page.getUrl().getPath();
    }

    String query() {
        return page.getUrl().getQuery();
    }

    /** What a person reads. */
    String text() {
        return page.asNormalizedText();
    }

    String source() {
        return page.getWebResponse().getContentAsString();
    }

    /** A cookie with all that the server said of it. */
    Cookie cookie(String name) {
        return Objects.requireNonNull(cookies.asSent.get(name));
    }

    String session() {
        return client.getCookieManager().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Files and pages that the page asks for. */
    String addresses() {
        return Arrays.stream(source().split("\"", -1))
                .filter(part -> part.startsWith("http") || part.startsWith("//"))
                .collect(Collectors.joining(" "));
    }

    @Override
    public void close() {
        client.close();
    }
}
