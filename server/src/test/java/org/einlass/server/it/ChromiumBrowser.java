package org.einlass.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.einlass.contract.account.OrganiserLink;
import org.einlass.quality.RealPart;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser at the console, on a screen of 1280 by 800. It counts what its user does. */
final class ChromiumBrowser implements AutoCloseable {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final Map<String, Object> PHONE =
            Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true);

    /** PrimeFaces' Saga and Lara in blue, indigo, green and orange, and a browser's own links and buttons. */
    private static final List<String> STOCK_COLOURS = List.of(
            "rgb(33, 150, 243)",
            "rgb(13, 137, 236)",
            "rgb(59, 130, 246)",
            "rgb(37, 99, 235)",
            "rgb(99, 102, 241)",
            "rgb(76, 175, 80)",
            "rgb(104, 159, 56)",
            "rgb(34, 197, 94)",
            "rgb(251, 192, 45)",
            "rgb(211, 47, 47)",
            "rgb(73, 80, 87)",
            "rgb(75, 85, 99)",
            "rgb(0, 0, 238)",
            "rgb(239, 239, 239)");

    private static final Path DOCS = Path.of("src", "docs");
    private static final int MOST_TABS = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /**
     * No person is helped by it: our form asks for a link's secret and has a user name, which the browser
     * overlooks.
     */
    private static final String ADVICE = "[DOM]";

    private final URI server;
    private final ChromeDriver driver;
    private boolean keyboard;
    private int steps;
    private int pictures;

    ChromiumBrowser(URI server) {
        this.server = server;
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium").toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,800",
                "--user-data-dir=" + emptyFolder());
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "de"));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(program("chromedriver").toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
        driver.manage().timeouts().implicitlyWait(PATIENCE);
    }

    private static Path program(String name) {
        return RealPart.program(name).orElseThrow();
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("einlass-chromium");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ChromiumBrowser open(String path) {
        driver.get(server.resolve(path).toString());
        return this;
    }

    ChromiumBrowser type(String id, String text) {
        steps++;
        if (keyboard) {
            reach(By.id(id)).sendKeys(text);
            return this;
        }
        driver.findElement(By.id(id)).sendKeys(text);
        return this;
    }

    /** Writes over what stands in the field. */
    ChromiumBrowser retype(String id, String text) {
        driver.findElement(By.id(id)).clear();
        return type(id, text);
    }

    /** From now on its user has no mouse: everything is reached by Tab and pressed by Enter or the space bar. */
    ChromiumBrowser byKeyboard() {
        keyboard = true;
        return this;
    }

    /** Presses Tab until the element has the focus. */
    private WebElement reach(By place) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            WebElement focused = driver.switchTo().activeElement();
            if (focused.equals(driver.findElement(place))) {
                return focused;
            }
            new Actions(driver).sendKeys(Keys.TAB).perform();
        }
        throw new IllegalStateException("No key reaches " + place + " on " + driver.getTitle());
    }

    private static Keys pressing(WebElement element) {
        String type = element.getDomAttribute("type");
        return "checkbox".equals(type) || "radio".equals(type) ? Keys.SPACE : Keys.ENTER;
    }

    /** Dates and times have fields of their own, whose keys follow the machine's language. */
    ChromiumBrowser choose(String id, String value) {
        steps++;
        if (keyboard) {
            return typeDay(By.id(id), LocalDate.parse(value));
        }
        driver.executeScript("arguments[0].value = arguments[1]", driver.findElement(By.id(id)), value);
        return this;
    }

    /** Types the digits of a day in the order in which the browser's language writes it. */
    private ChromiumBrowser typeDay(By place, LocalDate day) {
        for (String order : List.of("MMddyyyy", "ddMMyyyy")) {
            WebElement field = reach(place);
            // the left arrow goes back to the first of day, month and year
            field.sendKeys(
                    Keys.ARROW_LEFT,
                    Keys.ARROW_LEFT,
                    DateTimeFormatter.ofPattern(order).format(day));
            if (day.toString().equals(field.getDomProperty("value"))) {
                return this;
            }
        }
        throw new IllegalStateException("No order of digits writes " + day);
    }

    /** Chooses an option of a list by its value. */
    ChromiumBrowser select(String id, String value) {
        steps++;
        if (keyboard) {
            WebElement list = reach(By.id(id));
            list.sendKeys(Keys.HOME);
            for (int options = 0; options < MOST_TABS && !value.equals(list.getDomProperty("value")); options++) {
                list.sendKeys(Keys.ARROW_DOWN);
            }
            assertThat(list.getDomProperty("value")).as("chosen by arrow keys").isEqualTo(value);
            return this;
        }
        driver.findElement(By.xpath("//select[@id='" + id + "']/option[@value='" + value + "']"))
                .click();
        return this;
    }

    ChromiumBrowser click(String id) {
        return click(By.id(id));
    }

    ChromiumBrowser follow(String words) {
        return click(By.linkText(words));
    }

    private ChromiumBrowser click(By place) {
        steps++;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isClicked(place)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The page was replaced again and again before a click on " + place);
            }
        }
        return this;
    }

    /** False where the page was replaced between finding and clicking. */
    private boolean isClicked(By place) {
        try {
            if (keyboard) {
                WebElement reached = reach(place);
                reached.sendKeys(pressing(reached));
                return true;
            }
            WebElement element = driver.findElement(place);
            driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
            element.click();
            return true;
        } catch (StaleElementReferenceException replaced) {
            return false;
        }
    }

    /** Signs in as somebody new who organises everything, by the one-time link of a first start. */
    ChromiumBrowser signInAsOrganiser(Path data, String name) throws IOException {
        OrganiserLink link = OrganiserLink.next(new SecureRandom(), Instant.now());
        link.write(data);
        return open("first-organiser.xhtml#" + link.secret())
                .type("first:name", name)
                .type("first:password", ConsoleBrowser.PASSWORD)
                .type("first:again", ConsoleBrowser.PASSWORD)
                .click("first:go")
                .sees("Veranstaltungen");
    }

    /** The browser waits until the element of this id says exactly these words. */
    ChromiumBrowser reads(String id, String words) {
        driver.findElement(By.xpath("//*[@id='" + id + "' and normalize-space(.)='" + words + "']"));
        return this;
    }

    /** From now on the screen is that of a phone of 390 by 844. */
    ChromiumBrowser onPhone() {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", PHONE);
        return this;
    }

    /** Without network, or with it again. */
    ChromiumBrowser offline(boolean offline) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
        return this;
    }

    /** Presses the first button or link with these words. */
    ChromiumBrowser press(String words) {
        return click(By.xpath("//input[@type='submit' and contains(@value, '" + words + "')]|//button[contains(., '"
                + words + "')]|//summary[contains(., '" + words + "')]|//a[contains(normalize-space(.), '" + words
                + "')]"));
    }

    /** The words stand in the part of the page that is seen without scrolling. */
    ChromiumBrowser showsWithoutScrolling(String words) {
        WebElement place = driver.findElement(By.xpath("//main//*[contains(text(), '" + words + "')]"));
        assertThat(driver.executeScript(
                        "const box = arguments[0].getBoundingClientRect();"
                                + "return window.scrollY === 0 && box.height > 0 && box.top >= 0"
                                + " && box.bottom <= window.innerHeight",
                        place))
                .as(words + " without scrolling")
                .isEqualTo(true);
        return this;
    }

    /** The browser waits until the element of this id is hidden. */
    ChromiumBrowser hides(String id) {
        driver.findElement(By.xpath("//*[@id='" + id + "' and @hidden]"));
        return this;
    }

    ChromiumBrowser sees(String words) {
        return await("contains(normalize-space(.), '" + words + "')");
    }

    ChromiumBrowser misses(String words) {
        return await("not(contains(normalize-space(.), '" + words + "'))");
    }

    /** The browser looks again and again until the page is so, or its patience ends. */
    private ChromiumBrowser await(String condition) {
        driver.findElement(By.xpath("//body[" + condition + "]"));
        return this;
    }

    /** Nothing is wider than the screen; with {@code -Deinlass.pictures=FOLDER} the page is kept as a picture. */
    private void fits(String screen) {
        assertThat(driver.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                .as(driver.getTitle() + " is wider than a " + screen)
                .isEqualTo(true);
        String folder = System.getProperty("einlass.pictures", "");
        if (!folder.isEmpty()) {
            String page = Path.of(URI.create(driver.getCurrentUrl()).getPath()).getFileName() + "-" + screen;
            try {
                Files.write(
                        Path.of(folder, String.format("%02d-%s.png", pictures++, page)),
                        driver.getScreenshotAs(OutputType.BYTES));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The page is accessible, fits a desktop and a phone, and the browser had nothing to say about it. */
    ChromiumBrowser inOrder() {
        // A number that has just changed is pale for a fifth of a second, unless its reader wants less motion.
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        List<String> violations = new AxeBuilder()
                .withTags(WCAG).analyze(driver).getViolations().stream()
                        .map(Rule::getHelp)
                        .toList();
        assertThat(violations).as(driver.getTitle()).isEmpty();
        fits("desktop");
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", PHONE);
        fits("phone");
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
                .extracting(LogEntry::getMessage)
                .filteredOn(message -> !message.contains(ADVICE))
                .as(driver.getTitle())
                .isEmpty();
        return this;
    }

    /**
     * Keeps what the screen shows for the organiser's guide: in {@code src/docs} with
     * {@code -Deinlass.guide=write}, else in {@code target/screens}.
     */
    ChromiumBrowser guidePicture(String name) throws IOException {
        Path folder = System.getProperty("einlass.guide", "").equals("write") ? DOCS : Path.of("target", "screens");
        driver.executeScript("window.scrollTo(0, 0); if (document.activeElement) document.activeElement.blur()");
        Files.write(Files.createDirectories(folder).resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        return this;
    }

    /** Keeps the whole page as a picture in {@code target/screens}, as a window of this width shows it. */
    ChromiumBrowser picture(String name, int width, int height) throws IOException {
        driver.manage().window().setSize(new Dimension(width, height));
        Object whole = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "format", "png"))
                .get("data");
        Files.write(
                Files.createDirectories(Path.of("target", "screens")).resolve(name + ".png"),
                Base64.getDecoder().decode(String.valueOf(whole)));
        return this;
    }

    /** Keeps the whole page as a picture in {@code target/screens}, as a phone of 390 by 844 shows it. */
    ChromiumBrowser phonePicture(String name) throws IOException {
        onPhone();
        Object whole = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "format", "png"))
                .get("data");
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        Files.write(
                Files.createDirectories(Path.of("target", "screens")).resolve(name + ".png"),
                Base64.getDecoder().decode(String.valueOf(whole)));
        return this;
    }

    /** The address has led to the element of this id: it is on the screen. */
    ChromiumBrowser hasInView(String id) {
        assertThat(driver.executeScript(
                        "const box = arguments[0].getBoundingClientRect();"
                                + "return box.top >= 0 && box.bottom <= window.innerHeight",
                        driver.findElement(By.id(id))))
                .as(id + " on the screen")
                .isEqualTo(true);
        return this;
    }

    /** A cookie is gone, as one whose time has ended. */
    ChromiumBrowser loses(String cookie) {
        driver.manage().deleteCookieNamed(cookie);
        return this;
    }

    /** Presses what answers with a file, and waits for that. */
    Path downloads(String id) throws IOException {
        Path folder = emptyFolder();
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
        click(id);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try (Stream<Path> files = Files.list(folder)) {
                Optional<Path> whole = files.filter(file -> !file.toString().endsWith(".crdownload")
                                && !file.getFileName().toString().startsWith("."))
                        .findFirst();
                if (whole.isPresent()) {
                    return whole.get();
                }
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        throw new IllegalStateException("No file came from " + id);
    }

    /** How many parts of the page were made of what somebody typed as a name: scripts, pictures, handlers. */
    long injected() {
        return (Long) driver.executeScript(
                "return (window.ran ? 1 : 0) + document.querySelectorAll('[onerror], img[src=\"x\"]').length"
                        + " + Array.from(document.scripts).filter(one => one.textContent.includes('ran=1')).length");
    }

    /** Whether a person reads these words on the page, in whatever letter case it is set. */
    boolean shows(String words) {
        return (Boolean) driver.executeScript(
                "return document.body.textContent.includes(arguments[0])"
                        + " || Array.from(document.querySelectorAll('input, textarea, option'))"
                        + ".some(field => field.value.includes(arguments[0]))",
                words);
    }

    /** Nothing on the page has a colour that browsers or the component library give to what nobody coloured. */
    ChromiumBrowser hasOwnColours() {
        Object found = driver.executeScript("""
                const stock = new Set(arguments[0]);
                return Array.from(document.body.querySelectorAll('*')).filter(element => {
                  const style = getComputedStyle(element);
                  const box = element.getBoundingClientRect();
                  return box.width > 0 && [style.color, style.backgroundColor, style.borderTopColor]
                    .some(colour => stock.has(colour));
                }).map(element => element.outerHTML.slice(0, 120));
                """, STOCK_COLOURS);
        assertThat(found).as("stock colours on " + driver.getTitle()).isEqualTo(List.of());
        return this;
    }

    /** Whatever has the focus shows it. */
    ChromiumBrowser showsFocus() {
        assertThat(driver.executeScript("const style = getComputedStyle(document.activeElement);"
                        + "return document.activeElement !== document.body && style.outlineStyle !== 'none'"
                        + " && parseFloat(style.outlineWidth) >= 2"))
                .as("the focus is seen on " + driver.getTitle())
                .isEqualTo(true);
        return this;
    }

    /** Presses Tab until the link with these words has the focus. */
    ChromiumBrowser reaches(String words) {
        reach(By.linkText(words));
        return this;
    }

    /** What a person reads in the element of this id. */
    String words(String id) {
        return driver.findElement(By.id(id)).getText();
    }

    /** What stands in a field. */
    String typed(String id) {
        return String.valueOf(driver.findElement(By.id(id)).getDomProperty("value"));
    }

    /** What an attribute of the first element that the CSS selector finds says; empty where it says nothing. */
    String attribute(String selector, String name) {
        String said = driver.findElement(By.cssSelector(selector)).getDomAttribute(name);
        return said == null ? "" : said;
    }

    String query() {
        return URI.create(driver.getCurrentUrl()).getQuery();
    }

    /** Clicks and fields so far. */
    int steps() {
        return steps;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
