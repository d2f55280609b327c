package org.einlass.server;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.einlass.server.account.Accounts;
import org.einlass.server.account.BootstrapToken;
import org.einlass.server.account.KnownTokens;
import org.einlass.server.account.login.SignInService;
import org.einlass.server.backup.RestoredFolder;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.StoreUnusable;
import org.einlass.server.device.DataKeyTable;
import org.einlass.server.device.DeskSheetSource;
import org.einlass.server.device.DoorSheetService;
import org.einlass.server.device.helper.HelperService;
import org.einlass.server.erasure.RestoredErasures;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventChanges;
import org.einlass.server.event.EventService;
import org.einlass.server.event.SealedDeskMessageKeys;
import org.einlass.server.event.ServerKeyCheck;
import org.einlass.server.feed.ChangeNotifier;
import org.einlass.server.feed.Feed;
import org.einlass.server.feed.RosterService;
import org.einlass.server.feed.SseConnections;
import org.einlass.server.journal.FactTable;
import org.einlass.server.journal.HistoryService;
import org.einlass.server.journal.JournalService;
import org.einlass.server.journal.QuarantineService;
import org.einlass.server.journal.quota.DeviceQuotaService;
import org.einlass.server.presence.Badges;
import org.einlass.server.presence.clarification.ClarificationService;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationService;
import org.einlass.server.registration.change.RegistrationChangeService;
import org.einlass.server.registration.change.TwinService;
import org.einlass.server.registration.contingent.ContingentService;
import org.einlass.server.registration.imports.DoorHistory;
import org.einlass.server.registration.imports.ImportService;
import org.einlass.server.registration.imports.ImportUndo;
import org.einlass.server.registration.organisation.OrganisationAliasService;
import org.einlass.server.report.ExportService;
import org.einlass.server.report.HelperBadgePages;
import org.einlass.server.report.RawDataExport;
import org.einlass.server.report.Renderers;
import org.einlass.server.report.ReportService;
import org.einlass.server.report.TableFile;
import org.einlass.server.report.badge.BadgeLayoutService;
import org.einlass.server.report.badge.BadgePages;
import org.einlass.server.report.badge.BadgeRunService;
import org.einlass.server.report.certificate.AttendanceCertificateService;
import org.einlass.server.report.certificate.CertificateBatches;
import org.einlass.server.report.certificate.CertificateDesignService;
import org.einlass.server.report.certificate.CertificateKeyTable;
import org.einlass.server.report.list.PrintedListService;
import org.einlass.server.report.press.PressService;
import org.einlass.server.report.sign.SignService;
import org.einlass.server.rest.Readiness;
import org.einlass.server.scan.BookingNumberService;
import org.einlass.server.scan.RoomService;
import org.einlass.server.scan.ScanService;
import org.einlass.server.search.GuestSearchService;
import org.einlass.server.search.SearchService;
import org.einlass.server.startup.ScanWarmUp;
import org.jspecify.annotations.Nullable;

/** Puts the server together, once, when the application starts. */
@ApplicationScoped
public class Beans {
    private static final String DATA = "einlass.data";
    private static final String DATABASE = "einlass.database";
    private static final String QUEUE = "einlass.queue";
    private static final String TOGETHER = "einlass.together";
    private static final String WARM_UP = "einlass.warmup";
    private static final int WARM_UP_SCANS = 100;
    private static final int TOKENS_SECONDS = 5;

    /** Where the launcher looks for the sentence that says why a start failed. */
    private static final String OBSTACLE = "server/obstacle.txt";

    @Resource
    @SuppressWarnings("NullAway.Init") // the container puts it there before anybody asks
    private ManagedScheduledExecutorService executor;

    private @Nullable Future<?> tokenUpdates;

    /** The folder that the launcher names in {@code einlass.data}. */
    static Path data() {
        return Path.of(System.getProperty(DATA, "einlass-data"));
    }

    @Produces
    @Singleton
    Store store() {
        Path file = data().resolve("einlass.db");
        return told(() -> Store.open(System.getProperty(DATABASE, "jdbc:sqlite:" + file), queue(), together()));
    }

    /** How many writings may wait. */
    private static int queue() {
        return option(QUEUE, Store.QUEUE, 9_999_999);
    }

    /**
     * How many writings are committed together; less than the most serves only to measure what that brings.
     */
    private static int together() {
        return option(TOGETHER, Store.TOGETHER, Store.TOGETHER);
    }

    /** A number of at least 1; anything else stops the start with a sentence. */
    private static int option(String name, int usual, int most) {
        String said = System.getProperty(name, String.valueOf(usual));
        int number = said.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(said) : 0;
        if (number < 1 || number > most) {
            throw new StoreUnusable(
                    "The option -D" + name + "=" + said + " is no number from 1 to " + most
                            + ". Correct it or leave it out.",
                    null);
        }
        return number;
    }

    void close(@Disposes Store store) {
        Future<?> updates = tokenUpdates;
        if (updates != null) {
            updates.cancel(true);
        }
        store.close();
    }

    @Produces
    @Singleton
    ServerKey seal(Store store, Clock clock) {
        return told(() -> ServerKeyCheck.keyOf(store, data().resolve("keys").resolve("einlass.key"), clock.instant()));
    }

    /** Whoever asks first: what stands in the way of a start is told to the launcher. */
    private static <T> T told(Supplier<T> part) {
        try {
            return part.get();
        } catch (StoreUnusable e) {
            tellLauncher(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** Ticks in milliseconds, as the tables do: an answer is the same to the letter when it is read back. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Produces
    @Singleton
    RandomGenerator chance() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    CodeKeyTable codeKeys(ServerKey serverKey) {
        return new CodeKeyTable(serverKey);
    }

    @Produces
    @Singleton
    CodeTable codes(ServerKey serverKey) {
        return new CodeTable(serverKey);
    }

    @Produces
    @Singleton
    DoorSheetService doorSheets(Store store, ServerKey serverKey, CodeKeyTable keys, Clock clock) {
        DeskSheetSource desks = new DeskSheetSource(store, new SealedDeskMessageKeys(serverKey), keys, clock);
        return new DoorSheetService(store, desks, serverKey, clock);
    }

    @Produces
    @Singleton
    AdmissionServices admissionServices(Store store, ServerKey serverKey, Clock clock) {
        return AdmissionServices.of(store, serverKey, clock);
    }

    @Produces
    @Singleton
    ScanService scanService(AdmissionServices services) {
        return services.scans();
    }

    @Produces
    @Singleton
    RoomService roomService(AdmissionServices services) {
        return services.rooms();
    }

    @Produces
    @Singleton
    ClarificationService clarifications(AdmissionServices services) {
        return services.clarifications();
    }

    @Produces
    @Singleton
    JournalService journalService(AdmissionServices services) {
        return services.journals();
    }

    @Produces
    @Singleton
    DeviceQuotaService deviceQuotas(Store store, Clock clock) {
        return new DeviceQuotaService(store, clock);
    }

    @Produces
    @Singleton
    QuarantineService quarantineService(AdmissionServices services) {
        return services.quarantine();
    }

    @Produces
    @Singleton
    RosterService rosters(Store store, CodeTable codeTable, DataKeyTable keys, Clock clock) {
        return new RosterService(store, codeTable, keys, data().resolve("rosters"), clock);
    }

    @Produces
    @Singleton
    ChangeNotifier nudges(Store store) {
        return new ChangeNotifier(store, executor, ChangeNotifier.USUAL_POLL);
    }

    void close(@Disposes ChangeNotifier changeNotifier) {
        changeNotifier.close();
    }

    @Produces
    @Singleton
    SseConnections nudgeStreams(ChangeNotifier changeNotifier, Store store) {
        return new SseConnections(changeNotifier, new Feed(store), executor, SseConnections.USUAL_BEAT);
    }

    void close(@Disposes SseConnections streams) {
        streams.close();
    }

    @Produces
    @Singleton
    EventChanges eventChanges(CodeKeyTable keys, RandomGenerator chance, AdmissionServices services) {
        return new EventChanges(keys, chance, services.effects());
    }

    @Produces
    @Singleton
    EventService events(Store store, EventChanges changes, Clock clock) {
        return new EventService(store, changes, clock);
    }

    @Produces
    @Singleton
    RegistrationIssuer enrolment(
            CodeKeyTable keys, CodeTable codeTable, Clock clock, RandomGenerator chance, AdmissionServices services) {
        return new RegistrationIssuer(keys, codeTable, clock, chance, services.effects());
    }

    @Produces
    @Singleton
    ImportService listImport(
            Store store,
            RegistrationIssuer registrationIssuer,
            ImportUndo importUndo,
            Clock clock,
            RandomGenerator chance) {
        return new ImportService(store, registrationIssuer, importUndo, clock, chance);
    }

    @Produces
    @Singleton
    DoorHistory doorHistory() {
        FactTable factTable = new FactTable();
        return (handle, event, registration) -> factTable.hasSubject(handle, event, registration.toString());
    }

    @Produces
    @Singleton
    ImportUndo importUndo(Store store, RegistrationIssuer registrationIssuer, DoorHistory doorHistory, Clock clock) {
        return new ImportUndo(store, registrationIssuer, doorHistory, clock);
    }

    @Produces
    @Singleton
    RegistrationChangeService people(
            Store store, RegistrationIssuer registrationIssuer, DoorHistory doorHistory, Clock clock) {
        return new RegistrationChangeService(store, registrationIssuer, doorHistory, clock);
    }

    @Produces
    @Singleton
    BookingNumberService bookingNumbers(Store store, CodeTable codeTable, Clock clock) {
        return new BookingNumberService(store, codeTable, clock);
    }

    @Produces
    @Singleton
    ContingentService contingents(Store store, RegistrationIssuer registrationIssuer, Clock clock) {
        return new ContingentService(store, registrationIssuer, clock, new SecureRandom());
    }

    @Produces
    @Singleton
    OrganisationAliasService organisationAliases(Store store, Clock clock) {
        return new OrganisationAliasService(store, clock);
    }

    @Produces
    @Singleton
    TwinService twins(Store store, RegistrationIssuer registrationIssuer, Clock clock) {
        return new TwinService(store, registrationIssuer, clock);
    }

    @Produces
    @Singleton
    RegistrationService registrations(Store store) {
        return new RegistrationService(store);
    }

    @Produces
    @Singleton
    SearchService searches(Store store) {
        return new SearchService(store);
    }

    @Produces
    @Singleton
    GuestSearchService guestSearches(SearchService searches, Store store, Badges badges, Clock clock) {
        return new GuestSearchService(searches, store, badges, clock);
    }

    @Produces
    @Singleton
    HistoryService histories(Store store) {
        return new HistoryService(store);
    }

    @Produces
    @Singleton
    ReportService reports(Store store, CodeTable codeTable, Renderers renderers, Clock clock) {
        return new ReportService(store, codeTable, renderers, clock);
    }

    @Produces
    @Singleton
    PressService press(Store store, Renderers renderers, Clock clock) {
        return new PressService(store, renderers, clock);
    }

    @Produces
    @Singleton
    Badges badges(CodeTable codeTable) {
        return new Badges(codeTable);
    }

    @Produces
    @Singleton
    PrintedListService printedLists(
            Store store, ClarificationService clarifications, Badges badges, Renderers renderers, Clock clock) {
        return new PrintedListService(
                store, clarifications, badges, renderers, new TableFile(data().resolve("exports")), clock);
    }

    @Produces
    @Singleton
    SignService signs(Store store) {
        return new SignService(store);
    }

    @Produces
    @Singleton
    BadgePages badgePages(Store store) {
        return new BadgePages(store);
    }

    @Produces
    @Singleton
    BadgeRunService badgeRuns(Store store, ServerKey serverKey, Badges badges, BadgePages pages, Clock clock) {
        return new BadgeRunService(store, serverKey, badges, pages, clock, new SecureRandom());
    }

    @Produces
    @Singleton
    BadgeLayoutService badgeLayouts(Store store, Badges badges, BadgePages pages, Clock clock) {
        return new BadgeLayoutService(store, badges, pages, clock);
    }

    @Produces
    @Singleton
    HelperBadgePages helperBadges(HelperService helpers, EventService events) {
        return new HelperBadgePages(helpers, events);
    }

    @Produces
    @Singleton
    AttendanceCertificateService certificates(Store store, ServerKey serverKey, Renderers renderers, Clock clock) {
        return new AttendanceCertificateService(store, new CertificateKeyTable(serverKey), renderers, clock);
    }

    @Produces
    @Singleton
    CertificateDesignService certificateDesigns(Store store, Renderers renderers, Clock clock) {
        return new CertificateDesignService(store, renderers, clock);
    }

    @Produces
    @Singleton
    CertificateBatches certificateBatches(AttendanceCertificateService certificates, Clock clock) {
        return new CertificateBatches(certificates, data().resolve("exports").resolve("certificates"), clock);
    }

    void close(@Disposes CertificateBatches batches) {
        batches.close();
    }

    @Produces
    @Singleton
    RawDataExport rawData(Store store) {
        return new RawDataExport(store, data().resolve("exports"));
    }

    @Produces
    @Singleton
    ExportService exports(Store store, CodeTable codeTable, Renderers renderers, Clock clock) {
        return new ExportService(store, codeTable, renderers, data().resolve("exports"), clock);
    }

    /** Opens the store before the first request; what stands in the way is told to the launcher. */
    void start(
            @Observes @Initialized(ApplicationScoped.class) Object application,
            jakarta.enterprise.inject.Instance<Store> store,
            jakarta.enterprise.inject.Instance<Accounts> accounts,
            jakarta.enterprise.inject.Instance<KnownTokens> knownTokens,
            jakarta.enterprise.inject.Instance<SignInService> signIn,
            jakarta.enterprise.inject.Instance<AdmissionServices> services,
            jakarta.enterprise.inject.Instance<CodeTable> codeTable,
            jakarta.enterprise.inject.Instance<RestoredErasures> restoredErasures,
            Readiness readiness,
            Clock clock,
            RandomGenerator chance) {
        try {
            new RestoredFolder(store.get(), data(), clock).complete();
            if (RestoredErasures.isWaiting(data())) {
                restoredErasures.get().run();
            }
            new BootstrapToken(store.get(), clock, chance).prepare(data());
            signIn.get().prepareFirstStart();
            keepUpToDate(knownTokens.get());
            ScanWarmUp.Parts parts =
                    new ScanWarmUp.Parts(store.get(), accounts.get(), services.get(), codeTable.get(), clock, chance);
            warmUp(new ScanWarmUp(parts, ownInterface(), warmUpScans()), readiness);
        } catch (StoreUnusable e) {
            tellLauncher(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** What another server on the same database grants or revokes is known here after some seconds. */
    private void keepUpToDate(KnownTokens tokens) {
        tokens.refresh();
        tokenUpdates =
                executor.scheduleWithFixedDelay(tokens::refresh, TOKENS_SECONDS, TOKENS_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Beside the rest of the start: it asks this server over HTTP, which answers only when the start is over.
     */
    private static void warmUp(ScanWarmUp scanWarmUp, Readiness readiness) {
        Thread thread = new Thread(
                () -> {
                    try {
                        scanWarmUp.run();
                    } catch (InterruptedException ending) {
                        Thread.currentThread().interrupt();
                    } finally {
                        readiness.warmedUp();
                    }
                },
                "einlass-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    /** How many guests are invented before the server says that it is ready; 0 for none. */
    private static int warmUpScans() {
        return Integer.getInteger(WARM_UP, WARM_UP_SCANS);
    }

    /** The launcher says where. */
    private static URI ownInterface() {
        return ownAddress().resolve("api/v1/");
    }

    /** Where this machine reaches the server; ends with a slash. */
    static URI ownAddress() {
        return URI.create(System.getProperty("einlass.self", "http://127.0.0.1:8080/"));
    }

    private static void tellLauncher(String sentence) {
        try {
            Files.writeString(data().resolve(OBSTACLE), sentence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
